import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { expiryMail } from './expiry-mail.ts'
import { isDay } from './remind-expiry.ts'
import { changeDirectory } from './save-directory.ts'
import { directoryById } from './store/directories.ts'
import { directoryWorld, operator, type World } from './testing.ts'
import type { Person } from './types.ts'

let world: World
let carla: Person
let directoryId: string
const dayMs = 86_400_000
const hourMs = 3_600_000

/** 2 March 2026, 09:00 UTC; the password of Carla, set then, ends after 30 days. */
beforeEach(async () => {
  world = await directoryWorld()
  carla = await world.db.transaction(async (tx) => {
    const settings = { kind: 'built-in', maxAgeDays: 30 } as const
    const made = await world.directory.connect(tx, operator, { name: 'Contractors', settings })
    directoryId = made.id
    const draft = { directoryId, login: 'carla', displayName: 'Carla Núñez', mail: 'carla@contractor.example' }
    return await world.directory.createPerson(tx, operator, draft)
  })
  await setPassword('welcome to acme portal 1')
  await world.poll()
})
afterEach(() => world.close())

async function setPassword(text: string) {
  const { connector, ref } = await world.directory.connectorOf(world.db, carla.id)
  await connector.passwords?.reset(ref, new Secret(text))
}

/** The mails about the end of a password that went out since the last call, after a sweep at this moment. */
async function reminders(): Promise<string[]> {
  world.mailbox.length = 0
  await world.jobs.runSweep('directory.remind-expiry')
  await world.jobs.runUntilIdle()
  return world.mailbox.filter((mail) => mail.kind === 'password_expiry').map((mail) => mail.to)
}

const change = async (sync: object) => {
  const row = await directoryById(world.db, directoryId)
  const input = { version: row?.version ?? 0, name: 'Contractors', settings: row?.settings as never, sync }
  await world.db.transaction((tx) =>
    changeDirectory(world.directory.deps, tx, { directoryId, change: input, actor: operator }),
  )
}

test('a person is told 14, 7, 3 and 1 days before the password ends, once each', async () => {
  expect(await reminders()).toEqual([])
  const told: number[] = []
  for (let day = 1; day <= 31; day++) {
    world.clock.advance(dayMs)
    for (let sweep = 0; sweep < 3; sweep++) if ((await reminders()).length > 0) told.push(30 - day)
  }
  // The clock stands a minute past nine: a little less than whole days are left.
  expect(told).toEqual([14, 7, 3, 1])
})

test('after a new password nobody is told about the old one, even before the next sync', async () => {
  world.clock.advance(29 * dayMs)
  await setPassword('another sentence of mine 2')
  expect(await reminders()).toEqual([])
  world.clock.advance(16 * dayMs)
  await world.poll()
  expect(await reminders()).toEqual(['carla@contractor.example'])
})

test('a service that slept through two of the days tells the nearest one only', async () => {
  world.clock.advance(27 * dayMs)
  expect(await reminders()).toEqual(['carla@contractor.example'])
  expect(await reminders()).toEqual([])
  world.clock.advance(2 * dayMs)
  expect(await reminders()).toHaveLength(1)
})

test('nobody is told at night, where the directory says that its people live', async () => {
  await change({ timeZone: 'America/Los_Angeles' })
  world.clock.advance(16 * dayMs)
  // 09:00 UTC is two in the morning there.
  expect(await reminders()).toEqual([])
  world.clock.advance(6 * hourMs)
  expect(await reminders()).toHaveLength(1)
})

test('a directory may name other days, or none', async () => {
  await change({ remindDays: [] })
  world.clock.advance(29 * dayMs)
  expect(await reminders()).toEqual([])
  await change({ remindDays: [2] })
  expect(await reminders()).toHaveLength(1)
})

test('the mail says when in the person’s own time and language, and leads to the page of passwords', async () => {
  world.clock.advance(29 * dayMs)
  await reminders()
  const mail = world.mailbox.find(({ kind }) => kind === 'password_expiry')
  expect(mail?.subject).toMatch(/^Your password ends on 1 April 2026/)
  expect(mail?.text).toContain('https://hallpass.example/password')
  const german = expiryMail({
    mail: 'axel@acme.example',
    displayName: 'Axel Brandt',
    locale: 'de',
    expiresAt: new Date('2026-04-01T09:00:00Z'),
    zone: 'Europe/Berlin',
    link: new URL('https://hallpass.example/password'),
  })
  expect(german.subject).toContain('1. April 2026 um 11:00')
})

test('a directory whose secret cannot be opened keeps nobody of the others from being told', async () => {
  await world.db.transaction((tx) =>
    world.directory.connect(tx, operator, {
      name: 'A directory of another key',
      settings: {
        kind: 'ldap',
        host: 'ldap.invalid',
        port: 636,
        security: 'ldaps',
        caPem: null,
        baseDn: 'dc=x',
        bindDn: 'cn=x,dc=x',
      },
      bindPassword: 'secret of the service account',
    }),
  )
  await sql`update directories set secret = 'sealed elsewhere' where kind = 'ldap'`.execute(
    world.db.withTables<object>(),
  )
  world.clock.advance(16 * dayMs)
  expect(await reminders()).toEqual(['carla@contractor.example'])
})

describe('day', () => {
  test.each([
    ['2026-03-02T07:59:00Z', 'UTC', false],
    ['2026-03-02T08:00:00Z', 'UTC', true],
    ['2026-03-02T19:59:00Z', 'UTC', true],
    ['2026-03-02T20:00:00Z', 'UTC', false],
    ['2026-03-02T00:30:00Z', 'UTC', false],
    ['2026-07-02T06:00:00Z', 'Europe/Berlin', true],
    ['2026-03-02T09:00:00Z', 'Nowhere/Land', true],
  ])('at %s in %s: %s', (time, zone, is) => {
    expect(isDay(new Date(time), zone)).toBe(is)
  })
})
