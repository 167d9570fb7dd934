/** What is particular to Active Directory, each against a real domain. */
import { windowsPassword } from '@hallpass/counterparts/acme-windows'
import { refuseStartTls } from '@hallpass/counterparts/refuse-start-tls'
import { canRunSamba, type Samba, startSamba } from '@hallpass/counterparts/samba'
import type { SambaAdmin } from '@hallpass/counterparts/samba-admin'
import { startTcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../../platform/secret.ts'
import type { DirectoryConnector, PersonRef } from '../connector.ts'
import { openConnection } from '../ldap/connection.ts'
import { verdictOfRefusedBind } from './answers.ts'
import { connectorTo, inDomain, type TestDomain } from './testing.ts'

const secret = (text: string) => new Secret(text)

describe.runIf(canRunSamba())('a domain', () => {
  let samba: Samba
  let admin: SambaAdmin
  let connector: DirectoryConnector
  let add: TestDomain['add']
  inDomain((domain) => {
    ;({ samba, admin, connector, add } = domain)
  })

  const passwords = () => {
    if (!connector.passwords) throw new Error('no passwords')
    return connector.passwords
  }
  const isPresent = (ref: PersonRef, password: string) => connector.proofs?.isPresentPassword(ref, secret(password))

  test('company, office and, where an attribute is named for it, cost centre are read, in listings as well', async () => {
    const { login, ref } = await add()
    await admin.set(login, 'company', 'Acme Ireland')
    await admin.set(login, 'l', 'Dublin')
    await admin.set(login, 'info', 'CC-4711')
    const where = { company: 'Acme Ireland', location: 'Dublin', costCenter: 'CC-4711' }
    const other = connectorTo(samba, { costCenterAttribute: 'info' })
    expect(await other.get(ref)).toMatchObject(where)
    expect((await other.list(null)).items.find((person) => person.login === login)).toMatchObject(where)
    await admin.set(login, 'physicalDeliveryOfficeName', 'Dublin, 2nd floor')
    expect(await other.get(ref)).toMatchObject({ location: 'Dublin, 2nd floor' })
    expect(await connector.get(ref)).toMatchObject({ company: 'Acme Ireland', costCenter: null })
    await other.close()
  })

  describe('names', () => {
    test.each(['DN', 'UPN', 'DOMAIN\\name'])('the service account binds by %s', async (kind) => {
      const names: Record<string, string> = {
        DN: samba.serviceDn,
        UPN: `hallpass@${samba.realm.toLowerCase()}`,
        'DOMAIN\\name': `${samba.domain}\\hallpass`,
      }
      const other = connectorTo(samba, { bindName: names[kind] ?? '' })
      const own = await other.find('hallpass')
      expect(own?.protected).toBe(true)
      await other.close()
    })

    test('people are found by login, DOMAIN\\login, principal name and mail, and by those of other domains not', async () => {
      const wendy = await connector.find('wendy')
      expect(wendy).toMatchObject({ displayName: 'Wendy Alder', title: 'Logistics Planner', disabled: false })
      expect(wendy?.mails).toEqual(['wendy@win.acme.example', 'wendy@home.example'])
      for (const name of ['ACMEWIN\\wendy', 'acmewin\\WENDY', 'Wendy@win.acme.example'])
        expect((await connector.find(name))?.ref).toEqual(wendy?.ref)
      expect(await connector.find('OTHER\\wendy')).toBeNull()
      expect(await connector.find('PACKING-1$')).toBeNull()
    })
  })

  describe('the channel', () => {
    test('StartTLS works; refused by somebody in between no password leaves', async () => {
      const proxy = await startTcpProxy({ host: samba.host, port: 389 })
      const other = connectorTo(samba, { controllers: [{ host: '127.0.0.1', port: proxy.port }], security: 'starttls' })
      expect((await other.find('wendy'))?.login).toBe('wendy')
      expect(proxy.clientBytes().toString('latin1')).not.toContain(samba.servicePassword)
      proxy.cutAll()
      proxy.forget()
      proxy.rules.intercept = refuseStartTls
      await expect(other.find('wendy')).rejects.toMatchObject({ name: 'DirectoryFailure' })
      expect(proxy.clientBytes().length).toBeLessThan(100)
      await other.close()
      await proxy.stop()
    })
  })

  describe('refused binds', () => {
    const bindVerdict = async (login: string, password: string) => {
      const connection = await openConnection(
        {
          host: samba.host,
          port: samba.tlsPort,
          security: 'ldaps',
          caPem: samba.caPem,
          allowPrivateHosts: true,
          connectTimeoutMs: 5000,
        },
        5000,
      )
      try {
        await connection.bind(`${samba.domain}\\${login}`, password)
        return 'bound'
      } catch (error) {
        return verdictOfRefusedBind(error)?.kind
      } finally {
        await connection.close()
      }
    }

    test('773, 532, 533, 775, 701 and 52e are told apart, as sign-in tells them', async () => {
      const cases: [string, (login: string) => Promise<void>][] = [
        ['must_change', (login) => admin.requirePasswordChange(login)],
        ['expired', (login) => admin.expirePassword(login)],
        ['disabled', (login) => admin.disable(login)],
        ['locked', (login) => admin.lock(login)],
        ['account_expired', (login) => admin.set(login, 'accountExpires', '125911584000000000')],
      ]
      for (const [kind, happen] of cases) {
        const { login, ref, password } = await add()
        await happen(login)
        expect([kind, await bindVerdict(login, password)]).toEqual([kind, kind])
        expect([kind, (await connector.authenticate(ref, secret(password))).kind]).toEqual([kind, kind])
      }
      const { login } = await add()
      expect(await bindVerdict(login, 'not the password')).toBe('wrong')
      expect(await bindVerdict('nobody-here', 'not the password')).toBe('wrong')
    })

    test('an account that has ended is seen as disabled; nothing is written about it', async () => {
      const { login, ref } = await add()
      await admin.set(login, 'accountExpires', '125911584000000000')
      expect((await connector.get(ref))?.disabled).toBe(true)
      await expect(passwords().reset(ref, secret('Another-good-one-1'))).rejects.toMatchObject({
        code: 'not_allowed_by_directory',
      })
    })
  })

  describe('tries', () => {
    const triesOf = async (login: string) => {
      const entry = await admin.read(login)
      return { wrong: Number(entry?.badPwdCount?.[0] ?? 0), lockedAt: Number(entry?.lockoutTime?.[0] ?? 0) }
    }

    test('wrong passwords, one after the other and all at once, never come nearer than two to the lock', async () => {
      const { login, ref, password } = await add()
      for (let tries = 0; tries < 6; tries++) await connector.authenticate(ref, secret(`wrong ${tries}`))
      expect(await triesOf(login)).toEqual({ wrong: 3, lockedAt: 0 })
      const verdict = await connector.authenticate(ref, secret(password))
      expect(verdict).toEqual({ kind: 'wait', until: expect.any(Date) })
      await expect(passwords().change(ref, secret(password), secret('Another-good-one-1'))).rejects.toMatchObject({
        code: 'tries_used_up',
        retryAfterSeconds: expect.any(Number),
      })
      expect(await isPresent(ref, password)).toBe('unknown')
      const other = await add()
      await Promise.all([...Array(20).keys()].map((n) => connector.authenticate(other.ref, secret(`wrong ${n}`))))
      expect(await triesOf(other.login)).toEqual({ wrong: 3, lockedAt: 0 })
    })

    test('wrong current passwords and wrong proofs count as tries, too; a reset gives all back', async () => {
      const { login, ref, password } = await add()
      await expect(passwords().change(ref, secret('wrong one 1'), secret('Another-good-one-1'))).rejects.toThrow(
        /current/,
      )
      expect(await isPresent(ref, 'wrong one 2')).toBe('no')
      for (let tries = 0; tries < 4; tries++) await connector.authenticate(ref, secret(`wrong ${tries}`))
      expect((await triesOf(login)).wrong).toBeLessThanOrEqual(3)
      expect((await connector.authenticate(ref, secret(password))).kind).toBe('wait')
      await passwords().reset(ref, secret('Another-good-one-1'))
      expect((await connector.authenticate(ref, secret('Another-good-one-1'))).kind).toBe('ok')
    })
  })

  describe('the password before', () => {
    test('still binds whoever set the new one, and is told from it: by an administrator and by the person', async () => {
      const { login, ref, password } = await add()
      await admin.setPassword(login, 'Set-by-an-admin-1')
      expect(await connector.authenticate(ref, secret(password))).toMatchObject({
        kind: 'ok',
        oldPasswordMayBind: true,
      })
      expect(await isPresent(ref, password)).toBe('no')
      expect(await isPresent(ref, 'Set-by-an-admin-1')).toBe('yes')
      await passwords().change(ref, secret('Set-by-an-admin-1'), secret('Set-by-oneself-22'))
      expect(await isPresent(ref, 'Set-by-an-admin-1')).toBe('no')
      expect(await isPresent(ref, 'Set-by-oneself-22')).toBe('yes')
    })

    test('is no question once the time for it is over', async () => {
      const { login, ref, password } = await add()
      const entry = await admin.read(login)
      const hourAgo = BigInt(entry?.pwdLastSet?.[0] ?? 0) - 61n * 600_000_000n
      await admin.console.run({
        do: 'modify',
        as_server: true,
        dn: entry?.dn ?? '',
        attributes: { pwdLastSet: String(hourAgo) },
      })
      expect(await connector.authenticate(ref, secret(password))).toMatchObject({
        kind: 'ok',
        oldPasswordMayBind: false,
      })
      const longer = connectorTo(samba, { oldPasswordMinutes: 90 })
      expect(await longer.authenticate(ref, secret(password))).toMatchObject({ kind: 'ok', oldPasswordMayBind: true })
      await longer.close()
    })

    test('cannot be told where Kerberos does not answer, which check says, and the next controller is asked', async () => {
      const { ref, password } = await add()
      const proxy = await startTcpProxy({ host: samba.host, port: 88 })
      const at = { host: samba.host, port: samba.tlsPort }
      const silent = connectorTo(samba, { controllers: [{ ...at, kdcPort: proxy.port }] }, 1000)
      const silence = new RegExp(`Kerberos does not answer at ${samba.host}:${proxy.port}`)
      proxy.rules.blackHole = true
      await expect(silent.proofs?.isPresentPassword(ref, secret(password))).rejects.toThrow(silence)
      const kerberos = (points: { name: string }[]) => points.filter(({ name }) => name.startsWith('kerberos'))
      expect(kerberos((await silent.check()).points)).toMatchObject([
        { ok: false, message: expect.stringMatching(silence) },
      ])
      expect(kerberos((await connector.check()).points)).toMatchObject([{ ok: true }])
      const second = connectorTo(samba, { controllers: [{ ...at, kdcPort: proxy.port }, at] }, 2000)
      expect(await second.proofs?.isPresentPassword(ref, secret(password))).toBe('yes')
      await Promise.all([silent.close(), second.close(), proxy.stop()])
    })

    test('letters of any alphabet are compared as typed', async () => {
      const { ref } = await add()
      const next = 'Пароль-é-漢字-🦊-99'
      await passwords().reset(ref, secret(next))
      expect(await isPresent(ref, next)).toBe('yes')
    })
  })

  describe('rules', () => {
    test('a fine-grained policy wins over that of the domain', async () => {
      const lena = await connector.find('lena')
      const wendy = await connector.find('wendy')
      expect(await passwords().policyFor(lena?.ref ?? { key: '' })).toMatchObject({
        ...{ minLength: 16, historyCount: 5, minAgeSeconds: 86_400, lockoutTries: 8, classes: null },
        furtherChecks: false,
      })
      expect(await passwords().policyFor(wendy?.ref ?? { key: '' })).toMatchObject({
        ...{ minLength: 10, historyCount: 3, minAgeSeconds: null, lockoutTries: 5, classes: 3 },
        refusesNameParts: true,
      })
    })

    test.each([
      ['too long', 'x1-X'.repeat(2500), 'too_long'],
      ['cut by a NUL', 'Good-enough-1\0rest', 'refused'],
      ['of one class', 'aaaaaaaaaaaaaaaa', 'too_simple'],
    ])('a password %s is refused with the reason', async (_title, password, reason) => {
      const { ref } = await add()
      const refused = passwords().reset(ref, secret(password))
      await expect(refused).rejects.toMatchObject({ code: 'password_rejected', reasons: [{ reason }] })
    })
  })

  test('disable and enable change one bit and leave the others', async () => {
    const { login, ref } = await add()
    await admin.set(login, 'userAccountControl', 512 | 0x10000 | 0x100000)
    await connector.enabling?.disable(ref)
    expect((await admin.read(login))?.userAccountControl).toEqual([String(514 | 0x10000 | 0x100000)])
    await connector.enabling?.enable(ref)
    expect((await admin.read(login))?.userAccountControl).toEqual([String(512 | 0x10000 | 0x100000)])
  })

  describe('groups', () => {
    const groupNamed = async (name: string) => {
      for (
        let page = await connector.groups?.list(null);
        page;
        page = page.next ? await connector.groups?.list(page.next) : undefined
      ) {
        const found = page.items.find((group) => group.name === name)
        if (found) return found
      }
      return undefined
    }

    test('more members than the server hands out at once are all told', async () => {
      await admin.addGroup('many')
      const logins = await Promise.all([...Array(8).keys()].map(async () => (await add()).login))
      for (const login of logins) await admin.addToGroup('many', login)
      const expected = logins.map((login) => `cn=${login},ou=people,dc=win,dc=acme,dc=example`)
      expect((await groupNamed('many'))?.members.sort()).toEqual(expected.sort())
    })

    test('whoever has a group as primary one is among its members', async () => {
      const members = (await groupNamed('Domain Admins'))?.members ?? []
      expect(members).toContain('cn=petra,ou=people,dc=win,dc=acme,dc=example')
    })
  })

  test('two domains at once keep people of one name apart', async () => {
    const second = await startSamba({ realm: 'LAB.ACME.EXAMPLE', domain: 'ACMELAB' })
    const lab = connectorTo(second)
    try {
      const [here, there] = [await connector.find('tomas'), await lab.find('tomas')]
      expect(here?.ref).not.toEqual(there?.ref)
      await lab.passwords?.reset(there?.ref ?? { key: '' }, secret('Only-in-the-lab-22'))
      expect(await lab.proofs?.isPresentPassword(there?.ref ?? { key: '' }, secret('Only-in-the-lab-22'))).toBe('yes')
      expect((await connector.authenticate(here?.ref ?? { key: '' }, secret(windowsPassword))).kind).toBe('ok')
      expect(await connector.get(there?.ref ?? { key: '' })).toBeNull()
      expect(await connector.find('ACMELAB\\tomas')).toBeNull()
    } finally {
      await lab.close()
      await second.stop()
    }
  }, 120_000)
})
