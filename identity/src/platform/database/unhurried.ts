import { sql } from 'kysely'

/**
 * To be returned by a statement outside of any transaction: its commit need not reach the disk before it is answered. It is
 * seen by everybody at once all the same; only a crash of the database server may lose the last moments, and nothing before
 * anything that was written later and waited for. For counters of minutes, where that does no harm and the wait would be
 * everybody's, and never for a fact. Those of a moment share a message (`SharedTrips`).
 */
export const unhurriedText = "set_config('synchronous_commit', 'off', true)"
export const unhurried = sql<string>`${sql.raw(unhurriedText)}`.as('unhurried')
