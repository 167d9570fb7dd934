import type { InstallSnowApp } from '@hallpass/contract/servicenow-set-up'
import type { Actor } from '../../audit/module.ts'
import { Secret } from '../../platform/secret.ts'
import { addressOf } from './create-connection.ts'
import type { ServiceNowDeps } from './deps.ts'
import { notAnApp } from './errors.ts'
import { openSetUp, type SetUpDeps } from './set-up-instance.ts'

export type InstallInstanceAppDeps = SetUpDeps & Pick<ServiceNowDeps, 'internalHosts' | 'db' | 'audit'>

/** Of every zip: APPNOTE 4.3.7, a local file header comes first. */
const zipStart = Buffer.from('PK\u0003\u0004', 'latin1')

/**
 * Installs the app in an instance in the name of an administrator of it, and says how many of its flows must be published
 * by hand. The instance may be one that is not connected yet. Installing it again changes nothing.
 */
export async function installInstanceApp(
  deps: InstallInstanceAppDeps,
  { instanceUrl, login, password, app }: InstallSnowApp,
  actor: Actor,
): Promise<{ published: number; unpublished: number }> {
  const address = addressOf(deps, instanceUrl)
  const zip = Buffer.from(app, 'base64')
  if (!zip.subarray(0, zipStart.length).equals(zipStart)) throw notAnApp()
  const setUp = await openSetUp(deps, address, { name: login, password: new Secret(password) })
  const done = await setUp.install(zip)
  await deps.db.transaction(async (tx) => {
    const after = { instanceUrl: address, as: login, ...done }
    deps.audit.record(tx, { action: 'servicenow.app_installed', actor, subjects: {}, after })
  })
  return done
}
