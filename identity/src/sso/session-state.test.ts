import { describe, expect, it } from 'vitest'
import { isValid } from './session-state.ts'
import type { Session } from './types.ts'

const now = new Date('2026-03-02T09:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const session = { id: 's', epoch: 3, lastSeenAt: now } as Session
const facts = {
  now,
  limits: { idleMinutes: 120, absoluteHours: 12 },
  validity: { from: null, epoch: 3, sparedSessionId: null },
  isActive: true,
}

describe('a session counts', () => {
  it.each([
    ['as long as nothing ended it', {}, {}, true],
    ['after two idle hours to the minute', { lastSeenAt: minutesAgo(120) }, {}, true],
    ['not after more than two idle hours', { lastSeenAt: minutesAgo(121) }, {}, false],
    ['not when its person is no longer active', {}, { isActive: false }, false],
    ['not when the credentials were renewed after it', {}, { validity: { ...facts.validity, epoch: 4 } }, false],
    [
      'when it is the one in which the person changed their own password',
      {},
      { validity: { from: now, epoch: 4, sparedSessionId: 's' } },
      true,
    ],
    [
      'not for being spared when its person is no longer active',
      {},
      { validity: { from: now, epoch: 4, sparedSessionId: 's' }, isActive: false },
      false,
    ],
  ])('%s', (_title, part, other, counts) => {
    expect(isValid({ ...session, ...part }, { ...facts, ...other })).toBe(counts)
  })
})
