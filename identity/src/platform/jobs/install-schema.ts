import { runMigrations } from 'graphile-worker'
import { openPool } from '../database/open-database.ts'
import { quietLogger } from './engine-logger.ts'

/** Creates or updates the job engine's own schema; safe to repeat. */
export async function installJobSchema(url: string): Promise<void> {
  const pool = openPool({ url, poolMax: 1, applicationName: 'hallpass migrate' })
  try {
    await runMigrations({ pgPool: pool, logger: quietLogger })
  } finally {
    await pool.end()
  }
}
