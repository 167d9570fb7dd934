import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRole } from './create-role.ts'
import { editRole } from './edit-role.ts'
import { grantChanged, roleChanged } from './module.ts'
import { retireRole } from './retire-role.ts'
import { showRole, showRoles } from './show-roles.ts'
import { accessWorld, system, type World } from './testing.ts'

let world: World
let molly: string
let fiona: string
let crm: string
let wiki: string
const told: string[] = []
const changed: object[] = []
beforeAll(async () => {
  world = await accessWorld()
  molly = await world.person('molly')
  fiona = await world.person('fiona')
  crm = await world.app('Salesforce', 'crm-sales')
  wiki = await world.app('Wiki', 'collaboration')
  world.events.afterCommit(grantChanged, 'test', async ({ grantId }) => void told.push(grantId))
  world.events.afterCommit(roleChanged, 'test', async (event) => void changed.push(event))
})
afterAll(() => world.close())

const settle = async () => {
  await world.jobs.runUntilIdle()
  told.length = 0
  changed.length = 0
}

describe('a role', () => {
  test('carries apps, has owners, and says who may ask and for how long', async () => {
    const finance = await world.group('finance')
    const role = await createRole(
      world.deps,
      {
        name: ' Salesforce  users ',
        apps: [{ appId: crm, entitlements: ['Sales user', 'Sales user', 'Reports'] }],
        ownerIds: [fiona],
        askedBy: 'groups',
        groupIds: [finance],
        daysMax: 90,
        daysDefault: 30,
      },
      system,
    )
    expect(await showRole(world.deps, role.id)).toMatchObject({
      name: 'Salesforce users',
      apps: [{ app: { id: crm, name: 'Salesforce' }, entitlements: ['Reports', 'Sales user'] }],
      owners: [{ id: fiona }],
      askedBy: 'groups',
      groups: [{ id: finance, name: 'finance' }],
      daysMax: 90,
      daysDefault: 30,
      holders: 0,
      version: 1,
    })
    expect(await world.access.ownersOf(world.db, role.id)).toEqual([fiona])
    expect(await world.entries({ roleId: role.id })).toMatchObject([
      { action: 'role.created', after: { daysMax: 90, ownerIds: [fiona] } },
    ])
  })

  test('nobody may ask for unless that is said', async () => {
    const role = await createRole(world.deps, { name: 'Quiet role' }, system)
    expect(await world.access.mayRequest(world.db, molly, role.id)).toBe(false)
  })

  test('never carries Hallpass itself: its roles are given by grants of their own', async () => {
    const hallpass = '01900000-0000-7000-8000-000000000001'
    const input = { name: 'Sneaky', apps: [{ appId: hallpass, entitlements: ['admin'] }] }
    await expect(createRole(world.deps, input, system)).rejects.toMatchObject({ fields: [{ field: 'apps.0.appId' }] })
  })

  test('names what is not there, all at once', async () => {
    const ghost = world.ids.next()
    const input = {
      name: 'Wrong',
      apps: [{ appId: ghost, entitlements: [] }],
      ownerIds: [ghost],
      groupIds: [ghost],
      daysMax: 5,
      daysDefault: 6,
    }
    await expect(createRole(world.deps, input, system)).rejects.toMatchObject({
      kind: 'invalid',
      fields: ['daysDefault', 'apps.0.appId', 'ownerIds.0', 'groupIds.0'].map((field) => ({ field })),
    })
  })

  test('with a name in use is a conflict', async () => {
    await world.role('Twice')
    await expect(world.role('twice')).rejects.toMatchObject({ code: 'role_name_taken' })
  })
})

