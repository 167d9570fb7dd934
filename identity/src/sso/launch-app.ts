import type { Actor } from '../audit/module.ts'
import type { SsoDeps } from './deps.ts'
import { appRefused, appUnknown, appWithoutAddress } from './errors.ts'

export type LaunchAppDeps = Pick<SsoDeps, 'db' | 'access' | 'audit'>

/**
 * The way into an app: access is checked again at the moment of the click, and the address comes from the app's own
 * settings, found by its id. No address ever comes from the request, so nobody can be sent elsewhere.
 */
export async function launchApp(
  deps: LaunchAppDeps,
  input: { appId: string; personId: string; actor: Actor },
): Promise<URL> {
  const { db, access } = deps
  const { appId, personId } = input
  const app = await access.app(db, appId)
  if (!app || app.state === 'retired') throw appUnknown()
  if (!(await access.mayUse(db, personId, appId))) throw appRefused()
  const { signOn } = app.addresses
  if (signOn === null || !URL.canParse(signOn)) throw appWithoutAddress()
  const address = new URL(signOn)
  if (address.protocol !== 'https:' && address.protocol !== 'http:') throw appWithoutAddress()
  await db.transaction(async (tx) =>
    deps.audit.record(tx, { action: 'app.launched', actor: input.actor, subjects: { personId, appId } }),
  )
  return address
}
