import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedDays, decide, type GrantEvent, type GrantLife, inDays, isHeld, remindAt } from './decide.ts'

const now = new Date('2026-03-02T09:00:00Z')
const pending: GrantLife = {
  state: 'pending',
  durationDays: 30,
  startedAt: null,
  endsAt: null,
  endedAt: null,
  endReason: null,
}
const active: GrantLife = { ...pending, state: 'active', startedAt: now, endsAt: inDays(now, 30) }
const endless: GrantLife = { ...active, durationDays: null, endsAt: null }
const ended: GrantLife = { ...active, state: 'ended', endedAt: now, endReason: 'revoked' }

describe('a grant', () => {
  test('starts at fulfilment and counts its days from there', () => {
    const later = inDays(now, 5)
    const decision = decide(pending, { kind: 'start', now: later })
    expect(decision).toMatchObject({
      kind: 'changed',
      life: { state: 'active', startedAt: later, endsAt: inDays(now, 35) },
    })
  })

  const extend = (days: number, daysMax: number | null = null, at = now): GrantEvent => ({
    kind: 'extend',
    now: at,
    days,
    daysMax,
  })
  const end: GrantEvent = { kind: 'end', now, reason: 'given_back' }
  const start: GrantEvent = { kind: 'start', now }
  const table: [string, GrantLife, GrantEvent, object][] = [
    [
      'without a duration has no end',
      { ...pending, durationDays: null },
      start,
      { life: { state: 'active', endsAt: null } },
    ],
    ['started twice is started once', active, start, { kind: 'as_wished' }],
    ['that ended never starts', ended, start, { kind: 'refused', because: 'ended' }],
    ['gets more days on top of what is left', active, extend(10), { life: { endsAt: inDays(now, 40) } }],
    ['is never longer than its role allows from now', active, extend(90, 60), { life: { endsAt: inDays(now, 60) } }],
    ['is not shortened by a role that became shorter', active, extend(10, 7), { kind: 'as_wished' }],
    ['without an end needs no extension', endless, extend(10), { kind: 'as_wished' }],
    ['still pending cannot be extended', pending, extend(10), { kind: 'refused', because: 'not_active' }],
    ['that ended cannot be extended', ended, extend(10), { kind: 'refused', because: 'not_active' }],
    [
      'that is due cannot be extended',
      active,
      extend(10, null, inDays(now, 30)),
      { kind: 'refused', because: 'not_active' },
    ],
    ['ends from pending', pending, end, { life: { state: 'ended', endedAt: now, endReason: 'given_back' } }],
    ['ends from active', active, end, { life: { state: 'ended', endedAt: now, endReason: 'given_back' } }],
    ['that ended keeps its first reason', ended, end, { kind: 'as_wished' }],
  ]
  test.each(table)('%s', (_claim, life, event, expected) => {
    expect(decide(life, event)).toMatchObject(expected)
  })

  test('holds until its end to the millisecond, swept or not', () => {
    const end = inDays(now, 30)
    expect(isHeld(active, new Date(end.getTime() - 1))).toBe(true)
    expect(isHeld(active, end)).toBe(false)
    expect(isHeld(ended, now)).toBe(false)
    expect(isHeld(endless, inDays(now, 9999))).toBe(true)
  })
})

test.each([
  [30, 90, 30],
  [30, 7, 7],
  [null, 90, 90],
  [30, null, 30],
  [null, null, null],
])('asked for %j days of a role with at most %j, one gets %j', (asked, most, given) => {
  expect(allowedDays(asked, most)).toBe(given)
})

test.each([
  ['seven days before the end', 30, 7, 23],
  ['half-way of a short grant', 4, 7, 2],
])('the reminder comes %s', (_claim, duration, reminderDays, day) => {
  expect(remindAt(now, inDays(now, duration), reminderDays)).toEqual(inDays(now, day))
})

test('no reminder without an end, or when reminders are off', () => {
  expect(remindAt(now, null, 7)).toBeNull()
  expect(remindAt(now, inDays(now, 30), 0)).toBeNull()
})

test('whatever happens in whatever order, a grant only moves forward and never holds after its end', () => {
  const anEvent: fc.Arbitrary<
    Omit<Extract<GrantEvent, { kind: 'extend' }>, 'now' | 'kind'> & { kind: GrantEvent['kind']; hours: number }
  > = fc.record({
    kind: fc.constantFrom('start' as const, 'extend' as const, 'end' as const),
    hours: fc.integer({ min: 0, max: 900 }),
    days: fc.integer({ min: 1, max: 100 }),
    daysMax: fc.option(fc.integer({ min: 1, max: 100 })),
  })
  const order = { pending: 0, active: 1, ended: 2 }
  fc.assert(
    fc.property(
      fc.option(fc.integer({ min: 1, max: 60 })),
      fc.array(anEvent, { maxLength: 12 }),
      (durationDays, events) => {
        let life: GrantLife = { ...pending, durationDays }
        let time = now.getTime()
        for (const { kind, hours, days, daysMax } of events) {
          time += hours * 3_600_000
          const at = new Date(time)
          const event: GrantEvent =
            kind === 'extend'
              ? { kind, now: at, days, daysMax }
              : kind === 'end'
                ? { kind, now: at, reason: 'expired' }
                : { kind, now: at }
          const decision = decide(life, event)
          if (decision.kind !== 'changed') continue
          const next = decision.life
          expect(order[next.state]).toBeGreaterThanOrEqual(order[life.state])
          expect(next.state === 'ended').toBe(next.endedAt !== null && next.endReason !== null)
          expect(next.state !== 'pending').toBe(next.startedAt !== null || life.state === 'pending')
          if (life.endsAt) expect(next.endsAt?.getTime()).toBeGreaterThanOrEqual(life.endsAt.getTime())
          life = next
          // Safe to repeat: the same event again changes nothing, but for an extension, which the request's id guards.
          if (kind !== 'extend') expect(decide(life, event).kind).not.toBe('changed')
        }
      },
    ),
  )
})
