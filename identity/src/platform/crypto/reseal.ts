import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { Secret } from '../secret.ts'
import type { KeyPurpose, Keyring } from './keyring.ts'

/** A column that holds a sealed value, or a list of them, bound to its row as `place:id`. */
export type SealedPlace = {
  table: string
  column: string
  id: string
  purpose: KeyPurpose
  /** What the values were bound to, before the row's id. */
  place: string
  isList?: boolean
}

export type ResealDeps = { db: Database; keys: Pick<Keyring, 'open' | 'seal' | 'isStale'> }

/** How many rows still hold a value sealed with a key that is no longer the current one. */
export async function countStale(deps: ResealDeps, places: readonly SealedPlace[]): Promise<number> {
  let count = 0
  for (const place of places) count += (await staleRows(deps, place)).length
  return count
}

/** Seals them with the current key, row by row; a row changed meanwhile is left alone. Answers how many were looked at. */
export async function reseal(deps: ResealDeps, places: readonly SealedPlace[]): Promise<number> {
  let count = 0
  for (const place of places) {
    for (const row of await staleRows(deps, place)) {
      await resealRow(deps, place, row)
      count += 1
    }
  }
  return count
}

type Row = { id: string; sealed: string[] }

async function resealRow({ db, keys }: ResealDeps, at: SealedPlace, row: Row): Promise<void> {
  const aad = `${at.place}:${row.id}`
  const fresh = row.sealed.map((sealed) =>
    keys.seal(at.purpose, aad, new Secret(keys.open(at.purpose, aad, sealed).reveal())),
  )
  const column = sql.ref(at.column)
  const [after, before] = at.isList ? [fresh, row.sealed] : [fresh[0], row.sealed[0]]
  await sql`update ${sql.table(at.table)} set ${column} = ${after} where ${sql.ref(at.id)} = ${row.id} and ${column} = ${before}`.execute(
    db.withTables(),
  )
}

async function staleRows({ db, keys }: ResealDeps, at: SealedPlace): Promise<Row[]> {
  const { rows } = await sql<{ id: string; sealed: string | string[] }>`
    select ${sql.ref(at.id)} as id, ${sql.ref(at.column)} as sealed from ${sql.table(at.table)} where ${sql.ref(at.column)} is not null
  `.execute(db.withTables())
  return rows
    .map(({ id, sealed }) => ({ id, sealed: Array.isArray(sealed) ? sealed : [sealed] }))
    .filter(({ sealed }) => sealed.some((value) => keys.isStale(value)))
}
