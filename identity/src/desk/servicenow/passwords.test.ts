import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Secret } from '../../platform/secret.ts'
import { type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ resetsMax: 1000 })
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.later(900)
  await house.forgetCounts()
  house.platform.mailbox.length = 0
})

const next = 'seven lanterns over the bridge'
let count = 0
const newRequest = () => `pwd-reset-request-${++count}`
const person = (login: string) => ({
  sysId: house.instance.user(login) || 'd'.repeat(32),
  userName: login,
  email: `${login}@acme.example`,
})
const post = (path: string, body: object) => house.call('POST', `/desk/v1/${path}`, body, { scope: 'desk.password' })
const challengeFor = async (login: string, requestId: string) =>
  (await post('challenges', { requestId, person: person(login) })).json().id as string
const answer = (id: string, requestId: string, kind: string, code: string) =>
  post(`challenges/${id}/answers`, { requestId, kind, code })
const reset = (requestId: string, challengeId: string | null, more: object = {}) =>
  post('password-resets', {
    requestId,
    person: person('leo'),
    process: 'self_service',
    challengeId,
    newPassword: next,
    ...more,
  })

async function opens(login: 'leo' | 'molly', text: string): Promise<boolean> {
  const { connector, ref } = await house.app.directory.connectorOf(house.app.foundation.db, house.id[login])
  return (await connector.authenticate(ref, new Secret(text))).kind === 'ok'
}
async function setPassword(login: 'leo' | 'molly', text: string) {
  const { connector, ref } = await house.app.directory.connectorOf(house.app.foundation.db, house.id[login])
  await connector.passwords?.reset(ref, new Secret(text))
}

/** A code as it came by mail, to an address that does not hang on the password. */
async function mailedCode(id: string, requestId: string): Promise<string> {
  expect((await answer(id, requestId, 'mail_code', '')).json().state).toBe('waiting')
  await house.settle()
  const mail = house.platform.mailbox.findLast(({ text }) => /\b\d{6}\b/.test(text))
  return /\b(\d{6})\b/.exec(mail?.text ?? '')?.[1] ?? 'none'
}

test('with a proof for exactly this request the password is set in the directory of the person', async () => {
  await setPassword('leo', 'a first word for leo and more')
  const requestId = newRequest()
  const id = await challengeFor('leo', requestId)
  const proven = await answer(id, requestId, 'mail_code', await mailedCode(id, requestId))
  expect(proven.json()).toMatchObject({ state: 'proven', given: 1 })
  expect((await reset(requestId, id)).json()).toMatchObject({ status: 'success' })
  expect(await opens('leo', next)).toBe(true)
  expect(await opens('leo', 'a first word for leo and more')).toBe(false)
  // The same call again is the same call, and the proof is used up.
  expect((await reset(requestId, id)).json()).toMatchObject({ status: 'success' })
  expect((await reset(newRequest(), id, { newPassword: 'another one entirely, leo' })).json().status).toBe('failure')
  expect(await opens('leo', next)).toBe(true)
  await house.settle()
  expect(house.platform.mailbox.some(({ to, kind }) => to === 'leo@acme.example' && kind.includes('password'))).toBe(
    true,
  )
})

test('a proof is good for one person, one request and one instance only', async () => {
  const requestId = newRequest()
  const id = await challengeFor('leo', requestId)
  await answer(id, requestId, 'mail_code', await mailedCode(id, requestId))
  expect((await reset(newRequest(), id)).json().status).toBe('failure')
  expect((await reset(requestId, id, { person: person('molly') })).json().status).toBe('failure')
  expect((await answer(id, newRequest(), 'mail_code', '111111')).statusCode).toBe(404)
})

test('a password that the directory refuses says what to change, and the proof serves the next one', async () => {
  const requestId = newRequest()
  const id = await challengeFor('leo', requestId)
  await answer(id, requestId, 'mail_code', await mailedCode(id, requestId))
  const refused = (await reset(requestId, id, { newPassword: 'short' })).json()
  expect(refused).toMatchObject({ status: 'failure', message: expect.stringMatching(/character/i) })
  expect((await reset(requestId, id, { newPassword: 'a fourth and longer word, leo' })).json().status).toBe('success')
})

test('five wrong codes end a challenge, for somebody known as for a stranger', async () => {
  for (const login of ['leo', 'nobody']) {
    const requestId = newRequest()
    const id = await challengeFor(login, requestId)
    const states = []
    for (let n = 0; n < 6; n++) states.push((await answer(id, requestId, 'totp', '000000')).json().state)
    expect([login, states.slice(0, 4), states[5]]).toEqual([
      login,
      ['waiting', 'waiting', 'waiting', 'waiting'],
      'ended',
    ])
  }
})

