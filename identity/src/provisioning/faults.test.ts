import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { intentResolved } from '../audit/module.ts'
import { startComparison } from './compare-app.ts'
import { finishTask } from './finish-task.ts'
import { reconcileAccount } from './reconcile-account.ts'
import { hourMs, minuteMs, provisioningWorld, system, type World } from './testing.ts'

let world: World
let appId: string
let roleId: string
beforeEach(async () => {
  world = await provisioningWorld()
  appId = await world.app('Salesforce')
  roleId = await world.role('Salesforce users', [{ appId, entitlements: ['Sales read'] }])
})
afterEach(() => world.close())

async function grantTo(login: string): Promise<string> {
  const person = await world.person(login)
  await world.grant(person, roleId)
  return person
}

/** The app as it should be in the end, whatever happened on the way: one active account of each, in the group once. */
function expectOneAccountOf(...people: string[]): void {
  const users = world.server.users()
  expect(users.map((user) => user.externalId).sort()).toEqual([...people].sort())
  expect(users.every((user) => user.active)).toBe(true)
  const members = world.server.groups().map((group) => (group.members as { value: string }[]).map((one) => one.value))
  expect(members).toHaveLength(1)
  expect(members[0]?.sort()).toEqual(users.map((user) => user.id).sort())
}

describe('an app that is down for an hour', () => {
  test('is tried with growing pauses, shown as failing, and served when it is back, without anybody asking', async () => {
    world.server.fail({ on: 'any', times: Number.POSITIVE_INFINITY, fault: { kind: 'drop', applied: false } })
    const molly = await grantTo('molly')
    for (let step = 0; step < 30; step++) await world.later(2 * minuteMs)
    const calls = world.server.calls.length
    expect(calls).toBeGreaterThan(5)
    expect(calls).toBeLessThan(30)
    const account = await world.account(appId, molly)
    expect(account).toMatchObject({ state: 'failing', lastError: 'The app did not answer.' })
    expect(account.nextTryAt?.getTime()).toBeGreaterThan(world.clock.now().getTime())
    expect(world.heard()).toContain(`stuck ${molly}`)
    world.server.heal()
    for (let step = 0; step < 5; step++) await world.later(5 * minuteMs)
    expectOneAccountOf(molly)
    expect(await world.account(appId, molly)).toMatchObject({ state: 'active', attempts: 0, lastError: null })
    expect(await world.jobs.inspect({ state: 'dead' })).toEqual([])
  })

  test('keeps many accounts from knocking all at once', async () => {
    world.server.fail({ on: 'any', times: Number.POSITIVE_INFINITY, fault: { kind: 'status', status: 500 } })
    const people = []
    for (let number = 0; number < 8; number++) people.push(await grantTo(`person-${number}`))
    for (let step = 0; step < 5; step++) await world.later(2 * minuteMs)
    expect(world.server.calls.length).toBeLessThan(8 * 6)
    world.server.heal()
    for (let step = 0; step < 6; step++) await world.later(5 * minuteMs)
    expectOneAccountOf(...people)
  })
})

describe('an app that asks for time', () => {
  test('is not called before it said, whoever’s account it is', async () => {
    const frank = await world.person('frank')
    world.server.fail({ on: 'user.create', fault: { kind: 'status', status: 429, retryAfter: '120' } })
    const molly = await grantTo('molly')
    await world.settle()
    world.server.forgetCalls()
    await world.grant(frank, roleId)
    await world.later(119_000)
    expect(world.server.calls).toEqual([])
    expect(await world.account(appId, molly)).toMatchObject({ state: 'pending', attempts: 0 })
    await world.later(2_000)
    await world.later(1_000)
    expectOneAccountOf(molly, frank)
  })

  test('an ending waits for it too, and then happens', async () => {
    const molly = await grantTo('molly')
    await world.settle()
    world.server.fail({ on: 'user.patch', fault: { kind: 'status', status: 503, retryAfter: '60' } })
    await world.setState(molly, 'disabled')
    await world.settle()
    expect(world.server.users()).toMatchObject([{ active: true }])
    await world.later(61_000)
    expect(world.server.users()).toMatchObject([{ active: false }])
  })
})

