import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { windowsPassword } from '@hallpass/counterparts/acme-windows'
import { canRunSamba, type Samba, startSamba } from '@hallpass/counterparts/samba'
import { type SambaAdmin, sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { connectWindows } from '../testing-directories.ts'
import { changePassword } from './change-password.ts'
import { checkPassword } from './check-password.ts'
import { resetPassword } from './reset-password.ts'
import { type CredentialsHouse, caller, credentialsHouse } from './testing-credentials.ts'

/** Active Directory takes the password before for an hour on an LDAP bind: no door here does (security B.10). */
describe.runIf(canRunSamba())('the old password of Active Directory', () => {
  let house: CredentialsHouse
  let samba: Samba
  let admin: SambaAdmin
  beforeAll(async () => {
    house = await credentialsHouse({ deadlines: { signInMs: 15_000, proofMs: 500 } })
    samba = await startSamba()
    admin = sambaAdmin(samba)
    const system = { kind: 'system', name: 'test' } as const
    const id = await connectWindows(house, samba, { sync: { ownMailDomains: ['win.acme.example'] } })
    await house.directory.syncNow(id, system)
  })
  afterAll(async () => {
    await house.close()
    await admin.close()
    await samba.stop()
  })

  const idOf = async (login: string) => (await house.directory.findByLogin(house.db, login))[0]?.id ?? 'nobody'
  /** Known device: what is proven here is the password, not the count of tries. Refusals are told without waiting. */
  const signIn = async (login: string, password: string, deps = house.deps) => {
    const personId = await idOf(login)
    const quick = { ...deps, signInDeadlineMs: 6000 }
    const input = { ...caller, login, password: new Secret(password), knownPersonId: personId }
    return (await checkPassword(quick, input)).kind
  }
  const because = async (login: string) => {
    const page = await house.trail(await idOf(login))
    return page.flatMap(({ after }) => (after as { because?: string } | undefined)?.because ?? []).at(-1)
  }

  it('is refused after a reset from here, though the directory binds with it; the new one is accepted', async () => {
    const personId = await idOf('wendy')
    const next = 'Seven-Lanterns-7'
    expect(await signIn('wendy', windowsPassword)).toBe('ok')
    const actor = { kind: 'operator', name: 'test' } as const
    const reset = { personId, next: new Secret(next), kind: 'reset', ticketId: null, attemptId: null, actor } as const
    expect(await resetPassword(house.deps, reset)).toEqual({ kind: 'applied' })
    expect(await admin.canBind('wendy', windowsPassword)).toBe(true)
    expect(await signIn('wendy', windowsPassword)).toBe('refused')
    expect(await because('wendy')).toBe('old_password')
    expect(await signIn('wendy', next)).toBe('ok')
    // On a second node as well, and where the directory's own proof cannot be asked.
    expect(await signIn('wendy', windowsPassword, house.secondNode())).toBe('refused')
    const { recentPasswords } = house.deps
    expect(await recentPasswords.matches(personId, new Secret(next))).toBe(true)
    expect(await recentPasswords.matches(personId, new Secret(windowsPassword))).toBe(false)
  }, 60_000)

  it('is refused after a reset by the tools of the domain, of which nobody here knew', async () => {
    const next = 'Nine-Harbours-99'
    await admin.setPassword('tomas', next)
    expect(await admin.canBind('tomas', windowsPassword)).toBe(true)
    expect(await signIn('tomas', windowsPassword)).toBe('refused')
    expect(await because('tomas')).toBe('old_password')
    expect(await signIn('tomas', next)).toBe('ok')
  }, 60_000)

  it("is refused after the person's own change, and does not prove who they are for the next one", async () => {
    const personId = await idOf('hana')
    const next = 'Eleven-Bridges-11'
    const sessionId = house.ids.next()
    const change = {
      personId,
      sessionId,
      old: new Secret(windowsPassword),
      next: new Secret(next),
      actor: { kind: 'person', personId } as const,
    }
    await changePassword(house.deps, change)
    expect(await signIn('hana', windowsPassword)).toBe('refused')
    expect(await signIn('hana', next)).toBe('ok')
    await expect(changePassword(house.deps, change)).rejects.toMatchObject({ code: 'current_password_wrong' })
  }, 60_000)

  it('leaves keyed hashes beside the master key for that hour, never the password, and then nothing', async () => {
    const files = readdirSync(house.recentPasswordsFolder)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files)
      expect(readFileSync(join(house.recentPasswordsFolder, file), 'utf8')).not.toMatch(/Lanterns|Harbours|Bridges/)
    await house.deps.recentPasswords.forgetEnded(new Date(house.clock.now().getTime() + 66 * 60_000))
    expect(readdirSync(house.recentPasswordsFolder)).toEqual([])
  })

  it('500 wrong ones from fifty addresses on two nodes lock nobody out of Windows; their known device still gets in', async () => {
    const personId = await idOf('lena')
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
