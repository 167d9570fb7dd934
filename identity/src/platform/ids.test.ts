import { expect, test } from 'vitest'
import { movableClock } from './clock.ts'
import { uuidV7 } from './ids.ts'

test('identifiers are UUIDs of version 7, each another, and sort in the order they were made', () => {
  const clock = movableClock()
  const ids = uuidV7(clock)
  const made = Array.from({ length: 5000 }, () => ids.next())
  clock.advance(1)
  made.push(ids.next())
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(made).size).toBe(made.length)
  expect([...made].sort()).toEqual(made)
  const madeAt = Number.parseInt(made[0]?.replaceAll('-', '').slice(0, 12) ?? '', 16)
  expect(madeAt).toBe(new Date('2026-03-02T09:00:00Z').getTime())
})
