import { describe, expect, it } from 'vitest'
import type { App, AppInUse, Grant, Role } from '../access/module.ts'
import { layTiles } from './my-apps.ts'

const app = (id: string, part: Partial<App> = {}) =>
  ({
    id,
    name: id,
    category: 'sales',
    iconSlug: null,
    addresses: { signOn: `https://${id}.example/` },
    builtIn: false,
    state: 'active',
    ...part,
  }) as App
const roles = [
  { id: 'r1', name: 'Sales' },
  { id: 'r2', name: 'Sales, short' },
] as Role[]
const inUse = (of: App, part: Partial<AppInUse> = {}): AppInUse => ({
  app: of,
  endsAt: null,
  grants: [{ grantId: 'g1', roleId: 'r1', endsAt: null }],
  ...part,
})
const coming = (of: App) => ({ app: of, grant: { id: 'g9', roleId: 'r2' } as Grant })

describe('my apps', () => {
  it('lead to the way in of each app, with its icon', () => {
    const salesforce = app('salesforce', { iconSlug: 'salesforce' })
    expect(layTiles({ inUse: [inUse(salesforce)], coming: [], roles })).toEqual([
      {
        app: { id: 'salesforce', name: 'salesforce', category: 'sales', icon: '/icons/salesforce.svg' },
        launch: '/launch/salesforce',
        state: 'ready',
        endsAt: null,
        roleId: 'r1',
        roleName: 'Sales',
        grantId: 'g1',
      },
    ])
  })

  it('name the grant that ends last, for extending it', () => {
    const [soon, late] = [new Date('2026-04-01T00:00:00Z'), new Date('2026-05-01T00:00:00Z')]
    const grants = [
      { grantId: 'g1', roleId: 'r1', endsAt: soon },
      { grantId: 'g2', roleId: 'r2', endsAt: late },
    ]
    const [tile] = layTiles({ inUse: [inUse(app('a'), { endsAt: late, grants })], coming: [], roles })
    expect(tile).toMatchObject({ endsAt: late.toISOString(), grantId: 'g2', roleName: 'Sales, short' })
  })

  it('show what is being made as a ghost, once, and never beside the app in use', () => {
    const tiles = layTiles({
      inUse: [inUse(app('b'))],
      coming: [coming(app('a')), coming(app('a')), coming(app('b')), coming(app('c', { state: 'retired' }))],
      roles,
    })
    expect(tiles.map(({ app: { id }, state, launch }) => [id, state, launch])).toEqual([
      ['a', 'pending', null],
      ['b', 'ready', '/launch/b'],
    ])
  })

  it('have no way in without an address, and Hallpass itself is no tile', () => {
    const bare = app('a', { addresses: { ...app('a').addresses, signOn: null } })
    const tiles = layTiles({ inUse: [inUse(bare), inUse(app('hallpass', { builtIn: true }))], coming: [], roles })
    expect(tiles.map(({ app: { id }, launch }) => [id, launch])).toEqual([['a', null]])
  })
})
