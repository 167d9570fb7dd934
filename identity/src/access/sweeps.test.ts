import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { grantChanged, grantEnded } from './module.ts'
import { accessWorld, dayMs, type World } from './testing.ts'

let world: World
let molly: string
beforeEach(async () => {
  world = await accessWorld()
  molly = await world.person('molly')
})
afterEach(() => world.close())

describe('expiry', () => {
  test('ends what is due, at its time and not before, and tells of it', async () => {
    const told: string[] = []
    world.events.afterCommit(grantEnded, 'test', async ({ grantId }) => void told.push(grantId))
    const role = await world.role('Salesforce users')
    const short = await world.hold(molly, role.id, 30)
    const endless = await world.hold(molly, (await world.role('Wiki readers')).id)

    world.clock.advance(30 * dayMs - 1)
    await world.sweep('access.expire-grants')
    expect(await world.grant(short)).toMatchObject({ state: 'active' })
    world.clock.advance(1)
    await world.sweep('access.expire-grants')
    await world.sweep('access.expire-grants')
    await world.jobs.runUntilIdle()
    expect(await world.grant(short)).toMatchObject({ state: 'ended', endReason: 'expired', endedAt: world.clock.now() })
    expect(await world.grant(endless)).toMatchObject({ state: 'active' })
    expect(told).toEqual([short])
    expect((await world.entries({ grantId: short })).at(-1)).toMatchObject({
      action: 'grant.ended',
      actor: { kind: 'system', name: 'access.expire-grants' },
    })
  })

  test('takes more than one batch, and two sweeps at once end each once', async () => {
    const role = await world.role('Salesforce users')
    await world.crowd(1100, await world.hold(molly, role.id, 1))
    expect(await world.access.holderCount(world.db, role.id)).toBe(1101)
    world.clock.advance(dayMs)
    await Promise.all([world.sweep('access.expire-grants'), world.sweep('access.expire-grants')])
    expect(await world.access.holderCount(world.db, role.id)).toBe(0)
    expect((await world.jobs.inspect({ state: 'dead' })).length).toBe(0)
  })
})

describe('the reminder', () => {
  test('comes once, some days before the end, in the language of the person', async () => {
    const fiona = await world.person('fiona', { locale: 'de-DE' })
    const role = await world.role('Salesforce "Pro" – größer 🦊')
    await world.hold(molly, role.id, 30)
    await world.hold(fiona, role.id, 30)

    world.clock.advance(22 * dayMs)
    await world.sweep('access.remind-expiry')
    await world.jobs.runUntilIdle()
    expect(world.mailbox).toEqual([])

    world.clock.advance(dayMs)
    await world.sweep('access.remind-expiry')
    await world.sweep('access.remind-expiry')
    await world.jobs.runUntilIdle()
    expect(world.mailbox.map(({ to, kind, subject }) => ({ to, kind, subject }))).toEqual([
      {
        to: 'molly@acme.example',
        kind: 'access_ends_soon',
        subject: 'Your access to Salesforce "Pro" – größer 🦊 ends on 1 April 2026',
      },
      {
        to: 'fiona@acme.example',
        kind: 'access_ends_soon',
        subject: 'Ihr Zugang zu Salesforce "Pro" – größer 🦊 endet am 1. April 2026',
      },
    ])
    expect(world.mailbox[0]?.text).toContain('https://hallpass.acme.example/')
  })

  test('comes again before the new end of an extended grant', async () => {
    const role = await world.role('Salesforce users')
    const grantId = await world.hold(molly, role.id, 30)
    world.clock.advance(25 * dayMs)
    await world.sweep('access.remind-expiry')
    await world.db.transaction((tx) =>
      world.access.extendGrant(tx, grantId, 30, null, { kind: 'system', name: 'test' }),
    )
    world.clock.advance(15 * dayMs)
    await world.sweep('access.remind-expiry')
    await world.jobs.runUntilIdle()
    expect(world.mailbox).toHaveLength(1)
    world.clock.advance(15 * dayMs)
    await world.sweep('access.remind-expiry')
    await world.jobs.runUntilIdle()
    expect(world.mailbox).toHaveLength(2)
  })

  test('is not sent to people without an address, disabled, or past the end', async () => {
    const role = await world.role('Salesforce users')
    const leo = await world.person('leo')
    const ghost = await world.person('ghost', { hasMail: false })
    for (const personId of [molly, leo, ghost]) await world.hold(personId, role.id, 30)
    await world.setState(leo, 'disabled')
    world.clock.advance(31 * dayMs)
    await world.sweep('access.remind-expiry')
    await world.jobs.runUntilIdle()
    expect(world.mailbox).toEqual([])
  })
})

