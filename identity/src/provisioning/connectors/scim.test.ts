import { startMisbehavingScim } from '@hallpass/counterparts/misbehaving-scim'
import { startScimApp } from '@hallpass/counterparts/scim-app'
import { expect, test } from 'vitest'
import { createEgress } from '../../platform/egress/egress.ts'
import { Secret } from '../../platform/secret.ts'
import { appConformance, type Capabilities, type ConformanceTarget, caseCount } from './conformance.ts'
import { writeReport } from './conformance-report.ts'
import { scimConnector } from './scim.ts'
import { startServiceNowTarget } from './testing-servicenow.ts'

const egress = createEgress({ internalHosts: ['*'] })

function opener(app: { baseUrl: string; token: string }): ConformanceTarget['open'] {
  return ({ token = app.token, wrap } = {}) =>
    scimConnector(
      { egress: wrap?.(egress) ?? egress, now: () => new Date() },
      { baseUrl: app.baseUrl, token: new Secret(token), entitlementsAs: ['groups', 'entitlements'], timeoutMs: 30_000 },
    )
}

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
function linksOf(user: Record<string, unknown>) {
  const { manager, department } = (user[enterprise] ?? {}) as { manager?: { value: string }; department?: string }
  return { manager: manager?.value ?? null, department: department ?? null }
}

const everything: Capabilities = { key: true, groups: true, entitlements: true, links: true, uniqueness: true }

const results = [
  appConformance('Better Auth', everything, async () => {
    const app = await startScimApp()
    return { open: opener(app), token: app.token, accounts: () => app.users(), stop: () => app.stop() }
  }),
]

const characters: [string, Partial<Awaited<ReturnType<typeof startMisbehavingScim>>['traits']>, Capabilities][] = [
  ['plain', {}, everything],
  ['shouts user names', { userNameCase: 'upper' }, everything],
  ['active as text', { activeAsText: true }, everything],
  ['no PATCH', { withoutPatch: true }, { ...everything, groups: false }],
  ['refuses filters', { filters: 'refused' }, everything],
  ['ignores filters', { filters: 'ignored' }, everything],
  ['no extension', { withoutExtension: true }, { ...everything, links: false }],
  ['small pages', { pageSizeMax: 7 }, everything],
  ['forgets keys', { dropsExternalId: true }, { ...everything, key: false }],
  ['allows duplicates', { allowsDuplicates: true }, { ...everything, uniqueness: false }],
]

for (const [name, traits, capabilities] of characters) {
  results.push(
    appConformance(name, capabilities, async () => {
      const app = await startMisbehavingScim()
      Object.assign(app.traits, traits)
      return {
        open: opener(app),
        token: app.token,
        accounts: async () =>
          app.users().map((user) => ({
            id: user.id,
            userName: String(user.userName),
            externalId: typeof user.externalId === 'string' ? user.externalId : null,
            active: user.active === true,
            groups: app
              .groups()
              .filter((group) => (group.members as { value: string }[]).some((member) => member.value === user.id))
              .map((group) => String(group.displayName)),
            ...linksOf(user),
          })),
        stop: () => app.stop(),
      }
    }),
  )
}

const instance = { ...everything, entitlements: false }
results.push(appConformance('ServiceNow', instance, () => startServiceNowTarget('table')))
results.push(appConformance('ServiceNow SCIM', instance, () => startServiceNowTarget('scim')))

test('every server answered for every case, and the page in docs says what each was found to do', async () => {
  for (const { target, cases } of results) expect(cases.size, target).toBe(caseCount())
  await writeReport(results)
})
