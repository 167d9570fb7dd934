import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addComment } from './add-comment.ts'
import { getInbox } from './get-inbox.ts'
import { getTracker } from './get-tracker.ts'
import { listDecided, listRequests } from './list-requests.ts'
import { previewRequest } from './preview-request.ts'
import { leadTimeOf } from './store.ts'
import { dayMs, ghost, hourMs, type Login, managerStage, requestsWorld, type World } from './testing.ts'

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

const tracker = (login: Login, requestId: string, ...roles: 'admin'[]) =>
  getTracker(world.requests.deps, world.db, { requestId, viewer: world.principal(login, ...roles) })
const inbox = (login: Login) => getInbox(world.requests.deps, world.db, { approverId: world.id[login], limit: 50 })
const comment = (login: Login, requestId: string, kind: 'comment' | 'question', text: string) =>
  addComment(world.requests.deps, { requestId, viewer: world.principal(login), kind, text, actor: world.actor(login) })

async function twoStages(name: string) {
  const appId = await world.app(`${name} app`)
  const role = await world.role(name, { apps: [{ appId, entitlements: [] }] })
  await world.policy(role.id, managerStage, financeStage())
  return role
}

describe('the tracker', () => {
  test('shows every stage: done by whom, whom it waits for since when, and who will be asked', async () => {
    const role = await twoStages('Tracked')
    const request = await world.ask('molly', role.id, 30)
    const before = await tracker('molly', request.id)
    expect(before.stages.map(({ state, name }) => [name, state])).toEqual([
      ['Manager', 'current'],
      ['Finance', 'upcoming'],
    ])
    expect(before.stages[0]).toMatchObject({ dueFor: 'remind', startedAt: world.clock.now().toISOString() })
    expect(before.stages[1]?.wouldAsk.map((person) => person.displayName)).toEqual(['fiona', 'frank'])
    expect(before.request).toMatchObject({ stageName: 'Manager', waitsFor: [{ displayName: 'marcus' }] })
    expect(before.can).toMatchObject({ decide: false, cancel: true, comment: true, remind: false })

    world.clock.advance(2 * hourMs)
    await world.approve('marcus', request.id, 0, 'go on')
    const after = await tracker('frank', request.id)
    expect(after.stages[0]).toMatchObject({
      state: 'done',
      decidedAt: world.clock.now().toISOString(),
      approvals: [{ person: { displayName: 'marcus' }, state: 'approved', comment: 'go on' }],
    })
    expect(after.can).toMatchObject({ decide: true, cancel: false })
    expect(after.fulfilment).toMatchObject({ state: 'not_started', apps: [{ app: { name: 'Tracked app' } }] })

    await world.approve('frank', request.id, 1)
    expect((await tracker('molly', request.id)).fulfilment).toMatchObject({ state: 'running' })
    await world.settle()
    const done = await tracker('molly', request.id)
    expect(done.fulfilment).toMatchObject({
      state: 'done',
      endsAt: new Date(world.clock.now().getTime() + 30 * dayMs).toISOString(),
      apps: [{ state: 'done' }],
    })
    expect(done.trail.map(({ actor, action }) => [actor, action])).toContainEqual(['marcus', 'request.stage_approved'])
    expect(done.trail.map(({ actor, action }) => [actor, action])).toContainEqual(['Hallpass', 'request.fulfilled'])
    const order = done.trail.map(({ action }) => action)
    const steps = ['request.stage_approved', 'request.approved', 'grant.made', 'grant.started', 'request.fulfilled']
    expect(order.filter((action) => steps.includes(action))).toEqual(['request.stage_approved', ...steps])
  })

  test('a denied request shows where it was denied and what was not reached', async () => {
    const role = await twoStages('Denied there')
    const request = await world.ask('molly', role.id)
    await world.deny('marcus', request.id, 0, 'too expensive')
    const { stages, request: summary, fulfilment } = await tracker('molly', request.id)
    expect(stages.map((stage) => stage.state)).toEqual(['denied', 'not_reached'])
    expect(summary).toMatchObject({ state: 'denied', outcomeReason: 'too expensive', waitsFor: [], stage: null })
    expect(summary).toMatchObject({ outcomeCode: null, outcomeStage: stages[0]?.name })
    expect(fulfilment.state).toBe('never')
  })

  test('is there for those it concerns, administrators and auditors; to all others it is not', async () => {
    const role = await twoStages('Private')
    const request = await world.ask('molly', role.id)
    await expect(tracker('frank', request.id)).rejects.toMatchObject({ code: 'request_not_found' })
    await expect(tracker('sio', request.id)).rejects.toMatchObject({ code: 'request_not_found' })
    await expect(tracker('molly', ghost)).rejects.toMatchObject({ code: 'request_not_found' })
    expect((await tracker('ivan', request.id, 'admin')).request.id).toBe(request.id)
    await world.approve('marcus', request.id, 0)
    expect((await tracker('marcus', request.id)).can.decide).toBe(false)
    expect((await tracker('frank', request.id)).can.decide).toBe(true)
  })

  test('carries the conversation: a question reaches those who decide, the answer those who asked', async () => {
    const role = await twoStages('Talked about')
    const request = await world.ask('molly', role.id)
    await world.settle()
    world.mailbox.length = 0
    await comment('marcus', request.id, 'question', 'Which project?')
    await comment('molly', request.id, 'comment', 'The <b>spring</b> campaign')
    await world.settle()
    expect(world.mails('request_comment').map((mail) => mail.to)).toEqual(['molly@acme.example', 'marcus@acme.example'])
    expect((await tracker('marcus', request.id)).comments.map((c) => [c.author.displayName, c.kind, c.text])).toEqual([
      ['marcus', 'question', 'Which project?'],
      ['molly', 'comment', 'The <b>spring</b> campaign'],
    ])
    await expect(comment('sio', request.id, 'comment', 'hello')).rejects.toMatchObject({ kind: 'not_found' })
    await expect(comment('molly', request.id, 'comment', ' \n ')).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('the inbox', () => {
  test('has everything needed to decide in one answer, and only what waits for this person', async () => {
    const role = await twoStages('In the inbox')
    const request = await world.ask('molly', role.id, 14)
    await world.approve('marcus', request.id, 0, 'she needs it')
    await comment('molly', request.id, 'comment', 'for the fair')
    const { items, counts } = await inbox('frank')
    const card = items.find((item) => item.requestId === request.id)
    expect(card).toMatchObject({
      beneficiary: { displayName: 'molly', title: 'Person' },
      beneficiaryManager: { displayName: 'marcus' },
      role: { name: 'In the inbox', apps: [{ name: 'In the inbox app' }] },
      reason: 'for work',
      durationDays: 14,
      othersHoldingRole: 0,
      stageName: 'Finance',
      stage: 1,
      stageCount: 2,
      approvalsMissing: 1,
      approvedBefore: [{ person: { displayName: 'marcus' }, stageName: 'Manager', comment: 'she needs it' }],
      comments: [{ text: 'for the fair' }],
      dueFor: 'remind',
    })
    expect(counts.open).toBe(items.length)
    expect((await inbox('marcus')).items.some((item) => item.requestId === request.id)).toBe(false)
    expect((await inbox('molly')).items).toEqual([])
    await world.approve('frank', request.id, 1)
    expect((await inbox('fiona')).items.some((item) => item.requestId === request.id)).toBe(false)
    const decided = await listDecided(world.requests.deps, world.db, world.id.marcus, { limit: 10 })
    expect(decided.items.find((item) => item.id === request.id)).toMatchObject({
      decision: { state: 'approved', stageName: 'Manager', at: expect.any(String), comment: 'she needs it' },
    })
    const other = await world.ask('molly', (await world.role('Denied')).id)
    await world.deny('marcus', other.id, 0)
    const { items: now } = await listDecided(world.requests.deps, world.db, world.id.marcus, { limit: 1 })
    expect(now).toMatchObject([{ id: other.id, decision: { state: 'denied', comment: 'not needed' } }])
  })
})

describe('lists', () => {
  test('are mine alone, newest first, page by page, by state', async () => {
    const made: string[] = []
    for (let index = 0; index < 5; index += 1)
      made.push((await world.ask('axel', (await world.role(`List ${index}`)).id)).id)
    await world.deny('diana', made[0] ?? '', 0)
    const mine = { personId: world.id.axel, limit: 2 }
    const first = await listRequests(world.requests.deps, world.db, mine)
    expect(first.items.map((item) => item.id)).toEqual([made[4], made[3]])
    const second = await listRequests(world.requests.deps, world.db, { ...mine, before: first.next ?? undefined })
    const third = await listRequests(world.requests.deps, world.db, { ...mine, before: second.next ?? undefined })
    expect([...second.items, ...third.items].map((item) => item.id)).toEqual([made[2], made[1], made[0]])
    expect(third.next).toBeNull()
    const closed = await listRequests(world.requests.deps, world.db, { ...mine, state: 'closed' })
    expect(closed.items.map((item) => item.id)).toEqual([made[0]])
    const asked = await listRequests(world.requests.deps, world.db, {
      approverId: world.id.diana,
      roleId: closed.items[0]?.role.id,
      limit: 5,
    })
    expect(asked.items).toHaveLength(1)
  })
})

describe('the preview', () => {
  const preview = (login: Login, roleId: string, durationDays?: number) =>
    previewRequest(world.requests.deps, world.db, { personId: world.id[login], roleId, durationDays })

  test('says who approves in which order and until when, by the same look-ups as the real thing', async () => {
    const role = await twoStages('Previewed')
    const shown = await preview('frank', role.id, 10)
    expect(
      shown.stages.map(({ name, approvers, level }) => [name, level, approvers.map((a) => a.displayName)]),
    ).toEqual([
      ['Manager', 'first', ['fiona']],
      // Fiona will have approved as the manager, and Frank does not approve for himself.
      ['Finance', 'escalated', ['ivan']],
    ])
    expect(shown).toMatchObject({
      untilIfGivenNow: new Date(world.clock.now().getTime() + 10 * dayMs).toISOString(),
      alreadyHeld: false,
      openRequestId: null,
    })
    const request = await world.ask('frank', role.id)
    await world.approve('fiona', request.id, 0)
    expect(await world.asked(request.id)).toEqual(['ivan'])
    expect((await preview('frank', role.id)).openRequestId).toBe(request.id)
  })

  test('says beforehand when nobody could decide', async () => {
    const role = await world.role('Undecidable')
    await world.policy(role.id, { ...managerStage, escalateTo: null, escalateAfterHours: null })
    const { stages } = await preview('diana', role.id)
    expect(stages).toMatchObject([{ approvers: [], problem: expect.stringContaining('would be denied') }])
  })

  test('of a role this person may not ask for is not there', async () => {
    const role = await world.role('Closed', { askedBy: 'nobody' })
    await expect(preview('molly', role.id)).rejects.toMatchObject({ code: 'role_not_found' })
  })
})

describe('how long it usually takes', () => {
  test('is the median from request to working access; none without an example', async () => {
    const role = await world.role('Timed')
    await world.policy(role.id, managerStage)
    expect(await leadTimeOf(world.db, role.id, 50)).toMatchObject({ medianSeconds: null, sample: 0 })
    for (const [login, hours] of [
      ['molly', 1],
      ['sio', 2],
      ['molly', 9],
    ] as const) {
      const request = await world.ask(login, role.id)
      world.clock.advance(hours * hourMs)
      await world.approve('marcus', request.id, 0)
      await world.settle()
      await world.endHeld(login, role.id)
    }
    const { spread, ...measured } = await leadTimeOf(world.db, role.id, 50)
    expect(measured).toEqual({ medianSeconds: 2 * 3600, sample: 3 })
    expect(spread.map(({ hoursMax, count }) => [hoursMax, count])).toEqual([
      [1, 0],
      [4, 2],
      [24, 1],
      [72, 0],
      [null, 0],
    ])
  })
})
