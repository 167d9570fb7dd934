import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../platform/database/open-database.ts'
import { type TestPlatform, testPlatform } from '../platform/testing.ts'
import { clearTriesOf, closedUntil, deleteEndedCounters, giveBackTries, takeTries } from './store-tries.ts'

let t: TestPlatform
beforeAll(async () => {
  t = await testPlatform()
})
afterAll(() => t.close())

const now = new Date('2026-03-02T09:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('counted tries', () => {
  it('of 200 at once on two nodes, exactly as many as allowed get through', async () => {
    const other = openDatabase({ url: t.place.serviceUrl })
    const tries = [
      { key: 'flood:all', max: 1000, windowSeconds: 60 },
      { key: 'flood:one', max: 5, windowSeconds: 60 },
    ]
    const taken = await Promise.all(
      Array.from({ length: 200 }, (_, index) => takeTries(index % 2 ? t.db : other, tries, now)),
    )
    await other.close()
    expect(taken.filter(({ kind }) => kind === 'taken')).toHaveLength(5)
    // What one counter refused is given back by the other.
    expect(await takeTries(t.db, [{ key: 'flood:all', max: 6, windowSeconds: 60 }], now)).toEqual({ kind: 'taken' })
    expect(await takeTries(t.db, [{ key: 'flood:all', max: 6, windowSeconds: 60 }], now)).toMatchObject({
      kind: 'over',
    })
  })

  it('say when the next one is allowed, and begin again then', async () => {
    const tries = [{ key: 'window', max: 1, windowSeconds: 60 }]
    await takeTries(t.db, tries, now)
    expect(await takeTries(t.db, tries, later(59))).toEqual({ kind: 'over', retryAt: later(60) })
    expect(await takeTries(t.db, tries, later(60))).toEqual({ kind: 'taken' })
    expect(await closedUntil(t.db, ['window'], later(61))).toEqual(later(120))
    expect(await closedUntil(t.db, ['window'], later(121))).toBeNull()
  })

  it('given back do not count', async () => {
    const tries = [{ key: 'given-back', max: 1, windowSeconds: 60 }]
    for (let round = 0; round < 3; round += 1) {
      expect(await takeTries(t.db, tries, now)).toEqual({ kind: 'taken' })
      await giveBackTries(t.db, ['given-back'])
    }
  })

  it('of one person are cleared without touching those of another', async () => {
    const [one, two] = [t.ids.next(), t.ids.next()]
    for (const key of [`password:row:${one}`, `password:row:${one}:known`, `password:row:${two}`])
      await takeTries(t.db, [{ key, max: 1, windowSeconds: 60 }], now)
    await clearTriesOf(t.db, one, { proofs: false })
    expect(await closedUntil(t.db, [`password:row:${one}`, `password:row:${one}:known`], now)).toBeNull()
    expect(await closedUntil(t.db, [`password:row:${two}`], now)).toEqual(later(60))
  })

  it('are deleted when their window is over', async () => {
    await takeTries(t.db, [{ key: 'old', max: 1, windowSeconds: 60 }], now)
    await deleteEndedCounters(t.db, later(3600))
    expect(await takeTries(t.db, [{ key: 'old', max: 1, windowSeconds: 60 }], now)).toEqual({ kind: 'taken' })
  })
})
