import { castPerson } from '@hallpass/counterparts/acme'
import { type Ds389, startDs389 } from '@hallpass/counterparts/ds389'
import { ds389Dialect, type LdapAdmin, ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changedAtOf } from '../directory/module.ts'
import { settleOpenWrites } from './settle-open-writes.ts'
import { insertWrite } from './store-writes.ts'
import { type CredentialsHouse, credentialsHouse } from './testing-credentials.ts'

/** Where passwordTrackUpdateTime is off, as 389 comes, the time of a password is only reckoned: its end less its greatest age. */
let house: CredentialsHouse
let server: Ds389
let admin: LdapAdmin
const dayMs = 86_400_000
beforeAll(async () => {
  house = await credentialsHouse()
  server = await startDs389()
  admin = ldapAdmin(server, ds389Dialect)
  await admin.setPolicy({ passwordTrackUpdateTime: 'off', passwordMaxAge: String(90 * 86_400) })
  const { port, caPem, baseDn, serviceDn: bindDn } = { ...server, port: server.tlsPort }
  const system = { kind: 'system', name: 'test' } as const
  const { id } = await house.db.transaction((tx) =>
    house.directory.connect(tx, system, {
      name: 'Acme people',
      settings: { kind: 'ldap', host: '127.0.0.1', port, security: 'ldaps', caPem, baseDn, bindDn },
      bindPassword: server.servicePassword,
      sync: { ownMailDomains: ['acme.example'] },
    }),
  )
  await house.directory.syncNow(id, system)
})
afterAll(async () => {
  await house.close()
  await server.stop()
})

async function personSetAt(login: string, setAt: Date) {
  const end = new Date(setAt.getTime() + 90 * dayMs)
  await admin.set(login, 'passwordExpirationTime', end.toISOString().replace(/[-:T]|\.\d+/g, ''))
  const [person] = await house.directory.findByLogin(house.db, login)
  if (!person) throw new Error(`${login} is not here`)
  const { connector, ref } = await house.directory.connectorOf(house.db, person.id)
  if (!connector.passwords) throw new Error('this directory sets no passwords')
  return { person, ref, passwords: connector.passwords }
}

/** A write whose process died before the directory heard of it, as it is found a minute later. */
async function settled(personId: string, changedBefore: Date | null): Promise<string> {
  await house.db.transaction(async (tx) => {
    const intentId = house.audit.intent(tx, {
      action: 'password.reset',
      actor: { kind: 'system', name: 'test' },
      subjects: { personId },
    })
    const startedAt = house.clock.now()
    insertWrite(tx, {
      ...{ id: house.ids.next(), personId, intentId, kind: 'reset', ticketId: null },
      ...{ changedBefore, startedAt },
    })
  })
  house.clock.advance(61_000)
  await settleOpenWrites(house.deps, house.clock.now())
  const outcome = (await house.trail(personId)).findLast(({ kind }) => kind === 'outcome')
  return JSON.stringify(outcome)
}

it('a reset that never reached the directory is found not to have happened, by the same reckoning before and after', async () => {
  const setAt = new Date(house.clock.now().getTime() - 40 * dayMs)
  const { person, ref, passwords } = await personSetAt('molly', setAt)
  expect((await admin.read('molly'))?.pwdUpdateTime).toBeUndefined()
  const changedBefore = await changedAtOf(passwords, ref)
  expect(changedBefore).toEqual(setAt)
  expect((await passwords.state(ref)).changedAt).toEqual(setAt)
  expect(await settled(person.id, changedBefore)).toContain('"state":"not_applied"')
})

it('a time that came by a sign-in with the password before, where none was known, does not say that it happened', async () => {
  const { person, ref, passwords } = await personSetAt('molly', house.clock.now())
  await admin.set('molly', 'passwordExpirationTime')
  expect(await changedAtOf(passwords, ref)).toBeNull()
  expect(await admin.canBind('molly', castPerson('molly').password)).toBe(true)
  expect(await changedAtOf(passwords, ref)).not.toBeNull()
  expect(await settled(person.id, null)).toContain('"state":"unknown"')
})

it('a time of long before the write, where none was known, does not say that it happened', async () => {
  const { person } = await personSetAt('frank', new Date(house.clock.now().getTime() - 40 * dayMs))
  expect(await settled(person.id, null)).toContain('"state":"unknown"')
})
