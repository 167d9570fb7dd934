import type { Database, Tx } from '../platform/database/database.ts'
import { isSettled } from './decide.ts'
import type { DeskDeps } from './deps.ts'
import { itself, type MoveCaseDeps, moveCase } from './move-case.ts'
import { lockCase, unsettledOf } from './store-cases.ts'
import type { Case } from './types.ts'

export type OnPersonGoneDeps = MoveCaseDeps & { db: Database; directory: Pick<DeskDeps['directory'], 'person'> }

/**
 * Whoever is gone needs no password: their cases are closed, and the tickets of these follow. One that cannot be closed
 * keeps none of the others open, and is tried again.
 */
export async function onPersonGone(deps: OnPersonGoneDeps, { personId }: { personId: string }): Promise<void> {
  const failures: unknown[] = []
  for (const caseId of await unsettledOf(deps.db, personId)) {
    const closing = deps.db.transaction(async (tx) => {
      const theCase = await lockCase(tx, caseId)
      // Back meanwhile: the cases are theirs again.
      if (theCase && (await deps.directory.person(tx, personId))?.state === 'gone') await closeOfGone(deps, tx, theCase)
    })
    await closing.catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

/** False for one that is settled, and for "this was not me": who may have been robbed may be back, and an agent looks into it. */
export async function closeOfGone(deps: MoveCaseDeps, tx: Tx, theCase: Case): Promise<boolean> {
  if (isSettled(theCase) || theCase.kind === 'reset_disputed') return false
  await moveCase(deps, tx, theCase, { kind: 'left' }, { by: itself, ...because })
  return true
}

/** So that nothing is left to do for the many who have none. */
export const hasCases = async (tx: Tx, { personId }: { personId: string }): Promise<boolean> =>
  (await unsettledOf(tx, personId)).length > 0

const because = { text: 'The person is gone from their directory, or it was removed.', code: 'desk_person_gone' }
