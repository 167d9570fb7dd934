/** Real directories connected to whatever world a test has: as an administrator would, through the front door of the slice. */
import type { Samba } from '@hallpass/counterparts/samba'
import type { Slapd } from '@hallpass/counterparts/slapd'
import { settingsFor } from './directory/connectors/active-directory/testing.ts'
import type { Directory } from './directory/module.ts'
import type { LdapSettings, SyncSettings } from './directory/types.ts'
import type { TestPlatform } from './platform/testing.ts'

type WorldWithDirectory = Pick<TestPlatform, 'db'> & { directory: Directory }
type Options = { sync?: Partial<SyncSettings>; name?: string }

const operator = { kind: 'operator', name: 'test' } as const

/** The id of the directory; its first sync is due. `through`: a proxy before it. */
export async function connectWindows(
  { db, directory }: WorldWithDirectory,
  samba: Samba,
  {
    name = 'Acme Windows',
    sync = {},
    kdcPort = samba.kdcPort,
    through,
  }: Options & { kdcPort?: number; through?: { port: number } } = {},
): Promise<string> {
  const place = through ? { host: '127.0.0.1', port: through.port } : { host: samba.host, port: samba.tlsPort }
  const settings = settingsFor(samba, { controllers: [{ ...place, kdcPort }] })
  const made = { name, settings, bindPassword: samba.servicePassword, sync }
  return (await db.transaction((tx) => directory.connect(tx, operator, made))).id
}

/** The same for OpenLDAP; `port` for one behind a proxy. */
export async function connectLdap(
  { db, directory }: WorldWithDirectory,
  slapd: Slapd,
  { name = 'Acme people', sync = {}, port = slapd.tlsPort }: Options & { port?: number } = {},
): Promise<string> {
  const settings: LdapSettings = {
    kind: 'ldap',
    host: '127.0.0.1',
    port,
    security: 'ldaps',
    caPem: slapd.caPem,
    baseDn: slapd.baseDn,
    bindDn: slapd.serviceDn,
    defaultPolicyDn: `cn=default,ou=policies,${slapd.baseDn}`,
  }
  const made = { name, settings, bindPassword: slapd.servicePassword, sync }
  return (await db.transaction((tx) => directory.connect(tx, operator, made))).id
}
