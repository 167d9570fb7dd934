import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Failure } from '../errors.ts'
import { testPlatform } from '../testing.ts'
import type { Database, Tx } from './database.ts'
import { shareTransactions } from './shared-transactions.ts'

type Tables = { shared: { name: string; tx: string } }
const t = await testPlatform()
let began = 0
const counted: Pick<Database, 'transaction'> = {
  transaction: (work) => {
    began++
    return t.db.transaction(work)
  },
}
afterAll(() => t.close())
beforeAll(async () => {
  const owner = new Client({ connectionString: t.place.ownerUrl })
  await owner.connect()
  await owner.query('create table shared (name text primary key check (length(name) > 1), tx text not null)')
  await owner.end()
})
beforeEach(async () => {
  began = 0
  await t.db.withTables<Tables>().deleteFrom('shared').execute()
})

const kept = () => t.db.withTables<Tables>().selectFrom('shared').selectAll().orderBy('name').execute()
const names = async () => (await kept()).map(({ name }) => name)
const write = (name: string) => async (tx: Tx) => {
  const values = { name, tx: sql<string>`pg_current_xact_id()::text` }
  await tx.withTables<Tables>().insertInto('shared').values(values).execute()
  return name
}

test('what is asked for at once is one transaction, and each is answered with what is its own', async () => {
  const share = shareTransactions(counted)
  expect(await Promise.all(['ann', 'bob', 'cid'].map((name) => share(name, write(name))))).toEqual([
    'ann',
    'bob',
    'cid',
  ])
  expect(new Set((await kept()).map(({ tx }) => tx)).size).toBe(1)
})

test('what comes while one is under way shares the next', async () => {
  const share = shareTransactions(counted)
  const [gate, reached] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = share('ann', async (tx) => {
    reached.resolve()
    await gate.promise
    return write('ann')(tx)
  })
  await reached.promise
  const others = ['bob', 'cid'].map((name) => share(name, write(name)))
  gate.resolve()
  await Promise.all([first, ...others])
  expect(began).toBe(2)
  expect(await names()).toEqual(['ann', 'bob', 'cid'])
})

test('nobody is answered before the commit', async () => {
  const share = shareTransactions(counted)
  const seen = await Promise.all(['ann', 'bob'].map((name) => share(name, write(name)).then(names)))
  expect(seen).toEqual([
    ['ann', 'bob'],
    ['ann', 'bob'],
  ])
})

test('two about the same have a transaction each, and none is larger than it may be', async () => {
  const share = shareTransactions(counted, 2)
  await Promise.all([share('ann', write('ann')), share('ann', write('ann again'))])
  expect(began).toBe(2)
  await Promise.all(['bob', 'cid', 'dan', 'eve', 'fay'].map((name) => share(name, write(name))))
  expect(began).toBe(5)
  const transactions = Map.groupBy(await kept(), ({ tx }) => tx)
  expect([...transactions.values()].every((rows) => rows.length <= 2)).toBe(true)
})

test('their statements go in the order of what they are about, whoever asked first', async () => {
  const share = shareTransactions(counted)
  const order: string[] = []
  const note = (name: string) => share(name, async () => void order.push(name))
  await Promise.all(['cid', 'ann', 'bob'].map(note))
  expect(order).toEqual(['ann', 'bob', 'cid'])
})

test('where one fails the others are written all the same, once, and only whose did is told so', async () => {
  const share = shareTransactions(counted)
  const overtaken = new Error('overtaken')
  const settled = await Promise.allSettled([
    share('ann', write('ann')),
    share('bob', async (tx) => {
      await write('bob')(tx)
      throw overtaken
    }),
    share('cid', write('c')),
    share('dan', write('dan')),
  ])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(settled[1]).toMatchObject({ reason: overtaken })
  expect(settled[2]).toMatchObject({ reason: { code: '23514' } })
  expect(await names()).toEqual(['ann', 'dan'])
  expect(await share('eve', write('eve'))).toBe('eve')
})

test.each([
  { companion: 'ann', statements: 1 },
  { companion: 'ann', statements: 2 },
  { companion: 'zoe', statements: 1 },
  { companion: 'zoe', statements: 2 },
])(
  'one that waits for a lock holds up neither those it came with nor who comes later: $companion, $statements',
  async ({ companion, statements }) => {
    const share = shareTransactions(counted)
    await t.db.transaction(write('bob'))
    const [held, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const holding = t.db.transaction(async (tx) => {
      await tx.withTables<Tables>().updateTable('shared').set({ tx: 'held' }).where('name', '=', 'bob').execute()
      held.resolve()
      await end.promise
    })
    await held.promise
    const change = async (tx: Tx) => {
      await tx.withTables<Tables>().updateTable('shared').set({ tx: 'changed' }).where('name', '=', 'bob').execute()
    }
    let isBobDone = false
    const bob = share('bob', change).then(() => {
      isBobDone = true
    })
    await share(companion, async (tx) => {
      for (let n = 0; n < statements; n++) await write(`${companion} ${n}`)(tx)
    })
    expect(await share('cid', write('cid'))).toBe('cid')
    expect(isBobDone).toBe(false)
    end.resolve()
    await Promise.all([holding, bob])
    expect(await kept()).toContainEqual({ name: 'bob', tx: 'changed' })
  },
)

test('one that fails and then waits for a lock on its own holds up nobody who comes later', async () => {
  const share = shareTransactions(counted)
  await t.db.transaction(write('bob'))
  const [held, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let tries = 0
  const bob = share('bob', async (tx) => {
    if (++tries === 1) throw new Error('overtaken')
    await tx.withTables<Tables>().updateTable('shared').set({ tx: 'changed' }).where('name', '=', 'bob').execute()
  })
  const holding = t.db.transaction(async (tx) => {
    await tx.withTables<Tables>().updateTable('shared').set({ tx: 'held' }).where('name', '=', 'bob').execute()
    held.resolve()
    await end.promise
  })
  const ann = share('ann', async () => held.promise)
  await ann
  expect(await share('cid', write('cid'))).toBe('cid')
  end.resolve()
  await Promise.all([holding, bob])
})

test('with the database away all fail, and nothing is done twice to find out', async () => {
  let tries = 0
  const away = new Failure('unavailable', 'database_unavailable', 'The database cannot be reached right now.')
  const share = shareTransactions({
    transaction: async () => {
      tries++
      throw away
    },
  })
  const settled = await Promise.allSettled(['ann', 'bob'].map((name) => share(name, write(name))))
  expect(settled).toEqual(Array(2).fill({ status: 'rejected', reason: away }))
  expect(tries).toBe(1)
})
