import { expect, test } from 'vitest'
import { judgeApprovals } from './judge-approvals.ts'
import type { ApprovalRow, ReadOrder, SnowUser } from './read-orders.ts'

const opened = new Date('2026-03-02T09:00:00Z')
const later = new Date('2026-03-02T10:00:00Z')
const user = (userName: string, changes: Partial<SnowUser> = {}): SnowUser => ({
  sysId: userName,
  userName,
  email: `${userName}@acme.example`,
  employeeNumber: '',
  language: '',
  isActive: true,
  isProgram: false,
  ...changes,
})
const approved = (by: string, changes: Partial<ApprovalRow> = {}): ApprovalRow => ({
  approverSysId: by,
  state: 'approved',
  at: later,
  updatedBy: by,
  history: null,
  comments: '',
  ...changes,
})
const cast = [
  user('molly'),
  user('marcus'),
  user('ivan'),
  user('gone', { isActive: false }),
  user('svc', { isProgram: true }),
]
function judge(approvals: ApprovalRow[], changes: Partial<ReadOrder> = {}) {
  const order = {
    requestedFor: 'molly',
    openedBy: 'molly',
    openedAt: opened,
    createdAt: opened,
    changedAt: opened,
    creator: { userName: 'molly', isProgram: false },
    approvals,
    ...changes,
  }
  return judgeApprovals({ ...order, users: new Map(cast.map((each) => [each.sysId, each])) } as ReadOrder)
}

test('an approval that the approver wrote counts, with when and what they said', () => {
  const { counted, notCounted } = judge([approved('marcus', { comments: ' fine ' })])
  expect(counted).toEqual([{ user: cast[1], at: later, comment: 'fine' }])
  expect(notCounted).toEqual([])
})

test.each([
  ['whom it is for', approved('molly'), {}],
  ['who ordered it for somebody else', approved('ivan'), { openedBy: 'ivan' }],
  ['a program', approved('svc'), {}],
  ['somebody whose account ended', approved('gone'), {}],
  ['somebody unknown', approved('nobody'), {}],
  ['an approver in whose name somebody else wrote', approved('marcus', { updatedBy: 'molly' }), {}],
  ['an approver in whose name the integration wrote', approved('marcus', { updatedBy: 'svc' }), {}],
  ['a time before the order', approved('marcus', { at: new Date('2026-03-01T09:00:00Z') }), {}],
  ['who made it, whoever it says ordered it', approved('ivan'), { creator: { userName: 'Ivan', isProgram: false } }],
  ['a time before the order was changed', approved('marcus'), { changedAt: new Date('2026-03-02T10:00:01Z') }],
  ['the second in which the order was changed', approved('marcus'), { changedAt: later }],
  ['no time at all', approved('marcus', { at: null }), {}],
] as [string, ApprovalRow, Partial<ReadOrder>][])(
  'an approval by %s does not count, and words say why',
  (_name, row, changes) => {
    const { counted, notCounted } = judge([row], changes)
    expect([counted, notCounted.length]).toEqual([[], 1])
  },
)

test('an approval in the second of the order counts, when what was ordered was not written since', () => {
  const { counted } = judge([approved('marcus', { at: opened })])
  expect(counted).toHaveLength(1)
  const rewritten = { createdAt: opened, openedAt: later, changedAt: later }
  expect(judge([approved('marcus')], rewritten).counted).toEqual([])
})

const wrote = (by: string, at = later): Partial<ApprovalRow> => ({ updatedBy: 'system', history: { by, at } })

test('an approval that the platform wrote over counts as the history has it: by whom, and when', () => {
  const at = new Date('2026-03-02T09:30:00Z')
  const { counted, notCounted } = judge([approved('marcus', { ...wrote('Marcus', at), at: later })])
  expect([counted, notCounted]).toEqual([[{ user: cast[1], at, comment: null }], []])
})

test.each([
  ['somebody else', approved('marcus', wrote('ivan')), {}],
  ['nobody', approved('marcus', wrote('')), {}],
  ['the approver before the order', approved('marcus', wrote('marcus', new Date('2026-03-01T09:00:00Z'))), {}],
  [
    'the approver before the order was changed',
    approved('marcus', wrote('marcus')),
    { changedAt: new Date('2026-03-02T10:00:01Z') },
  ],
  ['whom it is for', approved('molly', wrote('molly')), {}],
] as [string, ApprovalRow, Partial<ReadOrder>][])(
  'a history that says %s makes no approval count',
  (_name, row, changes) => {
    expect(judge([row], changes).counted).toEqual([])
  },
)

test.each(['requested', 'rejected', 'cancelled', 'not_required', 'not requested', 'duplicate', ''])(
  'a row that says %j is no approval',
  (state) => {
    expect(judge([approved('marcus', { state })])).toEqual({ counted: [], notCounted: [] })
  },
)
