import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '../../testing-app.ts'
import { type House, openPullHouse } from './testing-house.ts'
import { clientId, openTestInstance } from './testing-instance.ts'

let house: House
beforeAll(async () => {
  house = await openPullHouse()
})
afterAll(() => house.close())

const grantOf = (login: 'molly' | 'leo') =>
  house.app.access.heldGrant(house.app.foundation.db, house.id[login], house.roleId)
async function turn() {
  await house.later(31)
  await house.app.foundation.jobs.runSweep('servicenow.poll')
  await house.settle()
}
/** A machine under load may time out on a call; that turn is over then, and the next one does it. */
async function turnUntil(isSo: () => boolean | Promise<boolean>) {
  for (let turns = 0; turns < 10; turns++) {
    await turn()
    if (await isSo()) return
  }
}
async function approvedItem(login: 'molly' | 'leo') {
  const ritm = house.ordered({ for: login })
  await house.later(5)
  house.instance.approve(ritm.sysId, 'marcus')
  house.instance.approve(ritm.sysId, 'ivan')
  house.instance.set('sc_req_item', ritm.sysId, { approval: 'approved' })
  return ritm
}

test('an approved item is found, given and closed without a call to us', async () => {
  const ritm = await approvedItem('molly')
  await turnUntil(() => house.instance.item(ritm.sysId).state === '3')
  expect((await grantOf('molly'))?.state).toBe('active')
  expect(house.instance.item(ritm.sysId)).toMatchObject({ state: '3' })
  const before = house.instance.calls.length
  await turn()
  expect(house.instance.calls.slice(before).filter((call) => call.startsWith('PATCH'))).toEqual([])
})

test('an item between two stages is left alone until nobody is asked any more', async () => {
  const ritm = house.ordered({ for: 'leo' })
  await house.later(5)
  house.instance.approve(ritm.sysId, 'marcus')
  const asked = house.instance.ask(ritm.sysId, 'ivan')
  house.instance.set('sc_req_item', ritm.sysId, { approval: 'approved' })
  await turn()
  expect(house.instance.item(ritm.sysId)).toMatchObject({ state: '1' })
  house.instance.answer(asked, 'ivan')
  await turnUntil(() => house.instance.item(ritm.sysId).state === '3')
  expect(house.instance.item(ritm.sysId)).toMatchObject({ state: '3' })
  expect((await grantOf('leo'))?.state).toBe('active')
})

test('an item that is closed by hand there takes back what it gave', async () => {
  const { rows } = await house.owner.query('select ritm_sys_id from servicenow_orders where person_id = $1', [
    house.id.molly,
  ])
  expect(rows).toHaveLength(1)
  await house.later(60)
  house.instance.set('sc_req_item', rows[0].ritm_sys_id, { state: '4', sys_updated_on: house.instance.now() })
  await turnUntil(async () => (await grantOf('molly')) === null)
  expect(await grantOf('molly')).toBeNull()
})

test('an instance that does not answer holds up nothing, and the connection says so', async () => {
  house.instance.weather.api = 'down'
  await turn()
  const ivan = await house.signIn('ivan')
  const url = `/api/servicenow/connections/${house.connectionId}`
  const shown = () => house.server.inject({ method: 'GET', url, headers: ivan.headers })
  expect((await shown()).json().lastFailure.message).toContain('did not answer')
  house.instance.weather.api = 'ok'
  const polled = (await shown()).json().polledAt
  await turnUntil(async () => (await shown()).json().polledAt > polled)
  expect((await shown()).json().polledAt > polled).toBe(true)
})

test('a filter that the instance leaves out does not make us fulfil what it was to leave out', async () => {
  const other = house.ordered({ for: 'molly' })
  house.instance.set('sc_req_item', other.sysId, { cat_item: 'b'.repeat(32), approval: 'approved' })
  await turn()
  const { rows } = await house.owner.query('select 1 from servicenow_orders where ritm_sys_id = $1', [other.sysId])
  expect(rows).toEqual([])
})

