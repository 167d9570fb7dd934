import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { Egress } from '../platform/egress/egress.ts'
import type { Ids } from '../platform/ids.ts'
import { Secret } from '../platform/secret.ts'
import type { DirectoryConnector } from './connectors/connector.ts'
import { connectorFactory, type HashCost } from './connectors/registry.ts'
import { notingOwnWrites } from './note-own-writes.ts'
import { closedConnector, pausedConnector } from './paused-connector.ts'
import type { DirectoryRow } from './store/tables.ts'
import type { ConnectorSettings } from './types.ts'

/** One connector for each directory, kept open; a changed directory gets a new one and the old one is let go. */
export type Connectors = {
  of(directory: DirectoryRow): DirectoryConnector
  /** Writes of a built-in directory join the caller's transaction. Not kept. */
  within(tx: Tx, directory: DirectoryRow): DirectoryConnector
  /** For settings that are not saved. Not kept: the caller closes it. */
  draft(settings: ConnectorSettings, bindPassword: string | null): DirectoryConnector
  /** The same with the kept secret of a directory, for settings that name the same place. Not kept: the caller closes it. */
  draftOf(directory: DirectoryRow, settings: ConnectorSettings): DirectoryConnector
  close(): Promise<void>
}

export type ConnectorsDeps = {
  db: Database
  clock: Clock
  ids: Ids
  keys: Keyring
  egress?: Pick<Egress, 'fetch'>
  internalHosts: readonly string[]
  passwordCost?: HashCost
}

export function openConnectors(deps: ConnectorsDeps): Connectors {
  const makeConnector = connectorFactory(deps)
  const kept = new Map<string, { version: number; connector: DirectoryConnector }>()
  const make = (directory: DirectoryRow, tx?: Tx) => {
    if (directory.removing_at !== null) return closedConnector(directory.kind)
    const secret = directory.secret === null ? null : openSecret(deps.keys, directory.id, directory.secret)
    const source = { directoryId: directory.id, settings: directory.settings, secret }
    const connector = makeConnector(source, tx)
    return directory.paused_at === null ? connector : pausedConnector(connector)
  }
  return {
    of(directory) {
      const known = kept.get(directory.id)
      if (known?.version === directory.version) return known.connector
      const connector = notingOwnWrites(make(directory), directory.id, deps)
      kept.set(directory.id, { version: directory.version, connector })
      // Calls on their way through the old one fail as those of a connection that broke; the next ones use the new one.
      known?.connector.close().catch(() => {})
      return connector
    },
    within: (tx, directory) => make(directory, tx),
    draft(settings, bindPassword) {
      const secret = bindPassword === null ? null : new Secret(bindPassword)
      return makeConnector({ directoryId: deps.ids.next(), settings, secret })
    },
    draftOf: (directory, settings) => make({ ...directory, settings, paused_at: null }),
    async close() {
      const all = [...kept.values()]
      kept.clear()
      await Promise.all(all.map(({ connector }) => connector.close()))
    },
  }
}

const placeOf = (directoryId: string) => `directories.secret:${directoryId}`

export function sealSecret(keys: Keyring, directoryId: string, bindPassword: string): string {
  return keys.seal('connector-secret', placeOf(directoryId), new Secret(bindPassword))
}

function openSecret(keys: Keyring, directoryId: string, sealed: string): Secret {
  return keys.open('connector-secret', placeOf(directoryId), sealed)
}
