/** Whoever has somebody's password can often write their number, too: it proves nothing for a week, and is told where they were before. */
import { windowsPassword } from '@hallpass/counterparts/acme-windows'
import { canRunSamba, type Samba, startSamba } from '@hallpass/counterparts/samba'
import { type SambaAdmin, sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { connectWindows } from '../testing-directories.ts'
import { resetPassword } from './reset-password.ts'
import { startReset } from './start-reset.ts'
import { type CredentialsHouse, caller, credentialsHouse } from './testing-credentials.ts'
import { type MessageService, openMessageService } from './testing-factors.ts'

const operator = { kind: 'operator', name: 'test' } as const
const dayMs = 86_400_000
const [oldNumber, newNumber] = ['+49 30 901820', '+49 171 6660666']

describe.runIf(canRunSamba())('a number and an address changed in Active Directory', () => {
  let house: CredentialsHouse
  let samba: Samba
  let admin: SambaAdmin
  let service: MessageService
  let directoryId: string
  beforeAll(async () => {
    service = await openMessageService()
    house = await credentialsHouse({ messages: service.messages })
    samba = await startSamba()
    admin = sambaAdmin(samba)
    await admin.set('wendy', 'mobile', oldNumber)
    // The operator declares numbers of this directory independent, and mail there opens with another password.
    const sync = { ownMailDomains: ['win.acme.example'], proofs: { mail: true, phone: true } }
    directoryId = await connectWindows(house, samba, { sync })
    await readAgain()
    house.mailbox.length = 0
  }, 120_000)
  afterAll(async () => {
    await house?.close()
    await service?.close()
    await admin?.close()
    await samba?.stop()
  })

  const readAgain = async () => {
    await house.directory.syncNow(directoryId, operator)
    await house.jobs.runUntilIdle()
  }
  const personIdOf = async (login: string) => (await house.directory.findByLogin(house.db, login))[0]?.id ?? 'nobody'
  const numbersOf = async (login: string) =>
    (await house.directory.phonesOf(house.db, await personIdOf(login))).map(({ number, proof }) => [number, proof])
  const toldOf = (kind: string) => house.mailbox.filter((mail) => mail.kind === kind).map(({ to }) => to)
  const codesFor = async (login: string) => {
    house.mailbox.length = 0
    await startReset(house.deps, { ...caller, login })
    await house.jobs.runUntilIdle()
    return toldOf('reset_code')
  }

  it('by herself: the domain lets her, the number proves nothing for seven days, and the number before is told', async () => {
    expect(await numbersOf('wendy')).toEqual([[oldNumber, true]])
    // With nothing but her password, as whoever stole it would.
    expect(await admin.changeOwn('wendy', windowsPassword, { mobile: newNumber })).toBe(true)
    await readAgain()
    expect(await numbersOf('wendy')).toEqual([[newNumber, false]])
    expect(toldOf('contacts_changed')).toContain('wendy@win.acme.example')
    expect(service.sent.map(({ to }) => to)).toEqual([oldNumber])
    expect(service.sent[0]?.text).toContain('the number kept for you was changed')
    const trail = await house.trail(await personIdOf('wendy'))
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['person.changed', 'contacts.change_told']),
    )
    expect(JSON.stringify(trail)).not.toContain('6660666')

    house.clock.advance(7 * dayMs - 60_000)
    expect((await numbersOf('wendy'))[0]).toEqual([newNumber, false])
    house.clock.advance(61_000)
    expect((await numbersOf('wendy'))[0]).toEqual([newNumber, true])
  })

  it('an address: no code goes to the new one for seven days, the old one hears of it and of what is recovered meanwhile', async () => {
    const [before, after] = ['tomas@home.example', 'tomas@elsewhere.example']
    expect(await codesFor('tomas')).toEqual([before])

    house.clock.advance(60_000)
    await admin.set('tomas', 'otherMailbox', after)
    house.mailbox.length = 0
    await readAgain()
    expect(toldOf('contacts_changed').sort()).toEqual([before, 'tomas@win.acme.example'])
    expect(await codesFor('tomas')).toEqual([])
    // A new password is told there as well, since the new address proves nothing yet.
    const personId = await personIdOf('tomas')
    const reset = { personId, kind: 'reset', ticketId: null, attemptId: null, actor: operator } as const
    const toldOfReset = async (next: string) => {
      house.mailbox.length = 0
      await resetPassword(house.deps, { ...reset, next: new Secret(next) })
      await house.jobs.runUntilIdle()
      return toldOf('password_changed')
    }
    expect(await toldOfReset('Seven-Lanterns-7')).toEqual(expect.arrayContaining([before, after]))

    house.clock.advance(7 * dayMs + 1000)
    expect(await codesFor('tomas')).toEqual([after])
    expect(await toldOfReset('Nine-Harbours-99')).not.toContain(before)
  })

  it('what is gone is forgotten after 90 days', async () => {
    house.clock.advance(91 * dayMs)
    await house.jobs.runSweep('directory.forget-former-contacts')
    expect(await house.directory.formerContactsOf(house.db, await personIdOf('tomas'), new Date(0))).toEqual([])
  })
})
