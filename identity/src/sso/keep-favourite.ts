import type { SsoDeps } from './deps.ts'
import { appUnknown } from './errors.ts'
import { deleteFavourite, insertFavourite } from './store-favourites.ts'

export type KeepFavouriteDeps = Pick<SsoDeps, 'db' | 'access' | 'clock'>

/** Keeps an app first on a person's page, or no longer. Only an app they may use can be kept; letting go is always possible. */
export async function keepFavourite(
  deps: KeepFavouriteDeps,
  input: { personId: string; appId: string; isKept: boolean },
): Promise<void> {
  const { personId, appId, isKept } = input
  await deps.db.transaction(async (tx) => {
    if (!isKept) return await deleteFavourite(tx, personId, appId)
    if (!(await deps.access.mayUse(tx, personId, appId))) throw appUnknown()
    await insertFavourite(tx, personId, appId, deps.clock.now())
  })
}
