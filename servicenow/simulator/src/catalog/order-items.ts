import { registerOperation } from '../store/operations.ts'
import type { Records, Row, Who, WriteOutcome } from '../store/records.ts'
import { inLanguage, sessionLanguage } from '../store/translations.ts'
import { type Answers, layoutTypes, storedAnswer, type Variable, variablesOf } from './variables.ts'

/** `requestedFor` where a line is for somebody else than the request as a whole. */
export type OrderLine = { itemId: string; quantity: string; answers: Answers; requestedFor?: string }

export type Order = { requestedFor: string; lines: readonly OrderLine[]; specialInstructions?: string }

export type Ordered = { requestId: string; requestNumber: string; itemIds: string[] } | { refused: string }

/**
 * Makes a request of what was ordered: REQ, and for each line the answers first, then the RITM with them, so that
 * whatever starts with the RITM finds them. A line without a flow becomes a task of the item's fulfilment group.
 */
export function orderItems(records: Records, order: Order, who: Who): Ordered {
  const forWhom = order.requestedFor || who.userId
  const request = records.insert(
    'sc_request',
    {
      requested_for: forWhom,
      opened_by: who.userId,
      approval: 'approved',
      request_state: 'in_process',
      stage: 'delivery',
      special_instructions: order.specialInstructions ?? '',
      price: String(total(records, order.lines)),
    },
    who,
  )
  if ('aborted' in request) return { refused: request.aborted }
  const itemIds: string[] = []
  for (const line of order.lines) {
    const made = orderLine(records, request.row, line, forWhom, who)
    if ('aborted' in made) return { refused: made.aborted }
    itemIds.push(made.row.sys_id ?? '')
  }
  return { requestId: request.row.sys_id ?? '', requestNumber: request.row.number ?? '', itemIds }
}

registerOperation('catalog.order', (records, input: Order, who) => orderItems(records, input, who))

function orderLine(records: Records, request: Row, line: OrderLine, forWhom: string, who: Who): WriteOutcome {
  const item = records.get('sc_cat_item', line.itemId)
  const ritmId = records.newId()
  const flow = item?.flow_designer_flow ?? ''
  const variables = variablesOf(records, line.itemId)
  writeAnswers(records, ritmId, line, variables, who)
  const requestedFor = variables.find((variable) => variable.type === '31')
  const named = requestedFor ? storedAnswer(requestedFor, line.answers) : ''
  const outcome = records.insert(
    'sc_req_item',
    {
      sys_id: ritmId,
      request: request.sys_id ?? '',
      cat_item: line.itemId,
      quantity: line.quantity,
      requested_for: line.requestedFor || named || forWhom,
      opened_by: who.userId,
      sc_catalog: item?.sc_catalogs?.split(',')[0] ?? '',
      short_description: described(records, item, who),
      price: item?.price ?? '',
      approval: flow ? 'not requested' : 'approved',
      stage: flow ? 'waiting_for_approval' : 'fulfillment',
    },
    who,
  )
  if (flow === '' && 'row' in outcome) makeTask(records, item, outcome.row, who)
  return outcome
}

/** As whoever orders reads it: a text of the item that is copied is copied in the language of the session. */
function described(records: Records, item: Row | null, who: Who): string {
  if (!item) return ''
  const read = inLanguage(records, sessionLanguage(records, who.userId), 'sc_cat_item', item)
  return read.short_description || read.name || ''
}

function writeAnswers(
  records: Records,
  ritmId: string,
  line: OrderLine,
  variables: readonly Variable[],
  who: Who,
): void {
  variables.forEach((variable, index) => {
    if (layoutTypes.has(variable.type) || variable.name === '') return
    const option = records.insert(
      'sc_item_option',
      { item_option_new: variable.row.sys_id ?? '', value: storedAnswer(variable, line.answers), order: String(index) },
      who,
    )
    if ('row' in option)
      records.insert('sc_item_option_mtom', { request_item: ritmId, sc_item_option: option.row.sys_id ?? '' }, who)
  })
}

function makeTask(records: Records, item: Row | null, ritm: Row, who: Who): void {
  records.insert(
    'sc_task',
    {
      request_item: ritm.sys_id ?? '',
      request: ritm.request ?? '',
      parent: ritm.sys_id ?? '',
      cat_item: ritm.cat_item ?? '',
      short_description: ritm.short_description ?? '',
      assignment_group: item?.group ?? '',
      opened_by: who.userId,
    },
    who,
  )
}

function total(records: Records, lines: readonly OrderLine[]): number {
  return lines.reduce((sum, line) => {
    return sum + Number(records.get('sc_cat_item', line.itemId)?.price ?? 0) * Number(line.quantity)
  }, 0)
}
