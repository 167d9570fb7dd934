import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castPerson, employees, ldapPassword } from './acme.ts'
import { type Ds389, startDs389 } from './ds389.ts'
import { ds389Dialect, type LdapAdmin, ldapAdmin } from './ldap-admin.ts'
import { runCommand, tryCommand } from './run-command.ts'
import { groupDn, personDn } from './slapd-data.ts'

describe('the private 389 Directory Server', () => {
  let server: Ds389
  let admin: LdapAdmin
  beforeAll(async () => {
    server = await startDs389({ extraPeople: 600 })
    admin = ldapAdmin(server, ds389Dialect)
  })
  afterAll(() => server?.stop())

  const asService = (...args: string[]) =>
    tryCommand(
      'ldapsearch',
      [
        ...['-x', '-H', `ldaps://127.0.0.1:${server.tlsPort}`, '-D', server.serviceDn, '-w', server.servicePassword],
        ...['-LLL', '-o', 'ldif-wrap=no', ...args],
      ],
      { env: { ...process.env, LDAPTLS_CACERT: server.caFile } },
    )

  test('everyone of the cast signs in with the sample password', async () => {
    for (const person of employees) expect(await admin.canBind(person.login, ldapPassword)).toBe(true)
    expect(await admin.canBind('molly', 'something-else-1')).toBe(false)
  })

  test('names keep their quotes, accents and emoji; managers and groups are linked', async () => {
    const sio = await admin.read('sio')
    expect(sio?.displayName).toEqual([castPerson('sio').displayName])
    expect(sio?.manager).toEqual([personDn('marcus')])
    expect((await admin.read('frank'))?.memberOf).toEqual([groupDn('finance'), groupDn('staff')])
    await admin.addToGroup('finance', 'molly')
    expect((await admin.read('molly'))?.memberOf).toContain(groupDn('finance'))
  })

  test('the service account reads over TLS verified by its own authority, page by page to the last entry', async () => {
    const bare = await asService('-b', server.baseDn, '(uid=*)', 'uid')
    expect(bare.code).toBe(4)
    const paged = await asService('-E', 'pr=200/noprompt', '-b', `ou=people,${server.baseDn}`, '(uid=*)', 'uid')
    expect(paged.stdout.match(/^uid: /gm)).toHaveLength(employees.length + 600)
  })

  test('the service account is held to the password rules, may read them, and may not change names', async () => {
    const bound = ['-x', '-H', `ldaps://127.0.0.1:${server.tlsPort}`, '-D', server.serviceDn]
    const secret = ['-w', server.servicePassword]
    const env = { ...process.env, LDAPTLS_CACERT: server.caFile }
    const short = await tryCommand('ldappasswd', [...bound, ...secret, '-s', 'short', personDn('leo')], { env })
    expect(short.stderr + short.stdout).toContain('Constraint violation (19)')
    await runCommand('ldappasswd', [...bound, ...secret, '-s', 'A-new-long-one-1', personDn('leo')], { env })
    // Whoever got a password from somebody else must choose another one (passwordMustChange).
    expect((await admin.read('leo'))?.passwordExpirationTime).toEqual(['19700101000000Z'])
    expect(await admin.canBind('leo', ldapPassword)).toBe(false)
    const rules = await asService('-b', 'cn=config', '-s', 'base', '(objectClass=*)', 'passwordMinLength')
    expect(rules.stdout).toContain('passwordMinLength: 10')
    const rename = await tryCommand('ldapmodify', [...bound, ...secret], {
      env,
      input: `dn: ${personDn('leo')}\nchangetype: modify\nreplace: title\ntitle: Chief\n`,
    })
    expect(rename.code).toBe(50)
  })

  test('an administrator disables, enables, expires, renames and deletes people', async () => {
    await admin.disable('frank')
    expect(await admin.canBind('frank', ldapPassword)).toBe(false)
    await admin.enable('frank')
    expect(await admin.canBind('frank', ldapPassword)).toBe(true)
    await admin.expirePassword('axel')
    expect(await admin.canBind('axel', ldapPassword)).toBe(false)
    await admin.add({ ...castPerson('molly'), login: 'ned', mail: 'ned@acme.example' })
    await admin.rename('ned', 'ned2')
    expect(await admin.read('ned')).toBeNull()
    await admin.delete('ned2')
    expect(await admin.read('ned2')).toBeNull()
  })
})
