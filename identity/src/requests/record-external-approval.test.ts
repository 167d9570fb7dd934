import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExternalApprovalInput } from './record-external-approval.ts'
import { hourMs, type Login, managerStage, requestsWorld, system, type World } from './testing.ts'

let world: World
let roleId: string
beforeAll(async () => {
  world = await requestsWorld()
  roleId = (await world.role('Salesforce', { daysMax: 90 })).id
  await world.policy(
    roleId,
    { name: 'Manager', approvers: { kind: 'manager' } },
    {
      name: 'Finance',
      approvers: { kind: 'group', groupId: world.finance },
      escalateAfterHours: null,
      escalateTo: null,
    },
  )
})
afterAll(() => world.close())

const by = (...logins: Login[]) =>
  logins.map((login) => ({ personId: world.id[login], at: world.clock.now(), comment: null }))

async function order(changes: Partial<ExternalApprovalInput> & { for?: Login } = {}) {
  const { for: login = 'molly', ...rest } = changes
  const input: ExternalApprovalInput = {
    roleId,
    beneficiaryId: world.id[login],
    requesterId: world.id[login],
    reason: 'a project with sales',
    durationDays: 30,
    askedAt: new Date(world.clock.now().getTime() - hourMs),
    approvals: [],
    notCounted: [],
    obstacle: null,
    evidence: { ticket: 'RITM0010001' },
    actor: system,
    ...rest,
  }
  return world.db.transaction((tx) => world.requests.recordExternalApproval(tx, input))
}
const give = (outcome: Awaited<ReturnType<typeof order>>) =>
  outcome.kind === 'recorded' ? [outcome.request.state, outcome.request.outcomeReason] : [outcome.kind]

test('approvals of the right people become a grant, with who approved and from which ticket in the trail', async () => {
  const outcome = await order({ approvals: by('marcus', 'fiona') })
  await world.settle()
  const grant = await world.grantOf('molly', roleId)
  expect([outcome.kind, grant?.durationDays]).toEqual(['recorded', 30])
  expect(grant?.evidence.approvals.map(({ approverId }) => approverId)).toEqual([world.id.marcus, world.id.fiona])
  const requestId = outcome.kind === 'recorded' ? outcome.request.id : ''
  expect(await world.trail({ requestId })).toEqual(
    expect.arrayContaining(['request.approved_outside', 'request.approved']),
  )
  expect(await world.asked(requestId)).toEqual([])
})

test('what is held already is a success that asks nobody', async () => {
  expect(await order({ approvals: [] })).toMatchObject({ kind: 'already_held' })
  await world.endHeld('molly', roleId)
  await world.settle()
})

test.each([
  ['no approval at all', [], 'Manager'],
  ['a stage left out', ['marcus'], 'Finance'],
  ['one approval for both stages', ['fiona'], 'Manager'],
  ['people with no say in it', ['ivan', 'axel'], 'Manager'],
] as [string, Login[], string][])('%s is a denial that names the stage', async (_name, logins, stage) => {
  const [state, reason] = give(await order({ approvals: by(...logins) }))
  expect(state).toBe('denied')
  expect(reason).toContain(`“${stage}”`)
  expect(await world.grantOf('molly', roleId)).toBeNull()
})

test('nobody approves for themselves: neither whom it is for nor who ordered it', async () => {
  const [own] = give(await order({ for: 'fiona', approvals: by('diana', 'fiona') }))
  expect(own).toBe('denied')
  const ordered = { for: 'molly' as const, requesterId: world.id.fiona, approvals: by('marcus', 'fiona') }
  expect(give(await order(ordered))[0]).toBe('denied')
  expect(await world.grantOf('fiona', roleId)).toBeNull()
})

test('an obstacle found elsewhere denies whatever was approved', async () => {
  const obstacle = 'The person it is for was changed after it was ordered.'
  expect(give(await order({ approvals: by('marcus', 'fiona'), obstacle }))).toEqual(['denied', obstacle])
})

test('more days than the role allows, and power over Hallpass itself, are denied', async () => {
  expect(give(await order({ approvals: by('marcus', 'fiona'), durationDays: 91 }))[0]).toBe('denied')
  expect(give(await order({ approvals: by('marcus', 'fiona'), durationDays: null }))[0]).toBe('denied')
  const admin = await world.access.productRoleId(world.db, 'admin')
  expect(['denied', 'refused']).toContain(give(await order({ roleId: admin, approvals: by('marcus', 'fiona') }))[0])
})

test('a policy that wants a fresh proof of its approvers is not met elsewhere', async () => {
  const rules = {
    stages: [{ ...managerStage, escalateTo: null, escalateAfterHours: null }],
    samePersonMayDecideSeveralStages: false,
    proveWithinMinutes: 10,
  }
  const strict = (await world.role('Payroll')).id
  await world.db.transaction((tx) => world.requests.setPolicy(tx, { kind: 'operator', name: 'test' }, strict, rules))
  const [state, reason] = give(await order({ roleId: strict, approvals: by('marcus') }))
  expect([state, String(reason)]).toEqual(['denied', expect.stringContaining('confirm who they are')])
})

