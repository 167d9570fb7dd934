import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { startSession } from './start-session.ts'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, nextPassword, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const mine = (browser: Browser) => browser.call('/api/sessions')
const signedIn = async (login: string, options?: Parameters<House['browser']>[0]) => {
  const browser = house.browser(options)
  expect((await browser.signIn(login, goodPassword)).json()).toEqual({ kind: 'signed_in' })
  return browser
}
const codeOf = (response: { json(): { code: string } }) => response.json().code

describe('signing in', () => {
  it('answers who is signed in, with a cookie that only this host, over TLS, for scripts never, can have set', async () => {
    const person = await house.addPerson({ login: 'carla', displayName: 'Carla Núñez', password: goodPassword })
    const browser = house.browser()
    const response = await browser.signIn('carla', goodPassword)
    expect(response.headers['set-cookie']).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^__Host-hallpass=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      ]),
    )
    expect(await browser.session()).toMatchObject({
      person: { id: person.id, displayName: 'Carla Núñez', login: 'carla' },
      roles: [],
      assurance: { methods: ['password'] },
      company: { name: 'Acme', accent: '#2f6f4f' },
      now: house.clock.now().toISOString(),
    })
  })

  it('answers everyone else with one problem: a stranger, a wrong password, the disabled', async () => {
    await house.addPerson({ login: 'wrong', password: goodPassword })
    const disabled = await house.addPerson({ login: 'disabled', password: goodPassword })
    await house.setDisabled(disabled.id, true)
    const answers = await Promise.all(
      ['wrong', 'nobody', 'disabled'].map((login) =>
        house.browser().signIn(login, login === 'disabled' ? goodPassword : 'not the password'),
      ),
    )
    const bodies = answers.map((answer) => ({ ...answer.json(), requestId: '' }))
    expect(bodies[0]).toMatchObject({ status: 401, code: 'sign_in_refused' })
    expect(bodies[1]).toEqual(bodies[0])
    expect(bodies[2]).toEqual(bodies[0])
    expect(answers.every((answer) => answer.cookies.every(({ name }) => name !== '__Host-hallpass'))).toBe(true)
  })

  it('leads to the page for a new password when the right one must be changed', async () => {
    const person = await house.addPerson({ login: 'newcomer', password: goodPassword })
    const { connector, ref } = await house.directory.connectorOf(house.db, person.id)
    await connector.passwords?.reset(ref, new Secret('a first password to replace'), { mustChange: true })
    const browser = house.browser()
    const answer = (await browser.signIn('newcomer', 'a first password to replace')).json()
    expect(answer).toMatchObject({ kind: 'must_change', ticket: expect.any(String) })
    const { ticket } = answer
    const rules = await browser.call('/api/password/tickets/rules', { method: 'POST', body: { ticket } })
    expect(rules.json()).toMatchObject({ login: 'newcomer' })
    const body = { ticket, password: nextPassword }
    expect((await browser.call('/api/password/tickets/finish', { method: 'POST', body })).statusCode).toBe(204)
    expect((await mine(browser)).statusCode).toBe(401)
    expect((await browser.signIn('newcomer', nextPassword)).json()).toEqual({ kind: 'signed_in' })
  })

  it('again gives a new session and ends the one before', async () => {
    await house.addPerson({ login: 'again', password: goodPassword })
    const browser = await signedIn('again')
    const before = browser.cookies.get('__Host-hallpass') ?? ''
    await browser.signIn('again', goodPassword)
    const old = house.browser()
    old.cookies.set('__Host-hallpass', before)
    expect((await mine(old)).statusCode).toBe(401)
    expect((await mine(browser)).json().items).toHaveLength(1)
  })
})

