import { basename } from 'node:path'
import { createAudit, trailUnused } from '../audit/module.ts'
import { type Config, readConfig } from '../config.ts'
import { voidOnRestore as voidProofs } from '../credentials/module.ts'
import { voidOnRestore as voidDesk } from '../desk/module.ts'
import { checkpointFile, openPlace } from '../foundation.ts'
import { systemClock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { checkBackup, restoreDatabase } from '../platform/database/restore.ts'
import { uuidV7 } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { voidOnRestore as holdAccounts } from '../provisioning/module.ts'
import { voidOnRestore as voidSignIns } from '../sso/module.ts'
import type { Command } from './command.ts'
import { backupPassphrase } from './passphrase.ts'
import { operator } from './with-app.ts'

/** Puts a backup into an empty database. Everything that opens a door is void afterwards; the trail says that it happened. */
export const command: Command = async ([file], environment) => {
  if (!file) {
    console.log('Usage: HALLPASS_BACKUP_PASSPHRASE_FILE=… hallpass restore FILE')
    return 2
  }
  const passphrase = backupPassphrase(environment)
  const config = readConfig({ HALLPASS_LOG_LEVEL: 'warn', ...environment })
  const log = createLog('warn')
  // Before a database is made: a wrong passphrase or file leaves nothing behind.
  await checkBackup({ file, passphrase })
  // Never joined: a restore under a running service would pull the floor from under it.
  const { place, embedded } = await openPlace({ config, clock: systemClock, log, joinRunning: false, isBare: true })
  try {
    const { madeAt, tables, rows } = await restoreDatabase(
      { url: place.ownerUrl, clock: systemClock },
      {
        file,
        passphrase,
        isUnused: trailUnused,
        onRestore: [...voidSignIns, ...voidProofs, ...voidDesk, ...holdAccounts],
        finish: (db) => recordRestore({ db, config, actor: operator(environment), file }),
      },
    )
    console.log(`${rows} rows of ${tables} tables are back as they were at ${madeAt}. Everybody has to sign in again.`)
    return 0
  } finally {
    await embedded?.stop()
  }
}

type Restored = { db: Database; config: Config; actor: ReturnType<typeof operator>; file: string }

async function recordRestore({ db, config, actor, file }: Restored): Promise<void> {
  const ids = uuidV7(systemClock)
  const jobs = { schedule: () => {} }
  const audit = createAudit({
    db,
    clock: systemClock,
    ids,
    keys: config.keys,
    jobs,
    checkpointFile: checkpointFile(config),
  })
  await audit.recordRestore(actor, { file: basename(file) })
}
