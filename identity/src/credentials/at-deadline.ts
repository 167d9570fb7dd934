/** Waits; ends early, without failing, when the signal is aborted. */
export type Delay = (milliseconds: number, signal: AbortSignal) => Promise<void>

/**
 * A success is answered at once; everything else (no, nobody, locked, still working, broken) by the clock alone, at the
 * same moment after the call began. Work that succeeds after the deadline is too late: the answer was given.
 */
export async function orAtDeadline<T>(
  delay: Delay,
  milliseconds: number,
  work: () => Promise<T | null>,
  onError: (error: unknown) => void,
): Promise<T | null> {
  const stop = new AbortController()
  const deadline = delay(milliseconds, stop.signal).then(() => null)
  const success = new Promise<T>((resolve) => {
    work().then((value) => {
      if (value !== null) resolve(value)
    }, onError)
  })
  const answer = await Promise.race([success, deadline])
  stop.abort()
  return answer
}
