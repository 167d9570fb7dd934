import type { SnowConnection } from '@hallpass/contract/servicenow-admin'
import { expect, test } from 'vitest'
import { stateOf } from './state-of.ts'

const key = { id: 'hk-1', direction: 'to_hallpass', createdAt: '2026-05-01T00:00:00Z', exposedBy: null } as const
const good: SnowConnection = {
  id: '0199d3a0-0000-7000-8000-000000000001',
  name: 'Acme',
  instanceUrl: 'https://acme.example',
  mode: 'push',
  matchBy: 'user_name',
  pollSeconds: 30,
  ratePerSecond: 20,
  casesAs: 'nothing',
  endsWithTicket: true,
  ownVerificationSuffices: false,
  resetsMax: 20,
  state: 'active',
  closedReason: null,
  instanceId: 'a1',
  oauthClientId: 'hallpass',
  keys: [{ ...key, state: 'current' }],
  clients: [],
  tokenUrl: 'https://hallpass.example/oidc/token',
  deskUrl: 'https://hallpass.example/desk/v1',
  clockOffsetSeconds: 0,
  catalogSyncedAt: '2026-05-02T10:00:00Z',
  catalogVersion: 1,
  catalogComparedAt: null,
  polledAt: null,
  heardAt: '2026-05-02T10:05:00Z',
  open: 0,
  waiting: 0,
  failing: 0,
  lastFailure: null,
  isUsed: false,
  version: 1,
}
const failedAt = (at: string) => ({ lastFailure: { at, message: 'ServiceNow did not answer.' } })
const exposed = { ...key, state: 'exposed', exposedBy: 'b2' } as const

test.each<[string, Partial<SnowConnection>, string]>([
  ['all is well', {}, 'works'],
  ['a failure was followed by a call', failedAt('2026-05-02T10:04:00Z'), 'works'],
  ['a failure is the last that happened', failedAt('2026-05-02T10:06:00Z'), 'trouble'],
  ['looking there fails', { ...failedAt('2026-05-02T10:06:00Z'), polledAt: '2026-05-02T10:06:00Z' }, 'trouble'],
  ['answers are not taken', { waiting: 2, failing: 1 }, 'trouble'],
  ['it was never tried', { instanceId: null, heardAt: null }, 'untried'],
  ['a clone used its keys', { keys: [exposed] }, 'exposed'],
  ['new keys followed the exposed ones', { keys: [{ ...key, state: 'current' }, exposed] }, 'works'],
  ['too many resets closed it', { state: 'closed', closedReason: 'Too many.' }, 'closed'],
  ['it is paused, whatever else', { state: 'disabled', keys: [exposed], failing: 3 }, 'disabled'],
])('when %s, that is what is said first', (_when, change, state) => {
  expect(stateOf({ ...good, ...change })).toBe(state)
})
