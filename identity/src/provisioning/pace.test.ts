import { afterEach, beforeEach, expect, test } from 'vitest'
import { TryAgainAt } from '../platform/jobs/jobs.ts'
import { connectionOf } from './store-connections.ts'
import { paceOf } from './store-pace.ts'
import { hourMs, minuteMs, provisioningWorld, system, type World } from './testing.ts'

let world: World
let appId: string
let roleId: string
beforeEach(async () => {
  world = await provisioningWorld()
  appId = await world.app('Salesforce')
  roleId = await world.role('Salesforce users', [{ appId }])
})
afterEach(() => world.close())

/** Everybody has an account, and then something of everybody is to be written in an app that takes three turns a minute. */
async function everybodyInLine(count: number): Promise<string[]> {
  const people = []
  for (let number = 0; number < count; number++) {
    const person = await world.person(`person-${number}`)
    people.push(person)
    await world.grant(person, roleId)
  }
  await world.settle()
  await world.provisioning.putConnection({ appId, kind: 'scim', ratePerSecond: 0.2 }, system)
  await world.settle()
  for (const person of people) await world.change(person, { displayName: `New ${person}` })
  await world.settle()
  return people
}

const turnOf = async (person: string) => (await world.account(appId, person)).turnAt?.getTime() ?? 0
const isActive = (person: string) => world.server.users().find((user) => user.externalId === person)?.active

test('a leaver who already stands in the line of an import is ended by the lane for leavers', async () => {
  const people = await everybodyInLine(20)
  const turns = await Promise.all(people.map(turnOf))
  const last = people[turns.indexOf(Math.max(...turns))] ?? ''
  expect((await turnOf(last)) - world.clock.now().getTime()).toBeGreaterThan(5 * minuteMs)
  await world.setState(last, 'disabled')
  await world.settle()
  await world.later(minuteMs)
  expect(isActive(last)).toBe(false)
})

test('a leaver who waits in the lane for leavers keeps the place, however often there is a reason to look', async () => {
  const people = await everybodyInLine(6)
  const leavers = people.slice(-3)
  for (const person of leavers) await world.setState(person, 'disabled')
  await world.settle()
  const turns = await Promise.all(leavers.map(turnOf))
  const last = leavers[turns.indexOf(Math.max(...turns))] ?? ''
  const turn = await turnOf(last)
  expect(turn).toBeGreaterThan(world.clock.now().getTime())
  for (let time = 0; time < 5; time++) {
    await world.change(last, { displayName: `Again ${time}` })
    await world.settle()
    expect(await turnOf(last)).toBe(turn)
  }
})

test('places that passed while nothing ran are lost: after a standstill an app is asked no faster than before', async () => {
  const people = await everybodyInLine(20)
  world.server.forgetCalls()
  world.clock.advance(5 * hourMs)
  await world.settle()
  // One turn may run ahead, and a run may make some calls more than its turn was for.
  expect(world.server.calls.length).toBeLessThan(12)
  for (let minute = 0; minute < 20; minute++) await world.later(minuteMs)
  for (const person of people)
    expect(await world.account(appId, person)).toMatchObject({ state: 'active', turnAt: null })
})

test('a new token is never sent by a run that began with the address before', async () => {
  const before = await connectionOf(world.db, appId)
  await world.provisioning.putConnection(
    { appId, kind: 'scim', baseUrl: 'http://elsewhere.acme.example', token: 'the new one' },
    system,
  )
  await expect(world.deps.apps.open(before)).rejects.toBeInstanceOf(TryAgainAt)
})

test('calls beyond those of a turn are waited for: by the next turn of this node, and many of them at once by all nodes', async () => {
  await world.provisioning.putConnection({ appId, kind: 'scim', ratePerSecond: 1 }, system)
  const connection = await connectionOf(world.db, appId)
  const { apps } = world.deps
  const connector = await apps.open(connection)
  const msPerCall = 1000 / 0.75
  const next = async () => (await paceOf(world.db, appId))?.next_start_at.getTime() ?? Number.NaN
  const turn = () => apps.takeTurn(connection, 'start', null)
  for (let taken = 0; taken < 5; taken++) await turn()
  let before = await next()
  const moved = async () => {
    const ms = (await next()) - before
    before += ms
    return Math.round(ms / msPerCall)
  }
  const call = async (times: number) => {
    const from = connector.calls()
    while (connector.calls() - from < times) await connector.get('nobody')
    await apps.settleTurn(connection, 'start', true)
  }
  await call(8)
  expect(await moved()).toBe(0)
  await turn()
  expect(await moved()).toBe(3 + 5)
  await call(40)
  expect(await moved()).toBe(37)
  await turn()
  expect(await moved()).toBe(3)
})
