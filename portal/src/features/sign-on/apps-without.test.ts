import type { SamlAppCertificates, SignOnKey } from '@hallpass/contract/sign-on-keys'
import { expect, test } from 'vitest'
import { appsWithout } from './apps-without.ts'

const at = '2026-03-02T09:00:00Z'
const key = (id: string, use: SignOnKey['use'], state: SignOnKey['state']): SignOnKey => ({
  ...{ id, use, state, algorithm: 'RS256', createdAt: at, stateSince: at },
  ...{ expiresAt: null, certificate: null, certificateSha256: null },
})
const app = (id: string, ...keyIds: string[]): SamlAppCertificates => ({
  ...{ id, name: id, own: [] },
  holds: keyIds.map((keyId) => ({ keyId, notedAt: at })),
})

test('an app is without a certificate that was not noted for it, whatever it holds of older ones', () => {
  const all = {
    items: [
      key('old', 'saml', 'previous'),
      key('now', 'saml', 'current'),
      key('soon', 'saml', 'next'),
      key('token', 'oidc', 'next'),
    ],
    samlApps: [app('behind', 'old'), app('works', 'now'), app('ready', 'now', 'soon'), app('odd', 'token')],
  }
  expect(appsWithout(all, 'current').map(({ id }) => id)).toEqual(['behind', 'odd'])
  expect(appsWithout(all, 'next').map(({ id }) => id)).toEqual(['behind', 'works', 'odd'])
})
