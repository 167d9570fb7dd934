/**
 * Runs works of one name a few at a time on this node; the others wait for their turn, first come first served. Where
 * `waitingMax` wait already, whoever comes next is not made to: a line is for being fair, not for holding people up.
 */
export type FewAtOnce = <T>(name: string, work: () => Promise<T>) => Promise<T>

export function fewAtOnce(max: number, waitingMax = Number.POSITIVE_INFINITY): FewAtOnce {
  const lines = new Map<string, { running: number; waiting: (() => void)[] }>()
  return async (name, work) => {
    const line = lines.get(name) ?? { running: 0, waiting: [] }
    if (line.waiting.length >= waitingMax) return await work()
    lines.set(name, line)
    if (line.running < max) line.running += 1
    else await new Promise<void>((resolve) => line.waiting.push(resolve))
    try {
      return await work()
    } finally {
      // Whoever waits longest takes the place over; the last one leaves nothing behind.
      const next = line.waiting.shift()
      if (next) next()
      else {
        line.running -= 1
        if (line.running === 0) lines.delete(name)
      }
    }
  }
}
