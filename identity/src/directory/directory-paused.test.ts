import { type LdapAdmin, ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { connectLdap } from '../testing-directories.ts'
import { personGone } from './events.ts'
import { finishRemoval } from './remove-directory.ts'
import { directoryById, holdConnected, noteSync } from './store/directories.ts'
import { directoryWorld, operator, type World } from './testing.ts'
import type { ConfiguredDirectory } from './types.ts'

let slapd: Slapd
let admin: LdapAdmin
let world: World
let acme: ConfiguredDirectory
beforeAll(async () => {
  slapd = await startSlapd({ noSync: true })
  admin = ldapAdmin(slapd)
  world = await directoryWorld()
  await world.db.transaction((tx) => world.directory.builtInDirectory(tx, operator))
  acme = await connect('Acme people')
  await world.poll()
})
afterAll(async () => {
  await world.close()
  await slapd.stop()
})

const connect = async (name: string): Promise<ConfiguredDirectory> => {
  const found = await world.directory.directory(world.db, await connectLdap(world, slapd, { name }))
  if (found === null) throw new Error(`${name} is not there`)
  return found
}
const pause = (directoryId: string) =>
  world.db.transaction((tx) => world.directory.pause(tx, { directoryId, reason: 'the wrong one', actor: operator }))
const resume = (directoryId: string) =>
  world.db.transaction((tx) => world.directory.resume(tx, { directoryId, actor: operator }))
const remove = (directoryId: string, people: number) =>
  world.db.transaction((tx) =>
    world.directory.remove(tx, { directoryId, people, reason: 'the wrong one', actor: operator }),
  )
const membersOf = async (directoryId: string) => (await world.directory.memberIds(world.db, directoryId)).length
const actions = async (directoryId: string) => (await world.entries({ directoryId })).map(({ action }) => action)

test('of a paused directory nothing is read and nobody is asked for, and its people stay as they are', async () => {
  const molly = await world.person('molly')
  const home = await world.directory.connectorOf(world.db, molly.id)
  await pause(acme.id)
  const { title } = molly
  await admin.set('molly', 'title', 'Somebody else')
  await world.poll()
  expect(await world.person('molly')).toMatchObject({ state: 'active', title })
  const closed = await world.directory.connectorOf(world.db, molly.id)
  const paused = { code: 'directory_paused', retryable: false }
  await expect(closed.connector.authenticate(home.ref, new Secret('any'))).rejects.toMatchObject(paused)
  await expect(closed.connector.passwords?.reset(home.ref, new Secret('any'))).rejects.toMatchObject(paused)
  await expect(world.directory.refresh(molly.id)).rejects.toMatchObject(paused)
  await expect(world.directory.syncNow(acme.id, operator)).rejects.toMatchObject(paused)
  expect(await world.directory.isFresh(world.db, molly.id)).toBe(false)
  expect(await world.directory.check(acme.id)).toMatchObject({ ok: expect.any(Boolean) })
})

test('paused twice is paused once, and what it found before may be checked before it goes on', async () => {
  const before = (await actions(acme.id)).length
  expect((await pause(acme.id)).pausedAt).not.toBeNull()
  expect((await actions(acme.id)).length).toBe(before)
  await resume(acme.id)
  await world.poll()
  expect((await world.person('molly')).title).toBe('Somebody else')
  expect((await actions(acme.id)).slice(before, before + 1)).toEqual(['directory.resumed'])
})

test('what was on its way when a directory was paused is written for nobody', async () => {
  const real = world.directory.deps.connectors.of(await row(acme.id))
  let isHeld = true
  const slow = {
    ...real,
    list: async (page: string | null) => {
      const found = await real.list(page)
      if (isHeld) await pause(acme.id)
      isHeld = false
      return found
    },
  }
  const { connectors } = world.directory.deps
  const of = connectors.of
  connectors.of = () => slow
  try {
    await admin.set('molly', 'title', 'Read too late')
    const run = await world.directory.syncNow(acme.id, operator)
    expect(run).toMatchObject({ state: 'failed', failure_code: 'directory_paused' })
  } finally {
    connectors.of = of
  }
  expect((await world.person('molly')).title).toBe('Somebody else')
  await resume(acme.id)
})

async function row(directoryId: string) {
  const found = await directoryById(world.db, directoryId)
  if (found === null) throw new Error('no such directory')
  return found
}

test("two transactions that hold a directory and then write its row do not stand in each other's way; nobody pauses it between", async () => {
  const { db } = world
  let [tries, held] = [0, 0]
  const both = Promise.withResolvers<void>()
  const write = () =>
    db.transaction(async (tx) => {
      tries += 1
      expect(await holdConnected(tx, acme.id)).toBe(true)
      held += 1
      if (held === 2) both.resolve()
      await both.promise
      await noteSync(tx, acme.id, { health_message: null })
    })
  await Promise.all([write(), write()])
  // A deadlock would have been tried once more.
  expect(tries).toBe(2)
  await db.transaction(async (tx) => {
    await holdConnected(tx, acme.id)
    const locked = sql`select 1 from directories where id = ${acme.id} for update nowait`
    await expect(locked.execute(db.withTables<object>())).rejects.toMatchObject({ code: '55P03' })
  })
})

test('the directory of the accounts that always work is never paused', async () => {
  const kept = await world.db.transaction((tx) => world.directory.builtInDirectory(tx, operator))
  await expect(pause(kept.id)).rejects.toMatchObject({ code: 'directory_kept' })
})

test('nobody pauses the directory that they sign in by', async () => {
  const actor = { kind: 'person', personId: (await world.person('molly')).id } as const
  const input = { directoryId: acme.id, reason: 'oops', actor }
  const own = { code: 'not_your_own_directory' }
  await expect(world.db.transaction((tx) => world.directory.pause(tx, input))).rejects.toMatchObject(own)
})

test('a directory is removed when it is paused, by whoever saw how many people that ends', async () => {
  const people = await membersOf(acme.id)
  await expect(remove(acme.id, people)).rejects.toMatchObject({ code: 'directory_not_paused' })
  await pause(acme.id)
  await expect(remove(acme.id, people - 1)).rejects.toMatchObject({ code: 'removal_changed' })
  expect(await membersOf(acme.id)).toBe(people)
})

test('a removal that is killed goes on with whoever is left, and tells of everybody once', async () => {
  const people = await membersOf(acme.id)
  world.heard()
  await remove(acme.id, people)
  await expect(resume(acme.id)).rejects.toMatchObject({ code: 'directory_removing' })
  await expect(remove(acme.id, people)).rejects.toMatchObject({ code: 'directory_removing' })
  const { deps } = world.directory
  let steps = 0
  const dying = {
    ...deps,
    db: {
      ...deps.db,
      transaction: ((work) => {
        if (++steps > 1) throw new Error('killed')
        return deps.db.transaction(work)
      }) as typeof deps.db.transaction,
    },
  }
  await expect(finishRemoval(dying, acme.id, { atOnce: 3 })).rejects.toBeInstanceOf(AggregateError)
  expect(await membersOf(acme.id)).toBe(people - 3)
  await world.jobs.runUntilIdle()
  expect(await membersOf(acme.id)).toBe(0)
  const gone = world.heard().filter((event) => event.startsWith('directory.person_gone'))
  expect([gone.length, new Set(gone).size]).toEqual([people, people])
  expect((await actions(acme.id)).filter((action) => action === 'directory.removed')).toHaveLength(1)
  expect((await world.directory.directories(world.db)).map(({ id }) => id)).not.toContain(acme.id)
})

test('the name of a removed directory is free, and the same people are new in the next', async () => {
  const next = await connect('Acme people')
  await world.poll()
  const molly = await world.person('molly')
  expect(molly).toMatchObject({ directoryId: next.id, state: 'active' })
  await expect(remove(acme.id, 0)).rejects.toMatchObject({ code: 'directory_unknown' })
})

test('somebody whose end fails keeps nobody else, and a removal that is stopped goes on where it was', async () => {
  const { id: molly, directoryId } = await world.person('molly')
  const people = await membersOf(directoryId)
  let stuck: string | null = molly
  const failure = new Error('their end fails')
  world.events.inTransaction(personGone, 'stuck', async (_tx, { personId }) => {
    if (personId === stuck) throw failure
  })
  await pause(directoryId)
  await remove(directoryId, people)
  const { deps } = world.directory
  await expect(finishRemoval(deps, directoryId, { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
  expect(await membersOf(directoryId)).toBe(people)
  await expect(finishRemoval(deps, directoryId, { atOnce: 3 })).rejects.toMatchObject({ errors: [failure] })
  expect(await membersOf(directoryId)).toBe(1)
  expect(await actions(directoryId)).not.toContain('directory.removed')
  stuck = null
  await world.jobs.runUntilIdle()
  expect(await membersOf(directoryId)).toBe(0)
  expect(await actions(directoryId)).toContain('directory.removed')
})
