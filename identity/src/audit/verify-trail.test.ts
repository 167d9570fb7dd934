import { randomBytes } from 'node:crypto'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKeyring, type MasterKey } from '../platform/crypto/keyring.ts'
import { openDatabase } from '../platform/database/open-database.ts'
import { cloneDatabase, type TestPlatform, testPlatform } from '../platform/testing.ts'
import { type AuditModule, createAudit, erasePersonalValues } from './module.ts'

let t: TestPlatform
let audit: AuditModule
let folder: string
let superuser: pg.Client
const file = () => join(folder, 'checkpoints', 'trail.jsonl')

beforeEach(async () => {
  t = await testPlatform()
  folder = await mkdtemp(join(tmpdir(), 'hallpass-trail-'))
  audit = createAudit({ ...t, checkpointFile: file() })
  superuser = new pg.Client({ connectionString: t.place.ownerUrl })
  superuser.on('error', () => {})
  await superuser.connect()
})
afterEach(async () => {
  await superuser.end()
  await t.close()
  await rm(folder, { recursive: true })
})

async function happen(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    t.clock.advance(1000)
    await t.db.transaction(async (tx) => {
      const subjects = { personId: t.ids.next() }
      audit.record(tx, {
        action: 'grant.started',
        actor: { kind: 'system', name: 'test' },
        subjects,
        personal: { n: i },
      })
    })
  }
}

const sealed = async (count: number) => {
  await happen(count)
  await audit.seal()
}
const kinds = async () => [...new Set((await audit.verify()).findings.map((finding) => finding.kind))].sort()

test('an untouched trail verifies, and tells how far it is sealed', async () => {
  await sealed(20)
  const at = t.clock.now()
  await happen(3)
  expect(await audit.verify()).toMatchObject({
    ok: true,
    entries: 23,
    unsealedEntries: 3,
    checkpoints: 1,
    sealedUntil: at,
    findings: [],
  })
})

test('a changed row is named, by whatever column it was changed', async () => {
  await sealed(10)
  await superuser.query(`update audit_entries set body = jsonb_set(body, '{action}', '"grant.ended"') where seq = 5`)
  const verification = await audit.verify()
  expect(verification.ok).toBe(false)
  expect(verification.findings).toMatchObject([
    { kind: 'changed', seq: 5, sentence: expect.stringContaining('Entry 5') },
  ])
  await superuser.query(`update audit_entries set body = jsonb_set(body, '{action}', '"grant.started"') where seq = 5`)
  expect(await kinds()).toEqual([])
  await superuser.query(`update audit_entries set at = at - interval '1 day' where seq = 6`)
  expect(await kinds()).toEqual(['changed'])
})

test('a row whose hash was computed again after the change is named', async () => {
  await sealed(10)
  await superuser.query(rewriteFrom(4, 4))
  expect(await kinds()).toContain('changed')
})

test('a removed row is named, also when the rest was renumbered to hide it', async () => {
  await sealed(10)
  await superuser.query('delete from audit_entries where seq = 4')
  expect((await audit.verify()).findings).toMatchObject([{ kind: 'removed', seq: 5 }])
  await superuser.query('update audit_entries set seq = -seq + 1 where seq > 4')
  await superuser.query('update audit_entries set seq = -seq where seq < 0')
  expect(await kinds()).toEqual(['cut_off', 'removed'])
})

test('two rows that changed places are named', async () => {
  await sealed(10)
  await superuser.query('update audit_entries set seq = case seq when 4 then -7 else -4 end where seq in (4, 7)')
  await superuser.query('update audit_entries set seq = -seq where seq < 0')
  expect((await audit.verify()).findings.filter((finding) => finding.kind === 'reordered')).toMatchObject([
    { seq: 4 },
    { seq: 7 },
  ])
})

test('the last fifty rows cut off are named', async () => {
  await sealed(80)
  await superuser.query(
    'delete from audit_entries where id in (select id from audit_entries order by id desc limit 50)',
  )
  const verification = await audit.verify()
  expect(verification.findings[0]).toMatchObject({
    kind: 'cut_off',
    sentence: expect.stringContaining('50 were cut off'),
  })
})