describe('the leaver', () => {
  test('disabled suspends: nothing may be used and no account is wanted, and all of it is back when enabled again', async () => {
    const appId = await world.app('Salesforce')
    const role = await world.role('Salesforce users', { apps: [{ appId, entitlements: ['Sales user'] }] })
    const grantId = await world.hold(molly, role.id)
    expect(await world.access.desiredAccount(world.db, molly, appId)).toEqual({
      active: true,
      entitlements: ['Sales user'],
      grantIds: [grantId],
    })
    expect(await world.access.mayUse(world.db, molly, appId)).toBe(true)

    await world.setState(molly, 'disabled')
    expect(await world.access.desiredAccount(world.db, molly, appId)).toEqual({
      active: false,
      entitlements: [],
      grantIds: [],
    })
    expect(await world.access.mayUse(world.db, molly, appId)).toBe(false)
    expect(await world.access.appsFor(world.db, molly)).toEqual([])
    expect(await world.access.holdersOf(world.db, appId)).toEqual([])
    expect(await world.grant(grantId)).toMatchObject({ state: 'active' })

    await world.setState(molly, 'active')
    expect(await world.access.mayUse(world.db, molly, appId)).toBe(true)
  })

  test('disabled for longer than set ends what is held; enabled in time keeps it', async () => {
    const role = await world.role('Salesforce users')
    const leo = await world.person('leo')
    const mine = await world.hold(molly, role.id)
    const his = await world.hold(leo, role.id)
    await world.setState(molly, 'disabled')
    await world.setState(leo, 'disabled')
    world.clock.advance(29 * dayMs)
    await world.sweep('access.end-disabled')
    await world.setState(molly, 'active')
    world.clock.advance(dayMs)
    await world.sweep('access.end-disabled')
    expect(await world.grant(mine)).toMatchObject({ state: 'active' })
    expect(await world.grant(his)).toMatchObject({ state: 'ended', endReason: 'disabled_too_long' })
  })

  test('gone ends what is held, at once and once', async () => {
    const told: string[] = []
    world.events.afterCommit(grantChanged, 'test', async ({ grantId }) => void told.push(grantId))
    const grantId = await world.hold(molly, (await world.role('Salesforce users')).id)
    await world.jobs.runUntilIdle()
    told.length = 0
    await world.setState(molly, 'gone')
    await world.setState(molly, 'gone')
    await world.jobs.runUntilIdle()
    expect(await world.grant(grantId)).toMatchObject({ state: 'ended', endReason: 'person_gone' })
    expect(told).toEqual([grantId])
  })

  test('gone and back before the job ran keeps what is held', async () => {
    const grantId = await world.hold(molly, (await world.role('Salesforce users')).id)
    await world.setState(molly, 'gone')
    await world.setState(molly, 'active')
    await world.jobs.runUntilIdle()
    expect(await world.grant(grantId)).toMatchObject({ state: 'active' })
  })

  test('nothing ends by itself where that is switched off', async () => {
    const other = await accessWorld({ disabledDaysMax: 0 })
    const leo = await other.person('leo')
    const grantId = await other.hold(leo, (await other.role('Salesforce users')).id)
    await other.setState(leo, 'disabled')
    other.clock.advance(9999 * dayMs)
    await other.sweep('access.end-disabled')
    expect(await other.grant(grantId)).toMatchObject({ state: 'active' })
    await other.close()
  })
})
