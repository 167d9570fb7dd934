import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { link, open, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Clock } from '../clock.ts'
import type { Secret } from '../secret.ts'
import { encryptStream } from './backup-cipher.ts'
import { type Frame, writeFrame } from './backup-frames.ts'
import { type BackupTable, listBackupTables, quoted } from './backup-tables.ts'

export type BackupResult = { tables: number; rows: number }

/**
 * Writes all our tables, as they were at one instant, into one compressed file encrypted to the passphrase. The file
 * appears under its name only when it is whole and on the disk; an existing file is never overwritten. The service may
 * go on working. The master key is not in it: without that key the connectors' secrets in it stay closed.
 */
export async function backupDatabase(
  { url, clock }: { url: string; clock: Clock },
  { file, passphrase }: { file: string; passphrase: Secret },
): Promise<BackupResult> {
  const client = new pg.Client({ connectionString: url, application_name: 'hallpass backup' })
  client.on('error', () => {}) // the statement in flight rejects with the same error
  await client.connect()
  // A name of its own: another backup of the same name, or one that was killed, has its own as well.
  const draft = `${file}.${randomUUID()}.part`
  const result: BackupResult = { tables: 0, rows: 0 }
  try {
    await pipeline(
      frames(client, clock, result),
      createGzip(),
      (compressed) => encryptStream(compressed, passphrase),
      createWriteStream(draft, { mode: 0o600, flags: 'wx' }),
    )
    await makeDurable(draft)
    await link(draft, file)
    return result
  } finally {
    await rm(draft, { force: true })
    await client.end()
  }
}

async function* frames(client: pg.Client, clock: Clock, result: BackupResult): AsyncGenerator<Buffer> {
  await client.query('begin isolation level repeatable read read only')
  const { rows: migrations } = await client.query('select number, name, checksum from migrations order by number')
  const manifest = { product: 'hallpass', madeAt: clock.now().toISOString(), migrations } as const
  yield writeFrame({ kind: 'manifest', manifest })
  for (const table of await listBackupTables(client)) {
    yield* tableFrames(client, table, result)
    result.tables++
  }
  yield writeFrame({ kind: 'end', tables: result.tables })
  await client.query('commit')
}

async function* tableFrames(client: pg.Client, table: BackupTable, result: BackupResult): AsyncGenerator<Buffer> {
  const names = quoted(table)
  yield writeFrame({ kind: 'table', ...table } satisfies Frame)
  const stream = client.query(copyTo(`copy ${names.table} (${names.columns}) to stdout`))
  for await (const bytes of stream) yield writeFrame({ kind: 'rows', bytes })
  yield writeFrame({ kind: 'table_end', rows: stream.rowCount })
  result.rows += stream.rowCount
}

async function makeDurable(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
