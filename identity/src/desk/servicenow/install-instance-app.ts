import type { InstallSnowApp } from '@hallpass/contract/servicenow-set-up'
import type { Actor } from '../../audit/module.ts'
import { Secret } from '../../platform/secret.ts'
import { addressOf } from './create-connection.ts'
import type { ServiceNowDeps } from './deps.ts'
import { notAnApp } from './errors.ts'
import { intended, oneSetUp } from './one-set-up.ts'
import { type SetUpDeps, withSetUp } from './set-up-instance.ts'

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
  const administrator = { name: login, password: new Secret(password) }
  const entry = {
    action: 'servicenow.app_installed',
    actor,
    subjects: {},
    after: { instanceUrl: address },
    personal: { administrator: login },
  }
  return oneSetUp(deps.db, address, () =>
    withSetUp(deps, address, administrator, (setUp) =>
      intended(
        deps,
        entry,
        () => setUp.install(zip),
        (done) => done,
      ),
    ),
  )
}
