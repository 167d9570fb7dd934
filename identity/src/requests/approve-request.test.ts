import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelRequest } from './cancel-request.ts'
import { requestChanged, requestSettled } from './module.ts'
import { dayMs, managerStage, requestsWorld, type World } from './testing.ts'

let world: World
const financeStage = () => ({
  ...managerStage,
  name: 'Finance',
  approvers: { kind: 'group' as const, groupId: world.finance },
})

beforeAll(async () => {
  world = await requestsWorld()
  await world.makeAdministrator('ivan')
})
afterAll(() => world.close())

/** A role that asks the manager, then finance; each test has its own. */
async function salesforce(name: string, facts = {}) {
  const appId = await world.app(`${name} app`)
  const role = await world.role(name, { apps: [{ appId, entitlements: ['user'] }], daysMax: 90, ...facts })
  await world.policy(role.id, managerStage, financeStage())
  return role
}

describe('Molly gets access', () => {
  test('manager, then finance approve; the grant is made with the last approval and begins when the accounts are there', async () => {
    const role = await salesforce('Salesforce users')
    const request = await world.ask('molly', role.id, 30)
    await world.settle()
    expect(await world.asked(request.id)).toEqual(['marcus'])
    expect(world.mails('request_asked').map((mail) => mail.to)).toEqual(['marcus@acme.example'])
    expect(world.mails('request_asked')[0]?.text).toContain('for work')

    const afterManager = await world.approve('marcus', request.id, 0, 'fine with me')
    expect(afterManager).toMatchObject({ state: 'waiting', stage: 1 })
    expect(await world.grantOf('molly', role.id)).toBeNull()
    expect(await world.asked(request.id)).toEqual(['fiona', 'frank'])

    const approved = await world.approve('frank', request.id, 1)
    expect(approved.state).toBe('fulfilling')
    expect(await world.grantOf('molly', role.id)).toMatchObject({
      state: 'pending',
      requestId: request.id,
      endsAt: null,
    })

    await world.settle()
    expect(await world.request(request.id)).toMatchObject({ state: 'fulfilled', byHand: false })
    const grant = await world.grantOf('molly', role.id)
    expect(grant).toMatchObject({ state: 'active', endsAt: new Date(world.clock.now().getTime() + 30 * dayMs) })
    expect(grant?.evidence).toMatchObject({
      source: 'request',
      askedBy: world.id.molly,
      policy: { version: 1 },
      approvals: [
        { stage: 'Manager', approverId: world.id.marcus, comment: 'fine with me' },
        { stage: 'Finance', approverId: world.id.frank },
      ],
    })
    const told = world.mailbox.filter((mail) => mail.to === 'molly@acme.example').map((mail) => mail.kind)
    expect(told).toEqual(['request_stage_approved', 'request_approved', 'request_fulfilled'])
    const trail = await world.trail({ requestId: request.id })
    expect(trail.filter((action) => action.startsWith('request.'))).toEqual([
      'request.created',
      'request.approvers_asked',
      'request.stage_approved',
      'request.approvers_asked',
      'request.stage_approved',
      'request.approved',
      'request.fulfilled',
    ])
  })

  test('the slices to the right hear of each change, and once of the end', async () => {
    const heard: string[] = []
    world.events.inTransaction(
      requestChanged,
      'test',
      async (_tx, { requestId }) => void heard.push(`changed ${requestId}`),
    )
    world.events.inTransaction(
      requestSettled,
      'test',
      async (_tx, { requestId }) => void heard.push(`settled ${requestId}`),
    )
    const role = await salesforce('Heard')
    const { id } = await world.ask('molly', role.id, 30)
    await world.approve('marcus', id, 0)
    await world.approve('frank', id, 1)
    await world.settle()
    expect(heard).toEqual([...Array.from({ length: 4 }, () => `changed ${id}`), `settled ${id}`])
  })

  test('one mail per approval: nobody is written to twice for being asked once', async () => {
    const role = await salesforce('One mail')
    world.mailbox.length = 0
    const request = await world.ask('molly', role.id, 30)
    await world.approve('marcus', request.id, 0)
    await world.settle()
    expect(
      world
        .mails('request_asked')
        .map((mail) => mail.to)
        .sort(),
    ).toEqual(['fiona@acme.example', 'frank@acme.example', 'marcus@acme.example'])
  })
})

describe('nobody approves their own request', () => {
  test('not through a group: the requester is left out, the others are asked', async () => {
    const role = await world.role('Finance tool')
    await world.policy(role.id, financeStage())
    const request = await world.ask('frank', role.id)
    expect(await world.asked(request.id)).toEqual(['fiona'])
    await expect(world.approve('frank', request.id, 0)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'own_request',
    })
  })

  test('not as the only approver: the stage escalates, and the requester stays left out there too', async () => {
    const role = await world.role('Owned by Ivan', { ownerIds: [world.id.ivan] })
    await world.policy(role.id, { approvers: { kind: 'role_owner' }, escalateTo: { kind: 'administrators' } })
    const request = await world.ask('ivan', role.id)
    expect(request).toMatchObject({ state: 'denied' })
    expect(request.outcomeReason).toContain('could be found')
    expect(await world.grantOf('ivan', role.id)).toBeNull()
  })

  test('no manager is not a yes: the fallback is asked, then the escalation, and without both it is denied with the reason', async () => {
    const role = await world.role('Fallbacks')
    await world.policy(role.id, { ...managerStage, fallback: { kind: 'person', personId: world.id.fiona } })
    const first = await world.ask('diana', role.id)
    expect(first.stages[0]?.level).toBe('fallback')
    expect(await world.asked(first.id)).toEqual(['fiona'])

    const second = await world.role('Escalations')
    await world.policy(second.id, managerStage)
    const escalated = await world.ask('diana', second.id)
    expect(escalated.stages[0]?.level).toBe('escalated')
    expect(await world.asked(escalated.id)).toEqual(['ivan'])

    const third = await world.role('Nobody')
    await world.policy(third.id, { ...managerStage, escalateTo: null, escalateAfterHours: null })
    world.mailbox.length = 0
    const denied = await world.ask('diana', third.id)
    expect(denied).toMatchObject({ state: 'denied', outcomeReason: expect.stringContaining('Manager') })
    await world.settle()
    expect(world.mails('request_denied').map((mail) => mail.to)).toEqual(['diana@acme.example'])
  })
})

