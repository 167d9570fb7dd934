/**
 * Waits; ends early, without failing, when the signal is aborted. `settled` ends with the work, whatever came of it: for
 * tests in which nobody is to be kept waiting; what people wait for never looks at it.
 */
export type Delay = (milliseconds: number, signal: AbortSignal, settled: Promise<void>) => Promise<void>

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
  let settle = () => {}
  const settled = new Promise<void>((resolve) => {
    settle = resolve
  })
  const deadline = delay(milliseconds, stop.signal, settled).then(() => null)
  const success = new Promise<T>((resolve) => {
    work()
      .then((value) => {
        if (value !== null) resolve(value)
      }, onError)
      .finally(settle)
  })
  const answer = await Promise.race([success, deadline])
  // With a word of ours: without one Node makes an exception, and its stack, for nobody to read.
  stop.abort('answered')
  return answer
}
