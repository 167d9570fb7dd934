import type { Reader } from '../../platform/database/database.ts'

type Tables = { sign_on_keys: { id: string; use: string; state: string } }

/** Which keys there are and what state they are in: changes with every rotation, on whichever node it was. */
export async function keyGeneration(r: Reader): Promise<string> {
  const rows = await r
    .withTables<Tables>()
    .selectFrom('sign_on_keys')
    .select(['id', 'state'])
    .where('use', '=', 'oidc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, state }) => `${id} ${state}`).join()
}
