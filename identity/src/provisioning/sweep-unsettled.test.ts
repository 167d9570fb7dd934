import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accountSettled } from './events.ts'
import { sweepUnsettled } from './sweep-unsettled.ts'
import { minuteMs, openDoor, provisioningWorld, type World } from './testing.ts'

let world: World
let molly: string
let appId: string
let roleId: string
beforeEach(async () => {
  world = await provisioningWorld()
  molly = await world.person('molly')
  appId = await world.app('Salesforce')
  roleId = await world.role('Salesforce users', [{ appId }])
})
afterEach(() => world.close())

const run = (statement: ReturnType<typeof sql>) => statement.execute(world.db.withTables<object>())

test('an account whose job is gone is worked on again', async () => {
  await world.grant(molly, roleId)
  await world.db.transaction((tx) => world.jobs.cancel(tx, `account:${appId}:${molly}`))
  await world.settle()
  expect(world.server.users()).toEqual([])
  await world.later(3 * minuteMs)
  expect(world.server.users()).toMatchObject([{ externalId: molly, active: true }])
})

test('a grant that nobody heard of gets its account', async () => {
  const grantId = await world.grant(molly, roleId)
  await world.db.transaction((tx) => world.jobs.cancel(tx, `account:${appId}:${molly}`))
  await run(sql`delete from accounts`)
  await world.later(3 * minuteMs)
  expect(world.server.users()).toMatchObject([{ externalId: molly, active: true }])
  expect(world.heard()).toEqual([`settled ${molly} ${grantId}`])
})

test('a grant that stays pending although everything is there is told of again, until it has started', async () => {
  const grantId = await world.grant(molly, roleId)
  await world.settle()
  world.heard()
  await world.later(3 * minuteMs)
  expect(world.heard()).toEqual([`settled ${molly} ${grantId}`])
  await world.db.transaction((tx) => world.access.startGrant(tx, grantId))
  await world.later(3 * minuteMs)
  expect(world.heard()).toEqual([])
})

test('what waits for its time, or for a person, is left to it', async () => {
  world.server.fail({ on: 'user.create', fault: { kind: 'status', status: 429, retryAfter: '1800' } })
  await world.grant(molly, roleId)
  const manual = await world.app('Parking', { kind: 'manual' })
  await world.grant(molly, await world.role('Parking', [{ appId: manual }]))
  await world.settle()
  world.server.forgetCalls()
  const jobs = await world.jobs.inspect()
  await world.later(10 * minuteMs)
  expect(world.server.calls).toEqual([])
  expect(await world.jobs.inspect()).toEqual(jobs)
})

test('a task that vanished is opened again', async () => {
  const manual = await world.app('Parking', { kind: 'manual' })
  await world.grant(molly, await world.role('Parking', [{ appId: manual }]))
  await world.settle()
  await run(sql`delete from provisioning_tasks`)
  await world.later(3 * minuteMs)
  expect(await world.task(manual, molly)).toMatchObject({ kind: 'make_account' })
})

test('all that is pending is walked through: what stays stuck at the front never hides what could go on', async () => {
  const stuck = await world.app('Stuck', { kind: 'manual' })
  const stuckRole = await world.role('Stuck', [{ appId: stuck }])
  const people = [molly, ...(await Promise.all(['marcus', 'fiona', 'frank'].map((login) => world.person(login))))]
  for (const personId of people) await world.grant(personId, stuckRole)
  await world.settle()
  const lost = await world.grant(molly, roleId)
  await world.db.transaction((tx) => world.jobs.cancel(tx, `account:${appId}:${molly}`))
  await run(sql`delete from accounts where app_id = ${appId}`)
  const orphan = people.at(-1) ?? ''
  await world.grant(orphan, roleId)
  await world.db.transaction((tx) => world.jobs.cancel(tx, `account:${appId}:${orphan}`))
  world.clock.advance(3 * minuteMs)
  expect(await sweepUnsettled(world.provisioning.deps, world.clock.now(), 2)).toBe(1)
  await world.settle()
  expect(world.server.users().map((user) => user.externalId)).toEqual(expect.arrayContaining([molly, orphan]))
  expect(world.heard()).toContain(`settled ${molly} ${lost}`)
})

test('a grant that only an app without an answer holds up is told of once that app is retired', async () => {
  const dead = await world.app('Dead', { baseUrl: 'http://127.0.0.1:9' })
  const grantId = await world.grant(molly, await world.role('Both', [{ appId }, { appId: dead }]))
  await world.settle()
  await world.later(3 * minuteMs)
  world.heard()
  const door = await openDoor(world)
  const admin = { personId: await world.person('axel'), roles: ['admin' as const] }
  expect(await door.call(admin, 'POST', `/api/apps/${dead}/retire`, { reason: 'gone' })).toMatchObject({ status: 200 })
  await door.close()
  await world.settle()
  await world.later(minuteMs)
  expect(world.heard()).toContain(`settled ${molly} ${grantId}`)
})

test('a grant that cannot be told of holds up no other, and the sweep says so', async () => {
  const [first, second] = [await world.grant(molly, roleId), await world.grant(await world.person('omar'), roleId)]
  await world.settle()
  world.heard()
  world.events.inTransaction(accountSettled, 'failing', async (_tx, { grantIds }) => {
    if (grantIds.includes(first)) throw new Error('not this one')
  })
  world.clock.advance(3 * minuteMs)
  await expect(sweepUnsettled(world.provisioning.deps, world.clock.now())).rejects.toThrow('1 grants')
  await world.settle()
  expect(world.heard()).toEqual([expect.stringContaining(second)])
})
