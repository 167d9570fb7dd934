/** A record that an instance cannot make keeps nobody's account. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type InstanceTarget, startServiceNowTarget } from './connectors/testing-servicenow.ts'
import { hourMs, minuteMs, provisioningWorld, system, type World } from './testing.ts'

let world: World
let target: InstanceTarget
let before: Server
let appId: string
let people: string[]
/** What becomes of a department that is to be made; null: it is. */
let fate: 'fails' | 'unanswered' | null
let inserts: number

beforeEach(async () => {
  ;[world, target] = await Promise.all([provisioningWorld(), startServiceNowTarget('table')])
  inserts = 0
  before = await inFrontOf(target.url)
  const baseUrl = `http://127.0.0.1:${(before.address() as AddressInfo).port}`
  appId = await world.app('ServiceNow', { kind: 'servicenow', baseUrl, token: String(target.token) })
  await world.provisioning.putConnection({ appId, kind: 'servicenow', missingRecords: 'make' }, system)
  const roleId = await world.role('Users', [{ appId }])
  people = []
  for (const login of ['molly', 'leo', 'sofia']) people.push(await world.person(login))
  await sql`update people set department = 'Brand' where id = any(${people}::uuid[])`.execute(
    world.db.withTables<object>(),
  )
  for (const person of people) await world.grant(person, roleId)
})
afterEach(async () => {
  await world.close()
  before.close()
  await target.stop()
})

/** The instance, in which a rule stands before departments that are made. */
async function inFrontOf(url: string): Promise<Server> {
  const server = createServer(async (asked, answer) => {
    const chunks: Buffer[] = []
    for await (const chunk of asked) chunks.push(chunk as Buffer)
    const { method = 'GET', url: path = '' } = asked
    const isInsert = method === 'POST' && path.includes('cmn_department')
    if (isInsert) inserts++
    if (isInsert && fate === 'unanswered') return void asked.socket.destroy()
    if (isInsert && fate === 'fails')
      return void answer.writeHead(500, { 'content-type': 'application/json' }).end('{"error":{"message":"rule"}}')
    const { authorization = '', accept = '', 'content-type': type = '' } = asked.headers
    const headers = { authorization, accept, 'content-type': type }
    const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }
    const got = await fetch(new URL(path, url), { method, headers, ...body })
    answer.writeHead(got.status, { 'content-type': got.headers.get('content-type') ?? '' }).end(await got.text())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return server
}

const departmentOf = (login: string) => target.user(`${login}@acme.example`)?.department

test.each(['fails', 'unanswered'] as const)(
  'a department whose making %s is left out and told, everybody has an account, and it is linked once it is made',
  async (how) => {
    fate = how
    await world.settle()
    await world.later(2000)
    for (const person of people)
      expect(await world.account(appId, person)).toMatchObject({
        ...{ state: 'active', actual: 'active', awaitsLinks: true, lastError: null },
        unlinked: [{ kind: 'department', name: 'Brand', why: 'refused' }],
      })
    expect(inserts).toBe(1)
    fate = null
    world.clock.advance(25 * hourMs)
    await world.jobs.runSweep('provisioning.compare')
    for (let minutes = 0; minutes < 3; minutes++) await world.later(minuteMs)
    for (const person of people)
      expect(await world.account(appId, person)).toMatchObject({ awaitsLinks: false, unlinked: [] })
    const [made, ...more] = target.rows('cmn_department', 'name=Brand')
    expect(more).toEqual([])
    for (const login of ['molly', 'leo', 'sofia']) expect(departmentOf(login)).toBe(made?.sys_id)
  },
)

test('an app that answers nothing at all keeps the account until it does', async () => {
  fate = null
  const { port } = before.address() as AddressInfo
  before.closeAllConnections()
  await new Promise<void>((closed) => before.close(() => closed()))
  await world.settle()
  const [molly = ''] = people
  expect(await world.account(appId, molly)).toMatchObject({ state: 'pending', unlinked: [] })
  before = await inFrontOf(target.url)
  await new Promise<void>((closed) => before.close(() => closed()))
  before.listen(port, '127.0.0.1')
  for (let minutes = 0; minutes < 3; minutes++) await world.later(minuteMs)
  expect(await world.account(appId, molly)).toMatchObject({ state: 'active', unlinked: [] })
})
