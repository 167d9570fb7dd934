/** Access on the test platform with Acme's people, for this slice's own tests. */

import type { CreateRole } from '@hallpass/contract/roles'
import { sql } from 'kysely'
import { type Actor, type AuditModule, createAudit, type Subjects } from '../audit/module.ts'
import { createDirectory, personGone } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { type TestPlatform, testPlatform } from '../platform/testing.ts'
import { quickHashes } from '../platform/testing-hash-cost.ts'
import type { AccessDeps, AccessSettings } from './deps.ts'
import { type Access, createAccess, type Evidence, type Grant, openCatalog, type Role } from './module.ts'
import { tables } from './store-tables.ts'

const catalog = openCatalog()
export const system: Actor = { kind: 'system', name: 'test' }
export const dayMs = 24 * 60 * 60 * 1000

type StoredBody = Awaited<ReturnType<AuditModule['search']>>['items'][number]['body']

export type World = TestPlatform & {
  access: Access
  deps: AccessDeps & typeof catalog
  person(login: string, facts?: { locale?: string; groups?: string[]; hasMail?: boolean }): Promise<string>
  group(name: string): Promise<string>
  /** Many more people with a grant like this one. */
  crowd(count: number, like: string): Promise<void>
  setState(personId: string, state: 'active' | 'disabled' | 'gone'): Promise<void>
  app(name: string, category?: string): Promise<string>
  role(name: string, facts?: Partial<CreateRole>): Promise<Role>
  /** Grants and starts, as fulfilment does. */
  hold(personId: string, roleId: string, durationDays?: number | null): Promise<string>
  grant(grantId: string): Promise<Grant>
  /** What the trail says about something, oldest first. */
  entries(subjects: Subjects): Promise<StoredBody[]>
  sweep(name: string): Promise<void>
}

export async function accessWorld(settings: Partial<AccessSettings> = {}): Promise<World> {
  const platform = await testPlatform()
  const audit = createAudit({ ...platform, checkpointFile: null })
  const directory = createDirectory({ ...platform, passwordCost: quickHashes, audit, internalHosts: [] })
  const deps = {
    ...platform,
    ...catalog,
    audit,
    directory,
    publicUrl: new URL('https://hallpass.acme.example'),
    settings: { reminderDays: 7, disabledDaysMax: 30, ...settings },
  }
  const access = createAccess(deps)
  const { id: directoryId } = await platform.db.transaction((tx) => directory.builtInDirectory(tx, system))

  return {
    ...platform,
    async close() {
      await directory.close()
      await platform.close()
    },
    access,
    deps,
    async person(login, facts = {}) {
      const { groups = [], locale, hasMail = true } = facts
      const mail = `${login}@acme.example`
      const draft = { directoryId, login, displayName: login, mail, locale }
      const person = await platform.db.transaction((tx) => directory.createPerson(tx, system, draft))
      for (const groupId of groups)
        await sql`insert into group_members (group_id, person_id) values (${groupId}, ${person.id})`.execute(
          raw(platform.db),
        )
      if (!hasMail) await sql`update people set mail = null where id = ${person.id}`.execute(raw(platform.db))
      return person.id
    },
    async group(name) {
      const id = platform.ids.next()
      await insertGroup(platform, { id, directory_id: directoryId, ref: name, name, sort_name: name })
      return id
    },
    crowd: (count, like) => addCrowd(platform, count, like),
    async setState(personId, state) {
      if (state === 'gone') return vanish(platform, personId)
      const { connector, ref } = await directory.connectorOf(platform.db, personId)
      await (state === 'active' ? connector.accounts?.enable(ref) : connector.accounts?.disable(ref))
      await directory.refresh(personId)
    },
    app: async (name, category) => (await access.addApp({ name, ...(category ? { category } : {}) }, system)).id,
    role: (name, facts = {}) => access.createRole({ name, askedBy: 'everyone', ...facts }, system),
    hold: (personId, roleId, durationDays = null) =>
      platform.db.transaction(async (tx) => {
        const evidence: Evidence = { source: 'sample', approvals: [] }
        const input = { personId, roleId, requestId: null, reason: 'for work', durationDays, evidence }
        const { grantId } = await access.grantRole(tx, input, system)
        await access.startGrant(tx, grantId)
        return grantId
      }),
    async grant(grantId) {
      const grant = await access.grant(platform.db, grantId)
      if (!grant) throw new Error(`no grant ${grantId}`)
      return grant
    },
    async entries(subjects) {
      const { items } = await audit.search(platform.db, { subjects }, { limit: 100 })
      return items.map((entry) => entry.body).reverse()
    },
    sweep: (name) => platform.jobs.runSweep(name),
  }
}

/** The built-in directory has no groups and forgets nobody; what an LDAP sync would write is written here. */
async function vanish(platform: TestPlatform, personId: string): Promise<void> {
  await platform.db.transaction(async (tx) => {
    await sql`update people set state = 'gone', state_since = ${platform.clock.now()} where id = ${personId}`.execute(
      raw(tx),
    )
    await platform.events.emit(tx, personGone, { personId, version: 2 })
  })
}

/** Copies of a grant and of the person who has it; columns this slice does not know come along. */
async function addCrowd(platform: TestPlatform, count: number, like: string): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => ({
    person: platform.ids.next(),
    grant: platform.ids.next(),
    name: `crowd-${index}`,
  }))
  await sql`with n as (select * from jsonb_to_recordset(${JSON.stringify(numbers)}) as n(person uuid, "grant" uuid, name text)),
    person as (insert into people select (jsonb_populate_record(p, jsonb_build_object('id', n.person, 'ref', n.name, 'login', n.name, 'login_key', n.name, 'sort_name', n.name))).*
      from n, people p where p.id = (select person_id from grants where id = ${like}) returning id)
    insert into grants select (jsonb_populate_record(g, jsonb_build_object('id', n."grant", 'person_id', n.person))).* from n, grants g where g.id = ${like}`.execute(
    raw(platform.db),
  )
}

const blanks: Record<string, unknown> = {
  text: '',
  integer: 1,
  boolean: false,
  'timestamp with time zone': new Date(0),
}

/** Columns this slice does not know get a blank value. */
async function insertGroup(platform: TestPlatform, values: Record<string, unknown>): Promise<void> {
  const { rows } = await sql<{
    name: string
    type: string
  }>`select column_name as name, data_type as type from information_schema.columns
    where table_name = 'groups' and is_nullable = 'NO' and column_default is null and is_generated = 'NEVER'`.execute(
    raw(platform.db),
  )
  const row = { ...Object.fromEntries(rows.map(({ name, type }) => [name, blanks[type]])), ...values }
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  await sql`insert into groups (${columns}) values (${sql.join(Object.values(row))})`.execute(raw(platform.db))
}

function raw(reader: Reader) {
  return tables(reader)
}
