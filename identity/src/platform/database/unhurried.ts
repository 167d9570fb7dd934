import { sql } from 'kysely'

/**
 * To be returned by a statement outside of any transaction: its commit need not reach the disk before it is answered. It is
 * seen by everybody at once all the same; only a crash of the database server may lose the last moments, and nothing before
 * anything that was written later and waited for. For counters of minutes, where that does no harm and the wait would be
 * everybody's, and never for a fact. Those of a moment share a message (`SharedTrips`), in which each waits for the one
 * before: nobody holds the row of a counter for long.
 */
export const unhurriedText = "set_config('synchronous_commit', 'off', true)"
export const unhurried = sql<string>`${sql.raw(unhurriedText)}`.as('unhurried')

/**
 * The same in a message of its own, for rows that transactions hold: whoever waits for one of these keeps nobody else
 * waiting. Which of the two it is, is known by its text.
 */
export const unhurriedAlone = sql<string>`set_config('synchronous_commit', 'off'::text, true)`.as('unhurried')
