import type { Database, Tx } from '../platform/database/database.ts'
import { isSettled } from './decide.ts'
import type { DeskDeps } from './deps.ts'
import { itself, type MoveCaseDeps, moveCase } from './move-case.ts'
import { lockCase, unsettledOf } from './store-cases.ts'

export type OnPersonGoneDeps = MoveCaseDeps & { db: Database; directory: Pick<DeskDeps['directory'], 'person'> }

/** Whoever is gone needs no password: their cases are closed, and the tickets of these follow. */
export async function onPersonGone(deps: OnPersonGoneDeps, { personId }: { personId: string }): Promise<void> {
  await deps.db.transaction(async (tx) => {
    // Back meanwhile: the cases are theirs again.
    if ((await deps.directory.person(tx, personId))?.state !== 'gone') return
    for (const caseId of await unsettledOf(tx, personId)) {
      const theCase = await lockCase(tx, caseId)
      if (theCase && !isSettled(theCase))
        await moveCase(deps, tx, theCase, { kind: 'left' }, { by: itself, ...because })
    }
  })
}

/** So that nothing is left to do for the many who have none. */
export const hasCases = async (tx: Tx, { personId }: { personId: string }): Promise<boolean> =>
  (await unsettledOf(tx, personId)).length > 0

const because = { text: 'The person is gone from their directory, or it was removed.', code: 'desk_person_gone' }