describe('one decision, once', () => {
  test('of 20 simultaneous approvals by two approvers exactly one counts, and the others are told where the request is', async () => {
    const role = await world.role('Raced')
    await world.policy(role.id, financeStage(), managerStage)
    const request = await world.ask('molly', role.id, 30)
    const tries = Array.from({ length: 20 }, (_, i) => world.approve(i % 2 ? 'fiona' : 'frank', request.id, 0))
    const results = await Promise.allSettled(tries)
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ kind: 'conflict' })
        expect(result.reason.extra).toMatchObject({ state: 'waiting', stage: 1 })
      }
    const { approvals, stage } = await world.request(request.id)
    expect(stage).toBe(1)
    expect(approvals.filter((a) => a.stage === 0 && a.state === 'approved')).toHaveLength(1)
    expect(approvals.filter((a) => a.stage === 0 && a.state === 'closed')).toHaveLength(1)
    const trail = await world.trail({ requestId: request.id })
    expect(trail.filter((action) => action === 'request.stage_approved')).toHaveLength(1)
  })

  test('of an approval and a denial at the same instant one counts', async () => {
    const role = await world.role('Split')
    await world.policy(role.id, financeStage())
    for (let round = 0; round < 5; round += 1) {
      const request = await world.ask('molly', role.id, 30)
      const results = await Promise.allSettled([
        world.approve('fiona', request.id, 0),
        world.deny('frank', request.id, 0),
      ])
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
      const { state } = await world.request(request.id)
      const grant = await world.grantOf('molly', role.id)
      expect(state === 'fulfilling' ? grant?.requestId : grant).toBe(state === 'fulfilling' ? request.id : null)
      if (state === 'fulfilling') break
    }
  })

  test('a stage cannot be skipped or replayed', async () => {
    const role = await salesforce('No skipping')
    const request = await world.ask('molly', role.id, 30)
    await expect(world.approve('frank', request.id, 1)).rejects.toMatchObject({ code: 'request_not_found' })
    await expect(world.approve('marcus', request.id, 1)).rejects.toMatchObject({ kind: 'conflict' })
    await world.approve('marcus', request.id, 0)
    await expect(world.approve('marcus', request.id, 0)).rejects.toMatchObject({ code: 'already_decided' })
    await expect(world.approve('marcus', request.id, 1)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await world.request(request.id)).toMatchObject({ state: 'waiting', stage: 1 })
  })

  test('an approval after the request was cancelled is refused with its state', async () => {
    const role = await salesforce('Cancelled')
    const request = await world.ask('molly', role.id, 30)
    await cancelRequest(world.requests.deps, {
      requestId: request.id,
      viewer: world.principal('molly'),
      actor: world.actor('molly'),
    })
    await expect(world.approve('marcus', request.id, 0)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'request_cancelled',
      extra: { state: 'cancelled' },
    })
  })

  test('two approvals are two people where the policy asks for two', async () => {
    const role = await world.role('Four eyes')
    await world.policy(role.id, { ...financeStage(), quorum: 2 })
    const request = await world.ask('molly', role.id, 30)
    expect(await world.approve('frank', request.id, 0)).toMatchObject({ state: 'waiting', stage: 0 })
    await expect(world.approve('frank', request.id, 0)).rejects.toMatchObject({ code: 'already_decided' })
    expect(await world.approve('fiona', request.id, 0)).toMatchObject({ state: 'fulfilling' })
  })

  test('whoever approved one stage does not decide another', async () => {
    const role = await world.role('Twice Marcus', { ownerIds: [world.id.marcus, world.id.sio] })
    await world.policy(role.id, managerStage, { ...managerStage, name: 'Owner', approvers: { kind: 'role_owner' } })
    const request = await world.ask('molly', role.id, 30)
    await world.approve('marcus', request.id, 0)
    expect(await world.asked(request.id)).toEqual(['sio'])
  })

  test('one denial ends it, with a reason the requester reads', async () => {
    const role = await salesforce('Denied')
    const request = await world.ask('molly', role.id, 30)
    await expect(world.deny('marcus', request.id, 0, '  ')).rejects.toMatchObject({ kind: 'invalid' })
    expect(await world.deny('marcus', request.id, 0, 'not in the budget')).toMatchObject({ state: 'denied' })
    await world.settle()
    expect(world.mails('request_denied').at(-1)?.text).toContain('not in the budget')
  })
})
