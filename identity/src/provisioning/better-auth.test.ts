import { type ScimApp, startScimApp } from '@hallpass/counterparts/scim-app'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startComparison } from './compare-app.ts'
import { comparisonById } from './store-comparisons.ts'
import { minuteMs, provisioningWorld, system, type World } from './testing.ts'

let world: World
let app: ScimApp
let appId: string
let roleId: string
beforeAll(async () => {
  app = await startScimApp()
  world = await provisioningWorld()
  appId = await world.app('Sample CRM', { baseUrl: app.baseUrl, token: app.token })
  roleId = await world.role('CRM users', [{ appId, entitlements: ['Standard user'] }])
})
afterAll(async () => {
  await app.stop()
  await world.close()
})

const accountOf = async (person: string) => (await app.users()).filter((user) => user.externalId === person)

test('an app that nobody here wrote has the account seconds after the grant, and not its access after the leaving', async () => {
  const sio = await world.person('sio', { displayName: 'Siobhán O’Neill "Shiv" 🦊' })
  await world.grant(sio, roleId)
  await world.settle()
  expect(await accountOf(sio)).toMatchObject([
    { email: 'sio@acme.example', displayName: 'Siobhán O’Neill "Shiv" 🦊', active: true, groups: ['Standard user'] },
  ])
  await world.setState(sio, 'disabled')
  await world.settle()
  expect(await accountOf(sio)).toMatchObject([{ active: false, groups: [] }])
  await world.setState(sio, 'active')
  await world.settle()
  expect(await accountOf(sio)).toMatchObject([{ active: true, groups: ['Standard user'] }])
})

test('looking again at what is as it should be writes nothing', async () => {
  const molly = await world.person('molly', { displayName: 'Molly Byrne' })
  await world.grant(molly, roleId)
  await world.settle()
  const [before] = await accountOf(molly)
  await world.change(molly, { displayName: 'Molly Byrne' })
  await world.settle()
  expect(await accountOf(molly)).toEqual([before])
})

test('killed in the middle of its work and started again, the app has the account once', async () => {
  const leo = await world.person('leo')
  await world.grant(leo, roleId)
  await app.kill()
  await world.settle()
  expect(await world.account(appId, leo)).toMatchObject({ state: 'pending', lastError: 'The app did not answer.' })
  await app.restart()
  for (let minute = 0; minute < 3; minute++) await world.later(minuteMs)
  expect(await accountOf(leo)).toMatchObject([{ active: true }])
})

test('what was lost with the app’s memory is missed by the comparison and made again', async () => {
  const { id } = await startComparison(world.deps, { appId, confirmRemovals: false }, system)
  await world.settle()
  expect(await comparisonById(world.db, id)).toMatchObject({ state: 'done', missing: 2, extra: 0 })
  expect((await app.users()).filter((user) => user.active)).toHaveLength(3)
})
