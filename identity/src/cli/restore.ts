import { chownSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { createAudit, trailUnused } from '../audit/module.ts'
import { type Config, readConfig } from '../config.ts'
import { voidOnRestore as voidProofs } from '../credentials/module.ts'
import { voidOnRestore as voidDesk } from '../desk/module.ts'
import { checkpointFile, nodeName, openPlace } from '../foundation.ts'
import { systemClock } from '../platform/clock.ts'
import { countUnopened } from '../platform/crypto/count-unopened.ts'
import type { Database } from '../platform/database/database.ts'
import { checkBackup, restoreDatabase } from '../platform/database/restore.ts'
import { uuidV7 } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { voidOnRestore as holdAccounts } from '../provisioning/module.ts'
import { sealedPlaces } from '../sealed-places.ts'
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
  // A key that is made here opens nothing of the backup, and what it signs spoils the trail.
  const config = readConfig({ HALLPASS_LOG_LEVEL: 'warn', ...environment }, { makesKey: false })
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
        accept: (query) => refuseOtherKey({ query, keys: config.keys }),
        onRestore: [...voidSignIns, ...voidProofs, ...voidDesk, ...holdAccounts],
        finish: (db) => recordRestore({ db, config, actor: operator(environment), file }),
      },
    )
    giveToOwner(config.dataDir, checkpointFile(config))
    console.log(
      `${rows} rows of ${tables} tables are back as they were at ${madeAt}. Everybody has to sign in again. Recovery codes are void: whoever had some makes new ones.`,
    )
    return 0
  } finally {
    await embedded?.stop()
  }
}

async function refuseOtherKey(deps: Parameters<typeof countUnopened>[0]): Promise<void> {
  if ((await countUnopened(deps, sealedPlaces)) === 0) return
  throw new Error(
    'The master key is not the one this backup was sealed with. Put that one in place and restore again; nothing of the backup was kept.',
  )
}

/** The service may be another user than root, who restores: it has to write its checkpoints on. */
function giveToOwner(dataDir: string, file: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(dataDir)
  for (const path of [dirname(file), file]) chownSync(path, uid, gid)
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
    node: nodeName(config),
  })
  await audit.recordRestore(actor, { file: basename(file) })
}
