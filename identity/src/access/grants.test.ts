import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveBack } from './give-back.ts'
import type { Evidence, GrantRoleInput } from './module.ts'
import { revokeGrant } from './revoke-grant.ts'
import { accessWorld, dayMs, system, type World } from './testing.ts'

let world: World
let molly: string
let count = 0
const evidence: Evidence = { source: 'request', approvals: [] }

beforeAll(async () => {
  world = await accessWorld()
  molly = await world.person('molly')
})
afterAll(() => world.close())

const newRole = (facts = {}) => world.role(`Role ${++count}`, facts)
const asking = (roleId: string, facts: Partial<GrantRoleInput> = {}): GrantRoleInput => ({
  personId: molly,
  roleId,
  requestId: null,
  reason: 'a project with sales',
  durationDays: 30,
  evidence,
  ...facts,
})
const give = (input: GrantRoleInput) => world.db.transaction((tx) => world.access.grantRole(tx, input, system))
const start = (grantId: string) => world.db.transaction((tx) => world.access.startGrant(tx, grantId))
const end = (grantId: string) =>
  world.db.transaction((tx) => world.access.endGrant(tx, grantId, 'request_cancelled', system))

describe('granting a role', () => {
  test('makes a pending grant without an end; its days count from the start', async () => {
    const role = await newRole({ daysMax: 90 })
    const given = await give(asking(role.id))
    expect(given).toEqual({ kind: 'granted', grantId: given.grantId, durationDays: 30 })
    expect(await world.grant(given.grantId)).toMatchObject({ state: 'pending', startedAt: null, endsAt: null })

    world.clock.advance(3 * dayMs)
    const startedAt = world.clock.now()
    const endsAt = new Date(startedAt.getTime() + 30 * dayMs)
    expect(await start(given.grantId)).toEqual({ kind: 'started', endsAt })
    expect(await start(given.grantId)).toEqual({ kind: 'already_active', endsAt })
    expect(await world.grant(given.grantId)).toMatchObject({ state: 'active', startedAt, endsAt })
  })

  test('that is held already is success, and changes nothing', async () => {
    const role = await newRole()
    const first = await give(asking(role.id))
    expect(await give(asking(role.id, { durationDays: 5 }))).toEqual({ kind: 'already_held', grantId: first.grantId })
    await start(first.grantId)
    expect(await give(asking(role.id))).toEqual({ kind: 'already_held', grantId: first.grantId })
    expect(await world.entries({ grantId: first.grantId })).toHaveLength(2)
  })

  test('twenty times at one instant gives it once', async () => {
    const role = await newRole()
    const results = await Promise.all(Array.from({ length: 20 }, () => give(asking(role.id))))
    expect(results.filter((result) => result.kind === 'granted')).toHaveLength(1)
    expect(new Set(results.map((result) => result.grantId)).size).toBe(1)
  })

  test('whose last grant is due, though not swept yet, gives a new one', async () => {
    const role = await newRole({ daysMax: 1 })
    const old = await world.hold(molly, role.id, 1)
    world.clock.advance(dayMs)
    const given = await give(asking(role.id))
    expect(given.kind).toBe('granted')
    expect(await world.grant(old)).toMatchObject({ state: 'ended', endReason: 'expired' })
  })

  test.each([
    [null, 90, 90],
    [365, 90, 90],
    [30, null, 30],
    [null, null, null],
  ])('asked for %j days where at most %j are allowed, gives %j', async (durationDays, daysMax, given) => {
    const role = await newRole({ daysMax })
    expect(await give(asking(role.id, { durationDays }))).toMatchObject({ durationDays: given })
  })

  test('is refused for people who are not active, for retired roles and for roles that are not there', async () => {
    const role = await newRole()
    const leo = await world.person('leo')
    await world.setState(leo, 'disabled')
    await expect(give(asking(role.id, { personId: leo }))).rejects.toMatchObject({ code: 'person_not_active' })
    await expect(give(asking(world.ids.next()))).rejects.toMatchObject({ code: 'role_not_found' })
  })

  test('is told of and recorded with who, why, before and after', async () => {
    const role = await newRole()
    const requestId = world.ids.next()
    const { grantId } = await give(asking(role.id, { requestId }))
    await start(grantId)
    await end(grantId)
    const entries = await world.entries({ requestId })
    expect(entries.map((entry) => entry.action)).toEqual(['grant.made', 'grant.started', 'grant.ended'])
    expect(entries[1]).toMatchObject({
      subjects: { grantId, personId: molly, roleId: role.id, requestId },
      before: { state: 'pending', endsAt: null },
      after: { state: 'active' },
    })
    expect(entries[2]).toMatchObject({
      before: { state: 'active' },
      after: { state: 'ended', endReason: 'request_cancelled' },
    })
  })
})

