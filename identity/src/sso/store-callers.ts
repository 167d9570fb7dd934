/** Who is calling, in one statement over the view `session_callers`: see docs/decisions/0011-one-read-a-call.md. */
import type { ProductRole } from '@hallpass/contract/common'
import type { DirectoryFacts } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { kept } from '../platform/database/kept.ts'
import { type SessionRow, toSession } from './store.ts'
import type { Session } from './types.ts'

type CallerRow = SessionRow & {
  person_state: string
  directory_kind: DirectoryFacts['kind']
  directory_sync: DirectoryFacts['sync']
  directory_read_at: Date | null
  directory_paused_at: Date | null
  epoch_now: number
  spared_session_id: string | null
  product_roles: { role: ProductRole; endsAt: string | null }[]
}

export type Caller = {
  session: Session
  isActive: boolean
  directory: DirectoryFacts
  validity: { epoch: number; sparedSessionId: string | null }
  roles: Set<ProductRole>
}

const callersBy = kept((r, { tokenHash, now }: { tokenHash: Buffer; now: Date }) =>
  r
    .withTables<{ session_callers: CallerRow }>()
    .selectFrom('session_callers')
    .selectAll()
    .where((where) =>
      where.or([
        where('token_hash', '=', tokenHash),
        where.and([where('previous_hash', '=', tokenHash), where('previous_until', '>', now)]),
      ]),
    )
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now),
)

/** What a cookie leads to, unless the session ended or is too old; the cookie before the last one counts for a moment. */
export async function callerByToken(r: Reader, tokenHash: Buffer, now: Date): Promise<Caller | null> {
  const [row] = await callersBy(r, { tokenHash, now })
  if (!row) return null
  const held = row.product_roles.filter(({ endsAt }) => endsAt === null || new Date(endsAt) > now)
  return {
    session: toSession(row),
    isActive: row.person_state === 'active',
    directory: {
      kind: row.directory_kind,
      sync: row.directory_sync,
      last_sync_at: row.directory_read_at,
      paused_at: row.directory_paused_at,
    },
    validity: { epoch: row.epoch_now, sparedSessionId: row.spared_session_id },
    roles: new Set(held.map(({ role }) => role)),
  }
}
