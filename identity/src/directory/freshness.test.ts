import { expect, test } from 'vitest'
import { isDirectoryFresh } from './freshness.ts'

const now = new Date('2026-03-02T09:00:00Z')
const sync = {
  syncEverySeconds: 30,
  sweepEverySeconds: 300,
  removalsPercentMax: 10,
  removalsCountMax: 5,
  ownMailDomains: [],
}
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

test.each([
  ['read a moment ago', 'ldap', 30, minutesAgo(0), true],
  ['read 15 minutes ago', 'ldap', 30, minutesAgo(15), true],
  ['read 16 minutes ago', 'ldap', 30, minutesAgo(16), false],
  ['read by a clock that was set back an hour since', 'ldap', 30, minutesAgo(-60), false],
  ['read by a node whose clock is a little ahead', 'ldap', 30, minutesAgo(-0.5), true],
  ['never read', 'ldap', 30, null, false],
  ['read hourly, 2 hours ago', 'ldap', 3600, minutesAgo(120), true],
  ['read hourly, 4 hours ago', 'ldap', 3600, minutesAgo(240), false],
  ['built in, never read', 'built-in', 30, null, true],
] as const)('%s', (_name, kind, seconds, last_sync_at, fresh) => {
  const facts = { kind, sync: { ...sync, syncEverySeconds: seconds }, last_sync_at, paused_at: null }
  expect(isDirectoryFresh(facts, now)).toBe(fresh)
})

test.each(['ldap', 'built-in'] as const)('nothing that is known of a paused directory (%s) is fresh', (kind) => {
  expect(isDirectoryFresh({ kind, sync, last_sync_at: now, paused_at: now }, now)).toBe(false)
})
