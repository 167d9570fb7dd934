import { type LdapAdmin, ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { ldifEntry } from '@hallpass/counterparts/ldif'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { groupDn, personDn } from '@hallpass/counterparts/slapd-data'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { connectLdap } from '../testing-directories.ts'
import { directoryChanged } from './events.ts'
import { changeDirectory } from './save-directory.ts'
import { directoryById } from './store/directories.ts'
import { searchGroups } from './store/groups.ts'
import { directoryWorld, operator, type World } from './testing.ts'
import type { ConnectorSettings, SyncSettings } from './types.ts'

/** What a sync brings of passwords, reach, numbers and groups within groups, from a real OpenLDAP. */

let slapd: Slapd
let admin: LdapAdmin
let world: World
let directoryId: string
const weekMs = 7 * 86_400_000

beforeEach(async () => {
  slapd = await startSlapd({ noSync: true })
  admin = ldapAdmin(slapd)
  world = await directoryWorld()
  directoryId = await connectLdap(world, slapd, { sync: { syncEverySeconds: 2 } })
  await world.poll()
  world.heard()
})
afterEach(async () => {
  await world.close()
  await slapd.stop()
})

async function change(settings: Partial<ConnectorSettings>, sync: Partial<SyncSettings> = {}) {
  const row = await directoryById(world.db, directoryId)
  if (row === null) throw new Error('The directory is not there.')
  const changed = { ...row.settings, ...settings } as ConnectorSettings
  const input = { version: row.version, name: row.name, settings: changed, sync }
  await world.db.transaction((tx) =>
    changeDirectory(world.directory.deps, tx, { directoryId, change: input, actor: operator }),
  )
}

async function reset(login: string, password: string) {
  const { connector, ref } = await world.directory.connectorOf(world.db, (await world.person(login)).id)
  await connector.passwords?.reset(ref, new Secret(password))
}

const outside = (login: { id: string }) => `directory.password_set_outside ${login.id}`
const addGroup = (name: string, member: string[]) =>
  admin.modify(ldifEntry(groupDn(name), { changetype: 'add', objectClass: 'groupOfNames', cn: name, member }))
const nameOf = (group: { name: string }) => group.name

test('a password that an administrator set in the directory is told once, one that this service set is not', async () => {
  const molly = await world.person('molly')
  await admin.setPassword('molly', 'Set-at-the-start-1')
  await world.poll()
  // When a time is known for the first time nobody knows whether it is new.
  expect(world.heard()).not.toContain(outside(molly))
  await reset('molly', 'Reset-by-this-service-1')
  await world.poll()
  expect(world.heard()).not.toContain(outside(molly))
  // Times of passwords count whole seconds; this one is certainly another.
  await admin.expirePassword('molly')
  await world.poll()
  expect(world.heard()).toContain(outside(molly))
  await world.poll()
  expect(world.heard()).not.toContain(outside(molly))
  const entries = await world.entries({ personId: molly.id })
  expect(entries.filter((entry) => entry.action === 'password.set_outside')).toHaveLength(1)
})

test('nor is one told whose word was left in the transactions before and after it; without that it is', async () => {
  const { directory, db } = world
  const frank = await world.person('frank')
  await admin.setPassword('frank', 'Set-at-the-start-1')
  await world.poll()
  const home = await directory.connectorOf(db, frank.id)
  const passwords = directory.passwordsOf(home)
  const set = async (password: string) => {
    // Times of passwords count whole seconds; the next one is certainly another.
    await admin.expirePassword('frank')
    await world.poll()
    world.heard()
    await passwords?.reset(home.ref, new Secret(password))
  }
  await set('Reset-without-a-word-1')
  await world.poll()
  expect(world.heard()).toContain(outside(frank))
  await db.transaction(async (tx) => directory.noteOwnWrite(tx, home, world.clock.now()))
  await set('Reset-with-a-word-2')
  const setAt = (await passwords?.state(home.ref))?.changedAt ?? new Date(0)
  await db.transaction(async (tx) => directory.settleOwnWrite(tx, home, setAt))
  await world.poll()
  expect(world.heard()).not.toContain(outside(frank))
})

test('when a password ends is known from the rules of the directory', async () => {
  await reset('molly', 'Reset-by-this-service-1')
  await world.poll()
  const { connector, ref } = await world.directory.connectorOf(world.db, (await world.person('molly')).id)
  const state = await connector.passwords?.state(ref)
  const record = await connector.get(ref)
  expect(state?.expiresAt?.getTime()).toBe((state?.changedAt?.getTime() ?? 0) + 90 * 86_400_000)
  expect(record).toMatchObject({ passwordSetAt: state?.changedAt, passwordExpiresAt: state?.expiresAt })
})

test('members of a group within a group are members, rings of groups end, and whoever leaves is out everywhere', async () => {
  const [molly, frank] = [await world.person('molly'), await world.person('frank')]
  await addGroup('inner', [personDn('molly')])
  await addGroup('middle', [groupDn('inner')])
  await addGroup('outer', [groupDn('middle'), personDn('frank')])
  await world.poll()
  const groupsOf = async (person: { id: string }) =>
    (await world.directory.groupsOf(world.db, person.id)).map(nameOf).filter((name) => /inner|middle|outer/.test(name))
  expect(await groupsOf(molly)).toEqual(['inner', 'middle', 'outer'])
  expect(await groupsOf(frank)).toEqual(['outer'])
  await admin.modify(`dn: ${groupDn('inner')}\nchangetype: modify\nadd: member\nmember: ${groupDn('outer')}\n`)
  await world.poll()
  expect(await groupsOf(frank)).toEqual(['inner', 'middle', 'outer'])
  await admin.removeFromGroup('inner', 'molly')
  await world.poll()
  expect(await groupsOf(molly)).toEqual([])
  expect(await groupsOf(frank)).toEqual(['inner', 'middle', 'outer'])
  await admin.modify(`dn: ${groupDn('middle')}\nchangetype: delete\n`)
  await world.directory.syncNow(directoryId, operator)
  // Still in the inner one, which names the outer one.
  expect(await groupsOf(frank)).toEqual(['inner', 'outer'])
  const { items } = await searchGroups(world.db, { directoryId, q: 'inner', limit: 10 })
  expect(items.map((group) => Number(group.members))).toEqual([1])
})

test('whoever the operator lists is out of reach at once, and after the next sync is stored as such', async () => {
  const [diana, fiona, molly] = [await world.person('diana'), await world.person('fiona'), await world.person('molly')]
  const isProtected = (person: { id: string }) => world.directory.isProtected(world.db, person.id)
  expect(await isProtected(diana)).toBe(false)
  await change({ outOfReach: { logins: ['Diana'], groups: ['finance'] } })
  expect([await isProtected(diana), await isProtected(fiona), await isProtected(molly)]).toEqual([true, true, false])
  await expect(reset('diana', 'A-long-one-for-diana-1')).rejects.toMatchObject({ reason: 'protected' })
  await expect(reset('fiona', 'A-long-one-for-fiona-1')).rejects.toMatchObject({ reason: 'protected' })
  await world.poll()
  await change({ outOfReach: { logins: [], groups: [] } })
  await world.poll()
  expect([await isProtected(diana), await isProtected(fiona)]).toEqual([false, false])
  expect(await world.directory.isProtected(world.db, '00000000-0000-7000-8000-000000000000')).toBe(true)
})

test('numbers are proofs only when declared so, nobody else’s, and the same for seven days', async () => {
  await admin.set('molly', 'mobile', '+44 20 7946 0001')
  await admin.set('frank', 'telephoneNumber', '+44 20 7946 0002')
  await admin.set('fiona', 'telephoneNumber', '+44 (20) 7946-0002')
  await world.poll()
  const phonesOf = async (login: string) =>
    (await world.directory.phonesOf(world.db, (await world.person(login)).id)).map(({ number, shared, proof }) => ({
      number,
      shared,
      proof,
    }))
  expect(await phonesOf('molly')).toEqual([{ number: '+44 20 7946 0001', shared: false, proof: false }])
  await change({}, { proofs: { mail: true, phone: true } })
  expect(await phonesOf('molly')).toMatchObject([{ proof: false }])
  world.clock.advance(weekMs)
  expect(await phonesOf('molly')).toMatchObject([{ proof: true }])
  expect(await phonesOf('frank')).toEqual([{ number: '+44 20 7946 0002', shared: true, proof: false }])
  await admin.set('molly', 'mobile', '+44 20 7946 0003')
  await world.poll()
  expect(await phonesOf('molly')).toMatchObject([{ number: '+44 20 7946 0003', proof: false }])
})

test('where people write their addresses themselves, none is a proof', async () => {
  const molly = await world.person('molly')
  const proofs = async () =>
    (await world.directory.addressesOf(world.db, molly.id))
      .filter((address) => address.recovery)
      .map(({ mail }) => mail)
  expect(await proofs()).toEqual(['molly@home.example'])
  await change({}, { proofs: { mail: false, phone: false } })
  expect(await proofs()).toEqual([])
})

test('a change of a directory is told in the transaction that makes it', async () => {
  const told: unknown[] = []
  world.events.inTransaction(directoryChanged, 'test', async (_tx, payload) => void told.push(payload))
  await change({}, { removalsCountMax: 7 })
  expect(told).toEqual([{ directoryId, change: 'changed', actorPersonId: null }])
})
