import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { personChanged } from '../directory/module.ts'
import { provisioningWorld, type World } from './testing.ts'

const extension = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const dayMs = 24 * 3600_000

let world: World
let appId: string
let roleId: string
beforeEach(async () => {
  world = await provisioningWorld()
  appId = await world.app('ServiceNow')
  roleId = await world.role('Users', [{ appId }])
})
afterEach(() => world.close())

/** What the directory says from now on. */
async function say(personId: string, facts: { managerId?: string | null; department?: string | null }): Promise<void> {
  await world.db.transaction(async (tx) => {
    const db = tx.withTables<object>()
    if (facts.managerId !== undefined)
      await sql`update people set manager_id = ${facts.managerId} where id = ${personId}`.execute(db)
    if (facts.department !== undefined)
      await sql`update people set department = ${facts.department} where id = ${personId}`.execute(db)
    await world.events.emit(tx, personChanged, { personId, version: 9 })
  })
  await world.settle()
}

const userOf = (login: string) => world.server.users().find((user) => user.userName === `${login}@acme.example`)
const managerOf = (login: string) =>
  (userOf(login)?.[extension] as { manager?: { value: string } } | undefined)?.manager?.value ?? null

async function give(personId: string): Promise<void> {
  await world.grant(personId, roleId)
  await world.settle()
}

async function people() {
  const [molly, marcus, fiona] = [
    await world.person('molly'),
    await world.person('marcus'),
    await world.person('fiona'),
  ]
  return { molly, marcus, fiona }
}

test('an account is made with its manager and department', async () => {
  const { molly, marcus } = await people()
  await give(marcus)
  await say(molly, { managerId: marcus, department: 'Marketing' })
  await give(molly)
  expect(userOf('molly')).toMatchObject({
    schemas: expect.arrayContaining([extension]),
    [extension]: { manager: { value: userOf('marcus')?.id }, department: 'Marketing' },
  })
})

test('a manager without an account is not made one, and is linked when they get theirs', async () => {
  const { molly, marcus } = await people()
  await say(molly, { managerId: marcus })
  await give(molly)
  expect(world.server.users()).toHaveLength(1)
  expect(managerOf('molly')).toBeNull()
  expect(await world.account(appId, molly)).toMatchObject({ state: 'active', awaitsLinks: true })
  await give(marcus)
  expect(managerOf('molly')).toBe(userOf('marcus')?.id)
  expect(await world.account(appId, molly)).toMatchObject({ state: 'active', awaitsLinks: false })
})

test('a manager whose account Hallpass did not make is linked, and left as they are', async () => {
  const { molly, marcus } = await people()
  const { id } = world.server.addUser({ userName: 'marcus@acme.example', active: true })
  await say(molly, { managerId: marcus })
  await give(molly)
  expect(managerOf('molly')).toBe(id)
  expect(userOf('marcus')).not.toHaveProperty('externalId')
})

test('an account of that user name but another address is not taken for the manager', async () => {
  const { molly, marcus } = await people()
  world.server.addUser({ userName: 'marcus@acme.example', active: true, emails: [{ value: 'm@other.example' }] })
  await say(molly, { managerId: marcus })
  await give(molly)
  expect(managerOf('molly')).toBeNull()
  expect(await world.account(appId, molly)).toMatchObject({ state: 'active', awaitsLinks: true })
})

test('a new manager takes the place of the old one, and without one the place is empty', async () => {
  const { molly, marcus, fiona } = await people()
  for (const person of [marcus, fiona]) await give(person)
  await say(molly, { managerId: marcus, department: 'Marketing' })
  await give(molly)
  await say(molly, { managerId: fiona })
  expect(managerOf('molly')).toBe(userOf('fiona')?.id)
  await say(molly, { managerId: null })
  expect(managerOf('molly')).toBeNull()
  expect(userOf('molly')).toMatchObject({ [extension]: { department: 'Marketing' } })
})

test('a manager who is not there yet does not leave the old one in place', async () => {
  const { molly, marcus, fiona } = await people()
  await give(marcus)
  await say(molly, { managerId: marcus })
  await give(molly)
  await say(molly, { managerId: fiona })
  expect(managerOf('molly')).toBeNull()
})

test('where the directory names no manager, the one the app has of its own stays', async () => {
  const { molly } = await people()
  const { id } = world.server.addUser({ userName: 'boss@acme.example', active: true })
  world.server.addUser({
    userName: 'molly@acme.example',
    active: true,
    emails: [{ value: 'molly@acme.example' }],
    [extension]: { manager: { value: id } },
  })
  await say(molly, { department: 'Marketing' })
  await give(molly)
  expect(managerOf('molly')).toBe(id)
  expect(userOf('molly')).toMatchObject({ externalId: molly, [extension]: { department: 'Marketing' } })
})

test('a manager changed in the app is put right by the comparison', async () => {
  const { molly, marcus } = await people()
  await give(marcus)
  await say(molly, { managerId: marcus })
  await give(molly)
  world.server.changeUser(String(userOf('molly')?.id), { [extension]: { manager: { value: 'somebody-else' } } })
  await compare()
  expect(managerOf('molly')).toBe(userOf('marcus')?.id)
})

test('a manager who came into the app by another way is linked by the comparison', async () => {
  const { molly, marcus } = await people()
  await say(molly, { managerId: marcus })
  await give(molly)
  const { id } = world.server.addUser({ userName: 'marcus@acme.example', active: true })
  await compare()
  expect(managerOf('molly')).toBe(id)
})

test('once linked, looking again writes nothing', async () => {
  const { molly, marcus } = await people()
  await give(marcus)
  await say(molly, { managerId: marcus, department: 'Marketing' })
  await give(molly)
  world.server.forgetCalls()
  await say(molly, {})
  await compare()
  expect(world.server.calls.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('an app without the extension is not sent it', async () => {
  const { molly, marcus } = await people()
  world.server.traits.withoutExtension = true
  await give(marcus)
  await say(molly, { managerId: marcus, department: 'Marketing' })
  await give(molly)
  expect(await world.account(appId, molly)).toMatchObject({ state: 'active', awaitsLinks: false })
  expect(userOf('molly')).not.toHaveProperty([extension])
})

async function compare(): Promise<void> {
  world.clock.advance(dayMs)
  await world.jobs.runSweep('provisioning.compare')
  await world.settle()
}

test('company and cost centre are written by name, and the office, which this extension does not know, is not', async () => {
  const { molly } = await people()
  await sql`update people set company = 'Acme Ireland', location = 'Dublin', cost_center = 'CC-4711' where id = ${molly}`.execute(
    world.db.withTables<object>(),
  )
  await give(molly)
  expect(userOf('molly')?.[extension]).toEqual({ organization: 'Acme Ireland', costCenter: 'CC-4711' })
})
