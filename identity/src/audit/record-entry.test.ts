import { CompiledQuery } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../platform/database/open-database.ts'
import { testPlatform } from '../platform/testing.ts'
import { createAudit, erasePersonalValues } from './module.ts'

const t = await testPlatform()
afterAll(() => t.close())
const audit = createAudit({ ...t, checkpointFile: null })
const system = { kind: 'system', name: 'test' } as const
type Entries = { audit_entries: { chain: number; seq: number; id: string } }

test('an entry is there exactly when its transaction is', async () => {
  const personId = t.ids.next()
  const failing = t.db.transaction(async (tx) => {
    audit.record(tx, { action: 'grant.started', actor: system, subjects: { personId } })
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await audit.entriesAbout(t.db, { personId })).toEqual([])
  await t.db.transaction(async (tx) => {
    audit.record(tx, { action: 'grant.started', actor: system, subjects: { personId }, reason: 'asked for' })
  })
  const lines = await audit.entriesAbout(t.db, { personId })
  expect(lines).toMatchObject([{ action: 'grant.started', actor: system, reason: 'asked for' }])
})

test('all entries of one transaction stand in one chain, in the order they were recorded', async () => {
  const requestId = t.ids.next()
  await t.db.transaction(async (tx) => {
    for (const action of ['request.created', 'request.approved', 'grant.created']) {
      audit.record(tx, { action, actor: system, subjects: { requestId } })
    }
  })
  const { items } = await audit.search(t.db, { subjects: { requestId } }, { limit: 10 })
  expect(items.map((item) => item.body.action)).toEqual(['grant.created', 'request.approved', 'request.created'])
  expect(new Set(items.map((item) => item.chain)).size).toBe(1)
  const [last, middle, first] = items.map((item) => item.seq)
  expect([last, middle]).toEqual([(first as number) + 2, (first as number) + 1])
})

test('two hundred transactions at once leave chains without gaps, and more than one chain', async () => {
  const many = openDatabase({ url: t.place.serviceUrl, poolMax: 20 })
  const parallel = Array.from({ length: 200 }, () =>
    many.transaction(async (tx) => {
      audit.record(tx, { action: 'request.created', actor: system, subjects: { requestId: t.ids.next() } })
    }),
  )
  await Promise.all(parallel)
  await many.close()
  const rows = await t.db.withTables<Entries>().selectFrom('audit_entries').select(['chain', 'seq']).execute()
  const chains = Map.groupBy(rows, (row) => row.chain)
  expect(chains.size).toBeGreaterThan(1)
  for (const [, entries] of chains) {
    const seqs = entries.map((entry) => entry.seq).sort((a, b) => a - b)
    expect(seqs).toEqual(seqs.map((_, index) => index + 1))
  }
  expect(await audit.verify()).toMatchObject({ ok: true, findings: [] })
})

test('a transaction that is slow to commit does not hold up the others', async () => {
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const slow = t.db.transaction(async (tx) => {
    audit.record(tx, { action: 'slow.done', actor: system, subjects: {} })
    tx.beforeCommit('hold', () => held)
  })
  for (let i = 0; i < 40; i++) {
    await t.db.transaction(async (tx) => {
      audit.record(tx, { action: 'quick.done', actor: system, subjects: {} })
    })
  }
  letGo()
  await slow
  expect(await audit.verify()).toMatchObject({ ok: true })
})

test('names, addresses and reasons are beside the chain and can be erased without breaking it', async () => {
  const personId = t.ids.next()
  const actor = { kind: 'person', personId, address: '192.0.2.7', requestId: 'r1' } as const
  await t.db.transaction(async (tx) => {
    audit.record(tx, {
      action: 'person.changed',
      actor,
      subjects: { personId },
      reason: 'Married',
      personal: { name: 'Siobhán "Shiv" O\'Neill 🦊 \ud800 \0', mail: 'sio@acme.example' },
    })
  })
  const [found] = (await audit.search(t.db, { personId }, { limit: 1 })).items
  const id = found?.body.id as string
  expect(JSON.stringify(found?.body)).not.toMatch(/192\.0\.2\.7|Married|Shiv|acme\.example/)
  expect(found?.values.get('personal.mail')).toBe('sio@acme.example')
  expect(found?.values.get('address')).toBe('192.0.2.7')

  const asService = erasePersonalValues({ db: t.db, audit }, { personId, actor: system })
  await expect(asService).rejects.toThrow('permission denied')
  const owner = openDatabase({ url: t.place.ownerUrl })
  expect(await erasePersonalValues({ db: owner, audit }, { personId, actor: system })).toBe(4)
  await owner.close()
  expect((await audit.entry(t.db, id))?.values.size).toBe(0)
  expect(await audit.verify()).toMatchObject({ ok: true, erasedValues: 4 })
})

test('an intent is listed until its outcome is recorded', async () => {
  const accountId = t.ids.next()
  const entry = { action: 'account.written', actor: system, subjects: { accountId } }
  const intentId = await t.db.transaction(async (tx) => audit.intent(tx, entry))
  expect(await audit.openIntents(t.db)).toMatchObject([{ id: intentId, kind: 'intent', action: 'account.written' }])
  await t.db.transaction(async (tx) => audit.outcome(tx, intentId, { ok: true, facts: { status: 201 } }, entry))
  expect(await audit.openIntents(t.db)).toEqual([])
  const { items } = await audit.search(t.db, { subjects: { accountId } }, { limit: 10 })
  expect(items[0]?.body).toMatchObject({ kind: 'outcome', intentId, ok: true, after: { status: 201 } })
})

test('the service cannot change or remove an entry, nor add one that is not chained', async () => {
  const run = (statement: string) => t.db.withTables<object>().executeQuery(CompiledQuery.raw(statement))
  await expect(run('delete from audit_entries')).rejects.toThrow('permission denied')
  await expect(run(`update audit_entries set at = '2020-01-01'`)).rejects.toThrow('permission denied')
  await expect(run('truncate audit_entries')).rejects.toThrow('permission denied')
  await expect(run(`insert into audit_entries values (1, 999, '2020-01-01', '{}', '', '')`)).rejects.toThrow(
    'permission',
  )
  await expect(run('delete from audit_personal')).rejects.toThrow('permission denied')
  await expect(run('delete from audit_checkpoints')).rejects.toThrow('permission denied')
  await expect(run('drop table audit_entries')).rejects.toThrow('must be owner')
})

test('search narrows by action, its beginning, person, object and time, and pages', async () => {
  const [personId, appId] = [t.ids.next(), t.ids.next()]
  const at = t.clock.now()
  for (const action of ['app.added', 'app.changed', 'approval.given', 'app.retired']) {
    t.clock.advance(60_000)
    await t.db.transaction(async (tx) => {
      audit.record(tx, { action, actor: { kind: 'person', personId }, subjects: { appId } })
    })
  }
  const actions = async (filter: object, page = { limit: 10 }) =>
    (await audit.search(t.db, { personId, ...filter }, page)).items.map((item) => item.body.action)
  expect(await actions({})).toEqual(['app.retired', 'approval.given', 'app.changed', 'app.added'])
  expect(await actions({ action: 'app.' })).toEqual(['app.retired', 'app.changed', 'app.added'])
  expect(await actions({ action: 'app.changed' })).toEqual(['app.changed'])
  expect(await actions({ subjects: { appId: t.ids.next() } })).toEqual([])
  expect(await actions({ from: new Date(at.getTime() + 180_000) })).toEqual(['app.retired', 'approval.given'])
  expect(await actions({ to: new Date(at.getTime() + 120_000) })).toEqual(['app.added'])
  const first = await audit.search(t.db, { personId }, { limit: 3 })
  const second = await audit.search(t.db, { personId }, { limit: 3, cursor: first.next as string })
  expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, null])
})
