import { type AdminSession, signInAsAdmin } from '@hallpass/servicenow-client/admin-session'
import type { Secret } from '../../platform/secret.ts'
import type { ServiceNowDeps } from './deps.ts'
import { transportOf } from './open-client.ts'

export type Administrator = { name: string; password: Secret }

/** Signs the administrator in for this one run, and out when it is over. The password is in nobody's hands afterwards. */
export async function asAdministrator<T>(
  deps: Pick<ServiceNowDeps, 'clock' | 'egress' | 'delay'>,
  instanceUrl: string,
  { name, password }: Administrator,
  work: (session: AdminSession) => Promise<T>,
): Promise<T> {
  const session = await signInAsAdmin({
    instanceUrl: new URL(instanceUrl),
    transport: transportOf(deps),
    now: deps.clock.now,
    userName: name,
    password: () => password.reveal(),
  })
  try {
    return await work(session)
  } finally {
    await session.signOut()
  }
}
