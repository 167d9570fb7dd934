import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { windowsPassword } from '@hallpass/counterparts/acme-windows'
import { freePort } from '@hallpass/counterparts/free-port'
import { canRunSamba, type Samba, startSamba } from '@hallpass/counterparts/samba'
import { type SambaAdmin, sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { connectWindows } from '../testing-directories.ts'
import { checkPassword } from './check-password.ts'
import { resetPassword } from './reset-password.ts'
import { type CredentialsHouse, caller, credentialsHouse } from './testing-credentials.ts'

const operator = { kind: 'operator', name: 'test' } as const

/**
 * Active Directory takes the password before for an hour on an LDAP bind: no door here does (security B.10). With Kerberos
 * at hand that is shown for the whole service elsewhere; here it cannot be asked.
 */
describe.runIf(canRunSamba())('where Kerberos does not answer', () => {
  let house: CredentialsHouse
  let samba: Samba
  let admin: SambaAdmin
  beforeAll(async () => {
    house = await credentialsHouse()
    samba = await startSamba()
    admin = sambaAdmin(samba)
    const directoryId = await connectWindows(house, samba, { kdcPort: await freePort() })
    await house.directory.syncNow(directoryId, operator)
  }, 120_000)
  afterAll(async () => {
    await house?.close()
    await admin?.close()
    await samba?.stop()
  })

  const idOf = async (login: string) => (await house.directory.findByLogin(house.db, login))[0]?.id ?? 'nobody'
  /** Known device: what is proven here is the password, not the count of tries. */
  const signIn = async (login: string, password: string, deps = house.deps) => {
    const input = { ...caller, login, password: new Secret(password), knownPersonId: await idOf(login) }
    return (await checkPassword(deps, input)).kind
  }
  const because = async (login: string) => {
    const page = await house.trail(await idOf(login))
    return page.flatMap(({ after }) => (after as { because?: string } | undefined)?.because ?? []).at(-1)
  }

  it('after a reset from here the keyed hash tells the two apart, on a second node as well', async () => {
    const personId = await idOf('wendy')
    const next = 'Seven-Lanterns-7'
    const reset = { personId, next: new Secret(next), kind: 'reset', ticketId: null, attemptId: null } as const
    expect(await resetPassword(house.deps, { ...reset, actor: operator })).toEqual({ kind: 'applied' })
    expect(await admin.canBind('wendy', windowsPassword)).toBe(true)
    for (const node of [house.deps, house.secondNode()]) {
      expect(await signIn('wendy', windowsPassword, node)).toBe('refused')
      expect(await because('wendy')).toBe('old_password')
      expect(await signIn('wendy', next, node)).toBe('ok')
    }
  })

  it('after a reset by the tools of the domain nobody can tell, and so neither opens', async () => {
    const next = 'Nine-Harbours-99'
    await admin.setPassword('tomas', next)
    for (const password of [windowsPassword, next]) {
      expect(await signIn('tomas', password)).toBe('refused')
      // Kerberos is silent here: nothing was compared, and no try of the person's is used up by it.
      expect(await because('tomas')).toBe('unreachable')
    }
    for (let tries = 0; tries < 12; tries += 1) await signIn('tomas', next)
    expect(await because('tomas')).toBe('unreachable')
    // An hour later a bind is proof again: the domain forgot the one before.
    await admin.backdatePassword('tomas', 61 * 60_000)
    expect(await signIn('tomas', next)).toBe('ok')
    expect(await signIn('tomas', windowsPassword)).toBe('refused')
    expect(await because('tomas')).toBe('wrong')
  })

  it('leaves keyed hashes beside the master key for that hour, never the password, and then nothing', async () => {
    const files = readdirSync(house.recentPasswordsFolder)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files)
      expect(readFileSync(join(house.recentPasswordsFolder, file), 'utf8')).not.toMatch(/Lanterns/)
    await house.deps.recentPasswords.forgetEnded(new Date(house.clock.now().getTime() + 66 * 60_000))
    expect(readdirSync(house.recentPasswordsFolder)).toEqual([])
  })

  it('500 wrong ones from fifty addresses on two nodes lock nobody out of Windows; their known device still gets in', async () => {
    const personId = await idOf('lena')
    // Long enough ago for a bind to be proof.
    await admin.backdatePassword('lena', 120 * 60_000)
    const nodes = [house.deps, house.secondNode()]
    const impatient = { signInDeadlineMs: 0, delay: async () => {} }
    const guesses = Array.from({ length: 500 }, (_, n) => {
      const node = { ...(nodes[n % 2] ?? house.deps), ...impatient }
      const input = { address: `198.51.100.${n % 50}`, requestId: caller.requestId, login: 'lena' }
      return checkPassword(node, { ...input, password: new Secret(`guess ${n}`) }).catch(() => undefined)
    })
    await Promise.all(guesses)
    const entry = await admin.read('lena')
    expect(Number(entry?.lockoutTime?.[0] ?? 0)).toBe(0)
    expect(Number(entry?.badPwdCount?.[0] ?? 0)).toBeLessThanOrEqual(3)
    const known = { ...caller, login: 'lena', password: new Secret(windowsPassword), knownPersonId: personId }
    expect((await checkPassword(house.deps, known)).kind).toBe('ok')
  }, 120_000)
})
