/**
 * Counts for how long things have not changed, as this process saw it. No clock of another machine is asked, and time in
 * which this process was frozen or the database away counts as one step at most: nobody could show signs of life then.
 */
export type Silence = {
  /** What each thing shows now; answers those that showed the same for at least `milliseconds`. */
  observe(shown: ReadonlyMap<string, string | number>, milliseconds: number): string[]
}

export function createSilence(stepMsMax: number, elapsedMs: () => number = () => performance.now()): Silence {
  const seen = new Map<string, { shown: string | number; silentMs: number }>()
  let last: number | undefined
  return {
    observe(shown, milliseconds) {
      const now = elapsedMs()
      const step = last === undefined ? 0 : Math.min(now - last, stepMsMax)
      last = now
      for (const key of seen.keys()) if (!shown.has(key)) seen.delete(key)
      for (const [key, value] of shown) {
        const known = seen.get(key)
        const isSame = known?.shown === value
        seen.set(key, { shown: value, silentMs: isSame ? known.silentMs + step : 0 })
      }
      return [...seen].filter(([, { silentMs }]) => silentMs >= milliseconds).map(([key]) => key)
    },
  }
}
