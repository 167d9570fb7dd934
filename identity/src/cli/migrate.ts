import { readConfig } from '../config.ts'
import { openFoundation } from '../foundation.ts'
import { readMigrations } from '../platform/database/migrate.ts'
import type { Command } from './command.ts'

/** Brings the database to this version; `serve` does the same at start. Says at which version it now is. */
export const command: Command = async (_words, environment) => {
  const foundation = await openFoundation(readConfig({ HALLPASS_LOG_LEVEL: 'warn', ...environment }))
  const newest = (await readMigrations()).at(-1)
  await foundation.close()
  console.log(`The database is at ${newest?.name ?? 'version 0'}.`)
  return 0
}
