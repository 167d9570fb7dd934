import { expect, test } from 'vitest'
import { type ItemFacts, orderState } from './order-state.ts'
import type { OrderItem } from './types.ts'

const item = (changes: Partial<OrderItem> = {}): OrderItem => ({
  orderId: 'o',
  roleId: 'r',
  roleName: 'Salesforce',
  requestId: 'q',
  grantId: null,
  alreadyHeld: false,
  follows: false,
  refusal: null,
  ...changes,
})
const asked = (state: 'waiting' | 'fulfilling' | 'fulfilled' | 'denied' | 'cancelled', byHand = false): ItemFacts => ({
  item: item(),
  request: { state, byHand, outcomeReason: 'a reason', outcomeCode: null, approvals: [] },
  grant: null,
})
const held: ItemFacts = { item: item({ alreadyHeld: true, requestId: null }), request: null, grant: null }
const refused: ItemFacts = { item: item({ refusal: 'not offered', requestId: null }), request: null, grant: null }

test.each([
  [[asked('waiting')], 'checking'],
  [[asked('fulfilling')], 'working'],
  [[asked('fulfilling', true)], 'manual'],
  [[asked('fulfilled')], 'fulfilled'],
  [[asked('denied')], 'denied'],
  [[asked('cancelled')], 'ended'],
  [[held], 'fulfilled'],
  [[refused], 'denied'],
  [[asked('fulfilled'), asked('fulfilling')], 'working'],
  [[asked('fulfilled'), asked('denied')], 'fulfilled'],
  [[asked('denied'), refused], 'denied'],
  [[], 'denied'],
] as [ItemFacts[], string][])('parts that are %j make an order that is %s', (facts, state) => {
  expect(orderState(facts, false).state).toBe(state)
})

test('a denial says why, for each role', () => {
  expect(orderState([asked('denied'), refused], false).message).toBe(
    'Salesforce: not given. a reason\nSalesforce: not given. not offered',
  )
})

test('what an approver or whoever took it back typed stands in quotes on one line, and what Hallpass says does not', () => {
  const typed = (facts: ItemFacts): ItemFacts => ({
    ...facts,
    request: facts.request && { ...facts.request, outcomeReason: ' Because\n\nI say so. ' },
  })
  const denial = { stage: 0, approverId: 'p', state: 'denied' } as const
  const denied = typed(asked('denied'))
  const byApprover = {
    ...denied,
    request: denied.request && {
      ...denied.request,
      approvals: [{ ...denial, askedAt: new Date(0), decidedAt: new Date(0), comment: null }],
    },
  }
  const messageOf = (facts: ItemFacts) => orderState([facts], false).message
  expect(messageOf(byApprover)).toBe('Salesforce: not given. “Because I say so.”')
  expect(messageOf(typed(asked('cancelled')))).toBe('Salesforce: stopped. “Because I say so.”')
  const said = asked('cancelled')
  const bySystem: ItemFacts = { ...said, request: said.request && { ...said.request, outcomeCode: 'access_ended' } }
  expect(messageOf(bySystem)).toBe('Salesforce: stopped. a reason')
})

test('an order taken back is over when all that it gave is, and what was held before stays out of it', () => {
  expect(orderState([asked('fulfilled'), held], true).state).toBe('revoking')
  expect(orderState([asked('cancelled'), held], true).state).toBe('ended')
  expect(orderState([held], true).state).toBe('ended')
  const followed: ItemFacts = { ...asked('waiting'), item: item({ follows: true }) }
  expect(orderState([followed], false).state).toBe('checking')
  expect(orderState([followed, asked('cancelled')], true).state).toBe('ended')
})
