/** Attack 2: for an hour Active Directory binds with the password before the present one. No door here opens with it. */
import { windowsPassword } from '@hallpass/counterparts/acme-windows'
import { canRunSamba, type Samba, startSamba } from '@hallpass/counterparts/samba'
import { type SambaAdmin, sambaAdmin } from '@hallpass/counterparts/samba-admin'
import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestRp, type TestRp } from './sso/oidc/testing-rp.ts'
import { openRpClient, type RpClient } from './sso/oidc/testing-sign-on.ts'
import { type Caller, openPage, openTestApp, operator, type TestApp } from './testing-app.ts'
import { connectWindows } from './testing-directories.ts'

// A domain and several machines answer here, on machines that are busy with other tests too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

type Server = TestApp['server']
const minuteMs = 60_000

describe.runIf(canRunSamba())('the password before', () => {
  let world: TestApp
  let samba: Samba
  let admin: SambaAdmin
  let directoryId: string
  let rp: TestRp
  let rpClient: RpClient
  /** Another machine, up all the while. */
  let second: Server
  beforeAll(async () => {
    ;[world, samba] = await Promise.all([openTestApp({ HALLPASS_INTERNAL_HOSTS: '*' }), startSamba()])
    catchUp()
    admin = sambaAdmin(samba)
    const { directory, foundation } = world.app
    const sync = { ownMailDomains: ['win.acme.example'], syncEverySeconds: 5 }
    directoryId = await connectWindows({ db: foundation.db, directory }, samba, { sync })
    await readAgain()
    rpClient = await openRpClient(world)
    rp = await openTestRp(world)
    second = (await world.anotherNode()).server
  })
  afterAll(async () => {
    await world?.close()
    await admin?.close()
    await samba?.stop()
  })

  const readAgain = async () => {
    await world.app.directory.syncNow(directoryId, operator)
    await world.platform.jobs.runUntilIdle()
  }
  const newestRefusal = async () =>
    (await world.app.audit.search(world.app.foundation.db, { action: 'sign_in.refused' }, { limit: 1 })).items[0]
  const idOf = async (login: string) =>
    (await world.app.directory.findByLogin(world.app.foundation.db, login))[0]?.id ?? 'nobody'
  const post = async (server: Server, { headers }: Pick<Caller, 'headers'>, url: string, payload: object) => {
    await world.forgetCounts()
    return await server.inject({ method: 'POST', url, headers, payload })
  }
  const signIn = async (server: Server, login: string, password: string) =>
    post(server, await openPage(server), '/api/session', { login, password })
  const isSignedIn = async (server: Server, { headers }: Caller) =>
    (await server.inject({ url: '/api/sessions', headers })).statusCode
  const because = async () => ((await newestRefusal())?.body.after as { because: string } | undefined)?.because

  /** The library behind OpenID Connect has the machine's clock; ours stands still beside it. */
  const catchUp = () => world.platform.clock.advance(Date.now() - world.platform.clock.now().getTime())

  /** A session and an app's tokens, as somebody has them who signed in with the password before. */
  async function whatTheyHold(login: string) {
    catchUp()
    const personId = await idOf(login)
    const { db } = world.app.foundation
    const evidence = { source: 'sample' as const, approvals: [] }
    const grant = { personId, roleId: rp.roleId, requestId: null, reason: 'test', durationDays: null, evidence }
    await db.transaction(async (tx) => {
      const { grantId } = await world.app.access.grantRole(tx, grant, operator)
      await world.app.access.startGrant(tx, grantId)
    })
    const session = await world.signInAs(personId)
    const { config, tokens } = await rpClient.signOn(rp, session)
    const sub = tokens?.claims()?.sub ?? ''
    expect((await client.fetchUserInfo(config, tokens?.access_token ?? '', sub)).sub).toBe(sub)
    catchUp()
    world.platform.clock.advance(1000)
    return { session, config, tokens, sub }
  }

  async function expectAllOver(held: Awaited<ReturnType<typeof whatTheyHold>>) {
    for (const server of [world.server, second]) expect(await isSignedIn(server, held.session)).toBe(401)
    const refreshed = client.refreshTokenGrant(held.config, held.tokens?.refresh_token ?? '')
    await expect(refreshed).rejects.toMatchObject({ error: 'invalid_grant' })
    await expect(client.fetchUserInfo(held.config, held.tokens?.access_token ?? '', held.sub)).rejects.toBeDefined()
    await world.platform.jobs.runUntilIdle()
    const seen = await client.tokenIntrospection(held.config, held.tokens?.access_token ?? '')
    expect(seen.active).toBe(false)
  }

  /** Every door that takes a password, on these machines. */
  async function expectDead(login: string, old: string, present: string, machines: readonly Server[]) {
    for (const server of machines) {
      // Otherwise this would prove nothing: the directory itself takes it.
      expect(await admin.canBind(login, old)).toBe(true)
      const refused = await signIn(server, login, old)
      expect([refused.statusCode, refused.json().code, await because()]).toEqual([
        401,
        'sign_in_refused',
        'old_password',
      ])
      const opened = await signIn(server, login, present)
      expect(opened.json(), String(await because())).toEqual({ kind: 'signed_in' })
    }
    const session = await world.signInAs(await idOf(login))
    const confirm = await post(second, session, '/api/session/confirm', { password: old })
    expect([confirm.statusCode, await because()]).toEqual([401, 'old_password'])
    const change = { oldPassword: old, newPassword: 'Nobody-Will-See-This-3' }
    const changed = await post(second, session, '/api/password/change', change)
    expect([changed.statusCode, changed.json().code]).toEqual([400, 'current_password_wrong'])
    const again = await post(second, session, '/api/session/confirm', { password: present })
    expect(again.statusCode, String(await because())).toBe(204)
  }

  /** At once, and a minute before the directory itself forgets it. */
  async function expectDeadForAnHour(login: string, old: string, present: string, machines: readonly Server[]) {
    world.platform.clock.advance(1000)
    await expectDead(login, old, present, machines)
    await admin.backdatePassword(login, 59 * minuteMs)
    world.platform.clock.advance(59 * minuteMs)
    await expectDead(login, old, present, machines)
    await admin.backdatePassword(login, 2 * minuteMs)
    expect(await admin.canBind(login, old)).toBe(false)
  }

  test('after a reset from here', async () => {
    const held = await whatTheyHold('wendy')
    const page = await openPage(world.server)
    const started = await post(world.server, page, '/api/password/resets', { login: 'wendy' })
    await world.platform.jobs.runUntilIdle()
    const mail = world.platform.mailbox.findLast(({ to }) => to === 'wendy@home.example')
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0]
    const url = `/api/password/resets/${started.json().attemptId}/verify`
    const { ticket } = (await post(world.server, page, url, { code })).json()
    const present = 'Seven-Lanterns-7'
    const finish = await post(second, page, '/api/password/tickets/finish', { ticket, password: present })
    expect(finish.statusCode).toBe(204)
    await expectAllOver(held)
    // One that was started only now knows nothing of it but what is written down.
    const restarted = (await world.anotherNode()).server
    await expectDeadForAnHour('wendy', windowsPassword, present, [world.server, second, restarted])
  })

  test('after a reset by the tools of the domain, of which nobody here knew', async () => {
    const held = await whatTheyHold('tomas')
    const present = 'Nine-Harbours-99'
    await admin.setPassword('tomas', present)
    // Before anything was read again.
    expect((await signIn(second, 'tomas', windowsPassword)).statusCode).toBe(401)
    expect(await because()).toBe('old_password')
    expect((await signIn(second, 'tomas', present)).statusCode).toBe(200)
    await readAgain()
    await expectAllOver(held)
    const { items } = await world.app.audit.search(
      world.app.foundation.db,
      { subjects: { personId: await idOf('tomas') }, action: 'password.set_outside' },
      { limit: 10 },
    )
    expect(items).toHaveLength(1)
    await expectDeadForAnHour('tomas', windowsPassword, present, [second])
  })

  test("after the person's own change, and only the session that made it goes on", async () => {
    const held = await whatTheyHold('hana')
    const own = await world.signInAs(await idOf('hana'))
    const present = 'Eleven-Bridges-11'
    const change = { oldPassword: windowsPassword, newPassword: present }
    const copy = { ...own, headers: { ...own.headers } }
    const changed = await post(world.server, own, '/api/password/change', change)
    expect(changed.statusCode).toBe(204)
    own.headers.cookie = changed.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    expect([await isSignedIn(second, own), await isSignedIn(second, copy)]).toEqual([200, 401])
    await expectAllOver(held)
    await expectDeadForAnHour('hana', windowsPassword, present, [second])
  })

  test('no password is in the log of any of these machines', () => {
    const log = world.log.join('')
    for (const password of [windowsPassword, 'Seven-Lanterns-7', 'Nine-Harbours-99', 'Eleven-Bridges-11'])
      expect(log).not.toContain(password)
  })
})