describe('a write whose answer is lost', () => {
  test.each(['user.create', 'group.create', 'group.patch'] as const)('at %s is found and not repeated', async (on) => {
    world.server.traits.allowsDuplicates = true
    world.server.fail({ on, fault: { kind: 'drop', applied: true } })
    const molly = await grantTo('molly')
    await world.settle()
    expect(await world.account(appId, molly)).toMatchObject({ state: 'pending', attempts: 1 })
    expect(await world.audit.openIntents(world.db)).toHaveLength(1)
    await world.later(minuteMs)
    expectOneAccountOf(molly)
    expect(await world.audit.openIntents(world.db)).toEqual([])
  })

  test('and which somebody settles by their word has one outcome in the trail, and is found all the same', async () => {
    world.server.fail({ on: 'user.create', fault: { kind: 'drop', applied: true } })
    const molly = await grantTo('molly')
    await world.settle()
    const [open] = await world.audit.openIntents(world.db)
    const intentId = String(open?.id)
    await world.db.transaction(async (tx) => {
      await world.events.emit(tx, intentResolved, { intentId, happened: true })
      const actor = { kind: 'operator' as const, name: 'test' }
      world.audit.outcome(
        tx,
        intentId,
        { ok: true },
        { action: 'account.created', actor, subjects: { personId: molly } },
      )
    })
    await world.later(minuteMs)
    expectOneAccountOf(molly)
    expect(await world.account(appId, molly)).toMatchObject({ state: 'active' })
    const { items } = await world.audit.search(world.db, { subjects: { personId: molly } }, { limit: 100 })
    const outcomes = items.filter(({ body }) => body.kind === 'outcome' && body.intentId === intentId)
    expect(outcomes.map(({ body }) => body.actor.kind)).toEqual(['operator'])
  })

  test('and which somebody settles while a run looks is looked at again at once', async () => {
    world.server.fail({ on: 'user.create', fault: { kind: 'drop', applied: true } })
    const molly = await grantTo('molly')
    await world.settle()
    const [open] = await world.audit.openIntents(world.db)
    const held = world.server.hold('user.find')
    const looking = reconcileAccount(world.deps, { appId, personId: molly })
    await held.arrived
    await world.db.transaction((tx) =>
      world.events.emit(tx, intentResolved, { intentId: String(open?.id), happened: true }),
    )
    held.release()
    await looking
    expect(await world.account(appId, molly)).toMatchObject({ state: 'pending' })
    // Before the first try would come again, and before any sweep.
    world.clock.advance(1000)
    await world.settle()
    expect(await world.account(appId, molly)).toMatchObject({ state: 'active' })
    expectOneAccountOf(molly)
  })

  test('at the ending is found and not repeated', async () => {
    const molly = await grantTo('molly')
    await world.settle()
    world.server.forgetCalls()
    world.server.fail({ on: 'user.patch', fault: { kind: 'drop', applied: true } })
    await world.setState(molly, 'disabled')
    await world.settle()
    await world.later(minuteMs)
    expect(world.server.users()).toMatchObject([{ active: false }])
    expect(world.server.count('user.patch')).toBe(1)
    expect(await world.account(appId, molly)).toMatchObject({ state: 'inactive' })
    expect(await world.audit.openIntents(world.db)).toEqual([])
  })

  test('of an app that forgets keys is found by its user name', async () => {
    world.server.traits.dropsExternalId = true
    world.server.traits.allowsDuplicates = true
    world.server.fail({ on: 'user.create', fault: { kind: 'drop', applied: true } })
    const molly = await grantTo('molly')
    await world.settle()
    await world.later(minuteMs)
    expect(world.server.users()).toHaveLength(1)
    expect(await world.account(appId, molly)).toMatchObject({ state: 'active' })
  })
})

