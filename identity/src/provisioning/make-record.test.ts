import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { personChanged } from '../directory/module.ts'
import type { MadeRecord } from './connectors/connector.ts'
import { type InstanceTarget, startServiceNowTarget } from './connectors/testing-servicenow.ts'
import { makeRecord } from './make-record.ts'
import type { Run } from './run.ts'
import { connectionOf } from './store-connections.ts'
import { minuteMs, provisioningWorld, system, type World } from './testing.ts'

/** Longer than an answer about a record holds. */
const laterMs = 6 * minuteMs

let world: World
let target: InstanceTarget
let appId: string
let roleId: string
let molly: string
let leo: string

beforeEach(async () => {
  ;[world, target] = await Promise.all([provisioningWorld(), startServiceNowTarget('table')])
  appId = await world.app('ServiceNow', { kind: 'servicenow', baseUrl: target.url, token: String(target.token) })
  roleId = await world.role('Users', [{ appId }])
  ;[molly, leo] = [await world.person('molly'), await world.person('leo')]
  for (const person of [molly, leo])
    await sql`update people set company = 'Acme Iceland', cost_center = 'CC-0815' where id = ${person}`.execute(
      world.db.withTables<object>(),
    )
})
afterEach(async () => {
  await world.close()
  await target.stop()
})

const make = (missingRecords: 'leave' | 'make') =>
  world.provisioning.putConnection({ appId, kind: 'servicenow', missingRecords }, system)
const named = (table: string, name: string) => target.rows(table, `name=${name}`)
const userRow = (login: string) => target.user(`${login}@acme.example`)
const made = async () => (await world.entries({ appId })).filter(({ action }) => action === 'app.record_made')

/** The directory says the same again, when no answer of the instance holds any more. */
async function lookAgain(personId: string): Promise<void> {
  world.clock.advance(laterMs)
  await world.db.transaction((tx) => world.events.emit(tx, personChanged, { personId, version: 9 }))
  await world.settle()
}

test('what the instance has no record of is left out and told, until somebody says that it may be made', async () => {
  await world.grant(molly, roleId)
  await world.settle()
  expect(await world.account(appId, molly)).toMatchObject({
    state: 'active',
    unlinked: [
      { kind: 'company', name: 'Acme Iceland', why: 'not_found' },
      { kind: 'costCenter', name: 'CC-0815', why: 'not_found' },
    ],
  })
  expect([...named('core_company', 'Acme Iceland'), ...(await made())]).toEqual([])
  await make('make')
  await world.settle()
  const [company] = named('core_company', 'Acme Iceland')
  const [costCenter] = named('cmn_cost_center', 'CC-0815')
  expect(userRow('molly')).toMatchObject({ company: company?.sys_id, cost_center: costCenter?.sys_id })
  expect(await world.account(appId, molly)).toMatchObject({ awaitsLinks: false, unlinked: [] })
})

test('one record serves everybody, and the trail has what was meant and what came of it', async () => {
  await make('make')
  for (const person of [molly, leo]) await world.grant(person, roleId)
  await world.settle()
  await world.later(2000)
  const records = named('core_company', 'Acme Iceland')
  expect(records).toHaveLength(1)
  for (const login of ['molly', 'leo']) expect(userRow(login)?.company).toBe(records[0]?.sys_id)
  const ofKind = async (wanted: string) => (await made()).filter(({ kind }) => kind === wanted)
  expect((await ofKind('intent')).map(({ after }) => after)).toEqual([
    { kind: 'company', name: 'Acme Iceland' },
    { kind: 'costCenter', name: 'CC-0815' },
  ])
  expect((await ofKind('outcome')).map(({ ok }) => ok)).toEqual([true, true])
})

test('what we made and somebody took away or renamed there is not made again', async () => {
  await make('make')
  await world.grant(molly, roleId)
  await world.settle()
  target.remove('core_company', String(userRow('molly')?.company))
  await lookAgain(molly)
  expect(named('core_company', 'Acme Iceland')).toEqual([])
  expect(await world.account(appId, molly)).toMatchObject({
    state: 'active',
    unlinked: [{ kind: 'company', name: 'Acme Iceland', why: 'not_found' }],
  })
})

test('of two records of one name neither is linked, and no third is made', async () => {
  for (const _ of [1, 2]) target.add('core_company', { name: 'Acme Iceland' })
  await make('make')
  await world.grant(molly, roleId)
  await world.settle()
  expect(named('core_company', 'Acme Iceland')).toHaveLength(2)
  expect(await world.account(appId, molly)).toMatchObject({ state: 'active', unlinked: [{ kind: 'company' }] })
})

test('a department that was linked and is renamed there is not made a second time', async () => {
  await make('make')
  await sql`update people set department = 'Marketing' where id = ${molly}`.execute(world.db.withTables<object>())
  await world.grant(molly, roleId)
  await world.settle()
  const linked = String(userRow('molly')?.department)
  target.changeRow('cmn_department', linked, { name: 'Brand' })
  await lookAgain(molly)
  expect(named('cmn_department', 'Marketing')).toEqual([])
  expect(userRow('molly')?.department).toBe(linked)
})

test('while one worker makes a record the next waits; who died over it is followed by another, and the trail says so', async () => {
  await make('make')
  await world.grant(molly, roleId)
  await world.settle()
  const run = {
    account: await world.account(appId, molly),
    connection: await connectionOf(world.db, appId),
    desired: { grantIds: [] },
  } as unknown as Run
  const wanted = { kind: 'location', name: 'Reykjavik' } as const
  const answered = Promise.withResolvers<MadeRecord>()
  const asked = Promise.withResolvers<void>()
  const first = makeRecord(
    world.deps,
    run,
    () => {
      asked.resolve()
      return answered.promise
    },
    wanted,
  )
  await asked.promise
  const second = () => makeRecord(world.deps, run, async () => ({ id: 'there', isNew: false }), wanted)
  await expect(second()).rejects.toThrow('being made for another account')
  world.clock.advance(2 * minuteMs)
  expect(await second()).toEqual({ id: 'there', isNew: false })
  expect((await made()).filter(({ kind, ok }) => kind === 'outcome' && ok === false)).toHaveLength(1)
  answered.resolve({ id: null, why: 'refused' })
  await first
})

test('what was made out of our sight is not made again and again', async () => {
  await make('make')
  for (const rule of target.rows('sys_security_acl', 'name=core_company^operation=read'))
    target.changeRow('sys_security_acl', rule.sys_id ?? '', { condition: 'name=nothing' })
  await world.grant(molly, roleId)
  await world.settle()
  for (const _ of [1, 2]) await lookAgain(molly)
  expect(named('core_company', 'Acme Iceland')).toHaveLength(1)
  expect(await world.account(appId, molly)).toMatchObject({ state: 'active', unlinked: [{ kind: 'company' }] })
})
