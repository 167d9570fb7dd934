import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { intentResolved } from '../audit/module.ts'
import { personChanged } from '../directory/module.ts'
import type { AppLinks, MadeRecord } from './connectors/connector.ts'
import { throttled, unreachable } from './connectors/failures.ts'
import { type InstanceTarget, startServiceNowTarget } from './connectors/testing-servicenow.ts'
import { makeRecord } from './make-record.ts'
import { namedRecordsOf } from './named-records.ts'
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

const wanted = { kind: 'location', name: 'Reykjavik' } as const

/** Somebody whose account is made, and whose run comes to a record that nobody has made. */
async function runOf(person: string): Promise<Run> {
  await make('make')
  await world.grant(person, roleId)
  await world.settle()
  const [account, connection] = [await world.account(appId, person), await connectionOf(world.db, appId)]
  const found = await world.directory.person(world.db, person)
  return { account, connection, person: found, desired: { grantIds: [] } } as unknown as Run
}

/** A worker whose call to the app is on its way until it is answered. */
async function begun(run: Run) {
  const answer = Promise.withResolvers<MadeRecord>()
  const asked = Promise.withResolvers<void>()
  const making = () => {
    asked.resolve()
    return answer.promise
  }
  const end = makeRecord(world.deps, run, { look: async () => null, make: making }, wanted)
  await asked.promise
  return { answer, end }
}
const outcomes = async () => (await made()).filter(({ kind }) => kind === 'outcome').map(({ ok }) => ok)

test('while one worker makes a record the next waits; who died over it is followed by another, and the trail says so', async () => {
  const run = await runOf(molly)
  const before = await outcomes()
  const first = await begun(run)
  const records = { look: async () => null, make: async () => ({ id: 'there', isNew: false }) }
  const second = (name = 'Reykjavik') => makeRecord(world.deps, run, records, { ...wanted, name })
  await expect(second()).rejects.toThrow('being made for another account')
  // The app takes it for the same name.
  await expect(second('REYKJAVIK')).rejects.toThrow('being made for another account')
  world.clock.advance(2 * minuteMs)
  expect(await second()).toEqual({ id: 'there', isNew: false })
  expect(await outcomes()).toEqual([...before, false, true])
  first.answer.resolve({ id: null, why: 'refused' })
  await first.end
  expect(await outcomes()).toEqual([...before, false, true])
})

test('who was taken for dead takes the record from nobody who came after', async () => {
  const run = await runOf(molly)
  const first = await begun(run)
  world.clock.advance(2 * minuteMs)
  const second = await begun(run)
  first.answer.resolve({ id: null, why: 'refused' })
  await first.end
  const third = makeRecord(
    world.deps,
    run,
    { look: async () => null, make: async () => ({ id: 'third', isNew: true }) },
    wanted,
  )
  await expect(third).rejects.toThrow('being made for another account')
  second.answer.resolve({ id: 'second', isNew: true })
  expect(await second.end).toEqual({ id: 'second', isNew: true })
})

test('a record whose answer was lost is looked for, and made a second time by nobody', async () => {
  const run = await runOf(molly)
  const before = await outcomes()
  const first = await begun(run)
  first.answer.reject(unreachable('No answer.'))
  expect(await first.end).toEqual({ id: null, why: 'not_made' })
  let calls = 0
  const records = (id: string | null) => ({
    look: async () => id,
    make: async () => {
      calls++
      return { id: 'twice', isNew: true }
    },
  })
  const next = (id: string | null) => makeRecord(world.deps, run, records(id), wanted)
  // Nobody waits for it meanwhile, and nobody makes it.
  expect(await next(null)).toEqual({ id: null, why: 'not_made' })
  world.clock.advance(80_000)
  expect(await next(null)).toEqual({ id: null, why: 'not_made' })
  expect(await next('late')).toMatchObject({ id: 'late' })
  expect([calls, await outcomes()]).toEqual([0, [...before, true]])
  // And from then on it is one that we made.
  expect(await next('late')).toMatchObject({ id: 'late' })
  expect([calls, await next(null)]).toEqual([0, { id: null, why: 'several' }])
})

test('what the app refused at once may be made by the next at once', async () => {
  const run = await runOf(molly)
  const first = await begun(run)
  first.answer.reject(throttled(30))
  await expect(first.end).rejects.toThrow('slow down')
  const records = { look: async () => null, make: async () => ({ id: 'made', isNew: true }) }
  expect(await makeRecord(world.deps, run, records, wanted)).toEqual({ id: 'made', isNew: true })
})

test('after the app moved the record that was being made has an outcome, and its worker writes no second one', async () => {
  const run = await runOf(molly)
  const before = await outcomes()
  const first = await begun(run)
  const elsewhere = { baseUrl: 'https://elsewhere.example', token: String(target.token) }
  await world.provisioning.putConnection({ appId, kind: 'servicenow', ...elsewhere }, system)
  first.answer.resolve({ id: null, why: 'refused' })
  await first.end
  expect(await outcomes()).toEqual([...before, false])
})

test('of a record that somebody settles in the trail nothing is said twice, and whoever comes next looks for it', async () => {
  const run = await runOf(molly)
  const first = await begun(run)
  const { rows } = await sql<{ intent_id: string }>`select intent_id from app_records where remote_id is null`.execute(
    world.db.withTables<object>(),
  )
  const intentId = rows[0]?.intent_id ?? ''
  await world.db.transaction((tx) => world.events.emit(tx, intentResolved, { intentId, happened: false }))
  const before = await outcomes()
  first.answer.resolve({ id: null, why: 'refused' })
  await first.end
  expect(await outcomes()).toEqual(before)
  const records = { look: async () => null, make: async () => ({ id: 'made', isNew: true }) }
  expect(await makeRecord(world.deps, run, records, wanted)).toEqual({ id: 'made', isNew: true })
})

test('a record that another node made is linked, whatever this one remembers', async () => {
  const { links } = target.open()
  expect(await links?.places?.find('company', 'Acme Iceland')).toBeNull()
  const run = await runOf(molly)
  const [company] = named('core_company', 'Acme Iceland')
  expect(await links?.places?.find('company', 'Acme Iceland')).toBeNull()
  const { linked } = await namedRecordsOf(world.deps, run, links as AppLinks)
  expect(linked.company).toBe(company?.sys_id)
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