test('what the app leaves in its outbox is answered there, as at the door', async () => {
  house.instance.weather.callbacks = 'ok'
  house.instance.makeOutbox()
  const role = house.roleId
  const list = house.instance.leave('GET', '/desk/v1/apps?requestedFor=molly')
  const policy = house.instance.leave('GET', `/desk/v1/policies/${role}?requestedFor=molly`)
  const secret = house.instance.leave('POST', '/desk/v1/password-changes', {
    requestId: 'pwd-request-1',
    person: { sysId: house.instance.user('molly'), userName: 'molly', email: '' },
    oldPassword: 'a quiet harbour in november',
    newPassword: 'a loud harbour in december',
  })
  const bad = house.instance.leave('POST', '/desk/v1/revocations', { ritm: 'x' })
  await turnUntil(() => house.instance.find('x_hlps_access_call', 'state=waiting').length === 0)
  const answers = [list, policy, secret, bad].map((sysId) => house.instance.row('x_hlps_access_call', sysId))
  expect(answers.map((row) => [row.state, row.status_code])).toEqual([
    ['answered', '200'],
    ['answered', '200'],
    ['answered', '404'],
    ['answered', '404'],
  ])
  const apps = JSON.parse(answers[0]?.answer ?? '').apps
  expect(apps.find((app: { id: string }) => app.id === role)).toMatchObject({
    name: 'Salesforce',
    held: false,
    requestable: true,
  })
  expect(
    JSON.parse(answers[1]?.answer ?? '').stages.map((stage: { label: string; approvers: { userName: string }[] }) => [
      stage.label,
      stage.approvers.map(({ userName }) => userName),
    ]),
  ).toEqual([
    ['Manager', ['marcus']],
    ['Role owner', ['ivan']],
  ])
})

test('what the instance still waits for, though it was told how it ended, is told again, once', async () => {
  const { instance } = house
  const { rows } = await house.owner.query(
    'select ritm_sys_id, version from servicenow_orders where person_id = $1 and told_version = version',
    [house.id.leo],
  )
  const [order] = rows
  const told = () => instance.told.filter(({ path }) => path === `fulfilments/${order.ritm_sys_id}`)
  const call = instance.leave('POST', '/desk/v1/fulfilments')
  const waiting = { kind: 'fulfilment', state: 'answered', settled: 'false', request_item: order.ritm_sys_id }
  instance.set('x_hlps_access_call', call, { ...waiting, remote_version: String(order.version) })
  await turn()
  expect(told()).toEqual([])
  instance.set('x_hlps_access_call', call, { remote_version: String(order.version - 1) })
  await turnUntil(() => told().length > 0)
  expect(told().map(({ body }) => body)).toMatchObject([{ state: 'fulfilled', version: order.version }])
  instance.set('x_hlps_access_call', call, { settled: 'true', remote_version: String(order.version) })
  await turn()
  expect(told()).toHaveLength(1)
})

test('a row that cannot be read, and one that cannot be done, hold up none of the others', async () => {
  const { owner, instance } = house
  const list = () => instance.leave('GET', '/desk/v1/apps?requestedFor=molly')
  const reset = (requestId: string) =>
    instance.leave('POST', '/desk/v1/password-resets', {
      requestId,
      person: { sysId: instance.user('leo'), userName: 'leo', email: '' },
      process: 'service_desk',
      challengeId: null,
    })
  const stuck = 'a'.repeat(32)
  await owner.query(
    `alter table servicenow_password_requests add constraint no_room check (request_id <> '${stuck}') not valid`,
  )
  const bad = instance.leave('GET', '/desk/v1/fulfilments/%E0%A4%A')
  // Rows come in the order of their ids, which are random: some of these come after it.
  const [failing, others] = [reset(stuck), [list(), list(), list(), list(), reset('b'.repeat(32))]]
  const stateOf = (sysId: string) => instance.row('x_hlps_access_call', sysId).state
  await turnUntil(() => others.every((each) => stateOf(each) === 'answered') && stateOf(bad) === 'answered')
  expect(others.map(stateOf)).toEqual(others.map(() => 'answered'))
  expect(instance.row('x_hlps_access_call', bad).status_code).toBe('404')
  expect(stateOf(failing)).toBe('waiting')
  expect(house.log.some((line) => line.includes(failing) && line.includes('stays there'))).toBe(true)
  await owner.query('alter table servicenow_password_requests drop constraint no_room')
  await turnUntil(() => stateOf(failing) === 'answered')
  expect(instance.row('x_hlps_access_call', failing)).toMatchObject({ state: 'answered', status_code: '200' })
})

