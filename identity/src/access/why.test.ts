import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Evidence } from './module.ts'
import { accessWorld, dayMs, system, type World } from './testing.ts'
import { why } from './why.ts'

let world: World
let molly: string
let marcus: string
let fiona: string
let crm: string
beforeAll(async () => {
  world = await accessWorld()
  molly = await world.person('molly')
  marcus = await world.person('marcus')
  fiona = await world.person('fiona')
  crm = await world.app('Salesforce', 'crm-sales')
})
afterAll(() => world.close())

describe('why', () => {
  test('tells who asked, who approved under which policy, since when, until when and from which request', async () => {
    const role = await world.role('Salesforce users', {
      apps: [{ appId: crm, entitlements: ['Sales user'] }],
      daysMax: 90,
    })
    const requestId = world.ids.next()
    const at = world.clock.now().toISOString()
    const evidence: Evidence = {
      source: 'request',
      askedBy: molly,
      askedAt: at,
      policy: { id: null, name: 'Manager, then finance', version: 3 },
      approvals: [
        { stage: 'Manager', approverId: marcus, at },
        { stage: 'Finance', approverId: fiona, at, comment: 'Fine for a month' },
      ],
    }
    const input = {
      personId: molly,
      roleId: role.id,
      requestId,
      reason: 'A project with sales',
      durationDays: 30,
      evidence,
    }
    const { grantId } = await world.db.transaction((tx) => world.access.grantRole(tx, input, system))
    world.clock.advance(60_000)
    await world.db.transaction((tx) => world.access.startGrant(tx, grantId))
    const since = world.clock.now()
    await world.db.transaction((tx) =>
      world.access.extendGrant(tx, grantId, 10, null, system, [{ stage: 'Manager', approverId: marcus, at }]),
    )

    const answer = await why(world.deps, { personId: molly, target: { appId: crm } })
    expect(answer).toMatchObject({
      personActive: true,
      app: { id: crm },
      role: null,
      holds: true,
      person: { id: molly },
    })
    expect(answer.grants).toEqual([
      {
        grantId,
        role: { id: role.id, name: 'Salesforce users' },
        state: 'active',
        entitlements: ['Sales user'],
        askedBy: expect.objectContaining({ id: molly, displayName: 'molly' }),
        askedAt: at,
        source: 'request',
        reason: 'A project with sales',
        policy: { id: null, name: 'Manager, then finance', version: 3 },
        approvals: [
          { stage: 'Manager', approver: expect.objectContaining({ id: marcus }), at, comment: null },
          { stage: 'Finance', approver: expect.objectContaining({ id: fiona }), at, comment: 'Fine for a month' },
        ],
        extensions: [
          {
            requestId: null,
            days: 10,
            at: since.toISOString(),
            approvals: [expect.objectContaining({ stage: 'Manager' })],
          },
        ],
        requestId,
        since: since.toISOString(),
        until: new Date(since.getTime() + 40 * dayMs).toISOString(),
        endedAt: null,
        endReason: null,
      },
    ])
  })

  test('tells of several grants, those that hold first, and of those that ended', async () => {
    const role = await world.role('Wiki readers')
    const old = await world.hold(molly, role.id)
    await world.db.transaction((tx) => world.access.endGrant(tx, old, 'given_back', system))
    const now = await world.hold(molly, role.id)
    const answer = await why(world.deps, { personId: molly, target: { roleId: role.id } })
    expect(answer.grants.map((grant) => [grant.grantId, grant.state, grant.endReason])).toEqual([
      [now, 'active', null],
      [old, 'ended', 'given_back'],
    ])
  })

  test('says that nothing holds when the person is disabled, though the grant stays', async () => {
    const leo = await world.person('leo')
    const role = await world.role('Leo’s role')
    await world.hold(leo, role.id)
    await world.setState(leo, 'disabled')
    expect(await why(world.deps, { personId: leo, target: { roleId: role.id } })).toMatchObject({
      personActive: false,
      holds: false,
      grants: [{ state: 'active' }],
    })
  })

  test('says so when there is nothing to tell', async () => {
    expect(await why(world.deps, { personId: fiona, target: { appId: crm } })).toMatchObject({
      holds: false,
      grants: [],
    })
    const ghost = world.ids.next()
    await expect(why(world.deps, { personId: ghost, target: { appId: crm } })).rejects.toMatchObject({
      code: 'person_not_found',
    })
    await expect(why(world.deps, { personId: molly, target: { appId: ghost } })).rejects.toMatchObject({
      code: 'app_not_found',
    })
    await expect(why(world.deps, { personId: molly, target: { roleId: ghost } })).rejects.toMatchObject({
      code: 'role_not_found',
    })
  })
})

test('a person’s apps come with the latest end of what gives them', async () => {
  const carla = await world.person('carla')
  const figma = await world.app('Figma', 'design-media')
  const short = await world.role('Figma viewers', { apps: [{ appId: figma, entitlements: ['view'] }] })
  const long = await world.role('Figma editors', { apps: [{ appId: figma, entitlements: ['edit'] }] })
  await world.hold(carla, short.id, 5)
  await world.hold(carla, long.id, 10)
  const endsAt = new Date(world.clock.now().getTime() + 10 * dayMs)
  expect(await world.access.appsFor(world.db, carla)).toMatchObject([
    { app: { id: figma, name: 'Figma' }, endsAt, grants: [{ roleId: short.id }, { roleId: long.id }] },
  ])
  expect(await world.access.desiredAccount(world.db, carla, figma)).toMatchObject({ entitlements: ['edit', 'view'] })

  const pending = await world.role('Pending role', { apps: [{ appId: crm, entitlements: [] }] })
  const evidence: Evidence = { source: 'sample', approvals: [] }
  await world.db.transaction((tx) =>
    world.access.grantRole(
      tx,
      { personId: carla, roleId: pending.id, requestId: null, reason: 'x', durationDays: null, evidence },
      system,
    ),
  )
  expect((await world.access.appsFor(world.db, carla)).map(({ app }) => app.name)).toEqual(['Figma'])
  expect(await world.access.holdersOf(world.db, crm)).toContain(carla)
  const before = new Date(world.clock.now().getTime() + 1)
  expect(await world.access.pendingGrants(world.db, { before, after: null, limit: 10 })).toMatchObject([
    { personId: carla },
  ])
})
