import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

type Participant = {
  session_id: string
  client_id: string
  provider_session: string
  person_id: string
  grant_id: string
}
type Tables = { oidc_participants: Participant; sessions: { id: string; ended_at: Date | null } }
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/**
 * A browser whose session had gone idle, or was over by its time, goes on with another one of the same person: what apps hold
 * from before ends with the session of now. Not what hangs on one that was ended: apps are yet to be told of that end.
 */
export async function takeOverParticipants(
  r: Reader,
  to: { sessionId: string; personId: string; providerSession: string },
): Promise<void> {
  await tables(r)
    .updateTable('oidc_participants as p')
    .from('sessions as before')
    .set({ session_id: to.sessionId })
    .whereRef('before.id', '=', 'p.session_id')
    .where('before.ended_at', 'is', null)
    .where('p.person_id', '=', to.personId)
    .where('p.provider_session', '=', to.providerSession)
    .where('p.session_id', '<>', to.sessionId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('oidc_participants as own')
            .select(sql`1`.as('one'))
            .where('own.session_id', '=', to.sessionId)
            .whereRef('own.client_id', '=', 'p.client_id')
            .whereRef('own.grant_id', '=', 'p.grant_id'),
        ),
      ),
    )
    .execute()
}
