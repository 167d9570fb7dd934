import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { type: 'major'; execution: 'async'; flavor: 'last-resort' }) => Promise<void>

/**
 * After something large: V8 keeps the pages it needed for it, whether or not anything is in them, until the system is
 * short of memory. This collects what is left and hands empty pages back; it stands still for a moment, so it is for the
 * end of a start and of a long read, not for every day.
 */
export async function giveBackMemory(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as Collect
  setFlagsFromString('--no-expose-gc')
  await collect({ type: 'major', execution: 'async', flavor: 'last-resort' })
}
