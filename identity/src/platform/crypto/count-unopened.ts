import type { Keyring } from './keyring.ts'
import type { SealedPlace } from './reseal.ts'

/** Runs one statement; whichever client is at hand. */
type Query = (text: string) => Promise<{ rows: Record<string, unknown>[] }>

/**
 * How many values no key of the keyring opens: then the master key is not the one they were sealed with. Of each key
 * that a place knows one value is tried.
 */
export async function countUnopened(
  { query, keys }: { query: Query; keys: Pick<Keyring, 'open'> },
  places: readonly SealedPlace[],
): Promise<number> {
  let count = 0
  for (const at of places.filter(({ isList }) => !isList)) {
    const { rows: tables } = await query(`select to_regclass('public.${at.table}') is not null as found`)
    if (!tables[0]?.found) continue
    const { rows } = await query(
      `select (array_agg(${at.id}))[1] as id, (array_agg(${at.column}))[1] as sealed, count(*)::int as n from ${at.table}
        where ${at.column} is not null group by split_part(${at.column}, '.', 2)`,
    )
    for (const { id, sealed, n } of rows) if (!opens(keys, at, String(id), String(sealed))) count += Number(n)
  }
  return count
}

function opens(keys: Pick<Keyring, 'open'>, { purpose, place }: SealedPlace, id: string, sealed: string): boolean {
  try {
    keys.open(purpose, `${place}:${id}`, sealed)
    return true
  } catch {
    return false
  }
}
