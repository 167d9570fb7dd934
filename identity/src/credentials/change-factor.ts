import type { Actor } from '../audit/module.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { factorUnknown } from './errors.ts'
import { showFactor } from './list-factors.ts'
import { deleteFactor, factorsOfPerson, renameStoredFactor } from './store-factors.ts'
import { type TellFactorChangeDeps, tellFactorChange } from './tell-factor-change.ts'
import type { Factor, StoredFactor } from './types.ts'

export type ChangeFactorDeps = TellFactorChangeDeps & { db: Database }

/** Renames or removes one of a person's own factors. */
export function changeFactor(
  deps: ChangeFactorDeps,
  input: { personId: string; factorId: string; actor: Actor; change: { name: string } | 'remove' },
): Promise<Factor> {
  const { personId, factorId, actor, change } = input
  return deps.db.transaction(async (tx) => {
    const factor = await own(tx, personId, factorId)
    if (change === 'remove') {
      const shown = await showFactor(tx, factor)
      if (!(await deleteFactor(tx, factorId))) throw factorUnknown()
      await tellFactorChange(deps, tx, { factor, change: 'removed', actor })
      return shown
    }
    const renamed = { ...factor, name: change.name.trim() }
    await renameStoredFactor(tx, factorId, renamed.name)
    await tellFactorChange(deps, tx, { factor: renamed, change: 'renamed', actor })
    return await showFactor(tx, renamed)
  })
}

async function own(tx: Tx, personId: string, factorId: string): Promise<StoredFactor> {
  const factor = (await factorsOfPerson(tx, personId)).find(({ id }) => id === factorId)
  if (!factor) throw factorUnknown()
  return factor
}
