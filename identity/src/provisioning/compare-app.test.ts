import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startComparison } from './compare-app.ts'
import { type ComparisonRow, comparisonById } from './store-comparisons.ts'
import { provisioningWorld, system, type World } from './testing.ts'
import { voidOnRestore } from './void-on-restore.ts'

let world: World
let appId: string
let roleId: string
const grants = new Map<string, string>()
beforeEach(async () => {
  world = await provisioningWorld()
  appId = await world.app('Salesforce')
  roleId = await world.role('Salesforce users', [{ appId, entitlements: ['Sales read'] }])
})
afterEach(() => world.close())

async function people(...logins: string[]): Promise<string[]> {
  const ids = []
  for (const login of logins) {
    const id = await world.person(login)
    grants.set(id, await world.grant(id, roleId))
    ids.push(id)
  }
  await world.settle()
  world.clock.advance(1000)
  return ids
}

async function compare(confirmRemovals = false): Promise<ComparisonRow> {
  const { id } = await startComparison(world.deps, { appId, confirmRemovals }, system)
  await world.settle()
  const row = await comparisonById(world.db, id)
  if (row === null) throw new Error('The comparison is gone.')
  return row
}

const remoteId = (person: string) => String(world.server.users().find((user) => user.externalId === person)?.id)
const membersOf = (group: { [key: string]: unknown } | undefined) => (group?.members ?? []) as { value: string }[]
const isActive = (person: string) => world.server.users().find((user) => user.externalId === person)?.active

describe('a comparison', () => {
  test('finds and repairs what somebody changed, deleted or reopened in the app, and leaves strangers alone', async () => {
    const [molly = '', frank = '', fiona = '', leo = ''] = await people('molly', 'frank', 'fiona', 'leo')
    await world.end(grants.get(leo) ?? '')
    await world.settle()
    world.clock.advance(1000)
    world.server.changeUser(remoteId(molly), { displayName: 'Somebody' })
    world.server.changeUser(remoteId(frank), { active: false })
    world.server.removeUser(remoteId(fiona))
    world.server.changeUser(remoteId(leo), { active: true })
    world.server.addUser({ userName: 'by-hand@acme.example', active: true })
    expect(await compare()).toMatchObject({ state: 'done', missing: 1, changed: 2, extra: 1, unknown: 1, listed: 4 })
    expect([molly, frank, fiona, leo].map(isActive)).toEqual([true, true, true, false])
    expect(world.server.users().map((user) => user.displayName)).toContain('molly')
    expect(world.server.users().find((user) => user.userName === 'by-hand@acme.example')?.active).toBe(true)
    world.clock.advance(1000)
    expect(await compare()).toMatchObject({ missing: 0, changed: 0, extra: 0 })
  })

  test('that only reports changes nothing', async () => {
    const [molly = ''] = await people('molly')
    await world.provisioning.putConnection({ appId, kind: 'scim', drift: 'report' }, system)
    await world.settle()
    world.server.changeUser(remoteId(molly), { active: false })
    expect(await compare()).toMatchObject({ state: 'done', changed: 1 })
    expect(isActive(molly)).toBe(false)
  })

  test('gives back a membership that somebody took away', async () => {
    const [molly = '', frank = ''] = await people('molly', 'frank')
    const group = world.server.groups()[0]
    const headers = { authorization: `Bearer ${world.server.token}`, 'content-type': 'application/scim+json' }
    const body = JSON.stringify({ displayName: 'Sales read', members: [{ value: remoteId(frank) }] })
    await fetch(`${world.server.baseUrl}/Groups/${group?.id}`, { method: 'PUT', headers, body })
    expect(await compare()).toMatchObject({ changed: 1 })
    expect(membersOf(world.server.groups()[0]).map((one) => one.value)).toContain(remoteId(molly))
  })

  test('holds back more removals than expected at once, until an administrator confirms them', async () => {
    const ids = await people('a', 'b', 'c', 'd', 'e', 'f')
    for (const id of ids) await world.end(grants.get(id) ?? '')
    await world.settle()
    world.clock.advance(1000)
    for (const id of ids) world.server.changeUser(remoteId(id), { active: true })
    expect(await compare()).toMatchObject({ state: 'held', extra: 6 })
    expect(ids.map(isActive)).toEqual(ids.map(() => true))
    world.clock.advance(1000)
    expect(await compare(true)).toMatchObject({ state: 'done', extra: 6 })
    expect(ids.map(isActive)).toEqual(ids.map(() => false))
  })

  test('that holds removals back ends nobody whose manager is not in the app either', async () => {
    const boss = await world.person('boss')
    const ids = await people('a', 'b', 'c', 'd', 'e', 'f')
    const run = (statement: ReturnType<typeof sql>) => statement.execute(world.db.withTables<object>())
    await run(sql`update people set manager_id = ${boss} where id <> ${boss}`)
    for (const id of ids) await world.change(id, {})
    await world.settle()
    expect(await Promise.all(ids.map((id) => world.account(appId, id)))).toEqual(
      ids.map(() => expect.objectContaining({ actual: 'active', awaitsLinks: true })),
    )
    // Nobody was told that these grants are gone.
    const now = world.clock.now()
    await run(sql`update grants set state = 'ended', ended_at = ${now}, end_reason = 'revoked'`)
    world.clock.advance(1000)
    expect(await compare()).toMatchObject({ state: 'held', extra: 6 })
    expect(ids.map(isActive)).toEqual(ids.map(() => true))
    world.clock.advance(1000)
    expect(await compare(true)).toMatchObject({ state: 'done', extra: 6 })
    expect(ids.map(isActive)).toEqual(ids.map(() => false))
  })

  test('ends an account that carries our key and is in nobody’s books', async () => {
    const leo = await world.person('leo')
    world.server.addUser({ userName: 'leo@acme.example', externalId: leo, active: true })
    expect(await compare()).toMatchObject({ extra: 1, unknown: 0 })
    expect(isActive(leo)).toBe(false)
  })

  test('of an app that cannot be read says so, and a wrong token ends it', async () => {
    world.server.fail({ on: 'user.list', fault: { kind: 'status', status: 401 } })
    expect(await compare()).toMatchObject({ state: 'failed', message: expect.stringContaining('token') })
  })

  test('of an app that is down for a moment is finished later', async () => {
    await people('molly')
    world.server.fail({ on: 'user.list', fault: { kind: 'status', status: 500 } })
    const { id } = await compare()
    expect(await comparisonById(world.db, id)).toMatchObject({ state: 'running' })
    await world.later(61_000)
    expect(await comparisonById(world.db, id)).toMatchObject({ state: 'done', listed: 1 })
  })

  test('runs once a day by itself', async () => {
    await people('molly')
    await world.jobs.runSweep('provisioning.compare')
    await world.jobs.runSweep('provisioning.compare')
    await world.settle()
    expect(world.server.count('user.list')).toBe(1)
    world.clock.advance(25 * 3600_000)
    await world.jobs.runSweep('provisioning.compare')
    await world.settle()
    expect(world.server.count('user.list')).toBe(2)
  })
})

