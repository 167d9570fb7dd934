import { ldapPassword } from '@hallpass/counterparts/acme'
import { startDs389 } from '@hallpass/counterparts/ds389'
import { ds389Dialect, type LdapAdmin, ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { startSlapd } from '@hallpass/counterparts/slapd'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import { Secret } from '../../platform/secret.ts'
import type { DirectoryConnector, PersonRef } from './connector.ts'
import { ldapConnector } from './ldap.ts'

/** Strangers and the directory's own lock (security B.9), where tries come from elsewhere too. */
describe.each([
  {
    name: 'OpenLDAP',
    start: startSlapd,
    dialect: undefined,
    policyDn: (base: string) => `cn=default,ou=policies,${base}`,
  },
  { name: '389 Directory Server', start: startDs389, dialect: ds389Dialect, policyDn: () => undefined },
])('$name', ({ start, dialect, policyDn }) => {
  let server: Awaited<ReturnType<typeof start>>
  let admin: LdapAdmin
  let connector: DirectoryConnector
  beforeAll(async () => {
    server = await start()
    admin = ldapAdmin(server, dialect)
    connector = open(policyDn(server.baseDn))
  }, 120_000)
  afterAll(async () => {
    await connector?.close()
    await server?.stop()
  })

  function open(defaultPolicyDn: string | undefined): DirectoryConnector {
    const { tlsPort: port, caPem, baseDn, serviceDn: bindDn } = server
    const settings = { kind: 'ldap', host: '127.0.0.1', port, security: 'ldaps', caPem, baseDn, bindDn } as const
    const deps = { clock: systemClock, allowPrivateHosts: true }
    const more = defaultPolicyDn === undefined ? {} : { defaultPolicyDn }
    return ldapConnector({ ...settings, ...more }, new Secret(server.servicePassword), deps)
  }
  const refOf = async (login: string): Promise<PersonRef> => (await connector.find(login))?.ref ?? { key: '' }
  const kindOf = async (who: PersonRef, password: string, isStranger: boolean) =>
    (await connector.authenticate(who, new Secret(password), { isStranger })).kind

  it('is sent nothing that would leave fewer than two tries, those of elsewhere counted', async () => {
    const leo = await refOf('leo')
    expect(await kindOf(leo, 'wrong', true)).toBe('wrong')
    await admin.canBind('leo', 'wrong elsewhere')
    expect(await kindOf(leo, 'wrong', true)).toBe('wait')
    expect(await kindOf(leo, ldapPassword, true)).toBe('wait')
    expect(await kindOf(leo, 'wrong', false)).toBe('wrong')
    expect(await kindOf(leo, 'wrong', false)).toBe('wait')
    const change = connector.passwords?.change(leo, new Secret('wrong'), new Secret('Kettle under 7 blankets'))
    await expect(change).rejects.toMatchObject({ code: 'tries_used_up' })
    expect(await admin.canBind('leo', ldapPassword)).toBe(true)
    expect(await kindOf(leo, ldapPassword, true)).toBe('ok')
  })

  it('lets in again whom an unlock or a reset freed of the tries before', async () => {
    const fiona = await refOf('fiona')
    const wrong = async () => {
      for (let tries = 0; tries < 3; tries += 1) await admin.canBind('fiona', 'wrong elsewhere')
      expect(await kindOf(fiona, ldapPassword, false)).toBe('wait')
    }
    await wrong()
    await connector.passwords?.unlock(fiona)
    expect(await kindOf(fiona, ldapPassword, true)).toBe('ok')
    for (let tries = 0; tries < 6; tries += 1) await admin.canBind('fiona', 'wrong elsewhere')
    expect(await kindOf(fiona, ldapPassword, false)).toBe('locked')
    await connector.passwords?.unlock(fiona)
    await admin.canBind('fiona', 'one wrong try more')
    expect(await kindOf(fiona, ldapPassword, false)).toBe('ok')
    await wrong()
    await connector.passwords?.reset(fiona, new Secret('Kettle under 7 blankets'))
    expect(await kindOf(fiona, 'Kettle under 7 blankets', true)).toBe('ok')
  })
})

describe('rules that the directory does not show', () => {
  it('are taken for rules that lock and forget after a quarter of an hour, and check says that none is named', async () => {
    const server = await startSlapd()
    const { tlsPort: port, caPem, baseDn, serviceDn: bindDn } = server
    const settings = { kind: 'ldap', host: '127.0.0.1', port, security: 'ldaps', caPem, baseDn, bindDn } as const
    let aheadMs = 0
    const clock = { now: () => new Date(Date.now() + aheadMs) }
    const connector = ldapConnector(settings, new Secret(server.servicePassword), { clock, allowPrivateHosts: true })
    try {
      const ref = (await connector.find('leo'))?.ref ?? { key: '' }
      expect((await connector.passwords?.policyFor(ref))?.lockoutTries).toBe(5)
      const ask = (password: string) => connector.authenticate(ref, new Secret(password), { isStranger: true })
      expect([(await ask('wrong')).kind, (await ask('wrong')).kind]).toEqual(['wrong', 'wrong'])
      const wait = await ask(ldapPassword)
      expect(wait).toEqual({ kind: 'wait', until: expect.any(Date) })
      aheadMs = wait.kind === 'wait' ? (wait.until?.getTime() ?? 0) - Date.now() : 0
      expect(aheadMs).toBeLessThanOrEqual(15 * 60_000)
      expect((await ask(ldapPassword)).kind).toBe('ok')
      expect((await connector.check()).points.find(({ name }) => name === 'policy')).toMatchObject({ ok: false })
    } finally {
      await connector.close()
      await server.stop()
    }
  })

  it('do not shorten how long rules that it does show count a wrong try', async () => {
    const server = await startSlapd()
    const { tlsPort: port, caPem, baseDn, serviceDn: bindDn } = server
    const defaultPolicyDn = `cn=default,ou=policies,${baseDn}`
    const settings = { kind: 'ldap', host: '127.0.0.1', port, security: 'ldaps', caPem, baseDn, bindDn } as const
    let aheadMs = 0
    const clock = { now: () => new Date(Date.now() + aheadMs) }
    const deps = { clock, allowPrivateHosts: true }
    const connector = ldapConnector({ ...settings, defaultPolicyDn }, new Secret(server.servicePassword), deps)
    try {
      const admin = ldapAdmin(server)
      await admin.modify(
        `dn: ${defaultPolicyDn}\nchangetype: modify\nreplace: pwdFailureCountInterval\npwdFailureCountInterval: 3600\n`,
      )
      const ref = (await connector.find('leo'))?.ref ?? { key: '' }
      for (let tries = 0; tries < 3; tries += 1) await admin.canBind('leo', 'wrong elsewhere')
      aheadMs = 30 * 60_000
      expect((await connector.authenticate(ref, new Secret('wrong'), { isStranger: false })).kind).toBe('wait')
    } finally {
      await connector.close()
      await server.stop()
    }
  })
})
