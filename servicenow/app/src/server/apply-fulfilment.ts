import { type CallKind, callsOf, isTrue, updateCall } from './calls.ts'
import { keepManualTask } from './manual-task.ts'
import { noteGrant } from './note-grant.ts'
import type { Glide } from './ports.ts'
import { tables } from './tables.ts'
import { unsaid } from './unsaid.ts'
import type { FulfilmentItem, FulfilmentState } from './wire.ts'
import { plain } from './words.ts'

export type News = {
  readonly state: FulfilmentState
  readonly message: string
  readonly version: number
  readonly workNote?: string
  readonly items?: readonly FulfilmentItem[]
}
export type Applied = 'applied' | 'unchanged' | 'unknown'

/** States after which nothing more comes by itself. `failed` is told to IT, and goes on by hand. */
const settledStates: ReadonlySet<FulfilmentState> = new Set(['denied', 'failed', 'fulfilled', 'ended'])

/**
 * Takes up how far Hallpass is with an item: from an answer, a callback or a poll. Repeated or older news changes nothing.
 * The flow waits on the row of the call, so that noting the state there is what wakes it.
 */
export function applyFulfilment(glide: Glide, itemId: string, news: News, kind: CallKind = 'fulfilment'): Applied {
  const [call] = callsOf(glide, itemId, 'fulfilment')
  if (call === undefined) return 'unknown'
  if (kind === 'revocation') noteRevocation(glide, itemId)
  if (isOlder(glide, call.id, news.version)) return 'unchanged'

  for (const item of news.items ?? []) {
    // What was held before is not this item's to show, nor to end.
    if (!item.alreadyHeld) noteGrant(glide, { ...item, ritm: itemId, version: news.version })
  }
  const note = plain(news.workNote ?? '')
  const words = unsaid(glide, itemId, {
    // Whoever waits for a person is told so; other news ends the wait within moments, and is told then.
    ...(news.state === 'manual' ? { comments: plain(news.message) } : {}),
    work_notes: note,
  })
  if (Object.keys(words).length > 0) glide.tables.update(tables.item, itemId, words)
  const isWaitedFor = !isTrue(call.get('settled'))
  keepManualTask(glide, itemId, { state: news.state, message: plain(news.message), note, isWaitedFor })
  if (isOlder(glide, call.id, news.version)) return 'unchanged'
  updateCall(glide, call.id, {
    remote_state: news.state,
    remote_version: String(news.version),
    message: plain(news.message).slice(0, 2000),
    state: 'answered',
    settled: settledStates.has(news.state) ? 'true' : 'false',
  })
  return 'applied'
}

/**
 * By what is noted now, not by what was read before: two messages may come at one instant. Where they pass each other all
 * the same, whoever asks next (this app, or Hallpass in pull mode) finds out.
 */
function isOlder(glide: Glide, callId: string, version: number): boolean {
  const noted = glide.tables.get(tables.call, callId)
  const isFirst = noted === null || noted.get('remote_state') === ''
  return !isFirst && version <= Number(noted.get('remote_version') || '0')
}

function noteRevocation(glide: Glide, itemId: string): void {
  for (const call of callsOf(glide, itemId, 'revocation')) updateCall(glide, call.id, { settled: 'true' })
}
