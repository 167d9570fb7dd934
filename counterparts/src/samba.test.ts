import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { windowsPassword, windowsPeople, windowsProtected } from './acme-windows.ts'
import { tryCommand } from './run-command.ts'
import { canRunSamba, type Samba, startSamba } from './samba.ts'
import { type SambaAdmin, sambaAdmin } from './samba-admin.ts'
import { windowsDn, windowsGroupDn } from './samba-data.ts'

describe.runIf(canRunSamba())('the private Active Directory domain', () => {
  let samba: Samba
  let admin: SambaAdmin
  beforeAll(async () => {
    samba = await startSamba()
    admin = sambaAdmin(samba)
  }, 120_000)
  afterAll(async () => {
    await admin?.close()
    await samba?.stop()
  })

  const asService = (program: string, input: string) => {
    const flags = ['-x', '-H', samba.ldapsUrl, '-D', samba.serviceDn, '-w', samba.servicePassword]
    return tryCommand(program, flags, { env: { ...process.env, LDAPTLS_CACERT: samba.caFile }, input })
  }

  test('everyone of the cast signs in with the sample password, by LDAP and by Kerberos', async () => {
    for (const { login } of windowsPeople) expect(await admin.canBind(login, windowsPassword)).toBe(true)
    expect(await admin.canBind('wendy', 'something-else-1')).toBe(false)
    expect(await admin.canGetTicket('wendy', windowsPassword)).toBe(true)
    expect(await admin.canGetTicket('wendy', 'something-else-1')).toBe(false)
  })

  test('takes no password in the clear', async () => {
    const flags = ['-x', '-H', samba.url, '-D', samba.serviceDn, '-w', samba.servicePassword]
    expect((await tryCommand('ldapsearch', [...flags, '-b', samba.baseDn, '-s', 'base'])).code).toBe(8)
  })

  test('its service account sets passwords of people and nothing else', async () => {
    const write = (dn: string, attribute: string, value: string) =>
      asService('ldapmodify', `dn: ${dn}\nchangetype: modify\nreplace: ${attribute}\n${attribute}:: ${value}\n`)
    const next = Buffer.from('"Another-one-for-Wendy-1"', 'utf16le').toString('base64')
    expect((await write(windowsDn('wendy', samba.baseDn), 'unicodePwd', next)).code).toBe(0)
    expect(await admin.canGetTicket('wendy', 'Another-one-for-Wendy-1')).toBe(true)
    expect((await write(samba.adminDn, 'unicodePwd', next)).code).toBe(50)
    const title = Buffer.from('Chief').toString('base64')
    expect((await write(windowsDn('wendy', samba.baseDn), 'title', title)).code).toBe(50)
  })

  test('after a reset the old password still binds by LDAP, while Kerberos refuses it', async () => {
    await admin.setPassword('tomas', 'Another-one-for-Tomas-1')
    expect(await admin.canBind('tomas', windowsPassword)).toBe(true)
    expect(await admin.canGetTicket('tomas', windowsPassword)).toBe(false)
    expect(await admin.canGetTicket('tomas', 'Another-one-for-Tomas-1')).toBe(true)
  })

  test('its administrator disables, locks, expires, renames, moves and deletes', async () => {
    const password = 'A-password-for-Ned-1'
    await admin.add({ login: 'ned', displayName: 'Ned', mail: 'ned@win.acme.example', password })
    await admin.addToGroup('warehouse', 'ned')
    expect((await admin.read('ned'))?.memberOf).toEqual([windowsGroupDn('warehouse', samba.baseDn)])
    await admin.disable('ned')
    expect(await admin.canBind('ned', password)).toBe(false)
    await admin.enable('ned')
    expect(await admin.canBind('ned', password)).toBe(true)
    await admin.expirePassword('ned')
    expect(await admin.canBind('ned', password)).toBe(false)
    await admin.setPassword('ned', 'A-password-for-Ned-2')
    await admin.lock('ned')
    expect(await admin.canBind('ned', 'A-password-for-Ned-2')).toBe(false)
    await admin.rename('ned', 'ned2')
    expect(await admin.read('ned')).toBeNull()
    await admin.delete('ned2')
    expect(await admin.read('ned2')).toBeNull()
  })

  test('holds people that nothing may touch, each on another way', async () => {
    const admins = (await admin.read('Domain Admins'))?.member ?? []
    expect(admins.some((dn) => dn.includes(windowsProtected.nested) || dn.includes(windowsProtected.primary))).toBe(
      false,
    )
    expect((await admin.read(windowsProtected.primary))?.primaryGroupID).toEqual(['512'])
    expect((await admin.read(windowsProtected.marked))?.adminCount).toEqual(['1'])
    expect((await admin.read(windowsProtected.computer))?.objectClass).toContain('computer')
  })

  test('a second domain runs beside it, and both outlive a restart and a crash', async () => {
    const second = await startSamba({ realm: 'LAB.ACME.EXAMPLE', domain: 'ACMELAB' })
    try {
      expect(second.host).not.toBe(samba.host)
      const secondAdmin = sambaAdmin(second)
      expect(await secondAdmin.canBind('lena', windowsPassword)).toBe(true)
      await second.kill()
      await second.restart()
      expect(await secondAdmin.canBind('lena', windowsPassword)).toBe(true)
      await secondAdmin.close()
    } finally {
      await second.stop()
    }
  }, 120_000)
})
