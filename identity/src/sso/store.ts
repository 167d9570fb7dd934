import type { ProductRole } from '@hallpass/contract/common'
import type { MainFactorKind } from '@hallpass/contract/sign-in'
import type { ColumnType, Kysely, Selectable } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept, keptWrite } from '../platform/database/kept.ts'
import type { AssuranceMethod, EndReason, Proof, Session } from './types.ts'

/** jsonb: times are text in it. */
type ProofRow = { method: AssuranceMethod; at: string }

type SessionTable = {
  id: string
  token_hash: Buffer
  previous_hash: Buffer | null
  previous_until: Date | null
  person_id: string
  methods: AssuranceMethod[]
  assured_at: Date
  proofs: ColumnType<ProofRow[], string, string>
  enrol_kinds: MainFactorKind[] | null
  remembered_at: Date | null
  remembered_method: AssuranceMethod | null
  epoch: number
  roles_seen: ProductRole[]
  address: string
  user_agent: string
  started_at: Date
  last_seen_at: Date
  expires_at: Date
  ended_at: Date | null
  end_reason: EndReason | null
}

type Tables = { sessions: SessionTable }
export type SessionRow = Selectable<SessionTable>

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

const columns = [
  'id',
  'person_id',
  'methods',
  'assured_at',
  'proofs',
  'enrol_kinds',
  'remembered_at',
  'remembered_method',
  'epoch',
  'roles_seen',
  'address',
  'user_agent',
  'started_at',
  'last_seen_at',
  'expires_at',
] as const

export const toSession = (row: Pick<SessionRow, (typeof columns)[number]>): Session => ({
  id: row.id,
  personId: row.person_id,
  methods: row.methods,
  assuredAt: row.assured_at,
  proofs: row.proofs.map(({ method, at }) => ({ method, at: new Date(at) })),
  enrolKinds: row.enrol_kinds,
  remembered: row.remembered_at && { method: row.remembered_method, at: row.remembered_at },
  epoch: row.epoch,
  rolesSeen: row.roles_seen,
  address: row.address,
  userAgent: row.user_agent,
  startedAt: row.started_at,
  lastSeenAt: row.last_seen_at,
  expiresAt: row.expires_at,
})

export function insertSession(tx: Tx, session: Session & { tokenHash: Buffer }): void {
  insertOpen(tx, {
    ...session,
    proofs: JSON.stringify(session.proofs),
    rememberedAt: session.remembered?.at ?? null,
    rememberedMethod: session.remembered?.method ?? null,
  })
}

type NewRow = Omit<Session, 'proofs' | 'remembered'> & {
  tokenHash: Buffer
  proofs: string
  rememberedAt: Date | null
  rememberedMethod: AssuranceMethod | null
}

const insertOpen = keptWrite((tx, row: NewRow) =>
  tables(tx).insertInto('sessions').values({
    id: row.id,
    token_hash: row.tokenHash,
    previous_hash: null,
    previous_until: null,
    person_id: row.personId,
    methods: row.methods,
    assured_at: row.assuredAt,
    proofs: row.proofs,
    enrol_kinds: row.enrolKinds,
    remembered_at: row.rememberedAt,
    remembered_method: row.rememberedMethod,
    epoch: row.epoch,
    roles_seen: row.rolesSeen,
    address: row.address,
    user_agent: row.userAgent,
    started_at: row.startedAt,
    last_seen_at: row.lastSeenAt,
    expires_at: row.expiresAt,
    ended_at: null,
    end_reason: null,
  }),
)

export async function sessionById(r: Reader, id: string, now: Date): Promise<Session | null> {
  const [row] = await openById(r, { id, now })
  return row ? toSession(row) : null
}

const openById = kept((r, { id, now }: { id: string; now: Date }) =>
  tables(r)
    .selectFrom('sessions')
    .select(columns)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now),
)

/** Sessions that neither ended nor expired, newest first. Whether the person's epoch still lets them is another fact. */
export async function sessionsOf(r: Reader, personId: string, now: Date): Promise<Session[]> {
  const rows = await tables(r)
    .selectFrom('sessions')
    .select(columns)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(toSession)
}

export async function touchSession(r: Reader, id: string, now: Date, seenBefore: Date): Promise<void> {
  await tables(r)
    .updateTable('sessions')
    .set({ last_seen_at: now })
    .where('id', '=', id)
    .where('last_seen_at', '<', seenBefore)
    .execute()
}

export type Renewal = {
  id: string
  tokenHash: Buffer
  rolesSeen: readonly ProductRole[]
  /** Until when the old cookie still counts, for calls under way; null for not at all. */
  previousUntil: Date | null
  proof?: {
    proofs: readonly Proof[]
    assuredAt: Date
    epoch: number
    /** A session that was for enrolment becomes a full one that lasts until then. */
    fullUntil?: Date
  }
}

/**
 * A new cookie for the same session. False when it ended meanwhile, or when several calls saw a change of roles at once
 * and another one renewed it a moment ago; whoever gave a proof gets the new cookie in any case.
 */
export async function renewSession(tx: Tx, renewal: Renewal, now: Date): Promise<boolean> {
  const { proof, previousUntil } = renewal
  let query = tables(tx)
    .updateTable('sessions')
    .set((update) => ({
      token_hash: renewal.tokenHash,
      previous_hash: previousUntil === null ? null : update.ref('token_hash'),
      previous_until: previousUntil,
      roles_seen: [...renewal.rolesSeen],
      ...(proof
        ? {
            methods: methodsOf(proof.proofs),
            proofs: JSON.stringify(proof.proofs),
            assured_at: proof.assuredAt,
            epoch: proof.epoch,
          }
        : {}),
      ...(proof?.fullUntil ? { enrol_kinds: null, expires_at: proof.fullUntil } : {}),
    }))
    .where('id', '=', renewal.id)
    .where('ended_at', 'is', null)
    .returning('id')
  if (!proof)
    query = query.where((where) => where.or([where('previous_until', 'is', null), where('previous_until', '<=', now)]))
  return (await query.executeTakeFirst()) !== undefined
}

/** What was remembered on a device counts no longer in sessions that stand on it. */
export function forgetRemembered(tx: Tx, personId: string): void {
  tx.soon(
    tables(tx)
      .updateTable('sessions')
      .set({ remembered_at: null, remembered_method: null })
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .where('remembered_at', 'is not', null),
  )
}

/** Ends sessions of a person; returns the ids of those that were open. */
export async function endSessions(
  tx: Tx,
  which: { personId: string; id?: string; exceptId?: string; epochBelow?: number },
  reason: EndReason,
  now: Date,
): Promise<string[]> {
  let query = tables(tx)
    .updateTable('sessions')
    .set({ ended_at: now, end_reason: reason })
    .where('person_id', '=', which.personId)
    .where('ended_at', 'is', null)
    .returning('id')
  if (which.id !== undefined) query = query.where('id', '=', which.id)
  if (which.exceptId !== undefined) query = query.where('id', '<>', which.exceptId)
  if (which.epochBelow !== undefined) query = query.where('epoch', '<', which.epochBelow)
  return (await query.execute()).map((row) => row.id)
}

/** Each once, the newest last. */
export const methodsOf = (proofs: readonly Proof[]): AssuranceMethod[] => [
  ...new Set(proofs.map(({ method }) => method)),
]

export async function deleteOldSessions(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('sessions').where('expires_at', '<', before).execute()
}
