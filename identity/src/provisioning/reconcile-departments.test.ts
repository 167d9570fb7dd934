import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { personChanged } from '../directory/module.ts'
import { type InstanceTarget, startServiceNowTarget } from './connectors/testing-servicenow.ts'
import { minuteMs, provisioningWorld, type World } from './testing.ts'

type Facts = Partial<Record<'department' | 'title' | 'company' | 'location' | 'cost_center', string | null>>

/** Longer than an answer about a department holds. */
const laterMs = 6 * minuteMs

describe.each(['scim', 'table'] as const)('a department of an instance, by %s', (by) => {
  let world: World
  let target: InstanceTarget
  let appId: string
  let molly: string
  let marketing: string

  beforeEach(async () => {
    ;[world, target] = await Promise.all([provisioningWorld(), startServiceNowTarget(by)])
    appId = await world.app('ServiceNow', { kind: 'servicenow', baseUrl: target.url, token: String(target.token) })
    molly = await world.person('molly')
    await say({ department: 'Marketing' })
    await world.grant(molly, await world.role('Users', [{ appId }]))
    await world.settle()
    marketing = departmentRef()
    expect(marketing).not.toBe('')
  })
  afterEach(async () => {
    await world.close()
    await target.stop()
  })

  const userRow = () => target.user('molly@acme.example')
  const departmentRef = () => userRow()?.department ?? ''
  const account = () => world.account(appId, molly)

  /** What the directory says from now on, heard when no answer of the instance holds any more. */
  async function say(facts: Facts): Promise<void> {
    world.clock.advance(laterMs)
    await world.db.transaction(async (tx) => {
      for (const [name, value] of Object.entries(facts))
        await sql`update people set ${sql.ref(name)} = ${value} where id = ${molly}`.execute(tx.withTables<object>())
      await world.events.emit(tx, personChanged, { personId: molly, version: 9 })
    })
    await world.settle()
  }

  test('stays while it cannot be told from another of its name, and the rest is written', async () => {
    const second = target.add('cmn_department', { name: 'Marketing' })
    await say({ title: 'Lead' })
    expect(userRow()).toMatchObject({ department: marketing, title: 'Lead' })
    expect(await account()).toMatchObject({ state: 'active', awaitsLinks: true, departmentRef: marketing })

    target.remove('cmn_department', marketing)
    await say({})
    expect(departmentRef()).toBe(second)
    expect(await account()).toMatchObject({ state: 'active', awaitsLinks: false, departmentRef: second })
  })

  test('that stayed goes when the directory says none any more', async () => {
    target.add('cmn_department', { name: 'Marketing' })
    await say({})
    expect(departmentRef()).toBe(marketing)
    await say({ department: null })
    expect(departmentRef()).toBe('')
    expect(await account()).toMatchObject({ awaitsLinks: false, departmentRef: null, departmentName: null })
  })

  test('that stayed gives way to another, there or not', async () => {
    target.add('cmn_department', { name: 'Marketing' })
    await say({})
    await say({ department: 'Space travel' })
    expect(departmentRef()).toBe('')
    expect(await account()).toMatchObject({ awaitsLinks: true, departmentRef: null })
    const there = target.add('cmn_department', { name: 'Space travel' })
    await say({})
    expect(departmentRef()).toBe(there)
  })

  test('company, office and cost centre of exactly one name are linked; one that is not there is not made, and linked once it is', async () => {
    const [acme, office] = [
      target.add('core_company', { name: 'Acme Ireland' }),
      target.add('cmn_location', { name: 'Building 7' }),
    ]
    await say({ company: 'Acme Ireland', location: 'Building 7', cost_center: 'CC-4711' })
    expect(userRow()).toMatchObject({ company: acme, location: office })
    expect(userRow()?.cost_center ?? '').toBe('')
    expect(await account()).toMatchObject({ state: 'active', awaitsLinks: true })

    const center = target.add('cmn_cost_center', { name: 'CC-4711' })
    await say({})
    expect(userRow()).toMatchObject({ company: acme, location: office, cost_center: center })
    expect(await account()).toMatchObject({ state: 'active', awaitsLinks: false })

    // What the directory says no more, and what has two records of one name, stays as it is there.
    target.add('cmn_location', { name: 'Building 7' })
    await say({ company: null })
    expect(userRow()).toMatchObject({ company: acme, location: office, cost_center: center })
  })
})