describe('what nobody can repair by trying', () => {
  test('becomes a task for whoever owns the role, who is told, and is tried again when they are done', async () => {
    const ivan = await world.person('ivan')
    roleId = await world.role('Salesforce managers', [{ appId }], [ivan])
    world.server.fail({ on: 'user.create', fault: { kind: 'status', status: 400, detail: 'No licence is left.' } })
    const molly = await grantTo('molly')
    await world.settle()
    const task = await world.task(appId, molly)
    expect(task).toMatchObject({ kind: 'fix_account', ownerId: ivan })
    expect(task?.instruction).toContain('No licence is left.')
    expect(world.mailbox).toMatchObject([
      { to: 'ivan@acme.example', kind: 'task_waiting', subject: 'To do: Salesforce' },
    ])
    expect(await world.account(appId, molly)).toMatchObject({ state: 'needs_task' })
    await world.later(hourMs)
    expect(world.server.count('user.create')).toBe(1)

    const by = { personId: ivan, isAdmin: false }
    await finishTask(world.deps, { taskId: task?.id ?? '', by, note: 'bought one', remoteId: null }, system)
    await world.settle()
    expect(world.server.users()).toMatchObject([{ externalId: molly, active: true }])
    expect(await world.account(appId, molly)).toMatchObject({ state: 'active' })
  })

  test('an app that says yes to ending and does nothing is found out', async () => {
    const molly = await grantTo('molly')
    await world.settle()
    world.server.traits.ignoresActive = true
    await world.setState(molly, 'disabled')
    await world.settle()
    expect(await world.account(appId, molly)).toMatchObject({
      state: 'needs_task',
      lastError: 'The app says that it ended the account, but the account is still active.',
    })
    expect(await world.task(appId, molly)).toMatchObject({ kind: 'fix_account' })
  })

  test('a token that is no longer valid is one task for the whole app, and all go on when it is renewed', async () => {
    world.server.fail({ on: 'any', times: Number.POSITIVE_INFINITY, fault: { kind: 'status', status: 401 } })
    const people = [await grantTo('molly'), await grantTo('frank')]
    await world.settle()
    await world.later(2 * minuteMs)
    for (const person of people) {
      expect(await world.account(appId, person)).toMatchObject({ state: 'failing' })
      expect(await world.task(appId, person)).toBeNull()
    }
    expect(await world.task(appId, null)).toMatchObject({ kind: 'fix_connection', personId: null })
    world.server.heal()
    await world.provisioning.putConnection({ appId, kind: 'scim', token: world.server.token }, system)
    await world.settle()
    expectOneAccountOf(...people)
    expect(await world.task(appId, null)).toBeNull()
  })

  test('two groups of one name in the app are not chosen between', async () => {
    world.server.traits.allowsDuplicates = true
    const headers = { authorization: `Bearer ${world.server.token}`, 'content-type': 'application/scim+json' }
    for (const body of [1, 2].map(() => JSON.stringify({ displayName: 'Sales read', members: [] }))) {
      await fetch(`${world.server.baseUrl}/Groups`, { method: 'POST', headers, body })
    }
    const molly = await grantTo('molly')
    await world.settle()
    expect(await world.task(appId, molly)).toMatchObject({ kind: 'fix_account' })
  })

  test('a group that somebody deleted in the app is made again', async () => {
    const molly = await grantTo('molly')
    await world.settle()
    const [group] = world.server.groups()
    const headers = { authorization: `Bearer ${world.server.token}` }
    await fetch(`${world.server.baseUrl}/Groups/${group?.id}`, { method: 'DELETE', headers })
    const frank = await grantTo('frank')
    await world.settle()
    await world.later(minuteMs)
    await startComparison(world.deps, { appId, confirmRemovals: false }, system)
    await world.settle()
    expectOneAccountOf(molly, frank)
  })
})

test('an app is asked no faster than its rate, and nobody loses their place', async () => {
  await world.provisioning.putConnection({ appId, kind: 'scim', ratePerSecond: 2 }, system)
  await world.settle()
  roleId = await world.role('Plain users', [{ appId }])
  const people = []
  for (let number = 0; number < 10; number++) people.push(await grantTo(`person-${number}`))
  world.server.forgetCalls()
  const start = world.clock.now().getTime()
  for (let second = 0; second < 60 && world.server.users().length < 10; second++) {
    await world.later(1000)
    const seconds = (world.clock.now().getTime() - start) / 1000
    // What may run ahead, and three calls for each account that has begun.
    expect(world.server.calls.length).toBeLessThanOrEqual(2 * 0.75 * (seconds + 2) + 6)
  }
  expect(world.server.users()).toHaveLength(10)
})

test('a leaver does not wait behind an import', async () => {
  const leo = await grantTo('leo')
  await world.settle()
  await world.provisioning.putConnection({ appId, kind: 'scim', ratePerSecond: 2 }, system)
  await world.settle()
  for (let number = 0; number < 30; number++) await grantTo(`person-${number}`)
  await world.settle()
  await world.setState(leo, 'disabled')
  for (let second = 0; second < 5; second++) await world.later(1000)
  expect(world.server.users().find((user) => user.externalId === leo)).toMatchObject({ active: false })
  expect(world.server.users().length).toBeLessThan(15)
})
