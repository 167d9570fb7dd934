import { windowsPassword } from '@hallpass/counterparts/acme-windows'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { ldifEntry } from '@hallpass/counterparts/ldif'
import { canRunSamba, type Samba, startSamba } from '@hallpass/counterparts/samba'
import { type SambaAdmin, sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { hashPassword } from '@hallpass/counterparts/slapd-data'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { connectLdap, connectWindows } from '../testing-directories.ts'
import { searchGroups } from './store/groups.ts'
import { directoryWorld, operator, type World } from './testing.ts'

/** One login and one name in Active Directory, in OpenLDAP and built in: three people who share nothing. */
describe.runIf(canRunSamba())('three directories', () => {
  let samba: Samba
  let admin: SambaAdmin
  let slapd: Slapd
  let world: World
  const secret = (text: string) => new Secret(text)

  beforeAll(async () => {
    ;[samba, slapd, world] = await Promise.all([startSamba(), startSlapd({ noSync: true }), directoryWorld()])
    admin = sambaAdmin(samba)
    await ldapAdmin(slapd).modify(
      ldifEntry(`uid=wendy,ou=people,${slapd.baseDn}`, {
        changetype: 'add',
        objectClass: 'inetOrgPerson',
        ...{ uid: 'wendy', cn: 'Wendy Alder', sn: 'Alder', displayName: 'Wendy Alder', mail: 'wendy@acme.example' },
        userPassword: hashPassword(windowsPassword),
      }),
    )
    const sync = { syncEverySeconds: 2 }
    await connectWindows(world, samba, { sync })
    await connectLdap(world, slapd, { sync })
    await world.db.transaction(async (tx) => {
      const { id } = await world.directory.builtInDirectory(tx, operator)
      const draft = { directoryId: id, login: 'wendy', displayName: 'Wendy Alder', mail: 'wendy@contractor.example' }
      await world.directory.createPerson(tx, operator, draft)
    })
    await world.poll()
  }, 180_000)
  afterAll(async () => {
    await world?.close()
    await admin?.close()
    await Promise.all([samba?.stop(), slapd?.stop()])
  })

  const homeOf = async (mail: string) => {
    const [person] = await world.directory.findByLogin(world.db, mail)
    if (!person) throw new Error(`Nobody has the address ${mail}.`)
    return { person, ...(await world.directory.connectorOf(world.db, person.id)) }
  }

  test('one login is three people; a new password of one leaves those of the others', async () => {
    expect(await world.directory.findByLogin(world.db, 'Wendy')).toHaveLength(3)
    const homes = await Promise.all(
      ['wendy@win.acme.example', 'wendy@acme.example', 'wendy@contractor.example'].map(homeOf),
    )
    expect(homes.map(({ connector }) => connector.kind)).toEqual(['active-directory', 'ldap', 'built-in'])
    const passwords = ['Only-on-Windows-77', 'Only-in-the-people-77', 'only among the contractors']
    for (const [index, home] of homes.entries())
      await home.connector.passwords?.reset(home.ref, secret(passwords[index] ?? ''))
    for (const [index, home] of homes.entries()) {
      const kinds = []
      for (const password of passwords) kinds.push((await home.connector.authenticate(home.ref, secret(password))).kind)
      expect(kinds).toEqual(passwords.map((_password, other) => (other === index ? 'ok' : 'wrong')))
    }
  })

  test('who is out of reach, managers and groups within groups come with the first sync', async () => {
    expect(await world.directory.isProtected(world.db, (await world.person('adam')).id)).toBe(true)
    const tomas = await world.person('tomas')
    expect(await world.directory.isProtected(world.db, tomas.id)).toBe(false)
    expect((await world.directory.managerOf(world.db, tomas.id))?.login).toBe('hana')
    const { items } = await searchGroups(world.db, { q: 'warehouse', limit: 10 })
    expect(items.map((group) => group.name)).toContain('warehouse')
    const groups = await world.directory.groupsOf(world.db, tomas.id)
    expect(groups.map((group) => group.name)).toEqual(expect.arrayContaining(['warehouse', 'staff']))
  })

  test('a password set by somebody else, a person disabled, renamed and gone are seen by the next poll', async () => {
    const [tomas, hana, bilal] = await Promise.all(['tomas', 'hana', 'bilal'].map((login) => world.person(login)))
    world.heard()
    await admin.setPassword('tomas', 'Set-by-an-admin-77')
    await world.poll()
    expect(world.heard()).toContain(`directory.password_set_outside ${tomas?.id}`)
    await admin.disable('hana')
    await admin.rename('bilal', 'bilal.m')
    await world.poll()
    expect(await world.directory.isActive(world.db, hana?.id ?? '')).toBe(false)
    expect((await world.directory.person(world.db, bilal?.id ?? ''))?.login).toBe('bilal.m')
    await admin.delete('bilal.m')
    await world.poll()
    expect((await world.directory.person(world.db, bilal?.id ?? ''))?.state).toBe('gone')
  })

  test('what we set ourselves is no news', async () => {
    const { connector, ref, person } = await homeOf('lena@win.acme.example')
    await connector.passwords?.reset(ref, secret('Set-by-ourselves-here-77'))
    world.heard()
    await world.poll()
    expect(world.heard()).not.toContain(`directory.password_set_outside ${person.id}`)
  })
})
