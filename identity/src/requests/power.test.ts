import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessRoutes, openCatalog } from '../access/module.ts'
import { assuredBy, type Principal } from '../platform/http/principal.ts'
import { createRateLimiter } from '../platform/http/rate-limit.ts'
import { createServer } from '../platform/http/server.ts'
import { addComment } from './add-comment.ts'
import { requestsRoutes } from './routes.ts'
import { hourMs, type Login, managerStage, requestsWorld, type World } from './testing.ts'

let world: World
let server: FastifyInstance
let address: string
let caller: Principal | undefined

beforeAll(async () => {
  world = await requestsWorld()
  await world.makeAdministrator('ivan')
  server = await createServer({
    clock: world.clock,
    ids: world.ids,
    log: world.log,
    limiter: createRateLimiter({ db: world.db, clock: world.clock, perMinutePerAddress: 100_000 }),
    publicUrl: new URL('http://localhost:8080'),
    trustedProxies: [],
    readPrincipal: async () => caller,
    checkCsrf: async () => {},
  })
  requestsRoutes(server, world.requests.deps)
  accessRoutes(server, { ...world.access.deps, ...openCatalog() })
  address = await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.close()
  await world.close()
})

function signIn(login: Login, hoursAgo = 0, ...roles: 'admin'[]): void {
  const at = new Date(world.clock.now().getTime() - hoursAgo * hourMs)
  caller = { ...world.principal(login, ...roles), assurance: assuredBy(['password'], at) }
}
async function call(method: 'POST' | 'PATCH', url: string, payload: object) {
  const answer = await server.inject({ method, url, payload })
  return { status: answer.statusCode, code: answer.json().code }
}
const stepUp = { status: 401, code: 'insufficient_user_authentication' }

async function askForPower(): Promise<{ id: string; roleId: string }> {
  const roleId = await world.access.productRoleId(world.db, 'desk_agent')
  const { version } = (await world.access.role(world.db, roleId)) ?? { version: 0 }
  signIn('ivan', 0, 'admin')
  expect(await call('PATCH', `/api/roles/${roleId}`, { version, askedBy: 'everyone' })).toMatchObject({ status: 200 })
  await world.policy(roleId, managerStage)
  return { id: (await world.ask('molly', roleId)).id, roleId }
}

describe('power over Hallpass itself', () => {
  test('is approved only with a fresh proof of who approves, and then every administrator is told', async () => {
    const { id, roleId } = await askForPower()
    signIn('marcus', 1)
    expect(await call('POST', `/api/requests/${id}/approve`, { stage: 0 })).toMatchObject(stepUp)
    signIn('frank', 1)
    expect(await call('POST', `/api/requests/${id}/approve`, { stage: 0 })).toMatchObject({ status: 404 })
    signIn('marcus')
    expect(await call('POST', `/api/requests/${id}/approve`, { stage: 0 })).toMatchObject({ status: 200 })
    await world.settle()
    expect(await world.grantOf('molly', roleId)).toMatchObject({ state: 'active' })
    expect(world.mails('product_role_given').map(({ to }) => to)).toEqual(['ivan@acme.example'])
  })

  test('and who decides about a role are changed only with one', async () => {
    const role = await world.role('Owned')
    const url = `/api/roles/${role.id}`
    signIn('ivan', 1, 'admin')
    expect(await call('PATCH', url, { version: 1, ownerIds: [world.id.frank] })).toMatchObject(stepUp)
    expect(await call('PATCH', url, { version: 1, description: 'x' })).toMatchObject({ status: 200 })
    const desk = await world.access.productRoleId(world.db, 'desk_agent')
    const { version } = (await world.access.role(world.db, desk)) ?? { version: 0 }
    expect(await call('PATCH', `/api/roles/${desk}`, { version, askedBy: 'everyone' })).toMatchObject(stepUp)
  })
})

test('other owners of a role are asked at once, those before no longer', async () => {
  const role = await world.role('Owners change', { ownerIds: [world.id.fiona] })
  await world.policy(role.id, { ...managerStage, approvers: { kind: 'role_owner' } })
  const { id } = await world.ask('molly', role.id)
  expect(await world.asked(id)).toEqual(['fiona'])
  signIn('ivan', 0, 'admin')
  await call('PATCH', `/api/roles/${role.id}`, { version: 1, ownerIds: [world.id.frank] })
  await world.settle()
  expect(await world.asked(id)).toEqual(['frank'])
})

test('a page left open stops following once the role that let it in is taken away', async () => {
  const role = await world.role('Followed')
  await world.policy(role.id, managerStage)
  const { id } = await world.ask('molly', role.id)
  await world.makeAdministrator('axel')
  signIn('axel', 0, 'admin')
  const answer = await fetch(`${address}/api/requests/${id}/events`)
  expect(answer.status).toBe(200)
  const reader = answer.body?.getReader()
  await reader?.read()
  await world.endHeld('axel', await world.access.productRoleId(world.db, 'admin'))
  const said = { requestId: id, viewer: world.principal('molly'), kind: 'comment' as const, text: 'not for axel' }
  await addComment(world.requests.deps, { ...said, actor: world.actor('molly') })
  const rest: string[] = []
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    rest.push(Buffer.from(part.value).toString())
  expect(rest.join('')).not.toContain('not for axel')
})