test('a whole chain built anew, without a fault in itself, is named', async () => {
  await sealed(30)
  await superuser.query(rewriteFrom(2, 30))
  const { findings } = await audit.verify()
  expect(findings).toMatchObject([{ kind: 'rebuilt', sentence: expect.stringContaining('rewritten') }])
})

test("yesterday's copy in place of the database is named, unless the operator restored it", async () => {
  await sealed(10)
  const yesterday = await copyOf(t)
  t.clock.advance(86_400_000)
  await sealed(10)
  const old = openDatabase({ url: yesterday.place.serviceUrl })
  const oldAudit = createAudit({ ...t, jobs: { schedule: () => {} }, db: old, checkpointFile: file() })
  const found = (await oldAudit.verify()).findings.map((finding) => finding.kind)
  expect(found).toEqual(['restored', 'cut_off'])
  await oldAudit.recordRestore({ kind: 'operator', name: 'ivan' }, {})
  expect(await oldAudit.verify()).toMatchObject({
    ok: true,
    notes: [expect.stringContaining('restored by the operator')],
  })
  await old.close()
  await yesterday.drop()
})

test('a forged checkpoint and a missing file are named', async () => {
  await sealed(5)
  const line = await readFile(file(), 'utf8')
  await appendFile(file(), line.replace(/"seq\\":5/, '"seq\\":4'))
  expect(await kinds()).toEqual(['checkpoint_forged'])
  await rm(file())
  expect(await kinds()).toEqual(['checkpoints_missing'])
  const stranger = createKeyring([{ id: 'other', bytes: randomBytes(32) }])
  const forged = {
    body: JSON.parse(line).body,
    signature: stranger.sign(Buffer.from(JSON.parse(line).body)).toString('base64url'),
  }
  await writeFile(file(), `${JSON.stringify(forged)}\n`)
  expect(await kinds()).toEqual(['checkpoint_forged'])
})

test('a node that has written no checkpoint lacks no file; one that has, or may have, does', async () => {
  const nodeNamed = (node: string | undefined, file: string) =>
    createAudit({ ...t, jobs: { schedule: () => {} }, checkpointFile: join(folder, file), node })
  const [first, second] = [nodeNamed('first', 'one.jsonl'), nodeNamed('second', 'two.jsonl')]
  await happen(3)
  await nodeNamed(undefined, 'one.jsonl').seal()
  expect((await second.verify()).findings).toMatchObject([{ kind: 'checkpoints_missing' }])
  await happen(3)
  await first.seal()
  const note = 'This node has written no checkpoint yet; those in the database are by first.'
  expect(await second.verify()).toMatchObject({ ok: true, notes: [note], unsealedEntries: 0 })
  await happen(3)
  await second.seal()
  expect(await second.verify()).toMatchObject({ ok: true, notes: [] })
  await rm(join(folder, 'two.jsonl'))
  expect((await second.verify()).findings).toMatchObject([{ kind: 'checkpoints_missing' }])
  await superuser.query('delete from audit_entries where seq > 4')
  expect((await nodeNamed('third', 'three.jsonl').verify()).findings).toMatchObject([{ kind: 'cut_off' }])
})

test('a line torn by a crash neither counts as forged nor spoils the next one', async () => {
  await sealed(5)
  await appendFile(file(), '{"body":"half')
  expect(await kinds()).toEqual([])
})

test('a changed value about a person and a hidden intent are named', async () => {
  await sealed(5)
  await superuser.query(
    `update audit_personal set value = '"Mallory"' where ctid = (select min(ctid) from audit_personal)`,
  )
  expect(await kinds()).toEqual(['personal_changed'])
  await t.db.transaction(async (tx) => {
    audit.intent(tx, { action: 'account.written', actor: { kind: 'system', name: 'test' }, subjects: {} })
  })
  await superuser.query('delete from audit_open_intents')
  expect(await kinds()).toEqual(['intent_hidden', 'personal_changed'])
})