test('what is offered is the same for everybody', async () => {
  const shapes = new Set<string>()
  for (const login of ['leo', 'ivan', 'nobody']) {
    const started = (await post('challenges', { requestId: newRequest(), person: person(login) })).json()
    shapes.add(
      JSON.stringify({
        ...started,
        id: '',
        expiresAt: '',
        offers: started.offers.map((o: { kind: string }) => o.kind),
      }),
    )
  }
  expect(shapes.size).toBe(1)
})

test('who has a second factor gives two proofs of different kinds', async () => {
  const molly = await house.signIn('molly')
  const started = await house.server.inject({
    method: 'POST',
    url: '/api/factors/totp',
    headers: molly.headers,
    payload: {},
  })
  const enrolled = started.json()
  expect(started.statusCode, started.body).toBeLessThan(300)
  const secret = String(enrolled.secret)
  const code = () => new TOTP({ secret }).generate({ timestamp: house.platform.clock.now().getTime() })
  const added = await house.server.inject({
    method: 'POST',
    url: '/api/factors',
    headers: molly.headers,
    payload: { enrolmentId: enrolled.enrolmentId, name: 'Phone', code: code() },
  })
  expect(added.statusCode, added.body).toBeLessThan(300)
  await house.later(60)
  const requestId = newRequest()
  const id = await challengeFor('molly', requestId)
  expect((await answer(id, requestId, 'totp', code())).json()).toMatchObject({ state: 'waiting', given: 1 })
  const mine = { person: person('molly') }
  expect((await reset(requestId, id, mine)).json().status).toBe('failure')
  expect((await answer(id, requestId, 'mail_code', await mailedCode(id, requestId))).json()).toMatchObject({
    state: 'proven',
    given: 2,
  })
  expect((await reset(requestId, id, mine)).json().status).toBe('success')
  expect(await opens('molly', next)).toBe(true)
})

test('an agent’s reset sends the person a way to do it, and sets nothing', async () => {
  await setPassword('leo', 'a fifth word for leo, long enough')
  const answered = await reset(newRequest(), null, { process: 'service_desk', newPassword: 'chosen by an agent, long' })
  expect(answered.json().status).toBe('link_sent')
  await house.settle()
  expect(house.platform.mailbox.map(({ to }) => to)).toContain('leo@acme.example')
  expect(await opens('leo', 'a fifth word for leo, long enough')).toBe(true)
  const stranger = await reset(newRequest(), null, { process: 'service_desk', person: person('nobody') })
  expect(stranger.json()).toEqual(answered.json())
})

test('a person changes their own with the old one, and a wrong old one changes nothing', async () => {
  await setPassword('leo', 'a sixth word for leo, long enough')
  const change = (old: string) =>
    post('password-changes', {
      requestId: newRequest(),
      person: person('leo'),
      oldPassword: old,
      newPassword: 'a seventh word for leo, longer',
    })
  expect((await change('not it at all')).json().status).toBe('failure')
  expect((await change('a sixth word for leo, long enough')).json().status).toBe('success')
  expect(await opens('leo', 'a seventh word for leo, longer')).toBe(true)
})

test('whether an account is locked is told after a proof, and an unlock needs one', async () => {
  const requestId = newRequest()
  const ask = (challengeId: string | null) => post('lock-states', { requestId, person: person('leo'), challengeId })
  expect((await ask(null)).json().locked).toBe('unknown')
  const unlock = (challengeId: string | null) =>
    post('unlocks', { requestId, person: person('leo'), process: 'self_service', challengeId })
  expect((await unlock(null)).json().status).toBe('failure')
  const id = await challengeFor('leo', requestId)
  await answer(id, requestId, 'mail_code', await mailedCode(id, requestId))
  expect((await ask(id)).json().locked).toBe('no')
  expect((await unlock(id)).json().status).toBe('success')
})

test('no table and no log of ours holds a password that came this way', async () => {
  const secrets = [next, 'a fourth and longer word, leo', 'chosen by an agent, long', 'a seventh word for leo, longer']
  for (const table of ['servicenow_password_requests', 'servicenow_challenges', 'audit_entries', 'audit_personal']) {
    const found = await house.owner.query(`select t::text as text from ${table} t`)
    for (const { text } of found.rows) for (const secret of secrets) expect(text).not.toContain(secret)
  }
  for (const secret of secrets) expect(house.log.join('')).not.toContain(secret)
})
