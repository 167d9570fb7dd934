import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addApp, addAppFromTemplate } from './add-app.ts'
import { editApp } from './edit-app.ts'
import { appAdded, appRetired } from './module.ts'
import { retireApp } from './retire-app.ts'
import { showApp, showApps } from './show-apps.ts'
import { showCatalog } from './show-catalog.ts'
import { accessWorld, system, type World } from './testing.ts'

let world: World
let molly: string
const told: string[] = []
beforeAll(async () => {
  world = await accessWorld()
  molly = await world.person('molly')
  world.events.afterCommit(appAdded, 'test', async ({ appId }) => void told.push(`added ${appId}`))
  world.events.afterCommit(appRetired, 'test', async ({ appId }) => void told.push(`retired ${appId}`))
})
afterAll(() => world.close())

describe('adding an app', () => {
  test('from a template keeps what was typed and what it makes', async () => {
    const input = { template: 'salesforce', parameters: { subdomain: 'acme' }, description: ' Customers and deals ' }
    const app = await addAppFromTemplate(world.deps, input, system)
    expect(await showApp(world.deps, app.id)).toMatchObject({
      name: 'Salesforce',
      description: 'Customers and deals',
      category: 'crm-sales',
      icon: null,
      templateSlug: 'salesforce',
      parameters: { subdomain: 'acme' },
      protocols: ['saml', 'linked'],
      addresses: { signOn: 'https://acme.my.salesforce.com', entityId: 'https://acme.my.salesforce.com' },
      state: 'active',
      version: 1,
    })
    await world.jobs.runUntilIdle()
    expect(told).toContain(`added ${app.id}`)
    expect(await world.entries({ appId: app.id })).toMatchObject([
      { action: 'app.added', after: { name: 'Salesforce', templateSlug: 'salesforce' } },
    ])
  })

  test('shows the icon of its template', async () => {
    const app = await addAppFromTemplate(world.deps, { template: 'zendesk', parameters: { subdomain: 'acme' } }, system)
    expect(await showApp(world.deps, app.id)).toMatchObject({ icon: '/icons/zendesk.svg' })
  })

  test('names each value that cannot be, and leaves nothing behind', async () => {
    const input = { template: 'github', parameters: { organizationId: 'a/b', extra: 'x' }, name: 'Half an app' }
    await expect(addAppFromTemplate(world.deps, input, system)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'invalid_parameters',
      fields: [{ field: 'parameters.extra' }, { field: 'parameters.organizationId' }],
    })
    expect((await showApps(world.deps, { q: 'half' })).items).toEqual([])
    await expect(addAppFromTemplate(world.deps, { template: 'no-such', parameters: {} }, system)).rejects.toMatchObject(
      { code: 'template_not_found' },
    )
  })

  test('by hand takes any name people have', async () => {
    for (const name of ["O'Neill's “Größe”", 'עברית عربى', '🦊; drop table apps; --', '100% _wild\\card']) {
      const app = await addApp(world.deps, { name, category: 'other' }, system)
      expect(await showApp(world.deps, app.id)).toMatchObject({
        name,
        protocols: ['linked'],
        addresses: { signOn: null },
      })
    }
  })

  test('never has a name that turns the text around it', async () => {
    expect(await addApp(world.deps, { name: 'Pay\u202Elaprues\u2066  now' }, system)).toMatchObject({
      name: 'Paylaprues now',
    })
  })

  test('by hand names each field that cannot be', async () => {
    const input = {
      name: '  ',
      category: 'nowhere',
      iconSlug: 'nope',
      addresses: { signOn: 'ftp://x', acs: 'x', entityId: 'a\nb' },
    }
    await expect(addApp(world.deps, input, system)).rejects.toMatchObject({
      fields: ['name', 'category', 'iconSlug', 'addresses.signOn', 'addresses.acs', 'addresses.entityId'].map(
        (field) => ({ field }),
      ),
    })
  })

  test('with a name in use is a conflict, however it is written', async () => {
    await addApp(world.deps, { name: 'Wiki' }, system)
    await expect(addApp(world.deps, { name: '  WIKI ' }, system)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'app_name_taken',
      fields: [{ field: 'name' }],
    })
  })
})

