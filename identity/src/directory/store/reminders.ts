/** SQL of passwords that end soon, and of who was told. */
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { tables } from './tables.ts'

export type Ending = {
  personId: string
  ref: string
  mail: string
  displayName: string
  locale: string | null
  timeZone: string | null
  expiresAt: Date
  /** The nearest of the days before the end that has come. */
  days: number
}

const endingMax = 5000

/** Active people with a mailbox whose password ends within these days and who were not told so yet, soonest first. */
export async function passwordsEnding(
  r: Reader,
  directoryId: string,
  days: readonly number[],
  now: Date,
): Promise<Ending[]> {
  const last = new Date(now.getTime() + Math.max(...days) * 86_400_000)
  const found = await sql<Ending>`
    select p.id as "personId", p.ref, p.mail, p.display_name as "displayName", p.locale, p.time_zone as "timeZone",
      p.password_expires_at as "expiresAt", nearest.days
    from people p
    cross join lateral (
      select min(day) as days from unnest(${[...days]}::integer[]) as day
      where p.password_expires_at <= ${now}::timestamptz + day * interval '1 day'
    ) nearest
    where p.directory_id = ${directoryId} and p.state = 'active' and p.missing_since is null and p.mail is not null
      and p.password_expires_at > ${now} and p.password_expires_at <= ${last}
      and not exists (
        select 1 from expiry_reminders told
        where told.person_id = p.id and told.expires_at = p.password_expires_at and told.days <= nearest.days
      )
    order by p.password_expires_at limit ${endingMax}`.execute(tables(r))
  return found.rows
}

/** False when the person was told this before. */
export async function putReminder(
  tx: Tx,
  row: { person_id: string; expires_at: Date; days: number; sent_at: Date },
): Promise<boolean> {
  const made = await tables(tx)
    .insertInto('expiry_reminders')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return made !== undefined
}

/** What the directory says now, ahead of the next sync. */
export async function setPasswordEnd(tx: Tx, personId: string, expiresAt: Date | null): Promise<void> {
  await tables(tx).updateTable('people').set({ password_expires_at: expiresAt }).where('id', '=', personId).execute()
}
