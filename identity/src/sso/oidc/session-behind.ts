import type { Kysely } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { kept } from '../../platform/database/kept.ts'
import { once } from '../../platform/database/once.ts'
import type { AssuranceMethod, Proof, Remembered } from '../types.ts'

type Tables = {
  sessions: {
    id: string
    address: string
    proofs: { method: AssuranceMethod; at: string }[]
    remembered_at: Date | null
    remembered_method: AssuranceMethod | null
    ended_at: Date | null
    started_at: Date
    expires_at: Date
  }
  oidc_participants: { session_id: string; person_id: string; grant_id: string }
}
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/** What somebody had shown in a session. */
type Shown = { address: string; proofs: Proof[]; remembered: Remembered | null }

/**
 * Of several that one grant hangs on, the one that was begun last counts: who signed in anew in a browser whose session had
 * gone idle has its grant from then on in the new one, and whatever is true of the one before says nothing of them.
 */
const sessionsOf = kept((r, { personId, grantId }: { personId: string; grantId: string }) =>
  tables(r)
    .selectFrom('oidc_participants as p')
    .innerJoin('sessions as s', 's.id', 'p.session_id')
    .select(['s.address', 's.proofs', 's.remembered_at', 's.remembered_method', 's.ended_at', 's.expires_at'])
    .where('p.person_id', '=', personId)
    .where('p.grant_id', '=', grantId)
    .orderBy('s.started_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(1),
)

/**
 * The session that a grant hangs on, read once for the length of a call: what was shown in it while it is open, 'ended' once it
 * was ended, which counts from that moment and not from when what the app holds is cleared away, and null where it is over by
 * its time or there is none.
 */
export async function sessionBehind(
  r: Reader,
  { personId, grantId }: { personId: string; grantId: string },
  now: Date,
): Promise<Shown | 'ended' | null> {
  const key = `${personId} ${grantId}`
  const [row] = await once(r, 'sessions_behind', key, () => sessionsOf(r, { personId, grantId }))
  if (!row) return null
  if (row.ended_at !== null) return 'ended'
  if (row.expires_at <= now) return null
  return {
    address: row.address,
    proofs: row.proofs.map(({ method, at }) => ({ method, at: new Date(at) })),
    remembered: row.remembered_at && { method: row.remembered_method, at: row.remembered_at },
  }
}
