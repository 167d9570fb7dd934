import type { ActiveDirectorySettings } from '@hallpass/contract/directory-settings'
import { type Samba, startSamba } from '@hallpass/counterparts/samba'
import { type SambaAdmin, sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { afterAll, beforeAll } from 'vitest'
import { Secret } from '../../../platform/secret.ts'
import { activeDirectoryConnector } from '../active-directory.ts'
import type { DirectoryConnector, PersonRef } from '../connector.ts'

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

export type TestDomain = {
  samba: Samba
  admin: SambaAdmin
  connector: DirectoryConnector
  /** Somebody new, with a password the domain takes. */
  add(): Promise<{ login: string; ref: PersonRef; password: string }>
  stop(): Promise<void>
}

/** A domain for the tests of a block: opened before the first of them, stopped after the last. */
export function inDomain(use: (domain: TestDomain) => void): void {
  let domain: TestDomain | undefined
  beforeAll(async () => {
    domain = await openTestDomain()
    use(domain)
  }, 180_000)
  afterAll(() => domain?.stop())
}

/** A private domain, who administers it, and a connector to it. */
async function openTestDomain(): Promise<TestDomain> {
  const samba = await startSamba()
  const admin = sambaAdmin(samba)
  const connector = connectorTo(samba)
  let count = 0
  return {
    samba,
    admin,
    connector,
    async add() {
      count += 1
      const [login, password] = [`somebody${count}`, `Zebras-cross-${count}-rivers`]
      await admin.add({ login, displayName: `Quxx ${count}`, mail: `${login}@win.acme.example`, password })
      const ref = (await connector.find(login))?.ref
      if (!ref) throw new Error('The person that was just added is not found.')
      return { login, ref, password }
    },
    async stop() {
      await connector.close()
      await admin.close()
      await samba.stop()
    },
  }
}
