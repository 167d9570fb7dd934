import type { Actor } from '../../audit/module.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Failure } from '../../platform/errors.ts'
import { type AppChange, mayChangeApp } from '../sign-on/change-app.ts'
import { type ChangeInSightDeps, tellSignOnChange } from '../sign-on/change-in-sight.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { type EndAccessDeps, endSamlParts } from '../sign-on/on-access-ended.ts'
import { deleteNames, letNamesGo, nameKeyOf } from './store-names.ts'

export type FreeNameDeps = Pick<SignOnDeps, 'db' | 'audit'> & ChangeInSightDeps & EndAccessDeps

/**
 * Takes a name from whom the app knows by it, so that somebody else may get it, and with it perhaps their account there: whoever
 * frees it only once another administrator does so, too. The holder is named by whoever asks, so that nobody takes it from
 * somebody they did not see; what the app was told of them ends.
 */
export async function freeName(
  deps: FreeNameDeps,
  input: AppChange & { name: string; holderId: string },
): Promise<void> {
  await mayChangeApp(deps, input)
  const { appId, name, holderId, actor, principal } = input
  await deps.db.transaction(async (tx) => {
    const freed = { at: deps.clock.now(), by: principal.personId, forDirectory: null }
    const known = await letNamesGo(tx, { appId, personId: holderId, nameKey: nameKeyOf(name) }, freed)
    if (known.length === 0) throw nameNotHeld()
    await endSamlParts(deps, tx, known)
    deps.audit.record(tx, {
      action: 'app.name_freed',
      actor,
      subjects: { personId: holderId, appId },
      personal: { name },
    })
    await tellSignOnChange(deps, tx, { appId, authorId: principal.personId, change: 'name_freed' })
  })
}

export const nameNotHeld = (): Failure =>
  new Failure(
    'conflict',
    'name_not_held',
    'The app does not know this person by this name any more. Load it again, then repeat your change.',
  )

/** Values about somebody are erased: so are the names by which apps know them. Answers how many there were. */
export async function freeNamesOf(
  { audit }: Pick<SignOnDeps, 'audit'>,
  tx: Tx,
  { personId, actor }: { personId: string; actor: Actor },
): Promise<number> {
  const appIds = await deleteNames(tx, { personId })
  for (const appId of appIds) audit.record(tx, { action: 'app.name_freed', actor, subjects: { personId, appId } })
  return appIds.length
}
