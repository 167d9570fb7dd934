import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { minuteMs } from './limits.ts'
import { builtInSettings, faultsOf, isWeaker } from './settings.ts'
import { type DeskWorld, deskWorld, ghost } from './testing.ts'
import type { Settings } from './types.ts'

const changed = (change: Partial<Settings>): Settings => ({ ...builtInSettings, ...change })
const points = (change: Partial<Settings['points']>) => changed({ points: { ...builtInSettings.points, ...change } })

describe('settings', () => {
  test('that come with Hallpass are sound', () => {
    expect(faultsOf(builtInSettings)).toEqual([])
  })

  test.each<[string, Settings, string]>([
    ['one proof is enough', points({ callback: 100 }), 'points.callback'],
    ['photo and personal data are enough', points({ photo_id: 60, personal_data: 50 }), 'points.photo_id'],
    ['the privileged need less', changed({ thresholds: { standard: 100, privileged: 90 } }), 'thresholds.privileged'],
    ['nobody gets there', changed({ thresholds: { standard: 100, privileged: 900 } }), 'thresholds.privileged'],
  ])('are refused when %s', (_name, settings, field) => {
    expect(faultsOf(settings).map((fault) => fault.field)).toEqual([field])
  })

  test.each<[string, Settings, boolean]>([
    ['more points', points({ voucher: 70 }), true],
    ['fewer points', points({ voucher: 50 }), false],
    ['a lower threshold', changed({ thresholds: { standard: 90, privileged: 150 } }), true],
    ['a shorter delay', changed({ secondOutcomeHours: 1 }), true],
    ['another cost of a ticket', changed({ costPerTicket: 25 }), false],
  ])('with %s: weaker is %s', (_name, settings, weaker) => {
    expect(isWeaker(builtInSettings, settings)).toBe(weaker)
  })

  test('are weaker when a group is no longer privileged', () => {
    expect(isWeaker(changed({ privilegedGroupIds: [ghost] }), builtInSettings)).toBe(true)
  })
})

describe('changing the settings', () => {
  let world: DeskWorld
  beforeAll(async () => {
    world = await deskWorld()
  })
  afterAll(() => world.close())
  const url = '/api/desk/settings'
  const put = (body: object) => world.call('ivan', 'PUT', url, body)

  test('is for administrators, from the version they saw, and kept in the trail', async () => {
    expect((await world.call('dora', 'GET', url)).body).toMatchObject({
      version: 0,
      costPerTicket: 18.5,
      currency: 'USD',
    })
    const next = { version: 0, ...changed({ costPerTicket: 21 }) }
    expect((await world.call('dora', 'PUT', url, next)).status).toBe(403)
    expect(await put(next)).toMatchObject({ status: 200, body: { version: 1, costPerTicket: 21 } })
    expect(await put(next)).toMatchObject({ status: 409, body: { code: 'settings_changed' } })
    const { items } = await world.audit.search(world.db, { action: 'desk_settings.changed' }, { limit: 5 })
    expect(items[0]?.body).toMatchObject({ before: { costPerTicket: 18.5 }, after: { costPerTicket: 21 } })
    expect(world.mails('desk_settings_weakened')).toEqual([])
  })

  test('to weaker ones is told to every administrator', async () => {
    expect((await put({ version: 1, ...points({ voucher: 90 }) })).status).toBe(200)
    await world.settle()
    expect(world.mails('desk_settings_weakened')).toMatchObject([{ to: 'ivan@home.example' }])
  })

  test('to foolish ones names the field', async () => {
    const answer = await put({ version: 2, ...points({ callback: 100 }) })
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ field: 'points.callback' }] } })
    const group = await put({ version: 2, ...changed({ privilegedGroupIds: [ghost] }) })
    expect(group).toMatchObject({ status: 400, body: { fields: [{ field: 'privilegedGroupIds.0' }] } })
  })

  test('to weaker ones does not serve an agent who made them, until somebody else stands behind them', async () => {
    const weaker = changed({ thresholds: { standard: 80, privileged: 150 } })
    const insert = (version: number, author: 'dora' | 'ivan', settings = weaker) =>
      world.sql(
        sql`insert into desk_settings values (${version}, ${JSON.stringify(settings)}, ${world.id[author]}, ${world.clock.now()})`,
      )
    const caseId = await world.callFrom('marcus')
    await insert(3, 'dora')
    expect((await world.show('dora', caseId)).ladder.threshold).toBe(100)
    await insert(4, 'dora', { ...weaker, costPerTicket: 1 })
    expect((await world.show('dora', caseId)).ladder.threshold).toBe(100)
    await insert(5, 'ivan')
    expect((await world.show('dora', caseId)).ladder.threshold).toBe(80)
  })

  test('moves the clock of cases that are opened afterwards', async () => {
    await put({ version: 5, ...changed({ slaMinutes: { standard: 30, privileged: 15 } }) })
    const { case: found } = await world.show('dora', await world.callFrom('molly'))
    expect(Date.parse(found.dueAt ?? '')).toBe(world.clock.now().getTime() + 30 * minuteMs)
  })
})