test('nothing is sealed again while nothing happened, but once an hour', async () => {
  await sealed(1)
  t.clock.advance(60_000)
  await t.jobs.runSweep('audit.checkpoint')
  expect((await audit.verify()).checkpoints).toBe(1)
  t.clock.advance(3_600_000)
  await t.jobs.runSweep('audit.checkpoint')
  expect((await audit.verify()).checkpoints).toBe(2)
})

test('what a key signed that has left the keyring is still good, if a later key named it, and nothing newer is', async () => {
  const [first, second, third] = ['first', 'second', 'third'].map((id) => ({ id, bytes: randomBytes(32) })) as [
    MasterKey,
    MasterKey,
    MasterKey,
  ]
  const withKeys = (...keys: [MasterKey, ...MasterKey[]]) =>
    createAudit({ ...t, jobs: { schedule: () => {} }, checkpointFile: file(), keys: createKeyring(keys) })
  audit = withKeys(first)
  await sealed(5)
  const before = await readFile(file(), 'utf8')
  audit = withKeys(second, first)
  await audit.seal() // nothing happened, but the first key is named
  audit = withKeys(third, second)
  await sealed(5)
  audit = withKeys(third)
  expect(await audit.verify()).toMatchObject({ ok: true, checkpoints: 3, unsealedEntries: 0 })
  expect((await withKeys(second).verify()).findings.map(({ kind }) => kind)).toContain('checkpoint_forged')
  const stolen = createKeyring([first])
  const body = JSON.stringify({ ...JSON.parse(JSON.parse(before.trim()).body), number: 4 })
  const signature = stolen.sign(Buffer.from(body)).toString('base64url')
  await appendFile(file(), `${JSON.stringify({ body, signature })}\n`)
  expect((await audit.verify()).findings).toMatchObject([{ sentence: expect.stringContaining('Line 4') }])
  // Nor does it excuse anything with a restore that never was, in whatever place and by whatever number it gives itself.
  for (const at of [t.clock.now().toISOString(), '2020-01-01T00:00:00.000Z']) {
    const restored = JSON.stringify({ kind: 'restored', number: 1, at, heads: [], previous: null })
    const line = { body: restored, signature: stolen.sign(Buffer.from(restored)).toString('base64url') }
    await appendFile(file(), `${JSON.stringify(line)}\n`)
    await superuser.query('delete from audit_checkpoints')
    await superuser.query('insert into audit_checkpoints (number, at, body, signature) values (1, $1, $2, $3)', [
      at,
      line.body,
      line.signature,
    ])
    await superuser.query('delete from audit_entries where seq > 1')
    expect(await kinds()).toEqual(expect.arrayContaining(['checkpoint_forged', 'cut_off']))
  }
})

test('a checkpoint in the database that nobody can read is named, and hides nothing else', async () => {
  for (let n = 0; n < 2; n++) await sealed(1)
  await superuser.query(`update audit_checkpoints set body = 'x' where number = 1`)
  expect(await kinds()).toEqual(['checkpoint_forged', 'checkpoints_missing'])
})

test('a copy of an old line, put behind the others to excuse what was cut off, is named', async () => {
  await sealed(3)
  await audit.recordRestore({ kind: 'operator', name: 'ivan' }, {})
  const restored = (await readFile(file(), 'utf8')).trim().split('\n').at(-1)
  await sealed(4)
  await superuser.query(`delete from audit_entries where seq > 1 and body ->> 'at' > (select body::json ->> 'at'
    from audit_checkpoints where number = 2)`)
  await superuser.query('delete from audit_checkpoints where number = 3')
  expect(await kinds()).toContain('cut_off')
  await appendFile(file(), `${restored}\n`)
  expect(await kinds()).toEqual(['checkpoint_forged', 'cut_off', 'restored'])
})

test('a checkpoint taken out of the database is missed by the next one', async () => {
  for (let n = 0; n < 3; n++) await sealed(1)
  await superuser.query('delete from audit_checkpoints where number = 2')
  expect((await audit.verify()).findings).toMatchObject([
    { kind: 'checkpoints_missing', sentence: expect.stringContaining('before number 3') },
  ])
})

