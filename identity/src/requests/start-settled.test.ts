import type { FastifyInstance } from 'fastify'
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { managerStage, requestsWorld, system, type World } from './testing.ts'
import { ivansServer } from './testing-server.ts'

let world: World
let server: FastifyInstance

beforeAll(async () => {
  world = await requestsWorld()
  await world.policy(null, managerStage)
  server = await ivansServer(world)
  world.provisioning.routes(server)
})
afterAll(async () => {
  await server.close()
  await world.close()
})

async function approved(name: string, appIds: string[], durationDays: number | null = null) {
  const apps = appIds.map((appId) => ({ appId, entitlements: [] }))
  const role = await world.role(name, { apps })
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

async function sayDone(): Promise<void> {
  const { items } = (await server.inject({ method: 'GET', url: '/api/tasks?state=open' })).json()
  for (const task of items)
    expect((await server.inject({ method: 'POST', url: `/api/tasks/${task.id}/done`, payload: {} })).statusCode).toBe(
      200,
    )
}

test('the request is fulfilled in the transaction that settles its account', async () => {
  const { requestId, roleId } = await approved('At once', [await byHand('Door')])
  await sayDone()
  expect(await world.request(requestId)).toMatchObject({ state: 'fulfilled' })
  expect(await world.grantOf('molly', roleId)).toMatchObject({ state: 'active' })
})

test('an account that settles waits for whoever holds its grant before it holds anything they may need', async () => {
  const { requestId, roleId } = await approved('No circle', [await byHand('Gate')])
  const grant = await world.grantOf('molly', roleId)
  const isWaiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  const saying = await world.db.transaction(async (tx) => {
    const ask = (statement: RawBuilder<unknown>) => statement.execute(tx.withTables<object>())
    await ask(sql`set local lock_timeout = '2s'`)
    await ask(sql`select 1 from grants where id = ${grant?.id} for update`)
    const said = sayDone()
    await expect.poll(async () => (await world.sql(isWaiting)).length).toBe(1)
    // As whoever ends a grant does.
    await ask(sql`update accounts set attempts = attempts where person_id = ${world.id.molly}`)
    return { said }
  })
  await saying.said
  expect(await world.request(requestId)).toMatchObject({ state: 'fulfilled' })
})

/** Whatever may be wrong with a grant: the database refuses to let it begin. */
async function whileItCannotBegin(grantId: string | undefined, act: () => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: world.place.ownerUrl })
  await owner.connect()
  await owner.query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
    create trigger refuse before update on grants for each row when (old.id = '${grantId}') execute function refuse()`)
  try {
    await act()
  } finally {
    await owner.query('drop function refuse cascade')
    await owner.end()
  }
}

test('a grant that cannot begin keeps neither its account from settling nor another grant from beginning', async () => {
  const bad = await approved('Cannot begin', [await byHand('Cellar')])
  const good = await approved('Begins', [await byHand('Attic')])
  await whileItCannotBegin((await world.grantOf('molly', bad.roleId))?.id, async () => {
    await sayDone()
    expect(await world.sql(sql`select 1 from provisioning_tasks where state = 'open'`)).toEqual([])
    await world.settle()
    expect(await world.request(good.requestId)).toMatchObject({ state: 'fulfilled' })
    expect(await world.request(bad.requestId)).toMatchObject({ state: 'fulfilling' })
    const waiting = await world.jobs.inspect()
    expect(waiting).toMatchObject([{ task: 'provisioning.account_settled:requests' }])
  })
  await world.later(60 * 60_000)
  expect(await world.request(bad.requestId)).toMatchObject({ state: 'fulfilled' })
})
