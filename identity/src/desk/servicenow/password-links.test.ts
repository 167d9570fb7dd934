/** Passwords of an instance that cannot call us: its outbox asks for a link, and hears when it was used. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openPage } from '../../testing-app.ts'
import { type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ mode: 'pull', pollSeconds: 30, ratePerSecond: 400, resetsMax: 1000 })
  house.instance.makeOutbox()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.later(3600)
  await house.forgetCounts()
  house.platform.mailbox.length = 0
  house.instance.told.length = 0
  Object.assign(house.instance.weather, { api: 'ok', callbacks: 'ok' })
})

let count = 0
const newRequest = () => (++count).toString(16).padStart(32, '0')
const person = (login: string) => ({
  sysId: house.instance.user(login) || 'd'.repeat(32),
  userName: login,
  email: `${login}@acme.example`,
})
const leave = (requestId: string, login: string, { path = 'password-resets', ...more }: Record<string, unknown> = {}) =>
  house.instance.leave('POST', `/desk/v1/${path}`, {
    requestId,
    person: person(login),
    process: 'service_desk',
    challengeId: null,
    ...more,
  })
/** Until the outbox is empty: a call that timed out on a machine under load is made again at the next turn. */
async function turn() {
  for (let turns = 0; turns < 10; turns++) {
    await house.later(31)
    await house.app.foundation.jobs.runSweep('servicenow.poll')
    await house.settle()
    if (house.instance.find('x_hlps_access_call', 'state=waiting').length === 0) return
  }
}
const row = (sysId: string) => house.instance.row('x_hlps_access_call', sysId)
const answerOf = (sysId: string) => JSON.parse(row(sysId).answer ?? '{}')
const toldOf = (requestId: string) =>
  house.instance.told.filter(({ path }) => path === `password-requests/${requestId}`).map(({ body }) => body)

/** The person follows what was mailed to them, on the page of Hallpass. */
async function setsPassword(text: string): Promise<void> {
  const mail = house.platform.mailbox.findLast(({ kind }) => kind === 'reset_code')
  const token = /#(\S+)/.exec(mail?.text ?? '')?.[1] ?? 'none'
  const { headers } = await openPage(house.server)
  const post = (url: string, payload: object) => house.server.inject({ method: 'POST', url, headers, payload })
  const proven = await post('/api/password/links/verify', { token })
  const { ticket } = proven.json()
  const done = await post('/api/password/tickets/finish', { ticket, password: text })
  expect(done.statusCode, `${proven.body} ${done.body}`).toBeLessThan(300)
  await house.settle()
}

test('the person is mailed, the request stays pending, and it ends when they set a password here', async () => {
  const requestId = newRequest()
  const sysId = leave(requestId, 'leo')
  await turn()
  expect([row(sysId).status_code, answerOf(sysId).status]).toEqual(['200', 'pending'])
  expect(house.platform.mailbox.map(({ to }) => to)).toHaveLength(1)
  expect(toldOf(requestId)).toEqual([])
  await setsPassword('seven lanterns over the bridge')
  expect(toldOf(requestId)).toEqual([{ status: 'success', message: 'The new password is set.' }])
})

test('ServiceNow hears it also when it was away, and again when its answer was lost', async () => {
  const requestId = newRequest()
  leave(requestId, 'leo')
  await turn()
  house.instance.weather.callbacks = 'down'
  await setsPassword('eleven lanterns over the bridge')
  expect(toldOf(requestId)).toEqual([])
  house.instance.weather.callbacks = 'lost'
  await house.later(90)
  house.instance.weather.callbacks = 'ok'
  await house.later(90)
  expect(toldOf(requestId)).toHaveLength(2)
})

test('a stranger, somebody protected by power here, and somebody known are answered alike', async () => {
  const answers = []
  for (const login of ['nobody', 'ivan', 'molly']) {
    const sysId = leave(newRequest(), login)
    await turn()
    answers.push(row(sysId).answer)
  }
  expect(new Set(answers).size).toBe(1)
})

test('the same request twice sends one mail, and an unlock is a link as well', async () => {
  const requestId = newRequest()
  leave(requestId, 'leo', { path: 'unlocks' })
  leave(requestId, 'leo', { path: 'unlocks' })
  await turn()
  expect(house.platform.mailbox.filter(({ kind }) => kind === 'reset_code')).toHaveLength(1)
})

test('a row that carries a password is refused, and the password does not stay in it', async () => {
  const sysId = leave(newRequest(), 'leo', { newPassword: 'a quiet harbour in november' })
  await turn()
  expect([row(sysId).status_code, answerOf(sysId).code, row(sysId).body ?? '']).toEqual([
    '400',
    'password_in_table',
    '',
  ])
  expect(house.platform.mailbox).toEqual([])
})

test('what nobody used for a day ends there as well, in words', async () => {
  const requestId = newRequest()
  leave(requestId, 'leo')
  await turn()
  await house.later(25 * 3600)
  await house.app.foundation.jobs.runSweep('servicenow.end-links')
  await house.settle()
  expect(toldOf(requestId)).toEqual([{ status: 'failure', message: expect.stringContaining('was not used') }])
})

test('too many of one instance are answered "later"; another instance is not held up by them', async () => {
  const crowd = Array.from({ length: 61 }, () => leave(newRequest(), 'leo'))
  await turn()
  const codes = crowd.map((sysId) => row(sysId).status_code).sort()
  expect([codes[59], codes[60]]).toEqual(['200', '429'])
  const { rows } = await house.owner.query("select key from try_counters where key like 'reset:address:servicenow%'")
  expect(rows).toEqual([{ key: `reset:address:servicenow:${house.connectionId}` }])
})

test('a flood of resets and unlocks closes the door, and every call after it is refused', async () => {
  await house.owner.query('update servicenow_connections set settings = settings || $1', [
    JSON.stringify({ resetsMax: 4 }),
  ])
  const flood = [...['unlocks', 'password-resets', 'unlocks', 'unlocks', 'unlocks', 'unlocks']].map((path) =>
    leave(newRequest(), 'leo', { path }),
  )
  await turn()
  expect(flood.map((sysId) => row(sysId).status_code).sort()).toEqual(['200', '200', '200', '200', '403', '403'])
  const late = leave(newRequest(), 'leo')
  await turn()
  expect([row(late).status_code, answerOf(late).code]).toEqual(['403', 'servicenow_closed'])
})
