import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { backupDatabase } from '../platform/database/backup.ts'
import { openDatabase } from '../platform/database/open-database.ts'
import { restoreDatabase } from '../platform/database/restore.ts'
import { Secret } from '../platform/secret.ts'
import { cloneDatabase, type TestPlatform, testPlatform } from '../platform/testing.ts'
import { createAudit, trailUnused } from './module.ts'

// Real processes and databases, on machines that are busy with other tests too.
vi.setConfig({ testTimeout: 60_000 })

const passphrase = new Secret('correct horse battery staple')
let t: TestPlatform
let folder: string
let target: Awaited<ReturnType<typeof cloneDatabase>>

beforeEach(async () => {
  t = await testPlatform()
  folder = await mkdtemp(join(tmpdir(), 'hallpass-restore-'))
  target = await cloneDatabase()
})
afterEach(async () => {
  await t.close()
  await target.drop()
  await rm(folder, { recursive: true })
})

test.each([{ entries: 7 }, { entries: 1 }])(
  'after backup and restore the trail is whole, ends with the restore, and says that $entries were lost',
  async ({ entries }) => {
    const [file, checkpointFile] = [join(folder, 'backup'), join(folder, 'trail.jsonl')]
    const audit = createAudit({ ...t, checkpointFile })
    const happen = async (count: number) => {
      for (let i = 0; i < count; i++) {
        t.clock.advance(1000)
        await t.db.transaction(async (tx) => {
          const entry = { action: 'grant.started', actor: { kind: 'system', name: 'test' }, subjects: {} } as const
          audit.record(tx, { ...entry, personal: { name: `Molly ${i}` } })
        })
      }
      await audit.seal()
    }
    await happen(30)
    await backupDatabase({ url: t.place.ownerUrl, clock: t.clock }, { file, passphrase })
    await happen(entries)

    await restoreDatabase(
      { url: target.place.ownerUrl, clock: t.clock },
      {
        file,
        passphrase,
        isUnused: trailUnused,
        onRestore: [],
        async finish(db) {
          const restored = createAudit({ ...t, db, jobs: { schedule: () => {} }, checkpointFile })
          await restored.recordRestore({ kind: 'operator', name: 'ivan' }, { file: 'backup' })
        },
      },
    )
    const db = openDatabase({ url: target.place.serviceUrl })
    const restored = createAudit({ ...t, db, jobs: { schedule: () => {} }, checkpointFile })
    const verification = await restored.verify()
    expect(verification).toMatchObject({ ok: true, entries: 31, unsealedEntries: 0, erasedValues: 0, findings: [] })
    expect(verification.notes).toEqual([expect.stringContaining('restored by the operator')])
    const [last] = (await restored.search(db, {}, { limit: 1 })).items
    expect(last?.body).toMatchObject({ action: 'backup.restored', actor: { kind: 'operator', name: 'ivan' } })
    await db.close()
  },
)