describe('editing an app', () => {
  test('changes only what is given, and records before and after', async () => {
    const app = await addApp(world.deps, { name: 'Desk', addresses: { signOn: 'https://desk.acme.example' } }, system)
    const edited = await editApp(
      world.deps,
      { appId: app.id, version: 1, addresses: { entityId: 'urn:desk' }, iconSlug: 'zendesk' },
      system,
    )
    expect(edited).toMatchObject({
      name: 'Desk',
      iconSlug: 'zendesk',
      version: 2,
      addresses: { signOn: 'https://desk.acme.example', entityId: 'urn:desk' },
    })
    expect((await world.entries({ appId: app.id })).at(-1)).toMatchObject({
      action: 'app.edited',
      before: { addresses: { entityId: null } },
      after: { addresses: { entityId: 'urn:desk' } },
    })
  })

  test('of an older version is refused; of two at one instant one wins', async () => {
    const app = await addApp(world.deps, { name: 'Board' }, system)
    const results = await Promise.allSettled(
      ['A', 'B'].map((name) => editApp(world.deps, { appId: app.id, version: 1, name: `Board ${name}` }, system)),
    )
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { code: 'changed_meanwhile' },
    })
  })

  test('renames it where people look for it', async () => {
    const app = await addApp(world.deps, { name: 'Oldname' }, system)
    const role = await world.role('Readers of it', { apps: [{ appId: app.id, entitlements: [] }] })
    await editApp(world.deps, { appId: app.id, version: 1, name: 'Newname' }, system)
    expect(await world.access.requestableRoles(world.db, molly)).toContainEqual(
      expect.objectContaining({ id: role.id }),
    )
    expect((await showCatalog(world.deps, molly, { q: 'newn' })).items.map((item) => item.roleId)).toEqual([role.id])
    expect((await showCatalog(world.deps, molly, { q: 'oldn' })).items).toEqual([])
  })

  test('of Hallpass itself is refused', async () => {
    const { items } = await showApps(world.deps, { q: 'hallpass' })
    const hallpass = items.find((app) => app.builtIn)
    expect(hallpass).toMatchObject({ roles: 3 })
    const appId = hallpass?.id ?? ''
    await expect(editApp(world.deps, { appId, version: 1, name: 'Mine' }, system)).rejects.toMatchObject({
      code: 'app_built_in',
    })
    await expect(retireApp(world.deps, { appId, reason: 'no more' }, system)).rejects.toMatchObject({
      code: 'app_built_in',
    })
  })
})

describe('retiring an app', () => {
  test('ends its use at once, keeps the grants, and is told of once', async () => {
    const appId = await world.app('Miro', 'design-media')
    const role = await world.role('Miro users', { apps: [{ appId, entitlements: ['member'] }] })
    await world.hold(molly, role.id)
    expect(await world.access.mayUse(world.db, molly, appId)).toBe(true)
    expect(await world.access.mayRequest(world.db, molly, role.id)).toBe(true)

    await retireApp(world.deps, { appId, reason: 'We use Figma now' }, system)
    await retireApp(world.deps, { appId, reason: 'again' }, system)
    await world.jobs.runUntilIdle()
    expect(told.filter((entry) => entry === `retired ${appId}`)).toHaveLength(1)
    expect(await world.access.mayUse(world.db, molly, appId)).toBe(false)
    expect(await world.access.desiredAccount(world.db, molly, appId)).toMatchObject({ active: false })
    expect(await world.access.mayRequest(world.db, molly, role.id)).toBe(false)
    expect(await world.access.holdersOf(world.db, appId)).toEqual([])
    expect(await world.access.heldGrant(world.db, molly, role.id)).toMatchObject({ state: 'active' })
    await expect(editApp(world.deps, { appId, version: 2, name: 'Miro 2' }, system)).rejects.toMatchObject({
      code: 'app_retired',
    })
    expect(await world.app('Miro')).not.toBe(appId)
  })
})

test('apps are listed page by page, each once', async () => {
  for (let index = 0; index < 7; index++) await world.app(`Paged ${index}`)
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await showApps(world.deps, { q: 'paged', limit: 3, ...(cursor ? { cursor } : {}) })
    seen.push(...page.items.map((app) => app.name))
    cursor = page.next
  }
  expect(seen).toEqual(Array.from({ length: 7 }, (_, index) => `Paged ${index}`))
})

test.each(['nonsense', 'W10', 'WyJhIl0', Buffer.from('["a","not-an-id"]').toString('base64url')])(
  'a cursor that is none of ours (%s) is a clear fault',
  async (cursor) => {
    await expect(showApps(world.deps, { cursor })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'invalid_cursor',
      fields: [{ field: 'cursor' }],
    })
  },
)