test('an approver who was disabled since no longer counts', async () => {
  await world.setStateQuietly('marcus', 'disabled')
  const [state, reason] = give(await order({ approvals: by('marcus', 'fiona') }))
  await world.setStateQuietly('marcus', 'active')
  expect([state, String(reason).includes('Manager')]).toEqual(['denied', true])
})

test('somebody who left gets nothing, whoever approved', async () => {
  await world.setStateQuietly('molly', 'disabled')
  const [state] = give(await order({ approvals: by('marcus', 'fiona') }))
  await world.setStateQuietly('molly', 'active')
  expect(['cancelled', 'refused']).toContain(state)
  expect(await world.grantOf('molly', roleId)).toBeNull()
})

test('an order follows the request that is open in the portal already', async () => {
  const open = await world.ask('sio', roleId, 10)
  const outcome = await order({ for: 'sio', approvals: by('marcus', 'fiona') })
  expect(outcome).toMatchObject({ kind: 'already_requested', request: { id: open.id, state: 'waiting' } })
  const input = { requestId: open.id, actor: system }
  expect(await world.db.transaction((tx) => world.requests.takeBackExternal(tx, input))).toBe('nothing')
  expect(await world.requests.request(world.db, open.id)).toMatchObject({ state: 'waiting' })
})

test('a cancelled ticket takes back what it gave, and only that', async () => {
  const outcome = await order({ approvals: by('marcus', 'fiona') })
  const requestId = outcome.kind === 'recorded' ? outcome.request.id : ''
  await world.settle()
  const input = { requestId, actor: system }
  const take = () => world.db.transaction((tx) => world.requests.takeBackExternal(tx, input))
  expect(await take()).toBe('ended')
  expect(await take()).toBe('nothing')
  await world.settle()
  expect(await world.grantOf('molly', roleId)).toBeNull()
})

/** What becomes of Axel's order where `change` is made to his request in the portal just when that is looked at. */
async function whileLocked(id: string, change: RawBuilder<unknown>) {
  const isWaiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  const { outcome } = await world.db.transaction(async (tx) => {
    const ask = (statement: RawBuilder<unknown>) => statement.execute(tx.withTables<object>())
    await ask(sql`select 1 from requests where id = ${id} for update`)
    const outcome = order({ for: 'axel', approvals: by('diana', 'fiona') })
    await expect.poll(async () => (await world.sql(isWaiting)).length).toBe(1)
    await ask(change)
    return { outcome }
  })
  return outcome
}

test('an item that comes to follow a request while that moves sees what it became', async () => {
  const { id } = await world.ask('axel', roleId, 10)
  const moved = sql`update requests set version = version + 1, by_hand = true where id = ${id}`
  expect(await whileLocked(id, moved)).toMatchObject({ kind: 'already_requested', request: { id, byHand: true } })
})

test('an item does not follow a request that was settled just then: its own approvals count', async () => {
  const waiting = sql`select id from requests where beneficiary_id = ${world.id.axel} and state = 'waiting'`
  const [{ id }] = (await world.sql(waiting)) as [{ id: string }]
  const settled = sql`update requests set version = version + 1, by_hand = false, state = 'cancelled',
    outcome_reason = 'withdrawn', settled_at = created_at, due_at = null, due_for = null where id = ${id}`
  const outcome = await whileLocked(id, settled)
  expect(outcome).toMatchObject({ kind: 'recorded', request: { state: 'fulfilling' } })
  expect(outcome.kind === 'recorded' && outcome.request.id).not.toBe(id)
  await world.settle()
  expect((await world.grantOf('axel', roleId))?.state).toBe('active')
})

test('what is over, and only not swept yet, is given anew', async () => {
  const first = await order({ approvals: by('marcus', 'fiona') })
  await world.settle()
  const before = await world.grantOf('molly', roleId)
  expect(first.kind).toBe('recorded')
  world.clock.advance(31 * 24 * hourMs)
  expect(await order({ approvals: by('marcus', 'fiona') })).toMatchObject({ kind: 'recorded' })
  await world.settle()
  const after = await world.grantOf('molly', roleId)
  expect(after?.state).toBe('active')
  expect(after?.id).not.toBe(before?.id)
})

test('an approval more than is needed, by somebody of a paused directory, holds nothing up; one that is needed does', async () => {
  const { db, directory } = world
  const settings = { kind: 'built-in' } as const
  const { id: directoryId } = await db.transaction((tx) => directory.connect(tx, system, { name: 'Other', settings }))
  const draft = { directoryId, login: 'gina', displayName: 'Gina', mail: 'gina@other.example' }
  const { id: gina } = await db.transaction((tx) => directory.createPerson(tx, system, draft))
  await db.transaction((tx) => directory.pause(tx, { directoryId, reason: 'mended', actor: system }))
  const ofGina = { personId: gina, at: world.clock.now(), comment: null }
  const role = (await world.role('Wiki', {})).id
  await world.policy(role, managerStage)
  const asked = { roleId: role, durationDays: null }
  await expect(order({ ...asked, approvals: [ofGina] })).rejects.toMatchObject({ code: 'decision_paused' })
  const enough = await order({ ...asked, approvals: [ofGina, ...by('marcus')] })
  expect(give(enough)).toEqual(['fulfilling', null])
})