test('what was answered "later" is left alone until then', async () => {
  const { instance } = house
  const sysId = instance.leave('GET', '/desk/v1/apps?requestedFor=molly')
  const stateOf = () => instance.row('x_hlps_access_call', sysId).state
  const at = new Date(house.platform.clock.now().getTime() + 120_000).toISOString().replace('T', ' ').slice(0, 19)
  instance.set('x_hlps_access_call', sysId, { attempts: '2', next_try_at: at })
  for (let turns = 0; turns < 3; turns++) await turn()
  expect(stateOf()).toBe('waiting')
  await turnUntil(() => stateOf() === 'answered')
  expect(stateOf()).toBe('answered')
})

test('what stands behind a thousand others that are waited for is told again as soon as they', async () => {
  const { instance, owner } = house
  const { rows } = await owner.query(
    `insert into servicenow_orders
      select (jsonb_populate_record(leo, jsonb_build_object('id', gen_random_uuid(), 'ritm_sys_id', md5(n::text)))).*
      from servicenow_orders leo, generate_series(1, 1001) n where leo.person_id = $1
      returning ritm_sys_id, version`,
    [house.id.leo],
  )
  const waiting = { kind: 'fulfilment', state: 'answered', settled: 'false' }
  const calls = rows.map(({ ritm_sys_id, version }) => {
    const sysId = instance.leave('POST', '/desk/v1/fulfilments')
    const taken = { request_item: ritm_sys_id, remote_version: String(version) }
    instance.set('x_hlps_access_call', sysId, { ...waiting, ...taken })
    return { sysId, ...taken }
  })
  // Rows are read in the order of their sys_id.
  const last = calls.reduce((latest, call) => (call.sysId > latest.sysId ? call : latest))
  instance.set('x_hlps_access_call', last.sysId, { remote_version: String(Number(last.remote_version) - 1) })
  const before = instance.told.length
  await turnUntil(() => instance.told.length > before)
  expect(instance.told.slice(before).map(({ path }) => path)).toContain(`fulfilments/${last.request_item}`)
  for (const { sysId } of calls) instance.set('x_hlps_access_call', sysId, { settled: 'true' })
})

test('a connection that fails here, not there, is told and holds up none of the others', async () => {
  const { owner, app, connectionId } = house
  const second = await openTestInstance({ start: house.platform.clock.now() })
  try {
    const made = await app.servicenow.create(
      { name: 'Second', instanceUrl: second.url, oauthClientId: clientId, oauthClientSecret: second.clientSecret },
      operator,
    )
    for (const key of made.keys) second.keys.set(key.id, key.base64)
    expect((await app.servicenow.test(made.connection.id)).ok).toBe(true)
    await owner.query(
      `alter table servicenow_pace add constraint no_room check (connection_id <> '${connectionId}') not valid`,
    )
    const stateOf = async (id: string) =>
      (await owner.query('select polled_at, last_failure from servicenow_connections where id = $1', [id])).rows[0]
    await house.later(601)
    await app.foundation.jobs.runSweep('servicenow.poll')
    expect((await stateOf(connectionId)).last_failure).toContain('its log says why')
    expect((await stateOf(made.connection.id)).polled_at).toEqual(house.platform.clock.now())
    await owner.query('alter table servicenow_pace drop constraint no_room')
  } finally {
    await second.stop()
  }
})
