import { servicenowAppVersion } from '@hallpass/contract/servicenow-shapes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '../../testing-app.ts'
import { type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const told = () => house.instance.told.filter(({ path }) => path === 'catalog')
const names = (n = -1) => (told().at(n)?.body.apps as { name: string }[] | undefined)?.map(({ name }) => name)
const shown = async () => {
  const ivan = await house.signIn('ivan')
  return (
    await house.server.inject({
      method: 'GET',
      url: `/api/servicenow/connections/${house.connectionId}`,
      headers: ivan.headers,
    })
  ).json()
}

test('a role that changes is told at once, that role alone, and a retired one is taken out', async () => {
  const { access } = house.app
  const role = await access.createRole({ name: 'Tableau', askedBy: 'everyone', apps: [] }, operator)
  await house.settle()
  await house.app.foundation.jobs.runSweep('servicenow.compare-catalog')
  await house.settle()
  house.instance.told.length = 0
  const ivan = await house.signIn('ivan')
  const change = (body: object) =>
    house.server.inject({ method: 'PATCH', url: `/api/roles/${role.id}`, headers: ivan.headers, payload: body })
  const changed = await change({ version: role.version, description: 'Pictures of numbers' })
  expect(changed.statusCode, changed.body).toBe(200)
  const before = house.platform.clock.now().getTime()
  await house.settle()
  expect(names()).toEqual(['Tableau'])
  expect((told().at(-1)?.at ?? 0) - before).toBeLessThan(5000)
  const retired = await house.server.inject({
    method: 'POST',
    url: `/api/roles/${role.id}/retire`,
    headers: ivan.headers,
    payload: { reason: 'no longer used' },
  })
  expect(retired.statusCode, retired.body).toBeLessThan(300)
  await house.settle()
  expect(told().at(-1)?.body.removed).toEqual([role.id])
})

test('once a night everything is compared, whatever was lost', async () => {
  house.instance.told.length = 0
  await house.later(25 * 3600)
  await house.app.foundation.jobs.runSweep('servicenow.compare-catalog')
  await house.settle()
  expect(told().at(-1)?.body).toMatchObject({ isFull: true, removed: [] })
  expect(names()).toContain('Salesforce')
  const { catalogComparedAt, catalogSyncedAt } = await shown()
  expect(catalogComparedAt).toBe(house.platform.clock.now().toISOString())
  expect(catalogSyncedAt).toBe(catalogComparedAt)
})

test('an instance whose app is of another version is sent everything, once', async () => {
  const look = async () => {
    house.instance.told.length = 0
    await house.app.foundation.jobs.runSweep('servicenow.app-version')
    await house.settle()
    return told().map(({ body }) => body.isFull)
  }
  expect(await look()).toEqual([])
  house.instance.app.version = '0.9.0'
  expect(await look()).toEqual([true])
  expect(names()).toContain('Salesforce')
  expect(await look()).toEqual([])
  // As after an update of Hallpass itself, which had noted none.
  await house.owner.query('update servicenow_connections set app_version = null')
  expect(await look()).toEqual([true])
})

test('a test of the connection warns of an app that is older than the one which comes along, and of no other', async () => {
  const { instance, app, connectionId } = house
  const found = async (version: string) => {
    instance.app.version = version
    const { ok, findings } = await app.servicenow.test(connectionId)
    const [about] = findings.filter(({ subject }) => subject === 'app')
    return [ok, about?.level, about?.code]
  }
  expect(await found('0.0.9')).toEqual([true, 'warning', 'app_older'])
  expect(await found(servicenowAppVersion)).toEqual([true, 'ok', 'installed'])
  expect(await found('99.0.0')).toEqual([true, 'ok', 'installed'])
  await house.settle()
})

test('a test of the connection has the instance call, and says as which of its clients it does not get here', async () => {
  const { instance, app, connectionId } = house
  const tested = async () => {
    const { ok, findings } = await app.servicenow.test(connectionId)
    return [ok, findings.at(-1)]
  }
  expect(await tested()).toEqual([true, expect.objectContaining({ level: 'ok', code: 'outward' })])
  const error = '401 invalid_client: client authentication failed'
  instance.outward[1] = { client: 'fulfil', status: 401, error }
  expect(await tested()).toEqual([
    false,
    expect.objectContaining({
      level: 'fault',
      code: 'outward_failed',
      values: { client: 'Hallpass fulfilment', error },
    }),
  ])
  instance.outward[1] = { client: 'fulfil', status: 0, error: 'No answer: proxy said \u001b[31mno\u0007' }
  expect(await tested()).toEqual([false, expect.objectContaining({ code: 'outward_failed' })])
  instance.outward[1] = { client: 'fulfil', status: 200, error: '' }
  await house.settle()
})

test('a test of the connection is content only where each call was seen to work', async () => {
  const { instance, app, connectionId } = house
  const tested = async () => {
    const { ok, findings } = await app.servicenow.test(connectionId)
    return [ok, findings.at(-1)?.code]
  }
  const all = instance.outward.splice(0)
  expect(await tested()).toEqual([false, 'outward_untold'])
  instance.outward.push(...all.slice(0, 2))
  expect(await tested()).toEqual([false, 'outward_untold'])
  instance.outward.push({ client: 'password', status: '200' } as never)
  expect(await tested()).toEqual([false, 'outward_untold'])
  instance.outward.splice(2, 1, ...all.slice(2))
  instance.app.mode = 'pull'
  expect(await tested()).toEqual([false, 'outward_pull'])
  instance.app.version = '0.3.9'
  expect(await tested()).toEqual([true, 'keys_known'])
  Object.assign(instance.app, { version: servicenowAppVersion, mode: undefined })
  expect(await tested()).toEqual([true, 'outward'])
  await house.settle()
})

test('versions only go up, and an instance that was down is told when it is back', async () => {
  house.instance.told.length = 0
  house.instance.weather.callbacks = 'down'
  await house.app.access.createRole({ name: 'Miro', askedBy: 'everyone', apps: [] }, operator)
  await house.settle()
  expect(told()).toEqual([])
  house.instance.weather.callbacks = 'ok'
  await house.later(700)
  const versions = told().map(({ body }) => Number(body.version))
  expect(names()).toEqual(['Miro'])
  expect(versions).toEqual([...versions].sort((a, b) => a - b))
})

test('what must be approved in Hallpass is not offered there, and nobody is asked for it; a holder still sees it', async () => {
  const { access, requests, foundation } = house.app
  const role = await access.createRole({ name: 'Payroll', askedBy: 'everyone', apps: [] }, operator)
  const stage = {
    name: 'Manager',
    approvers: { kind: 'manager' as const },
    quorum: 1,
    fallback: null,
    escalateTo: null,
  }
  const hours = { remindAfterHours: null, escalateAfterHours: null, denyAfterHours: 24 }
  const setPolicy = (proveWithinMinutes: number | null) => {
    const rules = { stages: [{ ...stage, ...hours }], samePersonMayDecideSeveralStages: false, proveWithinMinutes }
    return foundation.db.transaction((tx) => requests.setPolicy(tx, operator, role.id, rules))
  }
  await house.settle()
  house.instance.told.length = 0
  const before = house.platform.clock.now().getTime()
  await setPolicy(null)
  await house.settle()
  expect(told().at(-1)?.body.apps).toMatchObject([{ id: role.id, policyVersion: 1 }])
  expect((told().at(-1)?.at ?? 0) - before).toBeLessThan(5000)
  await foundation.jobs.runSweep('servicenow.compare-catalog')
  await house.settle()
  const shownTo = async () => {
    const { apps } = (await house.call('GET', '/desk/v1/apps?requestedFor=molly&email=')).json()
    return apps.find(({ id }: { id: string }) => id === role.id)
  }
  const policy = async () => (await house.call('GET', `/desk/v1/policies/${role.id}?requestedFor=molly&email=`)).json()
  expect(await shownTo()).toMatchObject({ requestable: true, held: false })
  expect((await policy()).stages).toMatchObject([{ problem: null, approvers: [{ userName: 'marcus' }] }])

  await setPolicy(10)
  expect(await shownTo()).toBeUndefined()
  expect((await policy()).stages).toMatchObject([
    { problem: expect.stringContaining('asked for in Hallpass'), approvers: [] },
  ])
  await house.later(25 * 3600)
  await foundation.jobs.runSweep('servicenow.compare-catalog')
  await house.settle()
  expect(names()).not.toContain('Payroll')

  await foundation.db.transaction(async (tx) => {
    const evidence = { source: 'sample' as const, approvals: [] }
    const given = { personId: house.id.molly, roleId: role.id, requestId: null, reason: 'test', durationDays: null }
    const { grantId } = await access.grantRole(tx, { ...given, evidence }, operator)
    await access.startGrant(tx, grantId)
  })
  expect(await shownTo()).toMatchObject({ held: true, requestable: false })
})
