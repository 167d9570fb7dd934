import { type CastPerson, castPerson, employees } from '@hallpass/counterparts/acme'
import { type LdapAdmin, ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { startTcpProxy, type TcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectLdap } from '../testing-directories.ts'
import { applyPeople } from './apply-people.ts'
import { confirmRemovals, startSync } from './run-syncs.ts'
import { changeDirectory } from './save-directory.ts'
import { directoryById, noteSync, takeDue } from './store/directories.ts'
import { searchGroups } from './store/groups.ts'
import { searchPeople } from './store/people.ts'
import { lastRun, listRuns, runById, updateRun } from './store/runs.ts'
import { syncDirectory } from './sync-directory.ts'
import { directoryWorld, operator, type World } from './testing.ts'

let slapd: Slapd
let proxy: TcpProxy
let admin: LdapAdmin
let world: World
let directoryId: string

beforeEach(async () => {
  slapd = await startSlapd({ noSync: true, extraPeople: 30 })
  proxy = await startTcpProxy({ port: slapd.tlsPort })
  admin = ldapAdmin(slapd)
  world = await directoryWorld()
  directoryId = await connectLdap(world, slapd, { port: proxy.port, sync: { syncEverySeconds: 2 } })
  await world.poll()
  world.heard()
})
afterEach(async () => {
  await world.close()
  await proxy.stop()
  await slapd.stop()
})

const login = (person: { login: string } | null) => person?.login ?? null
const runs = async () => (await listRuns(world.db, { directoryId, limit: 50 })).items

test('the first sync brings everybody with their manager, groups and addresses', async () => {
  const all = await searchPeople(world.db, { directoryId, limit: 200 })
  expect(all.items.length).toBe(employees.length + 30)
  for (const person of employees) {
    const found = await world.person(person.login)
    expect(found).toMatchObject({
      displayName: person.displayName,
      title: person.title,
      department: person.department,
      mail: person.mail,
      locale: person.locale,
      state: 'active',
    })
    expect(login(await world.directory.managerOf(world.db, found.id))).toBe(person.manager)
    const groups = await world.directory.groupsOf(world.db, found.id)
    expect(groups.map((group) => group.name)).toEqual([...person.groups].sort())
  }
  const [finance] = (await searchGroups(world.db, { q: 'fin', limit: 5 })).items
  const members = await world.directory.membersOf(world.db, finance?.id ?? '')
  expect(members.map(login)).toEqual(['fiona', 'frank'])
  expect(await world.directory.addressesOf(world.db, (await world.person('molly')).id)).toEqual([
    { mail: 'molly@acme.example', changedAt: null, primary: true, recovery: false },
    { mail: 'molly@home.example', changedAt: null, primary: false, recovery: true },
  ])
  expect((await runs()).map((run) => [run.kind, run.state, run.added_count])).toEqual([
    ['full', 'done', employees.length + 30],
  ])
})

test('a directory that is connected a second time reads nobody, and says which one has them', async () => {
  const before = (await searchPeople(world.db, { limit: 200 })).items.length
  const second = await connectLdap(world, slapd, { name: 'The same again' })
  await world.poll()
  expect((await searchPeople(world.db, { limit: 200 })).items.length).toBe(before)
  expect(await searchPeople(world.db, { directoryId: second, limit: 1 })).toMatchObject({ items: [] })
  const named = 'The people of this directory are read already, as those of “Acme people”. Nobody is read twice.'
  expect(await lastRun(world.db, second)).toMatchObject({ state: 'failed', failure_message: named })
  expect(await lastRun(world.db, directoryId)).toMatchObject({ state: 'done' })
})

test('a directory whose people are many is not read in part before it is seen to be read already', async () => {
  const many = await startSlapd({ noSync: true, extraPeople: 600 })
  try {
    // The last page alone has somebody who is known.
    const first = await connectLdap(world, many, { name: 'One of them' })
    const keys = await allKeysOf(first)
    await world.db.transaction(async (tx) => {
      const record = await world.directory.deps.connectors.of(await rowOf(first)).get({ key: keys.at(-1) ?? '' })
      await applyPeople(world.directory.deps, tx, {
        directoryId: first,
        records: record ? [record] : [],
        actor: operator,
      })
      await noteSync(tx, first, { next_sync_at: new Date('2100-01-01') })
    })
    const second = await connectLdap(world, many, { name: 'All of them' })
    await syncDirectory(world.directory.deps, { directoryId: second, runId: null })
    expect(await lastRun(world.db, second)).toMatchObject({ state: 'failed' })
    expect(await searchPeople(world.db, { directoryId: second, limit: 1 })).toMatchObject({ items: [] })
  } finally {
    await many.stop()
  }
})

async function rowOf(id: string) {
  const row = await directoryById(world.db, id)
  if (row === null) throw new Error('no such directory')
  return row
}

async function allKeysOf(id: string): Promise<string[]> {
  const { changes } = world.directory.deps.connectors.of(await rowOf(id))
  const keys: string[] = []
  for (let page: string | null = null; ; ) {
    const found: { items: string[]; next: string | null } | undefined = await changes?.keys(page)
    keys.push(...(found?.items ?? []))
    page = found?.next ?? null
    if (page === null) return keys
  }
}

test('a directory that shares somebody with another for a while is read on after its settings changed', async () => {
  const second = await connectLdap(world, slapd, { name: 'Another branch' })
  await world.db.transaction((tx) => noteSync(tx, second, { last_sync_at: world.clock.now() }))
  await world.poll()
  const { version, settings, sync } = await rowOf(directoryId)
  const change = { version, name: 'Acme people', sync, settings: { ...settings, costCenterAttribute: 'roomNumber' } }
  await world.db.transaction((tx) =>
    changeDirectory(world.directory.deps, tx, { directoryId, change: change as never, actor: operator }),
  )
  await admin.delete('frank')
  await world.poll()
  expect(await lastRun(world.db, directoryId)).toMatchObject({ kind: 'full', state: 'done' })
  const frank = (await searchPeople(world.db, { directoryId, q: 'frank', limit: 5 })).items
  expect(frank.map(({ state }) => state)).not.toContain('active')
})

test('polls of a quiet directory leave no runs, no events and no trail', async () => {
  const entries = (await world.entries({ directoryId })).length
  for (let round = 0; round < 3; round++) await world.poll()
  expect(world.heard()).toEqual([])
  expect((await runs()).length).toBe(1)
  expect((await world.entries({ directoryId })).length).toBe(entries)
})

test('somebody disabled in the directory is disabled here by the next poll, once, in the trail and as an event', async () => {
  const leo = await world.person('leo')
  await admin.disable('leo')
  await world.poll()
  await world.poll()
  expect(await world.directory.isActive(world.db, leo.id)).toBe(false)
  expect(world.heard()).toEqual([`directory.person_disabled ${leo.id}`])
  expect(await world.entries({ personId: leo.id })).toMatchObject([
    { action: 'person.disabled', actor: { kind: 'system', name: 'directory.sync' }, before: { state: 'active' } },
  ])
  await admin.enable('leo')
  await world.poll()
  expect(await world.directory.isActive(world.db, leo.id)).toBe(true)
  expect(world.heard()).toEqual([`directory.person_enabled ${leo.id}`])
})

test('a person who is disabled stays a member of the group and is not among those who count', async () => {
  await admin.disable('frank')
  await world.poll()
  const [finance] = (await searchGroups(world.db, { q: 'finance', limit: 5 })).items
  expect((await world.directory.membersOf(world.db, finance?.id ?? '')).map(login)).toEqual(['fiona'])
})

test('new people, a new manager and new groups follow, and the trail tells which fields changed without their values', async () => {
  const molly = await world.person('molly')
  const nina: CastPerson = {
    ...castPerson('molly'),
    login: 'nina',
    displayName: 'Nina Noor',
    mail: 'nina@acme.example',
    recoveryMail: null,
  }
  await admin.add({ ...nina, manager: 'molly' })
  await admin.setManager('molly', 'fiona')
  await admin.addToGroup('finance', 'molly')
  await world.poll()
  const made = await world.person('nina')
  expect(login(await world.directory.managerOf(world.db, made.id))).toBe('molly')
  expect(login(await world.directory.managerOf(world.db, molly.id))).toBe('fiona')
  expect((await world.directory.groupsOf(world.db, molly.id)).map((group) => group.name)).toContain('finance')
  expect(world.heard()).toContain(`directory.person_changed ${molly.id}`)
  const [entry] = await world.entries({ personId: molly.id })
  expect(entry).toMatchObject({ action: 'person.changed', after: { fields: ['managerId'] } })
})

test('a manager who is added after the people who name them is linked when they come', async () => {
  const extra = await world.person('person-000001')
  await admin.set('person-000001', 'manager', `uid=nina,ou=people,${slapd.baseDn}`)
  await world.poll()
  expect(await world.directory.managerOf(world.db, extra.id)).toBeNull()
  await admin.add({ ...castPerson('molly'), login: 'nina', groups: [] })
  await world.poll()
  expect(login(await world.directory.managerOf(world.db, extra.id))).toBe('nina')
})

test('a changed address has its time, one known from the beginning has none', async () => {
  const molly = await world.person('molly')
  await admin.set('molly', 'mail', 'molly@acme.example', 'molly@elsewhere.example')
  await world.poll()
  expect(await world.directory.addressesOf(world.db, molly.id)).toEqual([
    { mail: 'molly@acme.example', changedAt: null, primary: true, recovery: false },
    { mail: 'molly@elsewhere.example', changedAt: world.clock.now(), primary: false, recovery: true },
  ])
  const [entry] = await world.entries({ personId: molly.id })
  expect(entry).toMatchObject({ after: { fields: ['addresses'] } })
  expect(JSON.stringify(entry)).not.toContain('elsewhere')
})

test('an address of two people recovers neither', async () => {
  await admin.set('leo', 'mail', 'leo@acme.example', 'molly@home.example')
  await world.poll()
  const addresses = await world.directory.addressesOf(world.db, (await world.person('molly')).id)
  expect(addresses.filter((address) => address.recovery)).toEqual([])
})

test('a second address that is another person’s login or primary address leads to that other person', async () => {
  await admin.set('leo', 'mail', 'leo@acme.example', 'diana@acme.example')
  await world.poll()
  expect((await world.directory.findByLogin(world.db, 'DIANA@acme.example')).map(login)).toEqual(['diana'])
})

test('somebody renamed is the same person with the same manager, groups and history', async () => {
  const molly = await world.person('molly')
  await admin.rename('molly', 'molly.married')
  await world.poll()
  const after = await world.person('molly.married')
  expect(after.id).toBe(molly.id)
  expect(login(await world.directory.managerOf(world.db, after.id))).toBe('marcus')
  expect(await world.directory.findByLogin(world.db, 'molly')).toEqual([])
  await admin.rename('marcus', 'marcus.renamed')
  await world.poll()
  expect(login(await world.directory.managerOf(world.db, after.id))).toBe('marcus.renamed')
})

test('an entry that is gone ends the person, and another under the same name is somebody new', async () => {
  const leo = await world.person('leo')
  await admin.delete('leo')
  await world.poll()
  expect(await world.directory.person(world.db, leo.id)).toMatchObject({ state: 'gone' })
  expect(world.heard()).toContain(`directory.person_gone ${leo.id}`)
  await admin.add(castPerson('leo'))
  await world.poll()
  const second = await world.person('leo')
  expect(second.id).not.toBe(leo.id)
  expect(login(await world.directory.managerOf(world.db, second.id))).toBe('marcus')
  expect(await world.directory.isActive(world.db, leo.id)).toBe(false)
})

test('many missing at once are held back and shown, and go when an administrator confirms the number that was shown', async () => {
  const deleted = [1, 2, 3, 4, 5, 6, 7].map((number) => `person-00000${number}`)
  const people = await Promise.all(deleted.map((name) => world.person(name)))
  for (const name of deleted) await admin.delete(name)
  world.clock.advance(1000)
  const run = await world.directory.syncNow(directoryId, operator)
  expect(run).toMatchObject({ state: 'done', gone_count: 0, held_back_count: 7 })
  for (const person of people) expect(await world.directory.isActive(world.db, person.id)).toBe(true)
  expect(world.heard()).toEqual([])

  const confirm = (heldBack: number) =>
    world.db.transaction((tx) =>
      confirmRemovals(world.directory.deps, tx, { runId: run.id, heldBack, actor: operator }),
    )
  await expect(confirm(6)).rejects.toMatchObject({ code: 'removals_changed' })
  const { id } = await confirm(7)
  await world.jobs.runUntilIdle()
  expect(await runById(world.db, id)).toMatchObject({ state: 'done', gone_count: 7, held_back_count: 0 })
  expect(world.heard().sort()).toEqual(people.map((person) => `directory.person_gone ${person.id}`).sort())
})

test('a base that shows nobody removes nobody', async () => {
  const before = (await searchPeople(world.db, { directoryId, limit: 200 })).items.length
  await admin.modify(`dn: ou=empty,${slapd.baseDn}\nchangetype: add\nobjectClass: organizationalUnit\nou: empty\n`)
  const { deps } = world.directory
  const configured = await world.directory.directory(world.db, directoryId)
  if (configured?.settings.kind !== 'ldap') throw new Error('not the directory it should be')
  await world.db.transaction((tx) =>
    changeDirectory(deps, tx, {
      directoryId,
      actor: operator,
      change: {
        version: configured.version,
        name: configured.name,
        sync: {},
        settings: { ...configured.settings, baseDn: `ou=empty,${slapd.baseDn}` } as typeof configured.settings & {
          kind: 'ldap'
        },
        bindPassword: slapd.servicePassword,
      },
    }),
  )
  await world.poll()
  expect((await searchPeople(world.db, { directoryId, state: 'active', limit: 200 })).items.length).toBe(before)
  expect(await lastRun(world.db, directoryId)).toMatchObject({ state: 'done', held_back_count: before, gone_count: 0 })
})

test('a directory that is down fails visibly and disables nobody; polls go on when it is back', async () => {
  await slapd.kill()
  await world.poll()
  await world.poll()
  const failed = (await runs()).filter((run) => run.state === 'failed')
  expect(failed).toMatchObject([{ failure_code: 'directory_unreachable', failure_retryable: true }])
  expect((await searchPeople(world.db, { directoryId, state: 'active', limit: 200 })).items.length).toBe(
    employees.length + 30,
  )
  const molly = await world.person('molly')
  expect(await world.directory.isFresh(world.db, molly.id)).toBe(true)
  world.clock.advance(15 * 60_000)
  expect(await world.directory.isFresh(world.db, molly.id)).toBe(false)
  await slapd.restart()
  await admin.disable('leo')
  await world.poll()
  expect(await world.directory.isActive(world.db, (await world.person('leo')).id)).toBe(false)
  expect(await world.directory.isFresh(world.db, molly.id)).toBe(true)
})

test('a server that stops in the middle of a full sync ends the run visibly, removes nobody, and the next run is whole', async () => {
  proxy.rules.cutAfterServerBytes = 9000
  proxy.cutAll()
  const broken = await world.directory.syncNow(directoryId, operator)
  expect(broken).toMatchObject({ state: 'failed', failure_retryable: true, gone_count: 0, held_back_count: 0 })
  expect((await searchPeople(world.db, { directoryId, state: 'active', limit: 200 })).items.length).toBe(
    employees.length + 30,
  )
  proxy.heal()
  await slapd.restart()
  expect(await world.directory.syncNow(directoryId, operator)).toMatchObject({
    state: 'done',
    read_count: employees.length + 30,
  })
})

test('a run whose node died is shown as interrupted, and its job goes on with it from the beginning', async () => {
  const { deps } = world.directory
  const input = { directoryId, trigger: 'person' as const, actor: operator }
  const dead = await world.db.transaction((tx) => startSync(deps, tx, input))
  const asked = await world.db.transaction((tx) => startSync(deps, tx, input))
  const running = { state: 'running' as const, read_count: 3, added_count: 3 }
  await world.db.transaction(async (tx) => {
    await updateRun(tx, dead.id, { ...running, heard_at: new Date(world.clock.now().getTime() - 600_000) })
    await updateRun(tx, asked.id, { ...running, heard_at: world.clock.now() })
  })
  await syncDirectory(deps, { directoryId, runId: asked.id })
  expect(await runById(world.db, dead.id)).toMatchObject({ state: 'failed', failure_code: 'sync_interrupted' })
  expect(await runById(world.db, asked.id)).toMatchObject({ state: 'done', read_count: 40, added_count: 0 })
})

test('refresh reads one person now', async () => {
  const leo = await world.person('leo')
  await admin.disable('leo')
  expect(await world.directory.refresh(leo.id)).toMatchObject({ state: 'disabled' })
  expect(world.heard()).toEqual([`directory.person_disabled ${leo.id}`])
  await admin.delete('leo')
  expect(await world.directory.refresh(leo.id)).toMatchObject({ state: 'disabled' })
  await world.poll()
  expect(await world.directory.person(world.db, leo.id)).toMatchObject({ state: 'gone' })
})

test('a next time that was written before the clock was set back is not waited for', async () => {
  const { rows } = await sql<{ next: Date }>`update directories set next_sync_at = next_sync_at + interval '1 day'
    where id = ${directoryId} returning next_sync_at as next`.execute(world.db.withTables<object>())
  expect(rows[0]?.next.getTime()).toBeGreaterThan(world.clock.now().getTime())
  const due = () => world.db.transaction((tx) => takeDue(tx, world.clock.now()))
  expect((await due()).map(({ id }) => id)).toContain(directoryId)
  expect((await due()).map(({ id }) => id)).not.toContain(directoryId)
})
