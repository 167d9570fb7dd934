/** What goes wrong in a domain while somebody is setting a new password: a clear word, nothing half done, and a way on. */
import { windowsPassword } from '@hallpass/counterparts/acme-windows'
import { canRunSamba, type Samba, startSamba } from '@hallpass/counterparts/samba'
import { type SambaAdmin, sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { ouDn, serviceLogin } from '@hallpass/counterparts/samba-data'
import { startTcpProxy, type TcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { connectWindows } from '../testing-directories.ts'
import { checkPassword } from './check-password.ts'
import { finishReset } from './finish-reset.ts'
import { showRules } from './show-rules.ts'
import { startReset } from './start-reset.ts'
import { type CredentialsHouse, caller, credentialsHouse, fromMail } from './testing-credentials.ts'
import { verifyProof } from './verify-proof.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const operator = { kind: 'operator', name: 'test' } as const
const next = 'Seven-Lanterns-7'

describe.runIf(canRunSamba())('Active Directory', () => {
  let house: CredentialsHouse
  let samba: Samba
  let admin: SambaAdmin
  let proxy: TcpProxy
  beforeAll(async () => {
    ;[house, samba] = await Promise.all([credentialsHouse(), startSamba()])
    admin = sambaAdmin(samba)
    proxy = await startTcpProxy({ host: samba.host, port: samba.tlsPort })
    const sync = { ownMailDomains: ['win.acme.example'] }
    const directoryId = await connectWindows(house, samba, { sync, through: proxy })
    await house.directory.syncNow(directoryId, operator)
  })
  afterAll(async () => {
    await house?.close()
    await admin?.close()
    await proxy?.stop()
    await samba?.stop()
  })

  const personIdOf = async (login: string) => (await house.directory.findByLogin(house.db, login))[0]?.id ?? 'nobody'
  const ticketFor = async (login: string) => {
    const { attemptId } = await startReset(house.deps, { ...caller, login })
    await house.jobs.runUntilIdle()
    const code = new Secret(fromMail(house, `${login}@home.example`).code)
    return (await verifyProof(house.deps, { ...caller, attemptId, code })).ticket
  }
  const finish = (ticket: Secret, password = next) =>
    finishReset(house.deps, { ...caller, ticket, password: new Secret(password) })
  const failureOf = async (work: Promise<unknown>) =>
    work.then(
      () => {
        throw new Error('it went through')
      },
      (error: { code: string; kind: string; message: string }) => error,
    )
  /** Nothing was written, nobody signed out, no secret or name of an entry said, and nothing is left open. */
  const expectNothingDone = async (login: string, failure: { message: string }, epoch: number) => {
    expect(await admin.canGetTicket(login, windowsPassword)).toBe(true)
    expect(failure.message).not.toMatch(/DC=|CN=|OU=/i)
    for (const secret of [next, samba.servicePassword, samba.serviceDn])
      expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain(secret)
    expect((await house.credentials.validity(house.db, await personIdOf(login))).epoch).toBe(epoch)
    expect(await house.audit.openIntents(house.db)).toEqual([])
  }

  it('whose service account expired: the person is told to try again, and the page is good once it works', async () => {
    const ticket = await ticketFor('wendy')
    // As somebody makes it who has not read that its password must not end.
    await admin.set(serviceLogin, 'userAccountControl', 512)
    await admin.expirePassword(serviceLogin)
    proxy.cutAll()
    const failure = await failureOf(finish(ticket))
    expect(failure).toMatchObject({ kind: 'unavailable', code: 'password_unchanged' })
    await expectNothingDone('wendy', failure, 0)
    // Signing in is refused like everything else, and the operator reads why.
    const wanted = { ...caller, login: 'wendy', password: new Secret(windowsPassword) }
    expect((await checkPassword(house.deps, wanted)).kind).toBe('refused')
    const trail = await house.trail(await personIdOf('wendy'))
    expect(trail.at(-1)).toMatchObject({ action: 'sign_in.refused', after: { because: 'unreachable' } })
    await admin.setPassword(serviceLogin, samba.servicePassword)
    proxy.cutAll()
    await finish(ticket)
    expect(await admin.canGetTicket('wendy', next)).toBe(true)
  })

  it('whose rules became stricter after they were shown: the new ones hold, said in a sentence, and the page stays good', async () => {
    const ticket = await ticketFor('tomas')
    const { rules } = await showRules(house.deps, { ticket })
    const shown = rules.find(({ code }) => code === 'length_min')?.value ?? 0
    const fits = `Aa1!${'x'.repeat(shown)}`
    await admin.setPolicy({ minPwdLength: '24' })
    const refused = await failureOf(finish(ticket, fits))
    expect(refused).toMatchObject({ code: 'password_rejected', fields: [{ field: 'password' }] })
    expect(refused.message + JSON.stringify((refused as unknown as { fields: object[] }).fields)).toMatch(/24/)
    expect(await admin.canGetTicket('tomas', windowsPassword)).toBe(true)
    await finish(ticket, `${fits}-and-so-on-and-so-on-1`)
    await admin.setPolicy({ minPwdLength: '8' })
  })

  it('in which the service account lost its right: nothing is half done, and the trail says what failed', async () => {
    const personId = await personIdOf('hana')
    const ticket = await ticketFor('hana')
    const resetPassword = '00299570-246d-11d0-a768-00aa006e0529'
    await admin.giveRights(ouDn('People', samba.baseDn), `(OD;CIIO;CR;${resetPassword};;{sid})`)
    const failure = await failureOf(finish(ticket))
    expect(failure.kind).toBe('conflict')
    await expectNothingDone('hana', failure, 1)
    const outcome = (await house.trail(personId)).findLast(({ kind }) => kind === 'outcome')
    expect(JSON.stringify(outcome)).toContain('not_applied')
    // Until an administrator gives the right back it is the same answer, not an error and not a page that is over.
    await expect(finish(ticket)).rejects.toMatchObject({ code: failure.code })
  })
})
