import { type Kysely, sql } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import { kept } from '../platform/database/kept.ts'
import { unhurried, unhurriedText } from '../platform/database/unhurried.ts'
import { codeStreak, factorStreakKeys, passwordKeys } from './limits.ts'
import type { Try } from './types.ts'

type Tables = {
  try_counters: { key: string; taken: number; taken_max: number; window_ends_at: Date }
  factors: { id: string; person_id: string }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export type TriesTaken = { kind: 'taken' } | { kind: 'over'; retryAt: Date }

/**
 * Takes one try from every counter, or none. A try is taken before anything is compared, in one statement, so that a
 * thousand calls at once on several nodes get no more than `max` through. Rows are locked in key order: no deadlocks.
 * `isUnhurried`, outside of any transaction, is for counters of minutes over everybody, where nobody waits for the disk while
 * others wait for the row, and for a try of which what became is on the disk before anybody is told.
 */
export async function takeTries(
  r: Reader,
  tries: readonly Try[],
  now: Date,
  { isUnhurried = false } = {},
): Promise<TriesTaken> {
  const inOrder = [...tries].sort((a, b) => (a.key < b.key ? -1 : 1))
  const taken = await (isUnhurried ? takeUnhurried : take)(r, {
    now,
    keys: inOrder.map(({ key }) => key),
    maxes: inOrder.map(({ max }) => max),
    ends: inOrder.map(({ windowSeconds }) => new Date(now.getTime() + windowSeconds * 1000)),
  })
  if (taken.length === inOrder.length) return { kind: 'taken' }
  const got = new Set(taken.map((row) => row.key))
  await giveBackTries(r, [...got])
  const over = inOrder.filter(({ key }) => !got.has(key)).map(({ key }) => key)
  return { kind: 'over', retryAt: (await endOfWindows(r, over)) ?? now }
}

type Taking = { now: Date; keys: string[]; maxes: number[]; ends: Date[] }

const taking = ({ now, keys, maxes, ends }: Taking) => sql<{ key: string }>`
  insert into try_counters (key, taken, taken_max, window_ends_at)
  select key, 1, max, ends from unnest(${keys}::text[], ${maxes}::int[], ${ends}::timestamptz[]) as one (key, max, ends)
  on conflict (key) do update set
    taken = case when try_counters.window_ends_at <= ${now} then 1 else try_counters.taken + 1 end,
    taken_max = excluded.taken_max,
    window_ends_at = case when try_counters.window_ends_at <= ${now} then excluded.window_ends_at
      else try_counters.window_ends_at end
  where try_counters.window_ends_at <= ${now} or try_counters.taken < excluded.taken_max
  returning key`

const take = kept((r, values: Taking) => ({ compile: () => taking(values).compile(tables(r)) }))
const takeUnhurried = kept((r, values: Taking) => ({
  compile: () => sql<{ key: string }>`${taking(values)}, ${unhurried}`.compile(tables(r)),
}))

/** A try that turned out right does not count. `isUnhurried` as above. */
export async function giveBackTries(r: Reader, keys: readonly string[], { isUnhurried = false } = {}): Promise<void> {
  if (keys.length === 0) return
  await (isUnhurried ? giveBackUnhurried : giveBack)(r, { keys })
}

const givingBack = (keys: readonly string[]) => sql`
  with held as (select key from try_counters where key = any(${keys}) order by key for update)
  update try_counters set taken = greatest(taken - 1, 0) from held where try_counters.key = held.key`

const giveBack = kept((r, { keys }: { keys: readonly string[] }) => ({
  compile: () => givingBack(keys).compile(tables(r)),
}))
const giveBackUnhurried = kept((r, { keys }: { keys: readonly string[] }) => ({
  compile: () => sql`${givingBack(keys)} returning ${sql.raw(unhurriedText)}`.compile(tables(r)),
}))

/** After a right password: the tries at it begin anew, and those that guard against floods are given back. */
export async function settleTries(
  r: Reader,
  tries: { clear: readonly string[]; giveBack: readonly string[] },
): Promise<void> {
  const [cleared, given] = [filledUp(tries.clear, clearedMax), filledUp(tries.giveBack, givenBackMax)]
  await settle(r, Object.fromEntries([...cleared, ...given].map((key, index) => [`key${index}`, key])))
}

/** More than there are of either kind. */
const [clearedMax, givenBackMax] = [4, 3]

/** As many as the statement has places for: naming one twice changes nothing. */
function filledUp(keys: readonly string[], places: number): string[] {
  const named = [...new Set(keys)]
  if (named.length === 0 || named.length > places) throw new Error(`There are places for ${places}, and at least one.`)
  return Array.from({ length: places }, (_, index) => named[index] ?? (named[0] as string))
}

/**
 * Losing this in a crash leaves tries counted, so nobody waits for the disk. Each key has a place of its own: an array of
 * any length would be planned anew at each call.
 */
const settle = kept((r, places: Record<string, string>) => ({
  compile() {
    const keys = Array.from({ length: clearedMax + givenBackMax }, (_, index) => places[`key${index}`])
    const [clear, giveBack] = [keys.slice(0, clearedMax), keys.slice(clearedMax)]
    return sql`
      with held as (select key from try_counters where key in (${sql.join(keys)}) order by key for update),
      cleared as (delete from try_counters using held where try_counters.key = held.key and held.key in (${sql.join(clear)})
        returning ${sql.raw(unhurriedText)})
      update try_counters set taken = greatest(taken - 1, 0) from held
        where try_counters.key = held.key and held.key in (${sql.join(giveBack)})
        returning (select count(*) from cleared), ${sql.raw(unhurriedText)}`.compile(tables(r))
  },
}))

/** Begins counting again from nothing: the person proved who they are, or somebody unlocked them. */
export async function clearTries(r: Reader, keys: readonly string[]): Promise<void> {
  await clear(r, { keys })
}

const clear = kept((r, { keys }: { keys: readonly string[] }) => ({
  compile: () =>
    sql`with held as (select key from try_counters where key = any(${keys}) order by key for update)
      delete from try_counters using held where try_counters.key = held.key`.compile(tables(r)),
}))

/**
 * All counters of wrong passwords of a person, known devices' too. `proofs`: those of codes and factors as well, which only
 * proof or the desk ends: the password alone must not buy whoever knows it another hundred guesses.
 */
export async function clearTriesOf(r: Reader, personId: string, { proofs }: { proofs: boolean }): Promise<void> {
  const factors = proofs ? await factorIds(r, { personId }) : []
  const ofFactors = factors.flatMap(({ id }) => factorStreakKeys(id))
  await clearTries(r, [...passwordKeys(personId), ...(proofs ? [codeStreak(personId).key, ...ofFactors] : [])])
}

const factorIds = kept((r, { personId }: { personId: string }) =>
  tables(r).selectFrom('factors').select('id').where('person_id', '=', personId),
)

/** Until when the first of these counters lets nobody through; null when all do. */
export async function closedUntil(r: Reader, keys: readonly string[], now: Date): Promise<Date | null> {
  const [only, ...more] = keys
  if (only === undefined) return null
  const [row] =
    more.length === 0 ? await closedOne(r, { key: only, now }) : await closed(r, now).where('key', 'in', keys).execute()
  return row?.ends ?? null
}

const closed = (r: Reader, now: Date) =>
  tables(r)
    .selectFrom('try_counters')
    .select((select) => select.fn.max('window_ends_at').as('ends'))
    .where('window_ends_at', '>', now)
    .whereRef('taken', '>=', 'taken_max')

const closedOne = kept((r, { key, now }: { key: string; now: Date }) => closed(r, now).where('key', '=', key))

async function endOfWindows(r: Reader, keys: readonly string[]): Promise<Date | null> {
  const row = await tables(r)
    .selectFrom('try_counters')
    .select((select) => select.fn.max('window_ends_at').as('ends'))
    .where('key', 'in', keys)
    .executeTakeFirst()
  return row?.ends ?? null
}

export async function deleteEndedCounters(r: Reader, now: Date): Promise<void> {
  await tables(r).deleteFrom('try_counters').where('window_ends_at', '<', now).execute()
}
