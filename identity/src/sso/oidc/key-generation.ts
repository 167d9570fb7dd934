import type { Reader } from '../../platform/database/database.ts'
import { kept } from '../../platform/database/kept.ts'

type Tables = { sign_on_keys: { id: string; use: string; state: string } }

const keysOf = kept((r, { use }: { use: string }) =>
  r.withTables<Tables>().selectFrom('sign_on_keys').select(['id', 'state']).where('use', '=', use).orderBy('id'),
)

/** Which keys there are and what state they are in: changes with every rotation, on whichever node it was. */
export async function keyGeneration(r: Reader): Promise<string> {
  const rows = await keysOf(r, { use: 'oidc' })
  return rows.map(({ id, state }) => `${id} ${state}`).join()
}
