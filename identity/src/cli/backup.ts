import { readConfig } from '../config.ts'
import { openPlace } from '../foundation.ts'
import { systemClock } from '../platform/clock.ts'
import { backupDatabase } from '../platform/database/backup.ts'
import { createLog } from '../platform/log.ts'
import type { Command } from './command.ts'
import { backupPassphrase } from './passphrase.ts'

/** Writes everything in the database to one encrypted file; the service may go on running. */
export const command: Command = async ([file], environment) => {
  if (!file) {
    console.log('Usage: HALLPASS_BACKUP_PASSPHRASE_FILE=… hallpass backup FILE')
    return 2
  }
  const passphrase = backupPassphrase(environment)
  const config = readConfig({ HALLPASS_LOG_LEVEL: 'warn', ...environment })
  const { place, embedded } = await openPlace({ config, clock: systemClock, log: createLog('warn'), joinRunning: true })
  try {
    const { tables, rows } = await backupDatabase({ url: place.ownerUrl, clock: systemClock }, { file, passphrase })
    console.log(`${rows} rows of ${tables} tables are in ${file}. The master key is not: keep it elsewhere.`)
    return 0
  } finally {
    await embedded?.stop()
  }
}
