import { AppHealthAnswer } from '@hallpass/contract/servicenow-shapes'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { Value } from 'typebox/value'
import type { ServiceNowDeps } from './deps.ts'
import { firstNamed } from './in-language.ts'
import type { OpenClient } from './open-client.ts'
import { type CallAppDeps, callApp } from './sign-call.ts'
import { allConnections, findConnection, noteOnConnection } from './store-connections.ts'
import { enqueueSync } from './sync-catalog.ts'

export type NoteAppVersionDeps = CallAppDeps & Pick<ServiceNowDeps, 'jobs'>

/**
 * An instance whose app is of another version than before is sent the whole list of apps: what another version keeps in
 * another way is right again before the night comes. The language it speaks is noted, too.
 */
export async function noteAppVersion(
  deps: NoteAppVersionDeps,
  id: string,
  { version, language }: Pick<AppHealthAnswer, 'version' | 'language'>,
): Promise<void> {
  const connection = await findConnection(deps.db, id)
  const spoken = firstNamed(language)
  if (connection && spoken !== null && connection.language !== spoken)
    await noteOnConnection(deps.db, id, { language: spoken })
  if (!connection?.instanceId || connection.appVersion === version) return
  // Asked for first: killed in between, it is sent twice rather than never.
  await enqueueSync(deps, { isFull: true, only: id })
  await noteOnConnection(deps.db, id, { app_version: version })
}

/** Asks every instance for the version of its app. One that does not answer, or that another answers for, is asked again. */
export async function lookForNewApps(deps: NoteAppVersionDeps & { openClient: OpenClient }): Promise<void> {
  for (const connection of await allConnections(deps.db)) {
    if (connection.state === 'disabled' || connection.instanceId === null) continue
    try {
      const client = await deps.openClient(connection)
      const health = await callApp(deps, client, connection, { method: 'GET', path: 'health', subject: 'health' })
      if (!Value.Check(AppHealthAnswer, health) || health.instanceId !== connection.instanceId) continue
      await noteAppVersion(deps, connection.id, health)
    } catch (error) {
      if (!(error instanceof ServiceNowFailure)) throw error
    }
  }
}
