import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { kept } from '../../platform/database/kept.ts'
import { once } from '../../platform/database/once.ts'

type Tables = { sign_on_subjects: { person_id: string; app_id: string; subject: string } }
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/**
 * What an app calls a person when it should learn nothing else: random, another one for each app, kept for good and
 * never given to anybody else (security C.18).
 */
export async function subjectOf(r: Reader, personId: string, appId: string): Promise<string> {
  const known = await find(r, personId, appId)
  if (known !== null) return known
  await tables(r)
    .insertInto('sign_on_subjects')
    .values({ person_id: personId, app_id: appId, subject: randomBytes(20).toString('base64url') })
    .onConflict((conflict) => conflict.columns(['person_id', 'app_id']).doNothing())
    .execute()
  const made = await find(r, personId, appId)
  if (made === null) throw new Error('a subject that was just kept is not there')
  return made
}

/** The same, read once for the length of a call: a name is kept for good. */
export function knownSubjectOf(r: Reader, personId: string, appId: string): Promise<string> {
  return once(r, 'sign_on_subjects', `${personId} ${appId}`, () => subjectOf(r, personId, appId))
}

async function find(r: Reader, personId: string, appId: string): Promise<string | null> {
  const [row] = await subjectIn(r, { personId, appId })
  return row?.subject ?? null
}

const subjectIn = kept((r, { personId, appId }: { personId: string; appId: string }) =>
  tables(r)
    .selectFrom('sign_on_subjects')
    .select('subject')
    .where('person_id', '=', personId)
    .where('app_id', '=', appId),
)

/** Apps that were ever told of this person under a name of their own: those that may hold a session of theirs. */
export async function appsKnowing(r: Reader, personId: string): Promise<string[]> {
  return (await appsOf(r, { personId })).map((row) => row.app_id)
}

const appsOf = kept((r, { personId }: { personId: string }) =>
  tables(r).selectFrom('sign_on_subjects').select('app_id').where('person_id', '=', personId),
)
