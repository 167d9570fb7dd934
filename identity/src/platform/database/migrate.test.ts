import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock as clock } from '../clock.ts'
import { cloneDatabase } from '../testing.ts'
import { migrate } from './migrate.ts'
import { externalPlace } from './place.ts'

// Real processes and databases, on machines that are busy with other tests too.
vi.setConfig({ testTimeout: 240_000 })

const ownFolder = fileURLToPath(new URL('../../../migrations', import.meta.url))
let folder: string
let url: string
let drop: () => Promise<void>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallpass-migrations-'))
  const { place, drop: dropDatabase } = await cloneDatabase('template0')
  url = place.ownerUrl
  drop = dropDatabase
})
afterEach(async () => {
  await drop()
  await rm(folder, { recursive: true })
})

async function query(text: string, at = url): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: at })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const file = (name: string, text: string) => writeFile(join(folder, name), text)
const shape = () =>
  query(`select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
    where table_schema = 'public' order by table_name, column_name`)

test('every earlier version comes up to this one, with the same tables as a fresh database', async () => {
  const names = (await readdir(ownFolder)).sort()
  await migrate({ url, clock })
  const fresh = await shape()
  for (let version = 1; version < names.length; version++) {
    const { place, drop: dropOlder } = await cloneDatabase('template0')
    const older = await mkdtemp(join(tmpdir(), 'hallpass-older-'))
    for (const name of names.slice(0, version)) await cp(join(ownFolder, name), join(older, name))
    expect((await migrate({ url: place.ownerUrl, clock, folder: older })).applied).toHaveLength(version)
    expect((await migrate({ url: place.ownerUrl, clock })).applied).toEqual(names.slice(version))
    const previous = url
    url = place.ownerUrl
    expect(await shape()).toEqual(fresh)
    url = previous
    await dropOlder()
    await rm(older, { recursive: true })
  }
})

test('four processes that start at once migrate once', async () => {
  await file('0001_a.sql', 'create table a (n integer)')
  await file('0002_b.sql', 'create table b (n integer)')
  const results = await Promise.all([1, 2, 3, 4].map(() => migrate({ url, clock, folder })))
  expect(results.flatMap((result) => result.applied).sort()).toEqual(['0001_a.sql', '0002_b.sql'])
})

test('a migration that fails leaves nothing of itself, and is named', async () => {
  await file('0001_a.sql', 'create table a (n integer)')
  await file('0002_b.sql', 'create table b (n integer); select 1/0')
  await expect(migrate({ url, clock, folder })).rejects.toThrow(
    '0002_b.sql failed and was rolled back: division by zero',
  )
  expect(await query(`select to_regclass('b') as b`)).toEqual([{ b: null }])
  await file('0002_b.sql', 'create table b (n integer)')
  expect((await migrate({ url, clock, folder })).applied).toEqual(['0002_b.sql'])
})

test('a changed file, a newer database, a number given twice or left behind are refused in a sentence', async () => {
  await file('0001_a.sql', 'create table a (n integer)')
  await file('0003_c.sql', 'create table c (n integer)')
  await migrate({ url, clock, folder })
  await file('0002_b.sql', 'create table b (n integer)')
  await expect(migrate({ url, clock, folder })).rejects.toThrow('0002_b.sql comes before 0003_c.sql, which')
  await rm(join(folder, '0002_b.sql'))
  await file('0001_a.sql', 'create table a (n bigint)')
  await expect(migrate({ url, clock, folder })).rejects.toThrow(
    '0001_a.sql was changed after this database had applied it',
  )
  await file('0001_a.sql', 'create table a (n integer)')
  await rm(join(folder, '0003_c.sql'))
  await expect(migrate({ url, clock, folder })).rejects.toThrow('made by a newer Hallpass (it knows 0003_c.sql)')
  await file('0001_twice.sql', 'select 1')
  await expect(migrate({ url, clock, folder })).rejects.toThrow('Two migrations have the number 1')
})

test('an owner that is no superuser migrates too, and its service works in the role that may only add to the trail', async () => {
  await query(`drop role if exists plain_owner`)
  await query(`create role plain_owner login createrole`)
  const database = new URL(url).pathname.slice(1)
  await query(`grant hallpass_service to plain_owner with admin option; alter database ${database} owner to plain_owner;
    alter schema public owner to plain_owner`)
  const plainUrl = url.replace('hallpass@', 'plain_owner@')
  const { hasServiceRole } = await migrate({ url: plainUrl, clock })
  const place = externalPlace(plainUrl, hasServiceRole)
  expect(await query('select session_user, current_user', place.serviceUrl)).toEqual([
    { session_user: 'plain_owner', current_user: 'hallpass_service' },
  ])
  await expect(query('delete from audit_entries', place.serviceUrl)).rejects.toThrow('permission denied')
  expect(await query('select count(*)::int as n from graphile_worker._private_jobs', place.serviceUrl)).toEqual([
    { n: 0 },
  ])
  await query(
    `reassign owned by plain_owner to hallpass; drop owned by plain_owner; alter database ${database} owner to hallpass`,
  )
  await query('revoke hallpass_service from plain_owner; drop role plain_owner')
})
