/** SQL of passwords that this service itself sets, so that a sync can tell them from those set elsewhere. */
import { sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { keptWrite } from '../../platform/database/kept.ts'
import { tables } from './tables.ts'

/** Clocks of directory and service may differ by so much. */
const slackMs = 60_000
const forgottenAfterMs = 10 * 60_000

type Noting = { directoryId: string; ref: string; now: Date }
type Settling = { directoryId: string; ref: string; setAt: Date }

const noting = ({ directoryId, ref, now }: Noting) => sql`
  insert into own_password_writes (person_id, began_at)
  select id, ${now} from people where directory_id = ${directoryId} and ref = ${ref}
  on conflict (person_id) do update set began_at = excluded.began_at`

const settling = ({ directoryId, ref, setAt }: Settling) => sql`
  with settled as (
    update people set password_set_at = ${setAt}
      where directory_id = ${directoryId} and ref = ${ref} and password_set_at is not null returning id)
  delete from own_password_writes using settled where person_id = settled.id`

/** Says before the write that one is on its way; whether it arrived is not known here. */
export async function noteOwnWrite(r: Reader, directoryId: string, ref: string, now: Date): Promise<void> {
  await noting({ directoryId, ref, now }).execute(tables(r))
}

/**
 * The write arrived, and this is the time that the directory gave it: exactly this one is no news any more. Nobody waits
 * for the disk: where a crash of the database loses both, what was noted before the write still stands.
 */
export async function settleOwnWrite(r: Reader, directoryId: string, ref: string, setAt: Date): Promise<void> {
  await sql`${settling({ directoryId, ref, setAt })} returning set_config('synchronous_commit', 'off', true)`.execute(
    tables(r),
  )
}

/** The same two in transactions that begin and end the write. */
export const noteOwnWriteWithin = keptWrite((tx, values: Noting) => ({
  compile: () => noting(values).compile(tables(tx)),
}))
export const settleOwnWriteWithin = keptWrite((tx, values: Settling) => ({
  compile: () => settling(values).compile(tables(tx)),
}))

/** Whose new time fits a write of our own that was not settled; each counts once. */
export async function takeOwnWrites(
  tx: Tx,
  moved: readonly { personId: string; setAt: Date }[],
  now: Date,
): Promise<Set<string>> {
  await tables(tx)
    .deleteFrom('own_password_writes')
    .where('began_at', '<', new Date(now.getTime() - forgottenAfterMs))
    .execute()
  const rows = await tables(tx)
    .deleteFrom('own_password_writes')
    .where('person_id', '=', anyOf(moved.map((item) => item.personId)))
    .returningAll()
    .execute()
  const began = new Map(rows.map((row) => [row.person_id, row.began_at.getTime()]))
  const ours = moved.filter(({ personId, setAt }) => Math.abs(setAt.getTime() - (began.get(personId) ?? 0)) <= slackMs)
  return new Set(ours.map((item) => item.personId))
}
