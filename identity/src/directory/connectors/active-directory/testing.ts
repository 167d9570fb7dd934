import type { ActiveDirectorySettings } from '@hallpass/contract/directory-settings'
import type { Samba } from '@hallpass/counterparts/samba'
import { Secret } from '../../../platform/secret.ts'
import { activeDirectoryConnector } from '../active-directory.ts'
import type { DirectoryConnector } from '../connector.ts'

export function settingsFor(samba: Samba, change: Partial<ActiveDirectorySettings> = {}): ActiveDirectorySettings {
  return {
    kind: 'active-directory',
    controllers: [{ host: samba.host, port: samba.tlsPort }],
    security: 'ldaps',
    caPem: samba.caPem,
    baseDn: samba.baseDn,
    bindName: samba.serviceDn,
    ...change,
  }
}

/** A connector to a private domain, as its service account; `memberRange` small enough for groups to come in pieces. */
export function connectorTo(
  samba: Samba,
  change: Partial<ActiveDirectorySettings> = {},
  timeoutMs = 10_000,
): DirectoryConnector {
  return activeDirectoryConnector(settingsFor(samba, change), new Secret(samba.servicePassword), {
    isHostAllowed: () => true,
    connectTimeoutMs: timeoutMs,
    answerTimeoutMs: timeoutMs,
    memberRange: 3,
  })
}
