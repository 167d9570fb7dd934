import type { SamlAppCertificates, SignOnKey } from '@hallpass/contract/sign-on-keys'
import { expect, test } from 'vitest'
import { heldNext } from './held-next.ts'

const now = new Date('2030-01-01T00:00:00Z')
const next = (expiresAt: string, use: SignOnKey['use'] = 'saml'): SignOnKey => ({
  ...{ id: 'next', use, state: 'next', algorithm: 'RS256', createdAt: '2026-03-02T09:00:00Z' },
  ...{ stateSince: '2026-03-02T09:00:00Z', expiresAt, certificate: null, certificateSha256: null },
})
const app = (id: string, ...keyIds: string[]): SamlAppCertificates => ({
  ...{ id, name: id, own: [] },
  holds: keyIds.map((keyId) => ({ keyId, notedAt: '2026-03-02T09:00:00Z' })),
})

test('a certificate that follows is told of once apps have it and it ends within the year in which it would be made anew', () => {
  const samlApps = [app('has', 'now', 'next'), app('has not', 'now')]
  const held = heldNext({ items: [next('2030-12-31T00:00:00Z')], samlApps }, now)
  expect(held?.apps.map(({ id }) => id)).toEqual(['has'])
  expect(held?.key.expiresAt).toBe('2030-12-31T00:00:00Z')
})

test('nothing is told where it holds longer, nobody has it, or it is of another protocol', () => {
  const has = [app('has', 'next')]
  expect(heldNext({ items: [next('2031-01-02T00:00:00Z')], samlApps: has }, now)).toBeNull()
  expect(heldNext({ items: [next('2030-03-01T00:00:00Z')], samlApps: [app('has not')] }, now)).toBeNull()
  expect(heldNext({ items: [next('2030-03-01T00:00:00Z', 'oidc')], samlApps: has }, now)).toBeNull()
})
