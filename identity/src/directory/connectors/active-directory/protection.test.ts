/** Attack on protected people (security A.1): the service account may do everything, and nothing is done. */
import { windowsPassword, windowsProtected } from '@hallpass/counterparts/acme-windows'
import { canRunSamba, type Samba, startSamba } from '@hallpass/counterparts/samba'
import { type SambaAdmin, sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { serviceLogin } from '@hallpass/counterparts/samba-data'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Secret } from '../../../platform/secret.ts'
import type { DirectoryConnector, PersonRef } from '../connector.ts'
import { connectorTo } from './testing.ts'
import { guidOf } from './values.ts'

describe.runIf(canRunSamba())('with every right on everybody', () => {
  let samba: Samba
  let admin: SambaAdmin
  let connector: DirectoryConnector
  beforeAll(async () => {
    samba = await startSamba()
    admin = sambaAdmin(samba)
    for (const dn of [samba.baseDn, `CN=AdminSDHolder,CN=System,${samba.baseDn}`, samba.adminDn])
      await admin.giveEveryRight(dn)
    for (const login of ['adam', 'petra', 'marek']) await admin.giveEveryRight((await admin.read(login))?.dn ?? '')
    connector = connectorTo(samba)
  }, 180_000)
  afterAll(async () => {
    await connector?.close()
    await admin?.close()
    await samba?.stop()
  })

  const refOf = async (login: string): Promise<PersonRef> => {
    const [value] = (await admin.read(login))?.objectGUID ?? []
    const { base64 } = value as unknown as { base64: string }
    return { key: guidOf(Buffer.from(base64, 'base64')) }
  }

  const next = new Secret('Taken-over-by-force-1')
  const writes: [string, (connector: DirectoryConnector, who: PersonRef) => Promise<unknown> | undefined][] = [
    ['reset', ({ passwords }, who) => passwords?.reset(who, next)],
    ['reset with a change at next sign-in', ({ passwords }, who) => passwords?.reset(who, next, { mustChange: true })],
    ['own change', ({ passwords }, who) => passwords?.change(who, new Secret(windowsPassword), next)],
    ['unlock', ({ passwords }, who) => passwords?.unlock(who)],
    ['disable', ({ enabling }, who) => enabling?.disable(who)],
    ['enable', ({ enabling }, who) => enabling?.enable(who)],
  ]
  const { nested, primary, marked, computer } = windowsProtected
  const targets = ['Administrator', nested, primary, marked, 'krbtgt', computer, serviceLogin, 'DC1$', 'Domain Admins']

  test('nothing is sent about an administrator on whatever way, a machine or the service account itself', async () => {
    for (const login of targets) {
      const before = await admin.read(login)
      for (const [name, write] of writes) {
        const outcome = await Promise.resolve(write(connector, await refOf(login))).then(
          () => 'done',
          (error: unknown) => (error as { reason?: string }).reason,
        )
        expect([login, name, outcome]).toEqual([login, name, 'protected'])
      }
      const after = await admin.read(login)
      expect([login, after?.uSNChanged, after?.pwdLastSet]).toEqual([login, before?.uSNChanged, before?.pwdLastSet])
    }
  })

  test('the same account may well do it to everybody else', async () => {
    const wendy = await refOf('wendy')
    for (const [name, write] of writes.filter(([name]) => name !== 'own change')) {
      expect([name, await write(connector, wendy)]).toEqual([name, undefined])
    }
    expect(await admin.canGetTicket('tomas', windowsPassword)).toBe(true)
  })

  test('somebody who joins an administrating group is out of reach from the next write on', async () => {
    const wendy = await refOf('wendy')
    await admin.addToGroup('on call', 'wendy')
    await expect(connector.passwords?.reset(wendy, next)).rejects.toMatchObject({ reason: 'protected' })
    expect((await connector.get(wendy))?.protected).toBe(true)
    await admin.removeFromGroup('on call', 'wendy')
    await connector.passwords?.reset(wendy, next)
    expect((await connector.get(wendy))?.protected).toBe(false)
  })

  test('a listing says who is out of reach', async () => {
    const items = (await connector.list(null)).items
    const told = items.filter((person) => person.protected).map((person) => person.login)
    expect(told.sort()).toEqual(['Administrator', 'adam', serviceLogin, 'krbtgt', 'marek', 'petra'].sort())
  })

  test('check fails an account with such rights, and names each', async () => {
    const failed = (health: Awaited<ReturnType<DirectoryConnector['check']>>) =>
      health.points.filter((point) => !point.ok).map((point) => point.name)
    expect(failed(await connector.check())).toEqual(['replication', 'delegation'])
    await admin.addToGroup('Domain Admins', serviceLogin)
    const asAdmin = connectorTo(samba)
    expect(failed(await asAdmin.check())).toContain('service account')
    await asAdmin.close()
    await admin.removeFromGroup('Domain Admins', serviceLogin)
  })
})
