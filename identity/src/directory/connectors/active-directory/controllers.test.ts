/** Which controller is asked and as whom, and what the check says of it, each against a real domain. */
import { canRunSamba, type Samba } from '@hallpass/counterparts/samba'
import type { SambaAdmin } from '@hallpass/counterparts/samba-admin'
import { startTcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../../platform/secret.ts'
import { activeDirectoryConnector } from '../active-directory.ts'
import type { DirectoryConnector } from '../connector.ts'
import { connectorTo, inDomain, settingsFor, type TestDomain } from './testing.ts'

const secret = (text: string) => new Secret(text)

describe.runIf(canRunSamba())('the controllers of a domain', () => {
  let samba: Samba
  let admin: SambaAdmin
  let connector: DirectoryConnector
  let add: TestDomain['add']
  inDomain((domain) => {
    ;({ samba, admin, connector, add } = domain)
  })

  test('a service account that may not sign in is told why, and one whose password ends on which day', async () => {
    const { login, password } = await add()
    const bindName = `${login}@${samba.realm.toLowerCase()}`
    const asThem = () =>
      activeDirectoryConnector(settingsFor(samba, { bindName }), secret(password), { isHostAllowed: () => true })
    const check = async () => {
      const other = asThem()
      const { points } = await other.check()
      await other.close()
      return points
    }
    const day = expect.stringMatching(/ends on \d{4}-\d\d-\d\d; from then on nobody gets in/)
    expect(await check()).toContainEqual({ name: 'own password', ok: false, message: day })
    expect((await connector.check()).points.map(({ name }) => name)).not.toContain('own password')
    await admin.set(login, 'accountExpires', '132000000000000000')
    expect((await check())[0]?.message).toMatch(/has expired in the directory\. Extend it/)
    await admin.set(login, 'accountExpires', '0')
    await admin.set(login, 'pwdLastSet', '0')
    expect((await check())[0]?.message).toMatch(/must choose another password/)
    await admin.disable(login)
    expect((await check())[0]?.message).toMatch(/is disabled in the directory/)
  })

  test('with nothing at the base says that, and of nobody that they are gone', async () => {
    const nowhere = connectorTo(samba, { baseDn: `OU=Nowhere,${samba.baseDn}` })
    await expect(nowhere.list(null)).rejects.toThrow('There is nothing at the base DN')
    expect((await nowhere.check()).points.at(-1)?.message).toMatch(/^There is nothing at the base DN/)
    await nowhere.close()
  })

  describe('several controllers', () => {
    test('the first that answers is asked, and the first again once it is back', async () => {
      const { ref, password } = await add()
      const kerberos = await startTcpProxy({ host: samba.host, port: 88 })
      const address = (port: number) => ({ host: '127.0.0.1', port, kdcPort: kerberos.port })
      const [first, second] = [
        await startTcpProxy({ host: samba.host, port: samba.tlsPort }),
        await startTcpProxy({ host: samba.host, port: samba.tlsPort }),
      ]
      const both = connectorTo(samba, { controllers: [address(first.port), address(second.port)] }, 2000)
      const signIn = async () => (await both.authenticate(ref, secret(password))).kind
      expect(await signIn()).toBe('ok')
      expect(second.taken()).toBe(0)
      first.rules.refuse = true
      first.cutAll()
      expect(await signIn()).toBe('ok')
      await both.passwords?.reset(ref, secret('After-the-failover-1'))
      expect(second.taken()).toBeGreaterThan(0)
      second.rules.refuse = true
      second.cutAll()
      await expect(both.get(ref)).rejects.toMatchObject({ code: 'directory_unreachable', retryable: true })
      first.heal()
      expect((await both.get(ref))?.ref).toEqual(ref)
      const health = await both.check()
      expect(health.points.filter((point) => !point.ok).map((point) => point.name)).toEqual([
        `connection to 127.0.0.1:${second.port}`,
      ])
      await Promise.all([both.close(), first.stop(), second.stop(), kerberos.stop()])
    })

    test('the changes of another controller, or of one that was restored, are read anew as a whole', async () => {
      const cursor: { controller: string; usn: string } = JSON.parse((await connector.changes?.start()) ?? '')
      const other = { ...cursor, controller: '00000000-0000-0000-0000-000000000001' }
      expect(await connector.changes?.since(JSON.stringify(other))).toEqual({ kind: 'tooMany' })
    })

    test('tell whose account ended by itself since the last poll that looked, once', async () => {
      const { login, ref } = await add()
      const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000
      await admin.set(login, 'accountExpires', String((BigInt(minutesAgo(2)) + 11_644_473_600_000n) * 10_000n))
      const begun = JSON.parse((await connector.changes?.start()) ?? '{}')
      const since = async (endsReadTo: number) => {
        const changes = await connector.changes?.since(JSON.stringify({ ...begun, endsReadTo: new Date(endsReadTo) }))
        if (changes?.kind !== 'some') throw new Error('That was too much.')
        return { found: changes.people.map((person) => [person.ref.key, person.disabled]), cursor: changes.cursor }
      }
      const { found, cursor } = await since(minutesAgo(7))
      expect(found).toEqual([[ref.key, true]])
      expect((await since(Date.parse(JSON.parse(cursor).endsReadTo))).found).toEqual([])
      expect((await since(minutesAgo(1))).found).toEqual([])
    })
  })

  describe('check', () => {
    const pointOf = async (name: string) => (await connector.check()).points.find((point) => point.name === name)

    test('is content with the delegated account, and says what people may change of themselves', async () => {
      const health = await connector.check()
      expect(health.points.filter((point) => !point.ok)).toEqual([])
      expect((await pointOf('proofs'))?.message).toMatch(/mobile/)
    })

    test('says that fine-grained policies are hidden', async () => {
      const dn = `CN=Password Settings Container,CN=System,${samba.baseDn}`
      await admin.giveRights(dn, '(D;CI;RP;;;{sid})')
      expect(await pointOf('policy')).toMatchObject({ ok: false, message: expect.stringMatching(/fine-grained/) })
    })

    test('names each right that is missing', async () => {
      await admin.giveRights(`OU=People,${samba.baseDn}`, '(OD;CI;WP;28630ebf-41d5-11d1-a9c1-0000f80367c1;;{sid})')
      expect(await pointOf('rights')).toMatchObject({ ok: false, message: expect.stringMatching(/write lockoutTime/) })
    })

    test('names a group that is out of reach by its name only', async () => {
      const other = connectorTo(samba, { outOfReach: { logins: [], groups: ['No Such Group'] } })
      expect((await other.check()).points).toContainEqual(
        expect.objectContaining({ name: 'out of reach', ok: false, message: expect.stringContaining('No Such Group') }),
      )
      await other.close()
    })
  })
})