describe('after a restore', () => {
  test('nothing is written to an app until somebody has seen what that would change and confirms it', async () => {
    const [molly = '', leo = ''] = await people('molly', 'leo')
    // The backup is older than the day on which Leo lost his account.
    world.server.changeUser(remoteId(leo), { active: false })
    for (const statement of voidOnRestore) await sql.raw(statement).execute(world.db.withTables<object>())
    await world.change(leo, { displayName: 'Leo Martens' })
    await world.change(molly, { displayName: 'Molly Byrne' })
    world.server.forgetCalls()
    await world.later(60_000)
    expect(world.server.calls).toEqual([])
    expect(await world.account(appId, leo)).toMatchObject({
      state: 'pending',
      lastError: expect.stringContaining('backup'),
    })

    const held = await compare()
    expect(held).toMatchObject({ state: 'held', message: expect.stringContaining('restored') })
    await world.later(20 * 60_000)
    expect([molly, leo].map(isActive)).toEqual([true, false])

    await world.setState(molly, 'disabled')
    await world.settle()
    expect([molly, leo].map(isActive)).toEqual([false, false])
    await world.setState(molly, 'active')
    // Its directory brought the old name back.
    await world.change(molly, { displayName: 'Molly Byrne' })

    await world.end(grants.get(leo) ?? '')
    expect(await compare(true)).toMatchObject({ state: 'done' })
    await world.later(60_000)
    expect([molly, leo].map(isActive)).toEqual([true, false])
    expect(world.server.users().map((user) => user.displayName)).toContain('Molly Byrne')
  })
})
