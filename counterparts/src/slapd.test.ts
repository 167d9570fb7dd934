import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castPerson, employees, ldapPassword } from './acme.ts'
import { type LdapAdmin, ldapAdmin } from './ldap-admin.ts'
import { runCommand, tryCommand } from './run-command.ts'
import { type Slapd, startSlapd } from './slapd.ts'
import { groupDn, personDn } from './slapd-data.ts'

describe('the private OpenLDAP', () => {
  let slapd: Slapd
  let admin: LdapAdmin
  beforeAll(async () => {
    slapd = await startSlapd({ noSync: true, extraPeople: 600 })
    admin = ldapAdmin(slapd)
  })
  afterAll(() => slapd?.stop())

  const asService = (...args: string[]) =>
    tryCommand(
      'ldapsearch',
      [
        ...[
          '-x',
          '-H',
          slapd.ldapsUrl,
          '-D',
          slapd.serviceDn,
          '-w',
          slapd.servicePassword,
          '-LLL',
          '-o',
          'ldif-wrap=no',
        ],
        ...args,
      ],
      { env: { ...process.env, LDAPTLS_CACERT: slapd.caFile } },
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
    expect((await admin.read('diana'))?.manager).toBeUndefined()
  })

  test('the service account reads over TLS verified by its own authority, page by page to the last entry', async () => {
    const bare = await asService('-b', slapd.baseDn, '(uid=*)', 'uid')
    expect(bare.code).toBe(4)
    const paged = await asService('-E', 'pr=200/noprompt', '-b', `ou=people,${slapd.baseDn}`, '(uid=*)', 'uid')
    expect(paged.stdout.match(/^uid: /gm)).toHaveLength(employees.length + 600)
  })

  test('the service account is held to the password policy and may not change names', async () => {
    const bound = ['-x', '-H', slapd.url, '-D', slapd.serviceDn, '-w', slapd.servicePassword]
    const short = await tryCommand('ldappasswd', [...bound, '-s', 'short', personDn('leo')])
    expect(short.stderr + short.stdout).toContain('Constraint violation (19)')
    await runCommand('ldappasswd', [...bound, '-s', 'A-new-one-for-leo-1', personDn('leo')])
    expect(await admin.canBind('leo', 'A-new-one-for-leo-1')).toBe(true)
    expect(await admin.canBind('leo', ldapPassword)).toBe(false)
    const rename = await tryCommand('ldapmodify', bound, {
      input: `dn: ${personDn('leo')}\nchangetype: modify\nreplace: title\ntitle: Chief\n`,
    })
    expect(rename.code).toBe(50)
  })

  test('an administrator disables, enables, re-links, renames, adds and deletes people', async () => {
    await admin.disable('frank')
    expect(await admin.canBind('frank', ldapPassword)).toBe(false)
    await admin.enable('frank')
    expect(await admin.canBind('frank', ldapPassword)).toBe(true)
    await admin.setManager('frank', null)
    expect((await admin.read('frank'))?.manager).toBeUndefined()
    await admin.add({ ...castPerson('molly'), login: 'ned', mail: 'ned@acme.example' })
    expect((await admin.read('ned'))?.memberOf).toContain(groupDn('marketing'))
    await admin.rename('ned', 'ned2')
    expect(await admin.read('ned')).toBeNull()
    await admin.delete('ned2')
    expect(await admin.read('ned2')).toBeNull()
  })

  test('a password can be made to need a change and to be expired', async () => {
    await admin.requirePasswordChange('dora')
    expect((await admin.read('dora'))?.pwdReset).toEqual(['TRUE'])
    await admin.expirePassword('axel')
    expect(await admin.canBind('axel', ldapPassword)).toBe(false)
  })
})

test('a directory in a folder of its own keeps its data and its address, killed or stopped', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'hallpass-slapd-kept-'))
  try {
    const first = await startSlapd({ dir })
    await ldapAdmin(first).set('molly', 'title', 'Kept')
    await first.kill()
    await first.restart()
    expect((await ldapAdmin(first).read('molly'))?.title).toEqual(['Kept'])
    await first.stop()
    expect(existsSync(dir)).toBe(true)
    const second = await startSlapd({ dir })
    expect(second.url).toBe(first.url)
    expect(second.caPem).toBe(first.caPem)
    expect((await ldapAdmin(second).read('molly'))?.title).toEqual(['Kept'])
    await second.stop()
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
})