describe('a session ends at once', () => {
  it.each<[string, (person: { id: string }, browser: Browser) => Promise<unknown>]>([
    ['when its person is disabled in the directory', ({ id }) => house.setDisabled(id, true)],
    [
      'when the credentials are renewed',
      ({ id }) => house.db.transaction((tx) => house.credentials.moveValidFrom(tx, id)),
    ],
    ['by signing out', (_person, browser) => browser.call('/api/session/sign-out', { method: 'POST' })],
    ['after two idle hours', async () => house.clock.advance(121 * 60_000)],
  ])('%s', async (title, end) => {
    const login = `ends-${title.length}`
    const person = await house.addPerson({ login, password: goodPassword })
    const browser = await signedIn(login)
    const cookie = browser.cookies.get('__Host-hallpass') ?? ''
    expect((await mine(browser)).statusCode).toBe(200)
    await end(person, browser)
    const thief = house.browser()
    thief.cookies.set('__Host-hallpass', cookie)
    expect((await mine(thief)).statusCode).toBe(401)
  })

  it('after twelve hours, however busy', async () => {
    await house.addPerson({ login: 'busy', password: goodPassword })
    const browser = await signedIn('busy')
    for (let hour = 0; hour < 11; hour += 1) {
      house.clock.advance(3_600_000)
      expect((await mine(browser)).statusCode).toBe(200)
    }
    house.clock.advance(3_600_000)
    expect((await mine(browser)).statusCode).toBe(401)
  })

  it('and stays ended when the person is enabled again', async () => {
    const person = await house.addPerson({ login: 'back', password: goodPassword })
    const browser = await signedIn('back')
    await house.setDisabled(person.id, true)
    await house.jobs.runUntilIdle()
    await house.setDisabled(person.id, false)
    expect((await mine(browser)).statusCode).toBe(401)
    await signedIn('back')
  })

  it('also when they are enabled again before anything else could run, and so does a sign-in under way', async () => {
    const person = await house.addPerson({ login: 'thrown-out', password: goodPassword })
    const browser = await signedIn('thrown-out')
    const { epoch } = await house.credentials.validity(house.db, person.id)
    await house.setDisabled(person.id, true)
    await house.setDisabled(person.id, false)
    expect((await mine(browser)).statusCode).toBe(401)
    expect((await house.credentials.validity(house.db, person.id)).epoch).toBe(epoch + 1)
    await signedIn('thrown-out')
  })
})

