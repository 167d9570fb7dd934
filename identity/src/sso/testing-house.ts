/** The house up to sso for tests: real slices on a database of their own behind the real HTTP server, and browsers. */

import { type Access, createAccess } from '../access/module.ts'
import { type AuditModule, createAudit } from '../audit/module.ts'
import { type Credentials, createCredentials, credentialsRoutes } from '../credentials/module.ts'
import { createDirectory, type Directory, type Person, type PersonDraft } from '../directory/module.ts'
import { openDatabase } from '../platform/database/open-database.ts'
import { createEgress } from '../platform/egress/egress.ts'
import { createEvents } from '../platform/events.ts'
import { createRateLimiter } from '../platform/http/rate-limit.ts'
import { createServer } from '../platform/http/server.ts'
import { createJobs } from '../platform/jobs/graphile.ts'
import { Secret } from '../platform/secret.ts'
import { type TestPlatform, testPlatform } from '../platform/testing.ts'
import { quickHashes } from '../platform/testing-hash-cost.ts'
import { createSso, type Sso, ssoRoutes } from './module.ts'
import { type Browser, openBrowser } from './testing-browser.ts'

export type House = TestPlatform & {
  audit: AuditModule
  directory: Directory
  credentials: Credentials
  access: Access
  sso: Sso
  browser(options?: { address?: string; userAgent?: string }): Browser
  /** The same service once more on the same database, with connections and memory of its own; closed with the house. */
  secondNode(): Promise<Pick<House, 'browser' | 'directory'>>
  addPerson(draft: Partial<PersonDraft> & { login: string; password?: string }): Promise<Person>
  setDisabled(personId: string, disabled: boolean): Promise<void>
  /** An app carried by a role of its own. */
  addApp(name: string, signOn: string | null): Promise<{ appId: string; roleId: string }>
  grant(personId: string, roleId: string, options?: { start?: boolean; days?: number }): Promise<string>
  grantProduct(personId: string, role: 'admin' | 'auditor' | 'desk_agent'): Promise<string>
}

export const goodPassword = 'a quiet harbour in november'
export const nextPassword = 'seven lanterns over the bridge'
export const publicUrl = new URL('https://id.acme.example')
const system = { kind: 'system', name: 'test' } as const

/** The slices up to sso and their doors, on a database that may have other nodes. */
async function openNode(t: Omit<TestPlatform, 'close'>, signInMs: number | undefined) {
  const audit = createAudit({ ...t, checkpointFile: null })
  const directory = createDirectory({ ...t, passwordCost: quickHashes, audit, internalHosts: ['*'] })
  const egress = createEgress({ internalHosts: ['127.0.0.1'] })
  const credentials = createCredentials({
    ...t,
    egress,
    audit,
    directory,
    publicUrl,
    companyName: 'Acme',
    rolesOf: (r, personId) => access.productRoles(r, personId),
    // Nobody waits in tests that are not about the moment of a refusal: it is told as soon as the work has ended.
    ...(signInMs === undefined
      ? { delay: (_milliseconds: number, _signal: AbortSignal, settled: Promise<void>) => settled }
      : { deadlines: { signInMs, proofMs: 500 } }),
  })
  const settings = { reminderDays: 7, disabledDaysMax: 30 }
  const access = createAccess({ ...t, audit, directory, publicUrl, settings })
  const company = { name: 'Acme', accent: '#2f6f4f', logo: null }
  const sso = createSso({ ...t, audit, directory, credentials, access, publicUrl, company })
  const server = await createServer({
    ...t,
    limiter: createRateLimiter({ db: t.db, clock: t.clock, perMinutePerAddress: 100_000 }),
    publicUrl,
    trustedProxies: [],
    readPrincipal: sso.readPrincipal,
    checkCsrf: sso.checkCsrf,
  })
  credentialsRoutes(server, credentials.deps)
  ssoRoutes(server, sso.deps)
  return {
    ...{ audit, directory, credentials, access, sso },
    browser: (options?: { address?: string; userAgent?: string }) => openBrowser(server, options),
    async close() {
      await server.close()
      await directory.close()
      await egress.close()
    },
  }
}

/** `signInMs`: when refusals are told; a right password that takes longer is refused as well. */
export async function openHouse({ signInMs }: { signInMs?: number } = {}): Promise<House> {
  const t = await testPlatform()
  const { close: closeNode, ...node } = await openNode(t, signInMs)
  const { directory, access } = node
  const closers = [closeNode]

  const house: House = {
    ...t,
    ...node,
    async secondNode() {
      const db = openDatabase({ url: t.place.serviceUrl })
      const engine = createJobs({ db, clock: t.clock, engineTime: t.clock.now })
      const jobs = { ...engine, runUntilIdle: t.jobs.runUntilIdle }
      const { close, ...second } = await openNode({ ...t, db, jobs, events: createEvents(engine) }, signInMs)
      closers.push(async () => {
        await close()
        await db.close()
      })
      return second
    },
    async addPerson({ password, ...draft }) {
      const person = await t.db.transaction(async (tx) => {
        const { id: directoryId } = await directory.builtInDirectory(tx, system)
        const mail = `${draft.login}@contractor.example`
        return await directory.createPerson(tx, system, { directoryId, displayName: draft.login, mail, ...draft })
      })
      if (password === undefined) return person
      const { connector, ref } = await directory.connectorOf(t.db, person.id)
      await connector.passwords?.reset(ref, new Secret(password))
      return person
    },
    async setDisabled(personId, disabled) {
      const { connector, ref } = await directory.connectorOf(t.db, personId)
      await (disabled ? connector.accounts?.disable(ref) : connector.accounts?.enable(ref))
      await directory.refresh(personId)
    },
    async addApp(name, signOn) {
      const app = await access.addApp({ name, addresses: { signOn } }, system)
      const apps = [{ appId: app.id, entitlements: [] }]
      const role = await access.createRole({ name: `${name} users`, askedBy: 'everyone', apps }, system)
      return { appId: app.id, roleId: role.id }
    },
    grant: (personId, roleId, options = {}) =>
      t.db.transaction(async (tx) => {
        const { start = true, days = null } = options
        const evidence = { source: 'sample' as const, approvals: [] }
        const input = { personId, roleId, requestId: null, reason: 'test', durationDays: days, evidence }
        const { grantId } = await access.grantRole(tx, input, system)
        if (start) await access.startGrant(tx, grantId)
        return grantId
      }),
    grantProduct: async (personId, role) => house.grant(personId, await access.productRoleId(t.db, role)),
    async close() {
      for (const close of closers) await close()
      await t.close()
    },
  }
  return house
}