test('a value about a person may be missing when it was erased, and only then', async () => {
  const [molly, mark] = [t.ids.next(), t.ids.next()]
  const say = (personId: string) =>
    t.db.transaction(async (tx) => {
      const actor = { kind: 'person', personId: mark, address: '203.0.113.9' } as const
      audit.record(tx, {
        action: 'grant.started',
        actor,
        subjects: { personId },
        reason: 'Project',
        personal: { n: 1 },
      })
    })
  await say(molly)
  await say(molly)
  const owner = openDatabase({ url: t.place.ownerUrl })
  const ivan = { kind: 'operator', name: 'ivan' } as const
  await erasePersonalValues({ db: owner, audit }, { personId: molly, actor: ivan })
  expect(await audit.verify()).toMatchObject({ ok: true, erasedValues: 4 })
  t.clock.advance(7_200_000)
  await say(molly)
  t.clock.advance(-3_600_000) // It ran fast.
  await erasePersonalValues({ db: owner, audit }, { personId: molly, actor: ivan })
  expect(await audit.verify()).toMatchObject({ ok: true, erasedValues: 6 })
  await owner.close()
  t.clock.advance(7_200_000)
  await say(molly)
  await superuser.query(`delete from audit_personal where person_id = $1`, [molly])
  expect((await audit.verify()).findings).toMatchObject([
    {
      kind: 'personal_changed',
      sentence: expect.stringMatching(/reason beside entry .* is gone, and nobody erased it/),
    },
  ])
  await superuser.query(`delete from audit_personal where person_id = $1`, [mark])
  expect((await audit.verify()).findings).toHaveLength(4)
})

test('a node whose own file has no line for a restore takes it from the database', async () => {
  await sealed(3)
  const yesterday = await copyOf(t)
  await sealed(4)
  const own = await readFile(file(), 'utf8')
  const old = openDatabase({ url: yesterday.place.serviceUrl })
  const after = createAudit({ ...t, jobs: { schedule: () => {} }, db: old, checkpointFile: file() })
  t.clock.advance(1000)
  await after.recordRestore({ kind: 'operator', name: 'ivan' }, {})
  await writeFile(file(), own) // as the file of a node that did not restore
  expect(await after.verify()).toMatchObject({ ok: true, notes: [expect.stringContaining('restored by the operator')] })
  await old.close()
  await yesterday.drop()
})

/** What a database superuser who knows the format would run: change the first of them, and make every hash fit again. */
function rewriteFrom(from: number, to: number): string {
  return `do $$
    declare e record; previous bytea; text_of text;
    begin
      update audit_entries set body = jsonb_set(body, '{action}', '"nothing.happened"') where seq = ${from};
      for e in select chain, seq, body from audit_entries where seq between ${from} and ${to} order by chain, seq loop
        select hash into previous from audit_entries where chain = e.chain and seq = e.seq - 1;
        text_of := canonical(e.body);
        update audit_entries set prev = previous, hash = sha256(convert_to(
          e.chain || E'\\n' || e.seq || E'\\n' || encode(previous, 'hex') || E'\\n' || text_of, 'UTF8'))
        where chain = e.chain and seq = e.seq;
      end loop;
    end $$`
}

/** Canonical JSON in SQL, for the forger above. */
beforeEach(async () => {
  await superuser.query(`create function canonical(j jsonb) returns text language sql as $$
    select case jsonb_typeof(j)
      when 'object' then '{' || coalesce((select string_agg(to_json(key)::text || ':' || canonical(value), ',' order by key collate "C")
        from jsonb_each(j)), '') || '}'
      when 'array' then '[' || coalesce((select string_agg(canonical(value), ',') from jsonb_array_elements(j)), '') || ']'
      else j::text end $$`)
})

async function copyOf(platform: TestPlatform) {
  const name = new URL(platform.place.ownerUrl).pathname.slice(1)
  await platform.live.close()
  await superuser.end()
  await platform.db.close()
  const copy = await cloneDatabase(name)
  platform.db = openDatabase({ url: platform.place.serviceUrl })
  audit = createAudit({ ...platform, jobs: { schedule: () => {} }, checkpointFile: file() })
  superuser = new pg.Client({ connectionString: platform.place.ownerUrl })
  await superuser.connect()
  return copy
}
