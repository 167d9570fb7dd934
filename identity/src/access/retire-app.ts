import type { Actor } from '../audit/module.ts'
import { type AppDeps, appFacts } from './add-app.ts'
import { appNotFound, builtInApp } from './errors.ts'
import { appRetired } from './events.ts'
import { lockApp, saveApp } from './store-apps.ts'
import type { App } from './types.ts'

/** Takes an app out of use: from this instant nobody may use it and no account is wanted in it. Safe to repeat. */
export async function retireApp(
  deps: Pick<AppDeps, 'db' | 'audit' | 'events' | 'clock'>,
  input: { appId: string; reason: string },
  actor: Actor,
): Promise<App> {
  return deps.db.transaction(async (tx) => {
    const before = await lockApp(tx, input.appId)
    if (!before) throw appNotFound()
    if (before.builtIn) throw builtInApp()
    if (before.state === 'retired') return before
    const app: App = { ...before, state: 'retired', retiredAt: deps.clock.now(), version: before.version + 1 }
    await saveApp(tx, app)
    deps.audit.record(tx, {
      action: 'app.retired',
      actor,
      subjects: { appId: app.id },
      reason: input.reason,
      before: appFacts(before),
      after: appFacts(app),
    })
    await deps.events.emit(tx, appRetired, { appId: app.id })
    return app
  })
}