describe('my devices', () => {
  it('are listed by name, and ended one by one or all others at once; somebody else’s are not there', async () => {
    await house.addPerson({ login: 'molly', password: goodPassword })
    await house.addPerson({ login: 'other', password: goodPassword })
    const [desk, phone, old, stranger] = await Promise.all([
      signedIn('molly'),
      signedIn('molly', {
        userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1',
      }),
      signedIn('molly'),
      signedIn('other'),
    ])
    const { items } = (await mine(desk)).json()
    expect(items).toHaveLength(3)
    expect(items.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
    const { id } = items.find(({ device }: { device: string }) => device === 'Safari on iPhone')
    expect((await stranger.call(`/api/sessions/${id}`, { method: 'DELETE' })).statusCode).toBe(404)
    expect((await desk.call(`/api/sessions/${id}`, { method: 'DELETE' })).statusCode).toBe(204)
    expect((await desk.call(`/api/sessions/${id}`, { method: 'DELETE' })).statusCode).toBe(404)
    expect((await mine(phone)).statusCode).toBe(401)
    expect((await desk.call('/api/sessions/end-others', { method: 'POST' })).json()).toEqual({ ended: 1 })
    expect((await mine(old)).statusCode).toBe(401)
    expect((await mine(desk)).statusCode).toBe(200)
  })

  it('end with an own change of password, but for the one it was made on', async () => {
    await house.addPerson({ login: 'changes', password: goodPassword })
    const [here, there] = await Promise.all([signedIn('changes'), signedIn('changes')])
    const body = { oldPassword: goodPassword, newPassword: nextPassword }
    expect((await here.call('/api/password/change', { method: 'POST', body })).statusCode).toBe(204)
    expect((await mine(there)).statusCode).toBe(401)
    expect((await mine(here)).statusCode).toBe(200)
    await house.jobs.runUntilIdle()
    expect((await mine(here)).json().items).toHaveLength(1)
  })

  it('end with a reset, all of them, also one begun while the reset ran', async () => {
    const person = await house.addPerson({ login: 'resets', password: goodPassword })
    const browser = await signedIn('resets')
    const checked = await house.credentials.checkPassword({
      login: 'resets',
      password: new Secret(goodPassword),
      address: '192.0.2.1',
      requestId: house.ids.next(),
    })
    await house.db.transaction((tx) => house.credentials.moveValidFrom(tx, person.id))
    if (checked.kind !== 'ok') throw new Error('the password was right')
    const { cookie } = await house.db.transaction((tx) =>
      startSession(house.sso.deps, tx, {
        personId: person.id,
        epoch: checked.epoch,
        methods: ['password'],
        address: '192.0.2.1',
        userAgent: '',
        actor: { kind: 'person', personId: person.id },
      }),
    )
    const raced = house.browser()
    raced.cookies.set('__Host-hallpass', cookie.reveal())
    expect([(await mine(browser)).statusCode, (await mine(raced)).statusCode]).toEqual([401, 401])
  })
})

describe('an administrator or agent', () => {
  it('sees and ends the sessions of others, an agent not those of an administrator', async () => {
    const [admin, agent, person] = await Promise.all(
      ['ivan', 'dora', 'leo'].map((login) => house.addPerson({ login, password: goodPassword })),
    )
    if (!admin || !agent || !person) throw new Error('three people were made')
    await house.grantProduct(admin.id, 'admin')
    await house.grantProduct(agent.id, 'desk_agent')
    const [ivan, dora, leo] = await Promise.all([signedIn('ivan'), signedIn('dora'), signedIn('leo')])
    const list = (browser: Browser, id: string) => browser.call(`/api/people/${id}/sessions`)
    const end = (browser: Browser, id: string) =>
      browser.call(`/api/people/${id}/sessions/end`, { method: 'POST', body: { reason: 'lost laptop' } })
    expect((await list(leo, admin.id)).statusCode).toBe(403)
    expect((await list(dora, person.id)).json().items).toHaveLength(1)
    expect((await list(dora, house.ids.next())).statusCode).toBe(404)
    expect(codeOf(await end(dora, admin.id))).toBe('beyond_desk')
    expect((await end(dora, person.id)).json()).toEqual({ ended: 1 })
    expect((await mine(leo)).statusCode).toBe(401)
    expect((await end(ivan, agent.id)).json()).toEqual({ ended: 1 })
  })
})

describe('confirming that it is still me', () => {
  it('renews the proof under a new cookie, and refuses a wrong password without ending the session', async () => {
    await house.addPerson({ login: 'confirms', password: goodPassword })
    const browser = await signedIn('confirms')
    const before = browser.cookies.get('__Host-hallpass') ?? ''
    house.clock.advance(30 * 60_000)
    const confirm = (password: string) => browser.call('/api/session/confirm', { method: 'POST', body: { password } })
    expect(codeOf(await confirm('not mine'))).toBe('sign_in_refused')
    expect((await confirm(goodPassword)).statusCode).toBe(204)
    expect(browser.cookies.get('__Host-hallpass')).not.toBe(before)
    expect(await browser.session()).toMatchObject({ assurance: { at: house.clock.now().toISOString() } })
    const old = house.browser()
    old.cookies.set('__Host-hallpass', before)
    expect((await mine(old)).statusCode).toBe(401)
  })

  it('is asked for before an administrator changes how people recover', async () => {
    const admin = await house.addPerson({ login: 'root', password: goodPassword })
    await house.grantProduct(admin.id, 'admin')
    const browser = await signedIn('root')
    house.clock.advance(16 * 60_000)
    const path = `/api/directories/${admin.directoryId}/recovery-policy`
    const { directoryId: _, ...policy } = (await browser.call(path)).json()
    const change = () => browser.call(path, { method: 'PUT', body: { ...policy, signInTriesMax: 4 } })
    const refused = await change()
    expect([refused.statusCode, codeOf(refused)]).toEqual([401, 'insufficient_user_authentication'])
    await browser.call('/api/session/confirm', { method: 'POST', body: { password: goodPassword } })
    expect((await change()).json()).toMatchObject({ signInTriesMax: 4, version: 1 })
  })
})

describe('product roles', () => {
  it('hold at once, and a change of them gives a new cookie', async () => {
    const person = await house.addPerson({ login: 'rises', password: goodPassword })
    const browser = await signedIn('rises')
    const before = browser.cookies.get('__Host-hallpass') ?? ''
    const grantId = await house.grantProduct(person.id, 'auditor')
    expect(await browser.session()).toMatchObject({ roles: ['auditor'] })
    expect(browser.cookies.get('__Host-hallpass')).not.toBe(before)
    const old = house.browser()
    old.cookies.set('__Host-hallpass', before)
    expect((await mine(old)).statusCode).toBe(200)
    house.clock.advance(31_000)
    expect((await mine(old)).statusCode).toBe(401)
    await house.db.transaction((tx) => house.access.endGrant(tx, grantId, 'revoked', { kind: 'system', name: 'test' }))
    expect((await browser.call(`/api/people/${person.id}/sessions`)).statusCode).toBe(403)
  })
})

it('can confirm at once after their role changed', async () => {
  const person = await house.addPerson({ login: 'promoted', password: goodPassword })
  const browser = await signedIn('promoted')
  await house.grantProduct(person.id, 'auditor')
  expect(await browser.session()).toMatchObject({ roles: ['auditor'] })
  const confirmed = await browser.call('/api/session/confirm', { method: 'POST', body: { password: goodPassword } })
  expect([confirmed.statusCode, (await mine(browser)).statusCode]).toEqual([204, 200])
})

describe('what follows along', () => {
  it('is told when the session it belongs to ends', async () => {
    await house.addPerson({ login: 'follower', password: goodPassword })
    const browser = await signedIn('follower')
    const { sessionId } = await browser.session()
    const told = new Promise<void>((resolve) => house.live.subscribe(`session:${sessionId}`, resolve))
    await browser.call('/api/session/sign-out', { method: 'POST' })
    await told
  })
})
