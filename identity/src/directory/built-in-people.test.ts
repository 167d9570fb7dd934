import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { addressesFor } from './addresses.ts'
import { setPersonEnabled } from './set-person-enabled.ts'
import { directoryById } from './store/directories.ts'
import { searchPeople } from './store/people.ts'
import { tables } from './store/tables.ts'
import { directoryWorld, operator, type World } from './testing.ts'
import type { PersonDraft } from './types.ts'

let world: World
let contractors: string
let staff: string
const ghost = '0199d3a0-0000-7000-8000-00000000dead'

beforeAll(async () => {
  world = await directoryWorld()
  const connect = (name: string) =>
    world.db.transaction((tx) => world.directory.connect(tx, operator, { name, settings: { kind: 'built-in' } }))
  contractors = (await connect('Contractors')).id
  staff = (await connect('Staff')).id
})
afterAll(() => world.close())

const create = (draft: Partial<PersonDraft> & { login: string }) =>
  world.db.transaction((tx) =>
    world.directory.createPerson(tx, operator, {
      directoryId: contractors,
      displayName: draft.login,
      mail: `${draft.login}@contractor.example`,
      ...draft,
    }),
  )
const names = async (q: string, limit = 50) =>
  (await searchPeople(world.db, { q, limit })).items.map((person) => person.login)

describe('creating', () => {
  test('makes account and person at once, with a manager of another directory, and tells it once', async () => {
    const boss = await create({ login: 'boss', directoryId: staff })
    world.heard()
    const carla = await create({ login: 'carla', displayName: 'Carla Núñez', managerId: boss.id })
    expect(carla).toMatchObject({ state: 'active', managerId: boss.id, directoryId: contractors })
    expect(world.heard()).toEqual([`directory.person_added ${carla.id}`])
    const [entry] = await world.entries({ personId: carla.id })
    expect(entry).toMatchObject({ action: 'person.created', actor: operator })
    expect(JSON.stringify(entry)).not.toContain('Carla')
    await world.poll()
    expect((await world.person('carla')).managerId).toBe(boss.id)
    expect(world.heard()).toEqual([])
  })

  test('rolled back leaves neither account nor person', async () => {
    await expect(
      world.db.transaction(async (tx) => {
        await world.directory.createPerson(tx, operator, {
          directoryId: contractors,
          login: 'undone',
          displayName: 'Undone',
          mail: 'undone@contractor.example',
        })
        throw new Error('something else failed')
      }),
    ).rejects.toThrow('something else failed')
    await world.poll()
    expect(await world.directory.findByLogin(world.db, 'undone')).toEqual([])
  })

  test('the same login twice is refused, in another directory it is another person', async () => {
    await create({ login: 'twice' })
    await expect(create({ login: 'TWICE' })).rejects.toMatchObject({ code: 'login_taken' })
    await create({ login: 'twice', directoryId: staff })
    expect((await world.directory.findByLogin(world.db, 'Twice')).length).toBe(2)
  })

  test('two at the same instant make one person', async () => {
    const outcomes = await Promise.allSettled([create({ login: 'racer' }), create({ login: 'racer' })])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await world.directory.findByLogin(world.db, 'racer')).length).toBe(1)
  })

  test('a login with blanks, a name of nothing, a manager nobody knows are refused by field', async () => {
    const fault = (field: string) => expect.objectContaining({ fields: [expect.objectContaining({ field })] })
    await expect(create({ login: 'a b' })).rejects.toEqual(fault('login'))
    await expect(create({ login: 'nameless', displayName: '\u202e ' })).rejects.toEqual(fault('displayName'))
    await expect(create({ login: 'mailless', mail: 'no mail' })).rejects.toEqual(fault('mail'))
    await expect(create({ login: 'lost', managerId: ghost })).rejects.toEqual(fault('managerId'))
    await expect(create({ login: 'lost', directoryId: ghost })).rejects.toMatchObject({ code: 'directory_unknown' })
  })
})

describe('an address', () => {
  test('of a built-in person recovers the password, unless its domain is said to open with it', async () => {
    const person = await create({ login: 'reachable' })
    const recovers = async () =>
      (await world.directory.addressesOf(world.db, person.id)).map((address) => address.recovery)
    expect(await recovers()).toEqual([true])
    const row = await directoryById(world.db, contractors)
    if (row === null) throw new Error('the directory is gone')
    const own = { ...row, sync: { ...row.sync, ownMailDomains: ['Contractor.Example'] } }
    expect((await addressesFor(world.db, person.id, own)).map((address) => address.recovery)).toEqual([false])
    const above = { ...row, sync: { ...row.sync, ownMailDomains: ['example'] } }
    expect((await addressesFor(world.db, person.id, above)).map((address) => address.recovery)).toEqual([false])
    const other = { ...row, sync: { ...row.sync, ownMailDomains: ['tractor.example'] } }
    expect((await addressesFor(world.db, person.id, other)).map((address) => address.recovery)).toEqual([true])
  })
})

