import { afterAll, expect, test } from 'vitest'
import { testPlatform } from '../../platform/testing.ts'
import { exchangeRecord, findRecord, type ProviderRecord, upsertUnhurried } from './store-records.ts'

const t = await testPlatform()
afterAll(() => t.close())

const record = (id: string, payload: Record<string, unknown>, more: Partial<ProviderRecord> = {}): ProviderRecord => ({
  ...{ kind: 'Session', idHash: Buffer.from(id), payload, uid: null, grantId: null, clientId: null, expiresAt: null },
  ...more,
})
const find = (id: string, kind = 'Session') => findRecord(t.db, kind, { idHash: Buffer.from(id) }, t.clock.now())

test('several records are kept in one statement, each as it is; of one id the last counts', async () => {
  const soon = new Date(t.clock.now().getTime() + 1000)
  await upsertUnhurried(t.db, [
    record('a', { n: 1 }),
    record('b', { text: 'Zoë "ß" 🐈 \u0000', list: [1, null] }, { uid: 'u', clientId: 'c', expiresAt: soon }),
    record('a', { n: 2 }),
    record('a', { n: 3 }, { kind: 'Grant', grantId: 'g' }),
  ])
  expect((await find('a'))?.payload).toEqual({ n: 2 })
  expect((await find('a', 'Grant'))?.payload).toEqual({ n: 3 })
  expect((await find('b'))?.payload).toEqual({ text: 'Zoë "ß" 🐈 \ufffd', list: [1, null] })
  t.clock.advance(1500)
  expect(await find('b')).toBeNull()
})

test('writing one again changes what it says, and not that it was used up', async () => {
  await upsertUnhurried(t.db, [record('code', { n: 1 }, { expiresAt: new Date(t.clock.now().getTime() + 60_000) })])
  await t.db
    .withTables<{ oidc_records: { id_hash: Buffer; consumed_at: Date } }>()
    .updateTable('oidc_records')
    .set({ consumed_at: t.clock.now() })
    .where('id_hash', '=', Buffer.from('code'))
    .execute()
  await upsertUnhurried(t.db, [record('code', { n: 2 }), record('other', {})])
  expect(await find('code')).toEqual({ payload: { n: 2 }, consumedAt: t.clock.now() })
})

test('what is given for a code is kept with its use, by the first of two alone', async () => {
  const code = { kind: 'AuthorizationCode', idHash: Buffer.from('once') }
  const expiresAt = new Date(t.clock.now().getTime() + 60_000)
  await upsertUnhurried(t.db, [record('once', {}, { ...code, expiresAt })])
  const exchanged = await Promise.all(
    ['x', 'y'].map((id) => exchangeRecord(t.db, code, [record(id, { id }, { expiresAt })], t.clock.now())),
  )
  expect([...exchanged].sort()).toEqual([false, true])
  const kept = await Promise.all([find('x'), find('y')])
  expect(kept.map((each) => each !== null)).toEqual(exchanged)
  expect((await find('once', 'AuthorizationCode'))?.consumedAt).toEqual(t.clock.now())
})
