import { addCall, callsOf, isTrue, updateCall } from './calls.ts'
import type { Glide, Row } from './ports.ts'
import { isOpen } from './read-order.ts'
import { tables } from './tables.ts'
import { toWire } from './wire.ts'
import { englishWords } from './words.ts'

/**
 * An item of ours was closed or cancelled. When the flow did it, it had taken up the answer before, and nothing follows.
 * When somebody did it by hand while Hallpass is at work, the work is stopped and what was given is taken back.
 */
export function onItemChanged(glide: Glide, item: Pick<Row, 'id' | 'get'>): void {
  if (isOpen(item)) return
  const waiting = glide.tables.find(tables.stage, [
    ['request_item', item.id],
    ['state', 'IN', 'waiting,asking'],
  ])
  for (const stage of waiting) glide.tables.update(tables.stage, stage.id, { state: 'skipped' })
  for (const call of callsOf(glide, item.id, 'policy')) withdrawUnsaid(glide, call)

  const [call] = callsOf(glide, item.id, 'fulfilment')
  if (call === undefined || isTrue(call.get('taken'))) return
  // Automation had given up and a person did it: that is no reason to take it back.
  if (item.get('state') === '3' && isTrue(call.get('settled'))) {
    updateCall(glide, call.id, { taken: 'true' })
    return
  }
  const isSaid = call.get('state') !== 'waiting' || Number(call.get('attempts') || '0') > 0
  updateCall(glide, call.id, { settled: 'true', taken: 'true' })
  if (!isSaid) {
    updateCall(glide, call.id, { state: 'withdrawn' })
    return
  }
  const ritm = { sysId: item.id, number: item.get('number') }
  addCall(glide, {
    kind: 'revocation',
    itemId: item.id,
    subject: '',
    method: 'POST',
    path: '/desk/v1/revocations',
    body: toWire({ ritm, reason: englishWords(glide)('closed_by_hand', item.get('sys_updated_by')) }),
  })
}

function withdrawUnsaid(glide: Glide, call: Row): void {
  if (call.get('state') === 'waiting') updateCall(glide, call.id, { state: 'withdrawn', settled: 'true' })
}
