import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Door, minuteMs, openDoor, provisioningWorld, type World } from './testing.ts'

let world: World
let door: Door
let appId: string

beforeAll(async () => {
  world = await provisioningWorld()
  door = await openDoor(world)
  appId = await world.app('Salesforce')
})
afterAll(async () => {
  await door.close()
  await world.close()
})

const asAdmin = (minutesAgo: number) => ({
  personId: world.ids.next(),
  roles: ['admin' as const],
  provenAt: new Date(world.clock.now().getTime() - minutesAgo * minuteMs),
})
const refusal = { status: 401, body: { code: 'insufficient_user_authentication', max_age: 900 } }

test('changing how an app is connected needs a fresh proof of who it is', async () => {
  const path = `/api/apps/${appId}/connection`
  const change = { kind: 'scim', drift: 'report' }
  expect(await door.call(asAdmin(16), 'PUT', path, change)).toMatchObject(refusal)
  expect(await door.call(asAdmin(14), 'PUT', path, change)).toMatchObject({ status: 200 })
})

test('letting go what a comparison holds back needs one too; comparing does not', async () => {
  const path = `/api/apps/${appId}/connection/compare`
  expect(await door.call(asAdmin(16), 'POST', path, { confirmRemovals: true })).toMatchObject(refusal)
  expect((await door.call(asAdmin(16), 'POST', path, {})).status).toBeLessThan(300)
})
