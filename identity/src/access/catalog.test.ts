import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editRole } from './edit-role.ts'
import { showCatalog, showCatalogRole } from './show-catalog.ts'
import { accessWorld, dayMs, system, type World } from './testing.ts'

let world: World
let molly: string
let frank: string
const roles: Record<string, string> = {}
beforeAll(async () => {
  world = await accessWorld()
  const finance = await world.group('finance')
  molly = await world.person('molly')
  frank = await world.person('frank', { groups: [finance] })
  const crm = await world.app('Salesforce', 'crm-sales')
  const books = await world.app('Xero', 'finance-accounting')
  const add = async (name: string, facts: object) => {
    roles[name] = (await world.role(name, facts)).id
  }
  await add('Salesforce users', {
    apps: [{ appId: crm, entitlements: ['Sales user'] }],
    ownerIds: [frank],
    daysMax: 90,
    daysDefault: 30,
  })
  await add('Reports of sales', { apps: [{ appId: crm, entitlements: ['Reports'] }], description: 'Café numbers' })
  await add('Bookkeepers', { apps: [{ appId: books, entitlements: [] }], askedBy: 'groups', groupIds: [finance] })
  await add('Hidden', { apps: [{ appId: crm, entitlements: [] }], askedBy: 'nobody' })
})
afterAll(() => world.close())

const names = async (personId: string, query: object = {}) =>
  (await showCatalog(world.deps, personId, query)).items.map((item) => item.name)

describe('the catalog', () => {
  test('shows what everyone and one’s own groups may ask for, and nothing else', async () => {
    expect(await names(molly)).toEqual(['Reports of sales', 'Salesforce users'])
    expect(await names(frank)).toEqual(['Bookkeepers', 'Reports of sales', 'Salesforce users'])
  })

  test('is searched as one types, names that begin so first', async () => {
    expect(await names(molly, { q: 'sal' })).toEqual(['Salesforce users', 'Reports of sales'])
    expect(await names(molly, { q: 'cafe' })).toEqual(['Reports of sales'])
    expect(await names(molly, { q: 'salesforce rep' })).toEqual(['Reports of sales'])
    expect(await names(molly, { q: '%' })).toHaveLength(2)
    expect(await names(molly, { q: "'; drop table roles; --" })).toEqual([])
  })

  test('is filtered by category and counts them', async () => {
    expect(await names(frank, { category: 'finance-accounting' })).toEqual(['Bookkeepers'])
    expect((await showCatalog(world.deps, frank, {})).categories).toEqual([
      { category: 'crm-sales', count: 2 },
      { category: 'finance-accounting', count: 1 },
    ])
    expect((await showCatalog(world.deps, molly, {})).categories).toEqual([{ category: 'crm-sales', count: 2 }])
  })

  test('comes page by page, also when searched', async () => {
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await showCatalog(world.deps, frank, { q: '', limit: 1, ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map((item) => item.name))
      cursor = page.next
    }
    expect(seen).toEqual(['Bookkeepers', 'Reports of sales', 'Salesforce users'])
  })

  test('marks what one has, with its end', async () => {
    const grantId = await world.hold(frank, roles['Salesforce users'] ?? '', 30)
    const { items } = await showCatalog(world.deps, frank, { q: 'users' })
    const endsAt = new Date(world.clock.now().getTime() + 30 * dayMs).toISOString()
    expect(items).toMatchObject([{ daysMax: 90, daysDefault: 30, held: { grantId, state: 'active', endsAt } }])
    expect((await showCatalog(world.deps, molly, { q: 'users' })).items).toMatchObject([{ held: null }])
  })
})

describe('the page of a role', () => {
  test('says what one gets and whose it is', async () => {
    expect(await showCatalogRole(world.deps, molly, roles['Salesforce users'] ?? '')).toMatchObject({
      name: 'Salesforce users',
      apps: [{ app: { name: 'Salesforce' }, entitlements: ['Sales user'] }],
      owners: [{ id: frank }],
      held: null,
    })
  })

  test('is not there for those who may not ask, but for those who hold it', async () => {
    const hidden = roles.Hidden ?? ''
    await expect(showCatalogRole(world.deps, molly, hidden)).rejects.toMatchObject({ code: 'role_not_found' })
    await expect(showCatalogRole(world.deps, molly, roles.Bookkeepers ?? '')).rejects.toMatchObject({
      code: 'role_not_found',
    })
    await world.hold(molly, hidden)
    expect(await showCatalogRole(world.deps, molly, hidden)).toMatchObject({ held: { state: 'active' } })
  })
})

describe('whether a person may ask', () => {
  test('is read again each time: the group, the role and the person', async () => {
    const role = await world.role('Changing', { askedBy: 'everyone' })
    expect(await world.access.mayRequest(world.db, molly, role.id)).toBe(true)
    await world.setState(molly, 'disabled')
    expect(await world.access.mayRequest(world.db, molly, role.id)).toBe(false)
    await world.setState(molly, 'active')
    await editRole(world.deps, { roleId: role.id, version: 1, askedBy: 'nobody' }, system)
    expect(await world.access.mayRequest(world.db, molly, role.id)).toBe(false)
    expect(await world.access.mayRequest(world.db, molly, world.ids.next())).toBe(false)
  })
})

describe('what a search finds', () => {
  test('is counted whatever category is looked at, and each role once in all', async () => {
    const { total, categories } = await showCatalog(world.deps, frank, { q: 'rep', category: 'finance-accounting' })
    expect({ total, categories }).toEqual({ total: 1, categories: [{ category: 'crm-sales', count: 1 }] })
    expect((await showCatalog(world.deps, frank, { q: 'nothing like it' })).total).toBe(0)
    const books = await world.app('Datev', 'finance-accounting')
    const crm = await world.app('Pipedrive', 'crm-sales')
    const both = [books, crm].map((appId) => ({ appId, entitlements: [] }))
    await world.role('Quotes and invoices', { apps: both })
    expect(await showCatalog(world.deps, frank, { q: 'quotes' })).toMatchObject({
      total: 1,
      categories: [
        { category: 'crm-sales', count: 1 },
        { category: 'finance-accounting', count: 1 },
      ],
    })
  })
})