describe('ending a grant', () => {
  test('works from pending, and twice is once', async () => {
    const role = await newRole()
    const { grantId } = await give(asking(role.id))
    expect(await end(grantId)).toEqual({ kind: 'ended' })
    expect(await end(grantId)).toEqual({ kind: 'already_ended' })
    expect(await start(grantId)).toEqual({ kind: 'ended' })
  })

  test('makes room for the same role again', async () => {
    const role = await newRole()
    const { grantId } = await give(asking(role.id))
    await end(grantId)
    const again = await give(asking(role.id))
    expect(again.kind).toBe('granted')
    expect(again.grantId).not.toBe(grantId)
  })

  test('tells of it once, whatever races', async () => {
    const role = await newRole()
    const grantId = await world.hold(molly, role.id)
    const results = await Promise.all(Array.from({ length: 8 }, () => end(grantId)))
    expect(results.filter((result) => result.kind === 'ended')).toHaveLength(1)
    expect((await world.entries({ grantId })).filter((entry) => entry.action === 'grant.ended')).toHaveLength(1)
  })
})

describe('extending a grant', () => {
  const extend = (grantId: string, days: number, requestId: string | null = world.ids.next()) =>
    world.db.transaction((tx) =>
      world.access.extendGrant(tx, grantId, days, requestId, system, [
        { stage: 'manager', approverId: molly, at: world.clock.now().toISOString() },
      ]),
    )

  test('adds to what is left, once per request, and keeps who approved', async () => {
    const role = await newRole({ daysMax: 365 })
    const grantId = await world.hold(molly, role.id, 10)
    const before = await world.grant(grantId)
    const requestId = world.ids.next()
    const endsAt = new Date((before.endsAt?.getTime() ?? 0) + 20 * dayMs)
    expect(await extend(grantId, 20, requestId)).toEqual({ kind: 'extended', endsAt })
    expect(await extend(grantId, 20, requestId)).toEqual({ kind: 'extended', endsAt })
    const after = await world.grant(grantId)
    expect(after.endsAt).toEqual(endsAt)
    expect(after.evidence.extensions).toMatchObject([
      { requestId, days: 20, approvals: [{ stage: 'manager', approverId: molly }] },
    ])
  })

  test('never leaves more than the longest duration of the role', async () => {
    const role = await newRole({ daysMax: 30 })
    const grantId = await world.hold(molly, role.id, 30)
    world.clock.advance(10 * dayMs)
    const endsAt = new Date(world.clock.now().getTime() + 30 * dayMs)
    expect(await extend(grantId, 30)).toEqual({ kind: 'extended', endsAt })
  })

  test('of one without end, still pending or ended says so', async () => {
    const endless = await world.hold(molly, (await newRole()).id)
    expect(await extend(endless, 5)).toEqual({ kind: 'without_end' })
    const { grantId } = await give(asking((await newRole()).id))
    expect(await extend(grantId, 5)).toEqual({ kind: 'not_active' })
    await end(grantId)
    expect(await extend(grantId, 5)).toEqual({ kind: 'not_active' })
  })
})

describe('giving back and taking', () => {
  test('one gives back one’s own, and only one’s own', async () => {
    const grantId = await world.hold(molly, (await newRole()).id)
    const frank = await world.person('frank')
    await expect(giveBack(world.deps, { grantId, personId: frank }, system)).rejects.toMatchObject({
      code: 'grant_not_found',
    })
    expect(await giveBack(world.deps, { grantId, personId: molly }, system)).toMatchObject({
      state: 'ended',
      endReason: 'given_back',
    })
    await expect(giveBack(world.deps, { grantId, personId: molly }, system)).rejects.toMatchObject({
      code: 'grant_ended',
    })
  })

  test('an administrator takes a role with a reason that stays in the trail', async () => {
    const grantId = await world.hold(molly, (await newRole()).id)
    await revokeGrant(world.deps, { grantId, reason: 'The project is over' }, system)
    const entries = await world.entries({ grantId })
    expect(entries.at(-1)).toMatchObject({ action: 'grant.ended', after: { endReason: 'revoked' } })
    await expect(revokeGrant(world.deps, { grantId, reason: 'again' }, system)).rejects.toMatchObject({
      code: 'grant_ended',
    })
    await expect(revokeGrant(world.deps, { grantId: world.ids.next(), reason: 'none' }, system)).rejects.toMatchObject({
      code: 'grant_not_found',
    })
  })

  test('the last administrator stays, also when two take it from each other at one instant', async () => {
    const roleId = await world.access.productRoleId(world.db, 'admin')
    const ivan = await world.person('ivan')
    const diana = await world.person('diana')
    const grants = [await world.hold(ivan, roleId), await world.hold(diana, roleId)]
    expect(await world.access.administrators(world.db)).toEqual([ivan, diana].sort())
    const results = await Promise.allSettled(
      grants.map((grantId) => revokeGrant(world.deps, { grantId, reason: 'a coup' }, system)),
    )
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { code: 'last_administrator' },
    })
    expect(await world.access.administrators(world.db)).toHaveLength(1)
  })
})
