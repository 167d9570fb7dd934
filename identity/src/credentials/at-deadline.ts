/**
 * Waits; ends early, without failing, when the signal is aborted. `settled` ends with the work, whatever came of it: for
 * tests in which nobody is to be kept waiting; what people wait for never looks at it.
 */
export type Delay = (milliseconds: number, signal: AbortSignal, settled: Promise<void>) => Promise<void>

/**
 * A success is answered at once; everything else (no, nobody, locked, still working, broken) by the clock alone, at the
 * same moment after the call began. Work says `isRight` once a proof is right, before it uses anything up: said in time,
 * the answer waits for the work and no longer for the clock, for after a right proof there is nothing to hide; false means
 * that a refusal was told already, so what is good once is left as it is.
 */
export async function orAtDeadline<T>(
  delay: Delay,
  milliseconds: number,
  work: (isRight: () => boolean) => Promise<T | null>,
  onError: (error: unknown) => void,
): Promise<T | null> {
  const stop = new AbortController()
  let settle = () => {}
  const settled = new Promise<void>((resolve) => {
    settle = resolve
  })
  let state: 'open' | 'right' | 'refused' = 'open'
  const isRight = () => {
    if (state === 'open') state = 'right'
    return state === 'right'
  }
  const deadline = delay(milliseconds, stop.signal, settled).then(() => {
    if (state === 'right') return done
    state = 'refused'
    return null
  })
  const done = work(isRight).catch((error: unknown) => {
    onError(error)
    return null
  })
  const success = new Promise<T>((resolve) => {
    void done.then((value) => value !== null && resolve(value)).finally(settle)
  })
  const answer = await Promise.race([success, deadline])
  // With a word of ours: without one Node makes an exception, and its stack, for nobody to read.
  stop.abort('answered')
  return answer
}
