import { afterAll, beforeAll, expect, test } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { type Caller, openTestApp, operator, password, type TestApp } from '../testing-app.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
  const { connector, ref } = await world.app.directory.connectorOf(world.app.foundation.db, world.id.marcus)
  await connector.passwords?.reset(ref, new Secret(password))
})
afterAll(() => world?.close())

const call = (caller: Caller, url: string, payload: object) =>
  world.server.inject({
    method: 'POST',
    url,
    headers: { ...caller.headers, 'content-type': 'application/json' },
    payload,
  })

const hours = { remindAfterHours: null, escalateAfterHours: null, denyAfterHours: 24 }
const managerSaysYes = {
  stages: [
    { name: 'Manager', approvers: { kind: 'manager' as const }, quorum: 1, fallback: null, escalateTo: null, ...hours },
  ],
  samePersonMayDecideSeveralStages: false,
}

test('where the policy of an ordinary role wants it, an approver confirms who they are before the yes counts', async () => {
  const { app } = world
  const role = await app.access.createRole({ name: 'Payroll readers', askedBy: 'everyone', apps: [] }, operator)
  await app.foundation.db.transaction((tx) =>
    app.requests.setPolicy(tx, operator, role.id, { ...managerSaysYes, proveWithinMinutes: 10 }),
  )
  const marcus = await world.signIn('marcus')
  const molly = await world.signIn('molly')
  const asked = await call(molly, '/api/requests', {
    items: [{ roleId: role.id, durationDays: null }],
    reason: 'for work',
  })
  const approve = (caller: Caller) =>
    call(caller, `/api/requests/${asked.json().items[0].request.id}/approve`, { stage: 0 })

  world.platform.clock.advance(11 * 60_000)
  const refused = await approve(marcus)
  expect([refused.statusCode, refused.json()]).toMatchObject([
    401,
    { code: 'insufficient_user_authentication', max_age: 600 },
  ])
  const confirmed = await call(marcus, '/api/session/confirm', { password })
  expect(confirmed.statusCode).toBe(204)
  const cookie = confirmed.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await approve({ ...marcus, headers: { ...marcus.headers, cookie } })
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.json().state).toBe('fulfilling')
})

test('no longer asking for it is told to all administrators as a weaker policy', async () => {
  const { app } = world
  const role = await app.access.createRole({ name: 'Payroll writers', askedBy: 'everyone', apps: [] }, operator)
  const set = (proveWithinMinutes: number | null) =>
    app.foundation.db.transaction((tx) =>
      app.requests.setPolicy(tx, operator, role.id, { ...managerSaysYes, proveWithinMinutes }),
    )
  await set(10)
  expect(await set(5)).toMatchObject({ weaker: false })
  expect(await set(60)).toMatchObject({ weaker: true })
  expect(await set(null)).toMatchObject({ weaker: true })
})
