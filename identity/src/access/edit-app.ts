import type { EditApp } from '@hallpass/contract/apps'
import type { Actor } from '../audit/module.ts'
import { type AppDeps, appFacts, appFaults, cleanLine } from './add-app.ts'
import { addressFaults, withTyped } from './addresses.ts'
import { appNotFound, appRetiredFailure, builtInApp, changedMeanwhile, invalidFields } from './errors.ts'
import { offerChanged } from './events.ts'
import { lockApp, saveApp } from './store-apps.ts'
import { refreshSearchText, rolesCarrying } from './store-roles.ts'
import type { App } from './types.ts'

/** Changes what an app is called and where it is; refused when somebody changed it since it was read. */
export async function editApp(
  deps: Pick<AppDeps, 'db' | 'audit' | 'icons' | 'events'>,
  input: EditApp & { appId: string },
  actor: Actor,
): Promise<App> {
  return deps.db.transaction(async (tx) => {
    const before = await lockApp(tx, input.appId)
    if (!before) throw appNotFound()
    if (before.builtIn) throw builtInApp()
    if (before.state === 'retired') throw appRetiredFailure()
    if (before.version !== input.version) throw changedMeanwhile()

    const addresses = withTyped(before.addresses, input.addresses)
    const faults = [...appFaults(deps, input), ...addressFaults(addresses)]
    if (faults.length > 0) throw invalidFields('invalid_input', faults)
    const app: App = {
      ...before,
      name: input.name === undefined ? before.name : cleanLine(input.name),
      description: input.description?.trim() ?? before.description,
      category: input.category ?? before.category,
      iconSlug: input.iconSlug === undefined ? before.iconSlug : input.iconSlug,
      addresses,
      version: before.version + 1,
    }
    await saveApp(tx, app)
    const roles = await rolesCarrying(tx, app.id)
    await refreshSearchText(
      tx,
      roles.map(({ role }) => role.id),
    )
    deps.audit.record(tx, {
      action: 'app.edited',
      actor,
      subjects: { appId: app.id },
      before: appFacts(before),
      after: appFacts(app),
    })
    await deps.events.emit(tx, offerChanged, { subjectId: app.id })
    return app
  })
}