describe('editing a role', () => {
  test('that carries something else tells of each of its grants, through a job', async () => {
    const role = await world.role('Editors', { apps: [{ appId: crm, entitlements: ['a'] }] })
    const grants = [await world.hold(molly, role.id), await world.hold(fiona, role.id)]
    await settle()
    await editRole(world.deps, { roleId: role.id, version: 1, apps: [{ appId: wiki, entitlements: ['edit'] }] }, system)
    await world.jobs.runUntilIdle()
    expect(told.sort()).toEqual(grants.sort())
    expect(changed).toEqual([{ roleId: role.id, appIds: [crm, wiki].sort() }])
    expect(await world.access.desiredAccount(world.db, molly, crm)).toMatchObject({ active: false })
    expect(await world.access.desiredAccount(world.db, molly, wiki)).toMatchObject({
      active: true,
      entitlements: ['edit'],
    })
    expect((await world.entries({ roleId: role.id })).at(-1)).toMatchObject({
      action: 'role.edited',
      before: { apps: [{ appId: crm, entitlements: ['a'] }] },
      after: { apps: [{ appId: wiki, entitlements: ['edit'] }] },
    })
  })

  test('in its words alone tells of nothing', async () => {
    const role = await world.role('Words', { apps: [{ appId: crm, entitlements: ['a'] }] })
    await world.hold(molly, role.id)
    await settle()
    await editRole(world.deps, { roleId: role.id, version: 1, description: 'Better said', daysMax: 10 }, system)
    await world.jobs.runUntilIdle()
    expect([told, changed]).toEqual([[], []])
    expect(await world.access.appsOfRole(world.db, role.id)).toEqual([{ appId: crm, entitlements: ['a'] }])
  })

  test('with more holders than a batch tells of each', async () => {
    const role = await world.role('Everyone', { apps: [{ appId: crm, entitlements: [] }] })
    await world.crowd(500, await world.hold(molly, role.id))
    await settle()
    await editRole(world.deps, { roleId: role.id, version: 1, apps: [{ appId: crm, entitlements: ['new'] }] }, system)
    await world.jobs.runUntilIdle()
    expect(new Set(told).size).toBe(501)
    expect(told).toHaveLength(501)
  })

  test('of an older version, a retired one or one that is not there is refused', async () => {
    const role = await world.role('Versions')
    await editRole(world.deps, { roleId: role.id, version: 1, description: 'x' }, system)
    await expect(editRole(world.deps, { roleId: role.id, version: 1, description: 'y' }, system)).rejects.toMatchObject(
      { code: 'changed_meanwhile' },
    )
    await retireRole(world.deps, { roleId: role.id, reason: 'unused' }, system)
    await expect(editRole(world.deps, { roleId: role.id, version: 3, description: 'y' }, system)).rejects.toMatchObject(
      { code: 'role_retired' },
    )
    await expect(editRole(world.deps, { roleId: world.ids.next(), version: 1 }, system)).rejects.toMatchObject({
      code: 'role_not_found',
    })
  })

  test('keeps an owner who was disabled since, but takes no new one who is', async () => {
    const role = await world.role('Owned', { ownerIds: [fiona] })
    await world.setState(fiona, 'disabled')
    await editRole(world.deps, { roleId: role.id, version: 1, ownerIds: [fiona, molly] }, system)
    await expect(world.role('Other', { ownerIds: [fiona] })).rejects.toMatchObject({
      fields: [{ field: 'ownerIds.0' }],
    })
    await world.setState(fiona, 'active')
  })

  test('of Hallpass itself changes who may ask, never what it gives', async () => {
    const roleId = await world.access.productRoleId(world.db, 'auditor')
    await editRole(world.deps, { roleId, version: 1, askedBy: 'everyone', daysMax: 30 }, system)
    expect(await world.access.mayRequest(world.db, molly, roleId)).toBe(true)
    await expect(editRole(world.deps, { roleId, version: 2, apps: [] }, system)).rejects.toMatchObject({
      code: 'role_built_in',
    })
    await expect(retireRole(world.deps, { roleId, reason: 'no' }, system)).rejects.toMatchObject({
      code: 'role_built_in',
    })
  })
})

describe('retiring a role', () => {
  test('gives nothing from that instant, and its grants end by a job', async () => {
    const role = await world.role('Leaving', { apps: [{ appId: wiki, entitlements: ['read'] }] })
    const dora = await world.person('dora')
    const grantId = await world.hold(dora, role.id)
    await retireRole(world.deps, { roleId: role.id, reason: 'Replaced' }, system)
    expect(await world.access.mayUse(world.db, dora, wiki)).toBe(false)
    expect(await world.access.mayRequest(world.db, dora, role.id)).toBe(false)
    await world.jobs.runUntilIdle()
    expect(await world.grant(grantId)).toMatchObject({ state: 'ended', endReason: 'role_retired' })
    await expect(world.hold(dora, role.id)).rejects.toMatchObject({ code: 'role_retired' })
    expect((await showRole(world.deps, role.id)).state).toBe('retired')
  })
})

describe('roles of Hallpass itself', () => {
  test('are held by grants, only while active and not due', async () => {
    const axel = await world.person('axel')
    const roleId = await world.access.productRoleId(world.db, 'desk_agent')
    expect(await world.access.productRoles(world.db, axel)).toEqual(new Set())
    await world.hold(axel, roleId, 1)
    expect(await world.access.productRoles(world.db, axel)).toEqual(new Set(['desk_agent']))
    world.clock.advance(24 * 60 * 60 * 1000)
    expect(await world.access.productRoles(world.db, axel)).toEqual(new Set())
  })
})

test('roles are found by their words, their apps and their state', async () => {
  const find = async (query: object) => (await showRoles(world.deps, query)).items.map((role) => role.name)
  await world.role('Sales readers', { apps: [{ appId: crm, entitlements: [] }] })
  expect(await find({ q: 'sales read' })).toEqual(['Sales readers'])
  expect(await find({ q: 'readers', appId: crm })).toEqual(['Sales readers'])
  expect(await find({ q: 'readers', appId: wiki })).toEqual([])
  expect(await find({ state: 'retired' })).toContain('Leaving')
})
