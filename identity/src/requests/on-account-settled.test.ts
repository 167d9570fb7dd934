import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessRoutes, openCatalog } from '../access/module.ts'
import { onAccountSettled } from './on-account-settled.ts'
import { dayMs, managerStage, requestsWorld, system, type World } from './testing.ts'
import { ivansServer } from './testing-server.ts'

let world: World
let server: FastifyInstance

beforeAll(async () => {
  world = await requestsWorld()
  await world.policy(null, managerStage)
  server = await ivansServer(world)
  world.provisioning.routes(server)
  accessRoutes(server, { ...world.access.deps, ...openCatalog() })
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const roleOf = (name: string, appIds: string[]) =>
  world.role(name, { apps: appIds.map((appId) => ({ appId, entitlements: [] })) })

async function approved(name: string, appIds: string[], durationDays: number | null = null) {
  return approvedOf(await roleOf(name, appIds), durationDays)
}

async function approvedOf(role: { id: string }, durationDays: number | null = null) {
  const request = await world.ask('molly', role.id, durationDays)
  await world.approve('marcus', request.id, 0)
  world.mailbox.length = 0
  await world.settle()
  return { roleId: role.id, requestId: request.id }
}

async function byHand(name: string): Promise<string> {
  const appId = await world.app(name)
  await world.provisioning.putConnection({ appId, kind: 'manual', taskOwnerId: world.id.ivan }, system)
  return appId
}

async function retire(appId: string): Promise<void> {
  const answer = await server.inject({
    method: 'POST',
    url: `/api/apps/${appId}/retire`,
    payload: { reason: 'replaced' },
  })
  expect(answer.statusCode).toBe(200)
  await world.settle()
}

async function finishTasks(): Promise<void> {
  const { items } = (await server.inject({ method: 'GET', url: '/api/tasks?state=open' })).json()
  for (const task of items)
    expect((await server.inject({ method: 'POST', url: `/api/tasks/${task.id}/done`, payload: {} })).statusCode).toBe(
      200,
    )
  await world.settle()
}

describe('after the last approval', () => {
  test('an account that a person makes: the requester is told so, and it is fulfilled when they have; the days count from then', async () => {
    const { roleId, requestId } = await approved('By hand', [await byHand('Badge printer')], 10)
    expect(await world.request(requestId)).toMatchObject({ state: 'fulfilling', byHand: true })
    expect(world.mails('request_by_hand').map((mail) => mail.to)).toEqual(['molly@acme.example'])

    world.clock.advance(3 * dayMs)
    await world.jobs.runSweep('requests.settle')
    expect(world.mails('request_by_hand')).toHaveLength(1)
    await finishTasks()
    expect(await world.request(requestId)).toMatchObject({ state: 'fulfilled', byHand: false })
    expect(await world.grantOf('molly', roleId)).toMatchObject({
      state: 'active',
      endsAt: new Date(world.clock.now().getTime() + 10 * dayMs),
    })
  })

  test('a role of several apps is ready when the last of them is', async () => {
    const quick = await world.app('Quick app')
    const { requestId } = await approved('Two apps', [quick, await byHand('Slow app')])
    expect(await world.request(requestId)).toMatchObject({ state: 'fulfilling' })
    await finishTasks()
    expect(await world.request(requestId)).toMatchObject({ state: 'fulfilled' })
  })

  test('a retired app among those of the role is not waited for', async () => {
    const [kept, old] = [await world.app('Kept'), await byHand('Out of use')]
    const role = await roleOf('With a retired app', [kept, old])
    await retire(old)
    const both = await approvedOf(role, 10)
    expect(await world.request(both.requestId)).toMatchObject({ state: 'fulfilled' })
    expect(await world.grantOf('molly', both.roleId)).toMatchObject({ state: 'active' })
  })

  test('an app that is retired while the rest is ready is waited for no longer', async () => {
    const [made, late] = [await world.app('Made'), await byHand('Never made')]
    const { requestId, roleId } = await approved('Retired meanwhile', [made, late], 10)
    expect(await world.request(requestId)).toMatchObject({ state: 'fulfilling' })
    await retire(late)
    expect(await world.request(requestId)).toMatchObject({ state: 'fulfilled', byHand: false })
    expect(await world.grantOf('molly', roleId)).toMatchObject({
      endsAt: new Date(world.clock.now().getTime() + 10 * dayMs),
    })
  })

  test('looking twice, or at twenty at once, begins it once', async () => {
    const { requestId, roleId } = await approved('Looked at often', [await byHand('Often')])
    await Promise.all(
      Array.from({ length: 20 }, () => onAccountSettled(world.requests.deps, { personId: world.id.molly })),
    )
    expect(await world.request(requestId)).toMatchObject({ state: 'fulfilling' })
    await finishTasks()
    const version = (await world.request(requestId)).version
    await Promise.all(
      Array.from({ length: 20 }, () => onAccountSettled(world.requests.deps, { personId: world.id.molly })),
    )
    expect((await world.request(requestId)).version).toBe(version)
    expect((await world.trail({ requestId })).filter((action) => action === 'request.fulfilled')).toHaveLength(1)
    expect(await world.grantOf('molly', roleId)).toMatchObject({ state: 'active' })
  })

  test('the person is disabled before the account is there: the request is cancelled and its grant ends', async () => {
    const { requestId, roleId } = await approved('Left early', [await byHand('Early')])
    await world.setState('molly', 'disabled')
    await world.settle()
    expect(await world.request(requestId)).toMatchObject({ state: 'cancelled' })
    expect(await world.grantOf('molly', roleId)).toBeNull()
    await world.setState('molly', 'active')
    await world.settle()
  })

  test('an event that was lost is made up for by the sweep', async () => {
    const role = await world.role('Lost')
    const request = await world.ask('molly', role.id)
    await world.approve('marcus', request.id, 0)
    // The jobs of the approval never run; only the sweep looks.
    await world.jobs.runSweep('requests.settle')
    expect(await world.request(request.id)).toMatchObject({ state: 'fulfilled' })
  })
})
