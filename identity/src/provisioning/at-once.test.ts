/** Accounts that are made at the same time share statements and transactions; each is still an account of its own. */
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reconcileAccount } from './reconcile-account.ts'
import { claimAccount, claimFreeAccounts } from './store-claims.ts'
import { reserve } from './store-pace.ts'
import { takeTurns } from './take-turns.ts'
import { provisioningWorld, type World } from './testing.ts'

let world: World
let appId: string
let roleId: string
beforeEach(async () => {
  world = await provisioningWorld()
  appId = await world.app('Salesforce')
  roleId = await world.role('Salesforce users', [{ appId }])
})
afterEach(() => world.close())

const make = (personId: string) => reconcileAccount(world.deps, { appId, personId })

/** People with a grant, whose accounts nobody has made yet. */
async function granted(count: number, name = 'person'): Promise<string[]> {
  const people = await Promise.all(Array.from({ length: count }, (_, n) => world.person(`${name}-${n}`)))
  for (const person of people) await world.grant(person, roleId)
  return people
}

test('accounts of one moment are made, settled and in the trail, each once', async () => {
  const beforeAny = world.seams.count
  for (const personId of await granted(6, 'before')) await make(personId)
  const oneByOne = world.seams.count
  const people = await granted(6)
  await Promise.all(people.map(make))
  // Each transaction is three seams: of twelve at least four are spared, whoever comes late.
  expect(world.seams.count - oneByOne).toBeLessThan(oneByOne - beforeAny - 4 * 3)
  for (const personId of people) {
    expect(await world.account(appId, personId)).toMatchObject({ state: 'active', intentId: null, runId: null })
    const made = (await world.entries({ personId, appId })).filter(({ action }) => action === 'account.created')
    expect(made.map(({ kind }) => kind)).toEqual(['intent', 'outcome'])
  }
  expect(world.server.users()).toHaveLength(12)
})

test('one that the app refuses keeps none of the others from being settled', async () => {
  const people = await granted(4)
  world.server.fail({ on: 'user.create', times: 1, fault: { kind: 'status', status: 400, detail: 'No licence left' } })
  await Promise.all(people.map(make))
  const states = await Promise.all(people.map(async (personId) => (await world.account(appId, personId)).state))
  expect(states.filter((state) => state === 'active')).toHaveLength(3)
  expect(states.filter((state) => state === 'needs_task')).toHaveLength(1)
})

test('claims of one moment are answered in their order, and none where there is no account', async () => {
  const [ann = '', bob = ''] = await granted(2)
  const [first, second, third] = [world.ids.next(), world.ids.next(), world.ids.next()]
  const stranger = world.ids.next()
  const claimed = await claimFreeAccounts(world.db, [
    { appId, personId: bob, runId: first },
    { appId, personId: stranger, runId: second },
    { appId, personId: ann, runId: third },
  ])
  expect(claimed.map((account) => account && [account.personId, account.runId])).toEqual([
    [bob, first],
    null,
    [ann, third],
  ])
})

/** A request of somebody, say, whose transaction has not ended. */
async function hold(personId: string): Promise<() => Promise<void>> {
  const [held, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding = world.db.transaction(async (tx) => {
    await sql`select id from accounts where person_id = ${personId} for update`.execute(tx.withTables<object>())
    held.resolve()
    await end.promise
  })
  await held.promise
  return () => {
    end.resolve()
    return holding
  }
}

test('an account that somebody holds keeps only its own run waiting', async () => {
  const [ann = '', bob = '', cid = ''] = await granted(3)
  const letGo = await hold(ann)
  const claim = (personId: string) => world.deps.claimAccount({ appId, personId, runId: world.ids.next() })
  let isAnnClaimed = false
  const waiting = claim(ann).then((account) => {
    isAnnClaimed = true
    return account
  })
  expect(await claim(bob)).toMatchObject({ personId: bob })
  expect(await claim(cid)).toMatchObject({ personId: cid })
  expect(isAnnClaimed).toBe(false)
  await letGo()
  expect(await waiting).toMatchObject({ personId: ann })
})

/** Claims of the rows that `when` tells wait for something of the server, until `end`. */
async function slow(when: string): Promise<{ waiting(): Promise<number>; end(): Promise<void> }> {
  const owner = new pg.Client({ connectionString: world.place.ownerUrl })
  await owner.connect()
  await owner.query(`create function wait_a_while() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(4711); return new; end $$;
    create trigger wait_a_while before update on accounts for each row when (${when}) execute function wait_a_while();
    select pg_advisory_lock(4711)`)
  const ofWaiting = `select pid from pg_locks where locktype = 'advisory' and objid = 4711 and not granted`
  return {
    /** The process of the server whose claim waits, once one does. */
    async waiting() {
      for (;;) {
        const [row] = (await owner.query<{ pid: number }>(ofWaiting)).rows
        if (row) return row.pid
      }
    },
    end: () => owner.end(),
  }
}

test('an app whose claims are slow keeps those of no other waiting', async () => {
  const [ann = ''] = await granted(1)
  const otherApp = await world.app('Jira')
  await world.grant(ann, await world.role('Jira users', [{ appId: otherApp }]))
  const claim = (of: string) => world.deps.claimAccount({ appId: of, personId: ann, runId: world.ids.next() })
  const { waiting, end } = await slow(`new.app_id = '${appId}'`)
  const held = claim(appId)
  await waiting()
  expect(await claim(otherApp)).toMatchObject({ appId: otherApp })
  await end()
  expect(await held).toMatchObject({ appId })
})

test('of claims that took too long together each is made alone', async () => {
  const [ann = '', bob = '', cid = ''] = await granted(3)
  const { waiting, end } = await slow(`new.person_id = '${ann}'`)
  const claim = (personId: string) => world.deps.claimAccount({ appId, personId, runId: world.ids.next() })
  const [held, ...others] = [ann, bob, cid].map(claim)
  await sql`select pg_cancel_backend(${await waiting()})`.execute(world.db.withTables<object>())
  expect(await Promise.all(others)).toMatchObject([{ personId: bob }, { personId: cid }])
  await end()
  expect(await held).toMatchObject({ personId: ann })
})

test('a counter waits for no claim of the same moment', async () => {
  const [ann = ''] = await granted(1)
  const claim = () => claimAccount(world.db, { appId, personId: ann, runId: world.ids.next() })
  const now = world.clock.now()
  const count = () => reserve(world.db, { appId, lane: 'start', calls: 1, msPerCall: 1, burstMs: 0, now })
  // Often enough that both are prepared, and so may travel with others.
  for (let n = 0; n < 5; n++) await Promise.all([claim(), count()])
  const letGo = await hold(ann)
  const waiting = claim()
  expect(await count()).toBeInstanceOf(Date)
  await letGo()
  expect(await waiting).toMatchObject({ personId: ann })
})

test('turns of one moment come one after the other, at the pace of the app', async () => {
  const take = takeTurns(world.db)
  const turn = { calls: 3, msPerCall: 1000, burstMs: 3000, now: world.clock.now() }
  const turns = await Promise.all([1, 2, 3, 4].map(() => take(appId, 'start', turn)))
  const waitOf = (at: Date) => at.getTime() - turn.now.getTime()
  expect(turns.map(waitOf)).toEqual([0, 0, 3000, 6000])
  expect(waitOf(await take(appId, 'start', turn))).toBe(9000)
  expect(waitOf(await take(appId, 'end', turn))).toBe(0)
})
