import { windowsPassword } from '@hallpass/counterparts/acme-windows'
import { canRunSamba, type Samba, startSamba } from '@hallpass/counterparts/samba'
import { type SambaAdmin, sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectWindows } from '../testing-directories.ts'
import type { Browser } from './testing-browser.ts'
import { type House, openHouse } from './testing-house.ts'

/** The domain locks after five wrong passwords. Nobody may use our doors to lock somebody else out of Windows (security B.9). */
describe.runIf(canRunSamba())('lock-out as a weapon', () => {
  let house: House
  let second: Awaited<ReturnType<House['secondNode']>>
  let samba: Samba
  let admin: SambaAdmin
  let known: Browser
  beforeAll(async () => {
    house = await openHouse()
    second = await house.secondNode()
    samba = await startSamba()
    admin = sambaAdmin(samba)
    const id = await connectWindows(house, samba)
    await house.directory.syncNow(id, { kind: 'system', name: 'test' })
    known = house.browser({ address: '192.0.2.7' })
    expect((await known.signIn('wendy', windowsPassword)).json()).toEqual({ kind: 'signed_in' })
  }, 60_000)
  afterAll(async () => {
    await house?.close()
    await admin?.close()
    await samba?.stop()
  })

  const domainSays = async () => {
    const entry = await admin.read('wendy')
    const numberOf = (name: string) => Number(entry?.[name]?.[0] ?? 0)
    return { badPwdCount: numberOf('badPwdCount'), lockoutTime: numberOf('lockoutTime') }
  }

  it('500 wrong passwords for wendy from 50 addresses on two nodes leave her account in Windows as it was', async () => {
    const names = ['wendy', 'WENDY', 'wendy@win.acme.example', ' wendy ']
    const attempt = async (n: number) => {
      const browser = (n % 2 ? house : second).browser({ address: `198.51.100.${n % 50}` })
      const answer = await browser.signIn(names[n % names.length] ?? 'wendy', `wrong-${n}`)
      expect([401, 429]).toContain(answer.statusCode)
    }
    // All addresses at once, ten times over.
    for (let wave = 0; wave < 10; wave++) {
      await Promise.all(Array.from({ length: 50 }, (_, n) => attempt(wave * 50 + n)))
    }
    const { badPwdCount, lockoutTime } = await domainSays()
    expect(lockoutTime).toBe(0)
    expect(badPwdCount).toBeLessThanOrEqual(3)
  }, 120_000)

  it('while strangers wait, and with the right password too, her own device gets in', async () => {
    await known.call('/api/session/sign-out', { method: 'POST' })
    expect((await house.browser({ address: '203.0.113.9' }).signIn('wendy', windowsPassword)).statusCode).toBe(401)
    expect((await known.signIn('wendy', windowsPassword)).json()).toEqual({ kind: 'signed_in' })
  }, 30_000)

  it('nor do the doors that ask a session of hers for the password: confirming, and changing it', async () => {
    for (let n = 0; n < 4; n++) {
      await known.call('/api/session/confirm', { method: 'POST', body: { password: `wrong-again-${n}` } })
      const body = { oldPassword: `wrong-once-more-${n}`, newPassword: 'Nine-Harbours-99' }
      await known.call('/api/password/change', { method: 'POST', body })
    }
    const { badPwdCount, lockoutTime } = await domainSays()
    expect(lockoutTime).toBe(0)
    expect(badPwdCount).toBeLessThanOrEqual(4)
  }, 60_000)

  it('forty minutes of it, wave after wave, never gets there either', async () => {
    for (let wave = 0; wave < 4; wave++) {
      house.clock.advance(10 * 60_000)
      await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          (n % 2 ? house : second).browser({ address: `203.0.113.${n}` }).signIn('wendy', `wave-${wave}-${n}`),
        ),
      )
      const { badPwdCount, lockoutTime } = await domainSays()
      expect([lockoutTime, badPwdCount <= 3]).toEqual([0, true])
    }
  }, 60_000)
})
