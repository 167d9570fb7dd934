/** Attack 1, end to end: the service account may do everything, every door is tried, and nothing is done (security A.1). */
import { windowsPassword, windowsProtected } from '@hallpass/counterparts/acme-windows'
import { canRunSamba, type Samba, startSamba } from '@hallpass/counterparts/samba'
import { type SambaAdmin, sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { serviceLogin } from '@hallpass/counterparts/samba-data'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type House, openHouse } from './desk/servicenow/testing-house.ts'
import { type Caller, openPage, operator } from './testing-app.ts'
import { connectWindows } from './testing-directories.ts'
import { ghost } from './testing-samples.ts'

// A domain and the whole service answer here, on machines that are busy with other tests too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const { nested, primary, marked, computer } = windowsProtected
const people = ['Administrator', nested, primary, marked, 'krbtgt', serviceLogin]
const machines = [computer, 'DC1$']
const next = 'Taken-over-by-force-1'

describe.runIf(canRunSamba())('whoever administers the domain, and its machines', () => {
  let world: House
  let samba: Samba
  let admin: SambaAdmin
  let before: Map<string, object>
  beforeAll(async () => {
    // ServiceNow's own check of who somebody is suffices here: what stops this door is who is meant, and nothing else.
    const worst = { ownVerificationSuffices: true, resetsMax: 1000 }
    ;[world, samba] = await Promise.all([openHouse(worst), startSamba()])
    admin = sambaAdmin(samba)
    for (const dn of [samba.baseDn, `CN=AdminSDHolder,CN=System,${samba.baseDn}`, samba.adminDn])
      await admin.giveEveryRight(dn)
    for (const login of [nested, primary, marked]) await admin.giveEveryRight((await admin.read(login))?.dn ?? '')
    // With a mailbox outside: what protects them is who they are, not that nobody could write to them.
    for (const login of [...people, ...machines]) await admin.set(login, 'otherMailbox', `${plain(login)}@home.example`)
    const { directory, foundation } = world.app
    const directoryId = await connectWindows({ db: foundation.db, directory }, samba)
    await directory.syncNow(directoryId, operator)
    await world.platform.jobs.runUntilIdle()
    world.platform.mailbox.length = 0
    // The first sign-in in a fortnight is written down by the domain itself (lastLogonTimestamp).
    for (const login of [nested, marked]) expect(await admin.canBind(login, windowsPassword)).toBe(true)
    before = await states()
  })
  afterAll(async () => {
    await world?.close()
    await admin?.close()
    await samba?.stop()
  })

  const plain = (login: string) => login.replace('$', '').toLowerCase()
  /** What any write would move. */
  const states = async () => {
    const all = [...people, ...machines, 'Domain Admins', 'Administrators', 'operators', 'on call']
    const read = async (login: string): Promise<[string, object]> => {
      const entry = await admin.read(login)
      const moved = ['uSNChanged', 'pwdLastSet', 'lockoutTime', 'userAccountControl', 'member'] as const
      return [login, Object.fromEntries(moved.map((name) => [name, entry?.[name]]))]
    }
    return new Map(await Promise.all(all.map(read)))
  }
  /** What the domain's own administrator does between two attacks is no attack. */
  const byAdministrator = async (work: () => Promise<void>) => {
    expect(await states()).toEqual(before)
    await work()
    before = await states()
  }
  const idOf = async (login: string) =>
    (await world.app.directory.findByLogin(world.app.foundation.db, login))[0]?.id ?? ghost
  const call = async ({ headers }: Caller, method: 'GET' | 'POST' | 'PUT', url: string, payload: object = {}) => {
    await world.forgetCounts()
    const answer = await world.server.inject({ method, url, headers, ...(method === 'GET' ? {} : { payload }) })
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
  }
  const trail = async (personId: string) => {
    const { items } = await world.app.audit.search(world.app.foundation.db, { subjects: { personId } }, { limit: 200 })
    return items.map(({ body }) => body)
  }
  const refusals = async (personId: string) =>
    (await trail(personId)).flatMap(({ action, after }) =>
      action === 'out_of_reach.refused' ? String((after as { asked: string }).asked) : [],
    )
  const shape = (body: Record<string, unknown>) => ({
    keys: Object.keys(body),
    offers: (body.offers as { kind: string }[]).map(({ kind }) => kind),
    expiresAt: body.expiresAt,
  })

  test('who forgot such a password gets the answer of a stranger: the same words, no mail, and a word for the operator', async () => {
    const outside = await openPage(world.server)
    const stranger = await call(outside, 'POST', '/api/password/resets', { login: 'nobody-at-all' })
    expect(stranger.status).toBe(202)
    for (const login of [...people, ...machines]) {
      const started = await call(outside, 'POST', '/api/password/resets', { login })
      expect([started.status, shape(started.body)]).toEqual([202, shape(stranger.body)])
      await world.platform.jobs.runUntilIdle()
      const url = `/api/password/resets/${started.body.attemptId}/verify`
      const guess = await call(outside, 'POST', url, { code: '123456' })
      expect([guess.status, guess.body.code]).toEqual([401, 'code_wrong'])
    }
    expect(world.platform.mailbox).toEqual([])
    for (const login of people) {
      const entry = (await trail(await idOf(login))).find(({ action }) => action === 'reset.not_begun')
      const because = login === 'krbtgt' ? 'not_active' : 'protected'
      expect([login, entry?.after]).toEqual([login, { because }])
    }
  })

  test('by the API an administrator unlocks, disables and enables none of them, and puts nobody into their groups', async () => {
    const ivan = await world.signIn('ivan')
    for (const login of people) {
      const id = await idOf(login)
      const reason = { reason: 'asked for by phone' }
      for (const what of ['unlock', 'disable', 'enable']) {
        const answer = await call(ivan, 'POST', `/api/people/${id}/${what}`, reason)
        expect([login, what, answer.status]).toEqual([login, what, 409])
      }
      expect([login, (await refusals(id)).sort()]).toEqual([
        login,
        ['account.unlocked', 'person.disabled', 'person.enabled'],
      ])
      expect((await call(ivan, 'POST', `/api/people/${id}/invite`)).status).toBe(409)
    }
    for (const login of machines) expect(await idOf(login)).toBe(ghost)
    expect((await call(ivan, 'POST', `/api/people/${ghost}/unlock`, { reason: 'x' })).status).toBe(404)
    // There is no door that writes members of a directory's groups, and connectors could not.
    const groups = (await call(ivan, 'GET', '/api/groups?q=Domain')).body.items as { id: string; name: string }[]
    const admins = groups.find(({ name }) => name === 'Domain Admins')
    expect(admins).toBeDefined()
    const member = { personId: await idOf('wendy') }
    for (const method of ['POST', 'PUT'] as const)
      expect((await call(ivan, method, `/api/groups/${admins?.id}/members`, member)).status).toBe(404)
    const { connector } = await world.app.directory.connectorOf(world.app.foundation.db, member.personId)
    expect(Object.keys(connector.groups ?? {})).toEqual(['list'])
  })

  test('the desk unlocks none of them, and no case leads to a link or a pass', async () => {
    const dora = await world.signIn('dora')
    for (const login of people) {
      const id = await idOf(login)
      const unlock = await call(dora, 'POST', `/api/people/${id}/unlock`, { reason: 'locked out' })
      expect([login, unlock.status, unlock.body.code]).toEqual([login, 409, 'out_of_reach'])
      const opened = await call(dora, 'POST', '/api/desk/cases', { personId: id, note: 'locked out' })
      const { id: caseId, version } = opened.body.case.case
      const path = `/api/desk/cases/${caseId}`
      await call(dora, 'POST', `${path}/assign`, { assigneeId: world.id.dora, version })
      const shown = (await call(dora, 'GET', path)).body
      expect([login, shown.case.tier, shown.can.prove, shown.can.send]).toEqual([login, 'privileged', false, []])
      for (const [step, body] of [
        ['proofs', { kind: 'photo_id', passed: true, note: '' }],
        ['proofs/prompt', {}],
        ['proofs/voucher', {}],
        ['proofs/callback', { ref: 'AAAAAAAAAAAAAAAA' }],
        ['proofs/code', { ref: 'AAAAAAAAAAAAAAAA' }],
        ['outcomes', { kind: 'reset_link', ref: 'AAAAAAAAAAAAAAAA' }],
        ['outcomes', { kind: 'temporary_pass', ref: 'AAAAAAAAAAAAAAAA' }],
      ] as const) {
        const refused = await call(dora, 'POST', `${path}/${step}`, body)
        expect([login, step, refused.status]).toEqual([login, step, 403])
      }
      const entries = await world.app.audit.entriesAbout(world.app.foundation.db, { caseId })
      const kept = entries.filter(({ action }) => action.includes('refused'))
      expect([login, kept.length]).toEqual([login, 7])
    }
    await world.platform.jobs.runUntilIdle()
    expect(world.platform.mailbox.filter(({ to }) => to.endsWith('@home.example'))).toEqual([])
  })

  test('ServiceNow gets the answers of a stranger: nothing is proven, set, unlocked, told or mailed, and the trail says who was meant', async () => {
    const post = async (path: string, body: object) => {
      await world.forgetCounts()
      const answer = await world.call('POST', `/desk/v1/${path}`, body, { scope: 'desk.password' })
      return { status: answer.statusCode, body: answer.json() }
    }
    const tryAll = async (login: string) => {
      const requestId = `for-${plain(login)}-1`
      const person = { sysId: 'd'.repeat(32), userName: login, email: `${plain(login)}@win.acme.example` }
      const started = await post('challenges', { requestId, person })
      const challengeId = started.body.id as string
      const answers = []
      for (const [kind, code] of [
        ['mail_code', ''],
        ['mail_code', '123456'],
        ['totp', '123456'],
      ])
        answers.push(await post(`challenges/${challengeId}/answers`, { requestId, kind, code }))
      const byAgent = { requestId: `${requestId}-agent`, person, process: 'service_desk', challengeId: null }
      const self = { requestId, person, process: 'self_service' }
      const changed = { ...self, requestId: `${requestId}-2` }
      const done = [
        await post('password-resets', { ...self, challengeId, newPassword: next }),
        await post('password-resets', { ...changed, challengeId: null, newPassword: next }),
        await post('password-resets', { ...byAgent, newPassword: next }),
        await post('password-changes', { requestId, person, oldPassword: windowsPassword, newPassword: next }),
        await post('unlocks', { ...self, challengeId }),
        await post('unlocks', { ...changed, challengeId: null }),
        await post('lock-states', { requestId, person, challengeId }),
      ]
      const { id: _id, expiresAt: _until, offers, ...shown } = started.body
      const kinds = (offers as { kind: string; label: string }[]).map(({ kind, label }) => [kind, label])
      const states = answers.map(({ status, body }) => [status, body.state, body.given])
      return JSON.stringify([started.status, shown, kinds, states, done])
    }
    const stranger = await tryAll('nobody-at-all')
    for (const login of [...people, ...machines]) expect([login, await tryAll(login)]).toEqual([login, stranger])
    await world.settle()
    expect(world.platform.mailbox.filter(({ to }) => /@(home|win\.acme)\.example$/.test(to))).toEqual([])
    for (const login of people) {
      const asked = (await refusals(await idOf(login))).filter((each) => each !== 'person.disabled')
      const wanted = ['challenge.started', 'lock_state.shown', 'password.changed', 'password.reset']
      expect([login, wanted.filter((each) => !asked.includes(each))]).toEqual([login, []])
      const entries = (await trail(await idOf(login))).filter(({ actor }) =>
        JSON.stringify(actor).includes('servicenow'),
      )
      expect([login, entries.length]).toEqual([login, 8])
    }
    expect(await states()).toEqual(before)
  })

  test('nor do they themselves: own change, and the page for a password that must be changed', async () => {
    const own = await world.signInAs(await idOf(nested))
    const change = { oldPassword: windowsPassword, newPassword: next }
    const changed = await call(own, 'POST', '/api/password/change', change)
    expect([changed.status, changed.body.code]).toEqual([409, 'out_of_reach'])
    expect(await refusals(await idOf(nested))).toContain('password.changed')

    await byAdministrator(() => admin.requirePasswordChange(marked))
    const page = await openPage(world.server)
    const signIn = await call(page, 'POST', '/api/session', { login: marked, password: windowsPassword })
    expect(signIn.body.kind).toBe('must_change')
    const finish = await call(page, 'POST', '/api/password/tickets/finish', {
      ticket: signIn.body.ticket,
      password: next,
    })
    expect([finish.status, finish.body.code]).toEqual([409, 'out_of_reach'])
    expect(await refusals(await idOf(marked))).toContain('password.reset')
  })

  test('somebody who gave proof and became an administrator a moment later is refused by the look before the write', async () => {
    const page = await openPage(world.server)
    const started = await call(page, 'POST', '/api/password/resets', { login: 'wendy' })
    await world.platform.jobs.runUntilIdle()
    const code = /\b\d{6}\b/.exec(world.platform.mailbox.findLast(({ to }) => to === 'wendy@home.example')?.text ?? '')
    const proven = await call(page, 'POST', `/api/password/resets/${started.body.attemptId}/verify`, {
      code: code?.[0],
    })
    const { ticket } = proven.body
    await byAdministrator(() => admin.addToGroup('on call', 'wendy'))
    const entry = await admin.read('wendy')
    for (const [url, payload] of [
      ['finish', { ticket, password: next }],
      ['unlock', { ticket }],
    ] as const) {
      const refused = await call(page, 'POST', `/api/password/tickets/${url}`, payload)
      expect([url, refused.status]).toEqual([url, 409])
    }
    expect((await admin.read('wendy'))?.uSNChanged).toEqual(entry?.uSNChanged)
    const told = (await trail(await idOf('wendy'))).filter(({ kind }) => kind === 'outcome')
    expect(told.map(({ action }) => action).sort()).toEqual(['account.unlocked', 'password.reset'])
    expect(JSON.stringify(told)).not.toContain(next)
    await byAdministrator(() => admin.removeFromGroup('on call', 'wendy'))
    const done = await call(page, 'POST', '/api/password/tickets/finish', { ticket, password: next })
    expect(done.status).toBe(204)
  })

  test('through all of it no entry in the domain was written', async () => {
    expect(await states()).toEqual(before)
    const secrets = [next, windowsPassword, samba.servicePassword]
    for (const secret of secrets) expect(world.log.join('')).not.toContain(secret)
  })
})