describe('disabling', () => {
  const set = (personId: string, enabled: boolean, actor: Parameters<typeof setPersonEnabled>[1]['actor'] = operator) =>
    setPersonEnabled(world.directory.deps, { personId, enabled, reason: 'contract over', actor })

  test('is a fact at once, in the trail with its reason, an event once, and ends sign-in', async () => {
    const leaver = await create({ login: 'leaver' })
    const { connector, ref } = await world.directory.connectorOf(world.db, leaver.id)
    const password = new Secret('a long walk along the river')
    await connector.passwords?.reset(ref, password)
    world.heard()
    await set(leaver.id, false)
    await set(leaver.id, false)
    expect(await world.directory.isActive(world.db, leaver.id)).toBe(false)
    expect(world.heard()).toEqual([`directory.person_disabled ${leaver.id}`])
    expect((await connector.authenticate(ref, password)).kind).toBe('disabled')
    expect((await world.entries({ personId: leaver.id })).map((entry) => entry.action)).toEqual([
      'person.created',
      'person.disabled',
    ])
    await set(leaver.id, true)
    expect((await connector.authenticate(ref, password)).kind).toBe('ok')
    expect(world.heard()).toEqual([`directory.person_enabled ${leaver.id}`])
  })

  test('oneself is refused, as is somebody unknown', async () => {
    const admin = await create({ login: 'only.admin' })
    await expect(set(admin.id, false, { kind: 'person', personId: admin.id })).rejects.toMatchObject({
      code: 'not_oneself',
    })
    await expect(set(ghost, false)).rejects.toMatchObject({ code: 'person_unknown' })
  })
})

describe('searching', () => {
  beforeAll(async () => {
    await create({ login: 'sio', displayName: 'Siobhán O\'Neill "Shiv" 🦊' })
    await create({ login: 'omar', displayName: 'عمر حداد' })
    await create({ login: 'gunther', displayName: 'Günther Straße' })
  })

  test.each([
    ['siob', ['sio']],
    ['SIOBHAN oneill', ['sio']],
    ["o'ne", ['sio']],
    ['🦊', ['sio']],
    ['shiv sio', ['sio']],
    ['عمر', ['omar']],
    ['حد', ['omar']],
    ['gunther strasse', ['gunther']],
    ['GÜNT', ['gunther']],
    ['omar@contractor.example', ['omar']],
    ['unther', []],
    ['%', null],
    ["' or 1=1 --", []],
    ['omar@contr', ['omar']],
    ['siob\u0000 gunther', ['gunther']],
  ])('%s finds %j', async (q, logins) => {
    const found = await names(q)
    if (logins === null) expect(found.length).toBeGreaterThan(5)
    else expect(found).toEqual(logins)
  })

  test('pages hold everybody once, in the order of names', async () => {
    const all: string[] = []
    let cursor: string | undefined
    do {
      const page = await searchPeople(world.db, { limit: 3, cursor })
      all.push(...page.items.map((person) => person.id))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    const whole = await searchPeople(world.db, { limit: 200 })
    expect(all).toEqual(whole.items.map((person) => person.id))
    expect(new Set(all).size).toBe(all.length)
  })

  test('a cursor of somebody’s own making is refused by field', async () => {
    for (const cursor of ['x', 'W10', Buffer.from('["a","b\' or 1=1"]').toString('base64url')]) {
      await expect(searchPeople(world.db, { limit: 3, cursor })).rejects.toMatchObject({ code: 'cursor_invalid' })
    }
  })
})

describe('what is stored', () => {
  test('holds no password and nothing that can be guessed at without the key', async () => {
    const person = await create({ login: 'stored' })
    const { connector, ref } = await world.directory.connectorOf(world.db, person.id)
    await connector.passwords?.reset(ref, new Secret('a drawer full of odd socks'))
    const rows = await tables(world.db).selectFrom('builtin_passwords').selectAll().execute()
    expect(JSON.stringify(rows)).not.toMatch(/argon2|odd socks/)
    expect(rows.every((row) => row.hash.startsWith('v1.'))).toBe(true)
  })
})
