/** Access on the test platform with Acme's people, for this slice's own tests. */
import { sql } from 'kysely'
import { type Actor, type AuditModule, createAudit, type Subjects } from '../audit/module.ts'
import { type Directory, personDisabled, personEnabled, personGone } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { type TestPlatform, testPlatform } from '../platform/testing.ts'
import { addApp } from './add-app.ts'
import { createRole } from './create-role.ts'
import type { AccessDeps, AccessSettings } from './deps.ts'
import { type Access, createAccess, type Evidence, type Grant, openCatalog, type Role } from './module.ts'
import { tables } from './store-tables.ts'
import { testDirectory } from './testing-directory.ts'

const catalog = openCatalog()
export const system: Actor = { kind: 'system', name: 'test' }
export const dayMs = 24 * 60 * 60 * 1000

type StoredBody = Awaited<ReturnType<AuditModule['search']>>['items'][number]['body']

export type World = TestPlatform & {
  access: Access
  deps: AccessDeps & typeof catalog
  person(login: string, facts?: { locale?: string; mail?: string | null; groups?: string[] }): Promise<string>
  group(name: string): Promise<string>
  setState(personId: string, state: 'active' | 'disabled' | 'gone'): Promise<void>
  app(name: string, category?: string): Promise<string>
  role(name: string, facts?: Partial<Parameters<typeof createRole>[1]>): Promise<Role>
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
  const directory: Pick<Directory, 'person' | 'people' | 'isActive' | 'group' | 'groupsOf' | 'summary'> =
    testDirectory()
  const deps = {
    ...platform,
    ...catalog,
    audit,
    directory,
    publicUrl: new URL('https://hallpass.acme.example'),
    settings: { reminderDays: 7, disabledDaysMax: 30, ...settings },
  }
  const access = createAccess(deps)
  const directoryId = platform.ids.next()
  await insertRow(platform.db, 'directories', { id: directoryId, kind: 'built-in', name: 'Acme people', health: 'ok' })

  return {
    ...platform,
    access,
    deps,
    async person(login, facts = {}) {
      const id = platform.ids.next()
      const mail = facts.mail === undefined ? `${login}@acme.example` : facts.mail
      const names = { ref: login, login, login_key: login, display_name: login, sort_name: login }
      await insertRow(platform.db, 'people', {
        id,
        directory_id: directoryId,
        ...names,
        mail,
        locale: facts.locale ?? null,
        state: 'active',
      })
      for (const groupId of facts.groups ?? [])
        await sql`insert into group_members (group_id, person_id) values (${groupId}, ${id})`.execute(raw(platform.db))
      return id
    },
    async group(name) {
      const id = platform.ids.next()
      await insertRow(platform.db, 'groups', { id, directory_id: directoryId, ref: name, name, sort_name: name })
      return id
    },
    async setState(personId, state) {
      const event = { active: personEnabled, disabled: personDisabled, gone: personGone }[state]
      await platform.db.transaction(async (tx) => {
        await sql`update people set state = ${state}, state_since = ${platform.clock.now()} where id = ${personId}`.execute(
          raw(tx),
        )
        await platform.events.emit(tx, event, { personId, version: 2 })
      })
    },
    app: async (name, category) => (await addApp(deps, { name, ...(category ? { category } : {}) }, system)).id,
    role: (name, facts = {}) => createRole(deps, { name, askedBy: 'everyone', ...facts }, system),
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

/** Tables of other slices are written by plain SQL: a test needs people, not their directory. */
function raw(reader: Reader) {
  return tables(reader)
}

const blanks: Record<string, unknown> = {
  text: '',
  jsonb: '{}',
  integer: 1,
  boolean: false,
  'timestamp with time zone': new Date(0),
}

/** Inserts a row; columns that must have a value and are not named get a blank one. */
async function insertRow(reader: Reader, table: string, values: Record<string, unknown>): Promise<void> {
  const { rows } = await sql<{
    name: string
    type: string
  }>`select column_name as name, data_type as type from information_schema.columns
    where table_name = ${table} and is_nullable = 'NO' and column_default is null`.execute(raw(reader))
  const row = { ...Object.fromEntries(rows.map(({ name, type }) => [name, blanks[type]])), ...values }
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))}) values (${sql.join(Object.values(row))})`.execute(
    raw(reader),
  )
}
