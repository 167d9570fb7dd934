import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { testPlatform } from '../testing.ts'
import { startHeartbeat } from './heartbeat.ts'
import { listLocks, listNodes } from './node-store.ts'

const t = await testPlatform()
afterAll(() => t.close())

test('a lock of ours that nobody runs is given back after the lease, and costs no attempt; one taken anew is another lock', async () => {
  await t.db.transaction(async (tx) => {
    for (const key of ['lost', 'busy'])
      await t.jobs.enqueue(tx, { task: 'toil', payload: {}, key, queue: key, maxAttempts: 1 })
  })
  const owner = new pg.Client({ connectionString: t.place.ownerUrl })
  await owner.connect()
  // As the engine locks what it fetches. The busy one is fetched anew between each two looks of the heartbeat.
  await owner.query(`update graphile_worker._private_jobs
      set locked_by = 'ours', locked_at = timestamptz '2026-03-02T09:00:00Z', attempts = 1;
    update graphile_worker._private_job_queues set locked_by = 'ours', locked_at = timestamptz '2026-03-02T09:00:00Z';
    create function fetch_anew() returns trigger language plpgsql security definer as $$ begin
      update graphile_worker._private_jobs set locked_at = locked_at + interval '1 millisecond' where key = 'busy';
      return null; end $$;
    create trigger fetch_anew after insert or update on nodes for each row execute function fetch_anew()`)
  await owner.end()
  const warnings: object[] = []
  const log = { debug() {}, info() {}, error() {}, warn: (fields: object) => void warnings.push(fields) }
  const heartbeat = startHeartbeat({
    db: t.db,
    clock: t.clock,
    log,
    nodeId: t.ids.next(),
    pool: { ids: () => ['ours'], running: () => new Set() },
    beatMs: 10,
    leaseMs: 100,
  })
  const rows = async (what: 'key' | 'queue_name', table: '_private_jobs' | '_private_job_queues') => {
    const found = await sql<{
      name: string
    }>`select ${sql.ref(what)} as name from ${sql.table(`graphile_worker.${table}`)}
      where locked_by is not null`.execute(t.db.withTables<object>())
    return found.rows.map(({ name }) => name)
  }
  try {
    await expect.poll(() => rows('key', '_private_jobs'), { timeout: 20_000 }).not.toContain('lost')
    const beats = async () => (await listNodes(t.db))[0]?.beats ?? 0
    const before = await beats()
    await expect.poll(beats, { timeout: 20_000 }).toBeGreaterThan(before + 1)
    expect(await rows('key', '_private_jobs')).toEqual(['busy'])
    expect(await rows('queue_name', '_private_job_queues')).toEqual(['busy'])
    expect(warnings).toHaveLength(1)
    expect((await t.jobs.inspect()).find(({ key }) => key === 'lost')).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(await listLocks(t.db)).toHaveLength(1)
  } finally {
    await heartbeat.stop()
  }
})
