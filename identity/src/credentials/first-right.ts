import type { Delay } from './at-deadline.ts'

/**
 * Asks one after another until one says yes, so that the right answer spares the others a wrong try. Whoever takes longer
 * than `patienceMs` is not waited for: the next is asked meanwhile, and a directory that hangs keeps nobody else's people
 * out. Null when all said no; a failure counts as no while another may still say yes, and is thrown when none did.
 */
export async function firstRight<T>(
  delay: Delay,
  patienceMs: number,
  works: readonly (() => Promise<T | null>)[],
): Promise<T | null> {
  const asked: Promise<T | null>[] = []
  for (const [index, work] of works.entries()) {
    const answer = work()
    asked.push(answer)
    if (index === works.length - 1) break
    const soon = await orLate(delay, patienceMs, answer)
    if (soon !== null) return soon
  }
  return await anyRight(asked)
}

/** The answer if it comes soon; null when it was no, failed, or is still to come. */
async function orLate<T>(delay: Delay, patienceMs: number, answer: Promise<T | null>): Promise<T | null> {
  const stop = new AbortController()
  const settled = answer.then(
    () => {},
    () => {},
  )
  const late = delay(patienceMs, stop.signal, settled).then(() => null)
  const soon = await Promise.race([answer.catch(() => null), late])
  // With a word of ours: without one Node makes an exception, and its stack, for nobody to read.
  stop.abort('answered')
  return soon
}

async function anyRight<T>(asked: readonly Promise<T | null>[]): Promise<T | null> {
  return await new Promise<T | null>((resolve, reject) => {
    const right = asked.map((answer) => answer.then((value) => (value === null ? undefined : resolve(value))))
    void Promise.allSettled(right).then((answers) => {
      const failed = answers.find(({ status }) => status === 'rejected')
      if (failed?.status === 'rejected') reject(failed.reason)
      else resolve(null)
    })
  })
}
