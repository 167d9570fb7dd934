import type { RequestSummary } from '@hallpass/contract/requests'
import type { Tile } from '@hallpass/contract/sso'
import { describe, expect, test } from 'vitest'
import { arrangeTiles } from './arrange-tiles.ts'

const tile = (name: string, more: Partial<Tile> = {}): Tile => ({
  app: { id: name, name, category: 'other', icon: null },
  launch: `/launch/${name}`,
  state: 'ready',
  endsAt: null,
  roleId: `role ${name}`,
  roleName: null,
  grantId: null,
  favourite: false,
  ...more,
})
const request = (name: string, state: RequestSummary['state']): RequestSummary =>
  ({
    id: `request ${name}`,
    kind: 'grant',
    state,
    role: { id: `role ${name}`, name, description: '', apps: [] },
  }) as unknown as RequestSummary

describe('tiles', () => {
  test('stand by name, favourites first', () => {
    const { tiles } = arrangeTiles([tile('zoom', { favourite: true }), tile('Äpfel'), tile('box')], [], '', 'en')
    expect(tiles.map(({ app }) => app.name)).toEqual(['zoom', 'Äpfel', 'box'])
  })

  test('are found by app, role and case-blind', () => {
    const { tiles } = arrangeTiles([tile('Box'), tile('Zoom', { roleName: 'Video users' })], [], 'VIDEO', 'en')
    expect(tiles.map(({ app }) => app.name)).toEqual(['Zoom'])
  })
})

describe('ghosts', () => {
  test('are open requests; what they are making is not shown twice', () => {
    const pending = tile('Salesforce', { state: 'pending' })
    const { tiles, ghosts } = arrangeTiles([pending], [request('Salesforce', 'fulfilling')], '', 'en')
    expect(tiles).toEqual([])
    expect(ghosts.map(({ key }) => key)).toEqual(['request Salesforce'])
  })

  test('without a request are apps whose account is being made', () => {
    const { ghosts } = arrangeTiles([tile('Jira', { state: 'pending' })], [], '', 'en')
    expect(ghosts).toMatchObject([{ kind: 'pending' }])
  })
})
