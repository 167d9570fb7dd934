/** Credentials for tests: real slices to the left, on a database of their own; a built-in directory with people in it. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ProductRole } from '@hallpass/contract/common'
import { type AuditModule, createAudit } from '../audit/module.ts'
import { createDirectory, type Directory, type Person, type PersonDraft } from '../directory/module.ts'
import { createEgress } from '../platform/egress/egress.ts'
import { Secret } from '../platform/secret.ts'
import { type TestPlatform, testPlatform } from '../platform/testing.ts'
import { quickHashes } from '../platform/testing-hash-cost.ts'
import type { Delay } from './at-deadline.ts'
import { type Credentials, createCredentials } from './module.ts'
import type { Messages } from './offers.ts'

export type CredentialsHouse = TestPlatform & {
  audit: AuditModule
  directory: Directory
  credentials: Credentials
  deps: Credentials['deps']
  recentPasswordsFolder: string
  /** Another node on the same database. */
  secondNode(): Credentials['deps']
  /** What app.ts plugs in from access. */
  roles: Map<string, ReadonlySet<ProductRole>>
  addPerson(draft: Partial<PersonDraft> & { login: string; password?: string }): Promise<Person>
  /** What the trail says about a person, oldest first; of everybody when nobody is named. */
  trail(personId?: string): Promise<{ kind: string; action: string; after: unknown }[]>
}

export const caller = { address: '192.0.2.7', requestId: '01900000-0000-7000-8000-00000000ca11' }
export const goodPassword = 'a quiet harbour in november'
export const nextPassword = 'seven lanterns over the bridge'

export async function credentialsHouse(
  options: { delay?: Delay; deadlines?: { signInMs: number; proofMs: number }; messages?: Messages } = {},
): Promise<CredentialsHouse> {
  const t = await testPlatform()
  const audit = createAudit({ ...t, checkpointFile: null })
  const directory = createDirectory({ ...t, passwordCost: quickHashes, audit, internalHosts: ['*'] })
  const egress = createEgress({ internalHosts: ['*'] })
  const recentPasswordsFolder = mkdtempSync(join(tmpdir(), 'hallpass-recent-'))
  const roles = new Map<string, ReadonlySet<ProductRole>>()
  const make = (platform: TestPlatform) =>
    createCredentials({
      ...platform,
      audit,
      directory,
      publicUrl: new URL('https://id.acme.example'),
      companyName: 'Acme',
      rolesOf: async (_r, personId) => roles.get(personId) ?? new Set(),
      egress,
      recentPasswordsFolder,
      ...(options.messages ? { messages: options.messages } : {}),
      ...(options.deadlines ? { deadlines: options.deadlines } : {}),
      delay: options.delay ?? noWaiting,
    })
  const credentials = make(t)
  const system = { kind: 'system', name: 'test' } as const
  return {
    ...t,
    audit,
    directory,
    credentials,
    deps: credentials.deps,
    recentPasswordsFolder,
    secondNode: () => make({ ...t, jobs: { ...t.jobs, register() {}, schedule() {} } }).deps,
    roles,
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
    async trail(personId) {
      const page = await audit.search(t.db, personId === undefined ? {} : { subjects: { personId } }, { limit: 200 })
      return page.items.map(({ body: { kind, action, after } }) => ({ kind, action, after })).reverse()
    },
    async close() {
      await directory.close()
      await egress.close()
      rmSync(recentPasswordsFolder, { recursive: true, force: true })
      await t.close()
    },
  }
}

/** Nobody waits in tests: a refusal is told as soon as the work that led to it has ended. */
export const noWaiting: Delay = (_milliseconds, _signal, settled) => settled

/** Waits for a condition that work in the background brings about. */
export async function until(isSo: () => Promise<boolean> | boolean, everyMs = 5): Promise<void> {
  while (!(await isSo())) await wait(everyMs)
}

/** The six digits of the last mail to an address, and the token of its link. */
export function fromMail(house: CredentialsHouse, to: string): { code: string; token: string } {
  const mail = house.mailbox.findLast((each) => each.to === to)
  return { code: /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '', token: /#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '' }
}
