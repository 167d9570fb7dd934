/** SQL of the settings of the desk: every version is kept, the newest is in force. */
import type { Reader, Tx } from '../platform/database/database.ts'
import { builtInSettings, isWeaker } from './settings.ts'
import { tables } from './store-tables.ts'
import type { Settings } from './types.ts'

export type SettingsVersion = { version: number; settings: Settings; changedAt: Date | null }

/** Version 0 is what Hallpass comes with. */
export async function settingsInForce(reader: Reader): Promise<SettingsVersion> {
  const row = await tables(reader)
    .selectFrom('desk_settings')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { version: 0, settings: builtInSettings, changedAt: null }
  return { version: row.version, settings: row.settings, changedAt: row.changed_at }
}

/**
 * What holds for one agent: weaker settings never serve whoever made them, until somebody else wrote the next version
 * (security C.19).
 */
export async function settingsFor(reader: Reader, agentId: string): Promise<Settings> {
  const versions = await tables(reader).selectFrom('desk_settings').selectAll().orderBy('version').execute()
  // Held against what holds for them so far, so that two small steps are no way around it.
  return versions.reduce<Settings>(
    (held, { settings, author_id }) => (author_id === agentId && isWeaker(held, settings) ? held : settings),
    builtInSettings,
  )
}

/** False when somebody else wrote this version first. */
export async function insertSettings(
  tx: Tx,
  version: { version: number; settings: Settings; authorId: string; changedAt: Date },
): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('desk_settings')
    .values({
      version: version.version,
      settings: JSON.stringify(version.settings),
      author_id: version.authorId,
      changed_at: version.changedAt,
    })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}
