import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { leave, passBy } from './leave.ts'
import { readWish } from './wish.ts'

const id = '0198f3a2-7c11-7cde-8f00-0123456789ab'
let kept: Map<string, string>
let ways: string[]
const go = (href: string) => void ways.push(`portal ${href}`)

beforeEach(() => {
  kept = new Map()
  ways = []
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  vi.stubGlobal('location', { assign: (href: string) => void ways.push(`browser ${href}`) })
})
afterEach(() => vi.unstubAllGlobals())

test('whoever signed in for an app goes on into it', () => {
  readWish(`?app=${id}`)
  leave(go)
  expect(ways).toEqual([`browser /launch/${id}`])
})

test('a link to the sign-in page opens no app by itself where a session is there already', () => {
  readWish(`?app=${id}`)
  passBy(go)
  // Nor later: the wish is not kept.
  leave(go)
  expect(ways).toEqual(['portal /', 'portal /'])
})

test('a sign-on that an app asked for goes on either way, and so does a page of the portal', () => {
  for (const on of [leave, passBy]) {
    readWish(`?continue=${id}`)
    on(go)
    kept.set('hallpass.return-to', '/requests')
    on(go)
  }
  const both = [`browser /continue/${id}`, 'portal /requests']
  expect(ways).toEqual([...both, ...both])
})
