/**
 * Attack 7: whoever holds an instance, with a valid client and a valid key, tries to get access and passwords that
 * nobody here would give. Zero grants, zero resets.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from './testing-house.ts'
import type { Order } from './testing-instance.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ resetsMax: 5 })
  house.instance.hire('marcus.adm')
})
afterAll(() => house.close())

const grants = async () =>
  (await house.owner.query("select id from grants where reason <> 'from the start'")).rows.length
const resets = async () =>
  (await house.owner.query("select id from audit_entries where body->>'action' = 'password.reset'")).rows.length
afterEach(async () => {
  await house.settle()
  expect([await grants(), await resets()]).toEqual([0, 0])
})

type Approvals = [by: string, options?: { state?: string; updatedBy?: string }][]
async function orderWith(approvals: Approvals, input: Partial<Order> = {}) {
  await house.later(30)
  const ritm = house.ordered(input)
  await house.later(30)
  for (const [by, options] of approvals) house.instance.approve(ritm.sysId, by, options)
  // Whatever the rows say, the item itself claims to be approved.
  house.instance.set('sc_req_item', ritm.sysId, { approval: 'approved', stage: 'request_approved' })
  return ritm
}

test.each([
  ['no approver rows at all', [], {}],
  [
    'rows that say rejected or not required',
    [
      ['marcus', { state: 'rejected' }],
      ['ivan', { state: 'not_required' }],
    ],
    {},
  ],
  ['a flow without the second stage', [['marcus']], {}],
  ['one approver for both stages', [['ivan']], {}],
  ['approvals by people with no say', [['fiona'], ['frank']], {}],
  ['her own approval beside the owner’s', [['molly'], ['ivan']], {}],
  ['an approval that she wrote in her manager’s name', [['marcus', { updatedBy: 'molly' }], ['ivan']], {}],
  ['an approval that the integration wrote', [['marcus', { updatedBy: 'hallpass.integration' }], ['ivan']], {}],
  ['approvals by the integration user', [['hallpass.integration'], ['ivan']], {}],
  ['the owner ordering for her and approving', [['marcus'], ['ivan']], { by: 'ivan' }],
  ['her manager ordering for her and approving', [['marcus'], ['ivan']], { by: 'marcus' }],
  ['her manager ordering by an account that Hallpass does not know', [['marcus'], ['ivan']], { by: 'marcus.adm' }],
  ['her manager making it in her name', [['marcus'], ['ivan']], { madeBy: 'marcus' }],
  ['somebody outside making it in her name', [['marcus'], ['ivan']], { madeBy: 'system' }],
  ['somebody else named on the form', [['marcus'], ['ivan']], { variables: { requested_for: 'leo' } }],
  ['more days than the role allows', [['marcus'], ['ivan']], { days: '3000' }],
  ['days that are no number', [['marcus'], ['ivan']], { days: '30; drop table' }],
] as [string, Approvals, Partial<Order>][])(
  'an approved item with %s gives nothing, and says why',
  async (_name, approvals, input) => {
    const chosen = input.variables?.requested_for
    const variables = chosen ? { requested_for: house.instance.user(chosen) } : {}
    const ritm = await orderWith(approvals, { ...input, variables })
    expect((await house.bring(ritm)).statusCode).toBe(202)
    await house.settle()
    const told = house.last(ritm)
    expect(told?.state).toBe('denied')
    expect(String(told?.message).length).toBeGreaterThan(20)
  },
)

test('approvals given before the order, from an earlier one, do not count', async () => {
  const ritm = await orderWith([['marcus'], ['ivan']])
  house.instance.set('sc_req_item', ritm.sysId, { opened_at: '2099-01-01 00:00:00' })
  await house.bring(ritm)
  await house.settle()
  expect(house.last(ritm)).toMatchObject({ state: 'denied', message: expect.stringContaining('older than the order') })
})

test('an item whose person is changed after it was ordered gives nothing to either', async () => {
  const ritm = await orderWith([['marcus'], ['ivan']])
  house.instance.set('sc_req_item', ritm.sysId, { requested_for: house.instance.user('leo') })
  await house.bring(ritm)
  await house.settle()
  expect(house.last(ritm)).toMatchObject({ state: 'denied', message: expect.stringContaining('was changed') })
})

test('power over Hallpass itself is not had by an item', async () => {
  const admin = await house.app.access.productRoleId(house.app.foundation.db, 'admin')
  const ritm = await orderWith([['marcus'], ['ivan']], { roles: [admin] })
  await house.bring(ritm)
  await house.settle()
  expect(house.last(ritm)?.state).toBe('denied')
})

test('another item of the catalog is none of ours', async () => {
  const ritm = await orderWith([['marcus'], ['ivan']])
  await house.owner.query(
    'update servicenow_connections set settings = settings || \'{"catalogItem": "00000000000000000000000000000001"}\', version = version + 1',
  )
  await house.bring(ritm)
  await house.settle()
  await house.owner.query(
    'update servicenow_connections set settings = settings || \'{"catalogItem": null}\', version = version + 1',
  )
  expect(house.last(ritm)?.state).toBe('denied')
})

const person = (login: string) => ({
  sysId: house.instance.user(login),
  userName: login,
  email: `${login}@acme.example`,
})
const reset = (changes: Record<string, unknown> = {}) =>
  house.call(
    'POST',
    '/desk/v1/password-resets',
    {
      requestId: `pwd-request-${Math.round(house.platform.clock.now().getTime() / 1000)}`,
      person: person('molly'),
      process: 'self_service',
      challengeId: null,
      newPassword: 'a quiet harbour in november',
      ...changes,
    },
    { scope: 'desk.password' },
  )

test('a reset without a proof, with one never given, or for the agent’s own password sets nothing', async () => {
  await house.later(61)
  expect((await reset()).json().status).toBe('failure')
  await house.later(61)
  const started = await house.call(
    'POST',
    '/desk/v1/challenges',
    { requestId: 'pwd-request-x', person: person('molly') },
    { scope: 'desk.password' },
  )
  expect((await reset({ requestId: 'pwd-request-x', challengeId: started.json().id })).json().status).toBe('failure')
  await house.later(61)
  expect((await reset({ process: 'service_desk' })).json().status).toBe('link_sent')
})

test('a stranger, somebody with power and somebody known get one answer', async () => {
  await house.later(700)
  const answers = []
  for (const login of ['nobody', 'ivan', 'molly']) {
    const named =
      login === 'nobody' ? { ...person('molly'), userName: 'nobody', email: 'nobody@acme.example' } : person(login)
    answers.push((await reset({ requestId: `pwd-same-${login}`, person: named })).json())
  }
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
})

test('more resets than usual close the door for passwords and alert administrators; the rest goes on', async () => {
  await house.later(700)
  house.platform.mailbox.length = 0
  const statuses = []
  for (let n = 0; n < 8; n++) statuses.push((await reset({ requestId: `pwd-flood-${n}` })).statusCode)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 403, 403, 403])
  await house.settle()
  expect(house.platform.mailbox.filter(({ kind }) => kind === 'servicenow_closed')).toHaveLength(1)
  expect((await house.call('GET', '/desk/v1/apps')).statusCode).toBe(200)
  await house.owner.query(
    "update servicenow_connections set state = 'active', closed_reason = null, version = version + 1",
  )
})

const listed = '/desk/v1/apps'
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) => [answer.statusCode, answer.json().code]

test('a call that was taken once is refused at +1 s, at +6 min, and on another node', async () => {
  const other = await house.anotherNode()
  const signature = house.sign('GET', listed, '')
  expect((await house.call('GET', listed, undefined, { signature })).statusCode).toBe(200)
  expect(codeOf(await house.call('GET', listed, undefined, { signature, on: other.server }))).toEqual([401, 'replayed'])
  await house.later(1)
  expect(codeOf(await house.call('GET', listed, undefined, { signature }))).toEqual([401, 'replayed'])
  await house.later(359)
  expect((await house.call('GET', listed, undefined, { signature })).statusCode).toBe(401)
  await house.app.foundation.jobs.runSweep('servicenow.forget')
  expect((await house.call('GET', listed, undefined, { signature })).statusCode).toBe(401)
})

test('of twenty copies sent at the same instant to two nodes one is taken', async () => {
  const other = await house.anotherNode()
  const signature = house.sign('GET', listed, '')
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      house.call('GET', listed, undefined, { signature, on: n % 2 ? other.server : house.server }),
    ),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
})

const revocation = { ritm: { sysId: 'a'.repeat(32), number: 'RITM1' }, reason: '' }
test.each([
  ['a swapped body', { sent: { body: { ...revocation, reason: 'other' } } }],
  ['a swapped path', { sent: { url: '/desk/v1/fulfilments' } }],
  ['a query added', { sent: { url: '/desk/v1/revocations?x=1' } }],
  ['no signature', { signature: null }],
  ['half a signature', { signature: 'v=1,kid=x' }],
  ['the key of the other direction', { keyId: 'to_servicenow' }],
  ['a key nobody knows', { keyId: 'hk-nobody' }],
] as const)('%s is refused, and nothing of the call is looked at', async (_name, changes) => {
  const keyId = 'keyId' in changes ? keyOf(changes.keyId) : undefined
  const answer = await house.call('POST', '/desk/v1/revocations', revocation, {
    ...changes,
    ...(keyId ? { keyId } : {}),
  })
  expect(codeOf(answer)).toEqual([401, 'signature_wrong'])
})
const keyOf = (name: string) => house.secrets.keys.find(({ direction }) => direction === name)?.id ?? name

test.each([301, -301, 3600])('a clock that is %i seconds off is refused with the offset', async (secondsOff) => {
  const answer = await house.call('GET', listed, undefined, { secondsOff })
  expect(answer.json()).toMatchObject({ status: 401, code: 'clock_off', offsetSeconds: secondsOff })
})

test.each([299, -299])('a clock that is %i seconds off is let through', async (secondsOff) => {
  expect((await house.call('GET', listed, undefined, { secondsOff })).statusCode).toBe(200)
})

test('a client for one thing opens nothing else, and a token that is none opens nothing', async () => {
  expect(codeOf(await house.call('POST', '/desk/v1/revocations', revocation, { scope: 'desk.read' }))).toEqual([
    403,
    'scope_required',
  ])
  expect(codeOf(await reset().then(() => house.call('GET', listed, undefined, { scope: 'desk.password' })))).toEqual([
    403,
    'scope_required',
  ])
  expect(codeOf(await house.call('GET', listed, undefined, { token: 'x'.repeat(43) }))).toEqual([401, 'token_required'])
})

test('a session of a person, the administrator’s too, opens nothing of this door', async () => {
  const { headers } = await house.signIn('ivan')
  const answer = await house.server.inject({ method: 'GET', url: listed, headers })
  expect(answer.statusCode).toBe(401)
})

test('the cloned instance changes nothing, its key is exposed, and new keys are asked for', async () => {
  const ritm = await orderWith([['marcus'], ['ivan']])
  house.platform.mailbox.length = 0
  const clone = { instanceId: 'f'.repeat(32) }
  const body = { ...revocation, ritm: { sysId: ritm.sysId, number: ritm.number } }
  expect(codeOf(await house.call('POST', '/desk/v1/revocations', body, clone))).toEqual([403, 'other_instance'])
  // From now on not even the right instance gets in with what the copy knows.
  expect(codeOf(await house.call('POST', '/desk/v1/revocations', body))).toEqual([401, 'signature_wrong'])
  await house.settle()
  expect(house.platform.mailbox.filter(({ kind }) => kind === 'servicenow_key_exposed')).toHaveLength(1)
  const ivan = await house.signIn('ivan')
  const url = `/api/servicenow/connections/${house.connectionId}`
  const shown = await house.server.inject({ method: 'GET', url, headers: ivan.headers })
  expect(shown.json().keys.map((key: { state: string; exposedBy: string }) => [key.state, key.exposedBy])).toEqual([
    ['exposed', 'f'.repeat(32)],
    ['exposed', 'f'.repeat(32)],
  ])
  const made = await house.server.inject({ method: 'POST', url: `${url}/rotate-keys`, headers: ivan.headers })
  expect(made.statusCode).toBe(200)
  for (const key of made.json().keys) house.secrets.keys.unshift(key)
  expect((await house.call('GET', listed)).statusCode).toBe(200)
})
