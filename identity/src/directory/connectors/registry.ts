/** The only place that names the concrete connectors: one line for each kind of directory. */
import type { ConnectorSettings } from '@hallpass/contract/directory-settings'
import type { Clock } from '../../platform/clock.ts'
import type { Keyring } from '../../platform/crypto/keyring.ts'
import type { Database, Reader, Tx } from '../../platform/database/database.ts'
import type { Egress } from '../../platform/egress/egress.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Secret } from '../../platform/secret.ts'
import { adSettingsFault } from './active-directory/settings-fault.ts'
import { activeDirectoryConnector } from './active-directory.ts'
import { type HashCost, passwordHashes } from './built-in/hashes.ts'
import { builtInConnector } from './built-in.ts'
import type { DirectoryConnector } from './connector.ts'
import { misconfigured } from './failures.ts'
import { ldapSettingsFault } from './ldap/settings-fault.ts'
import { ldapConnector } from './ldap.ts'

export type { HashCost }

export type ConnectorDeps = {
  db: Database
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'seal' | 'open'>
  /** For a list of breached passwords, where a directory names one. */
  egress?: Pick<Egress, 'fetch'>
  internalHosts: readonly string[]
  passwordCost?: HashCost
}

/** What a connector is made from; `secret` is null for kinds that hold none. */
export type ConnectorSource = { directoryId: string; settings: ConnectorSettings; secret: Secret | null }

/** Makes connectors. With `tx`, what lives in our own database is written in that transaction. */
export function connectorFactory(deps: ConnectorDeps): (source: ConnectorSource, tx?: Tx) => DirectoryConnector {
  const hashes = passwordHashes(deps.keys, deps.passwordCost)
  return (source, tx) => {
    const { settings } = source
    switch (settings.kind) {
      case 'ldap':
        if (source.secret === null)
          throw misconfigured('The bind password of this directory is missing; enter it again.')
        return ldapConnector(settings, source.secret, {
          clock: deps.clock,
          allowPrivateHosts: isInternalAllowed(deps.internalHosts, settings),
        })
      case 'active-directory':
        if (source.secret === null)
          throw misconfigured('The bind password of this directory is missing; enter it again.')
        return activeDirectoryConnector(settings, source.secret, {
          isHostAllowed: (at) => isInternalAllowed(deps.internalHosts, at),
        })
      case 'built-in':
        return builtInConnector(settings, {
          clock: deps.clock,
          ids: deps.ids,
          hashes,
          ...(deps.egress ? { egress: deps.egress } : {}),
          directoryId: source.directoryId,
          reader: (tx ?? deps.db) satisfies Reader,
          own: tx ? null : deps.db,
          write: (work) => (tx ? work(tx) : deps.db.transaction(work)),
        })
    }
  }
}

/** What is wrong with settings that fit their schema, by field; null when nothing is. */
export function settingsFault(settings: ConnectorSettings): { field: string; message: string } | null {
  switch (settings.kind) {
    case 'ldap':
      return ldapSettingsFault(settings)
    case 'active-directory':
      return adSettingsFault(settings)
    case 'built-in':
      return null
  }
}

/** Settings whose change would send the secret somewhere else or as somebody else: they need it entered again (A.5). */
export function placeOfSecret(settings: ConnectorSettings): string | null {
  switch (settings.kind) {
    case 'ldap': {
      const { host, port, security, caPem, baseDn, bindDn } = settings
      return JSON.stringify([host.toLowerCase(), port, security, caPem, baseDn, bindDn])
    }
    case 'active-directory': {
      const { controllers, security, caPem, baseDn, bindName } = settings
      const places = controllers.map(({ host, port, kdcPort }) => [host.toLowerCase(), port, kdcPort ?? 88])
      return JSON.stringify([places, security, caPem, baseDn, bindName])
    }
    case 'built-in':
      return null
  }
}

/** The servers that settings name. */
export function placesOf(settings: ConnectorSettings): { host: string; port: number }[] {
  switch (settings.kind) {
    case 'ldap':
      return [settings]
    case 'active-directory':
      return settings.controllers
    case 'built-in':
      return []
  }
}

/** Whether the operator's configuration opens this host inside the network. */
export function isInternalAllowed(internalHosts: readonly string[], at: { host: string; port: number }): boolean {
  return internalHosts.some((entry) => entry === '*' || entry === at.host || entry === `${at.host}:${at.port}`)
}
