import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

type Tables = {
  oidc_participants: { session_id: string; client_id: string; person_id: string }
  oidc_clients: { client_id: string; app_id: string }
  saml_participants: { session_id: string; app_id: string; told_at: Date | null }
  sessions: { id: string; person_id: string }
}
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/** A session that signed on to an app, by either protocol; `clientId` where it was by OpenID Connect. */
export type SignedOn = { personId: string; appId: string; sessionId: string; clientId: string | null }

/** What apps know a person from now, or who it is that these apps know; none that was told already that access ended. */
export async function signedOn(
  r: Reader,
  of: { personId: string } | { appIds: readonly string[] },
): Promise<SignedOn[]> {
  let clients = tables(r)
    .selectFrom('oidc_participants as p')
    .innerJoin('oidc_clients as c', 'c.client_id', 'p.client_id')
    .select(['p.person_id', 'c.app_id', 'p.session_id', sql<string | null>`p.client_id`.as('client_id')])
  let providers = tables(r)
    .selectFrom('saml_participants as p')
    .innerJoin('sessions as s', 's.id', 'p.session_id')
    .where('p.told_at', 'is', null)
    .select(['s.person_id', 'p.app_id', 'p.session_id', sql<string | null>`null::text`.as('client_id')])
  if ('personId' in of) {
    clients = clients.where('p.person_id', '=', of.personId)
    providers = providers.where('s.person_id', '=', of.personId)
  } else {
    clients = clients.where('c.app_id', 'in', [...of.appIds])
    providers = providers.where('p.app_id', 'in', [...of.appIds])
  }
  const rows = await clients.union(providers).execute()
  return rows.map((row) => ({
    personId: row.person_id,
    appId: row.app_id,
    sessionId: row.session_id,
    clientId: row.client_id,
  }))
}
