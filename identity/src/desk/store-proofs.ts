/** SQL of proofs and overrides. */
import { type Selectable, sql } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { type DeskTables, tables, waitingProof } from './store-tables.ts'
import type { Override, Proof, ProofKind } from './types.ts'

/** Every proof of a case, oldest first. */
export async function proofsOf(reader: Reader, caseId: string): Promise<Proof[]> {
  const rows = await tables(reader)
    .selectFrom('desk_proofs')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  return rows.map(toProof)
}

export async function findProof(reader: Reader, id: string): Promise<Proof | null> {
  const row = await tables(reader).selectFrom('desk_proofs').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toProof(row) : null
}

/** The proof of a kind that waits for its answer on a case, if it still may be given. */
export async function waitingProofOf(
  reader: Reader,
  caseId: string,
  kind: ProofKind,
  now: Date,
): Promise<Proof | null> {
  const row = await tables(reader)
    .selectFrom('desk_proofs')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .where(waitingProof)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? toProof(row) : null
}

/** Begins a proof; one of the same kind that still waits is replaced. */
export async function insertProof(tx: Tx, proof: Proof, promptHmac: Buffer | null = null): Promise<void> {
  await tables(tx)
    .updateTable('desk_proofs')
    .set({ state: 'replaced' })
    .where('case_id', '=', proof.caseId)
    .where('kind', '=', proof.kind)
    .where(waitingProof)
    .execute()
  await tables(tx)
    .insertInto('desk_proofs')
    .values({
      id: proof.id,
      case_id: proof.caseId,
      round: proof.round,
      kind: proof.kind,
      state: proof.state,
      agent_id: proof.agentId,
      started_at: proof.startedAt,
      expires_at: proof.expiresAt,
      decided_at: proof.decidedAt,
      voucher_id: proof.voucherId,
      detail: proof.detail,
      prompt_hmac: promptHmac,
      challenge_id: proof.challengeId,
      opened: proof.opened,
    })
    .execute()
}

/** False when it no longer waited: it was answered or replaced meanwhile. */
export async function settleProof(
  tx: Tx,
  proofId: string,
  answer: { state: 'passed' | 'failed'; decidedAt: Date; expiresAt: Date; detail?: string | null },
): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('desk_proofs')
    .set({
      state: answer.state,
      decided_at: answer.decidedAt,
      expires_at: answer.expiresAt,
      ...(answer.detail === undefined ? {} : { detail: answer.detail }),
    })
    .where('id', '=', proofId)
    .where(waitingProof)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The prompt behind the HMAC of a code, while it waits. */
export async function promptBehind(reader: Reader, hmac: Buffer, now: Date): Promise<Proof | null> {
  const row = await tables(reader)
    .selectFrom('desk_proofs')
    .selectAll()
    .where('prompt_hmac', '=', hmac)
    .where(waitingProof)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? toProof(row) : null
}

/** Counts one opening, before anything is shown; false when there were as many as there may be. */
export async function countOpening(tx: Tx, proofId: string, max: number): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('desk_proofs')
    .set({ opened: sql<number>`opened + 1` })
    .where('id', '=', proofId)
    .where(waitingProof)
    .where('opened', '<', max)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function setChallenge(tx: Tx, proofId: string, challengeId: string): Promise<void> {
  await tables(tx).updateTable('desk_proofs').set({ challenge_id: challengeId }).where('id', '=', proofId).execute()
}

/** People that somebody is asked to vouch for now. */
export async function vouchesFor(reader: Reader, voucherId: string, now: Date): Promise<Proof[]> {
  const rows = await tables(reader)
    .selectFrom('desk_proofs')
    .selectAll()
    .where('voucher_id', '=', voucherId)
    .where(waitingProof)
    .where('expires_at', '>', now)
    .orderBy('id')
    .execute()
  return rows.map(toProof)
}

export async function overridesOf(reader: Reader, caseId: string): Promise<Override[]> {
  const rows = await tables(reader)
    .selectFrom('desk_overrides')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    round: row.round,
    agentId: row.agent_id,
    reason: row.reason,
    points: row.points,
    givenAt: row.given_at,
    expiresAt: row.expires_at,
  }))
}

export async function insertOverride(tx: Tx, override: Override): Promise<void> {
  await tables(tx)
    .insertInto('desk_overrides')
    .values({
      id: override.id,
      case_id: override.caseId,
      round: override.round,
      agent_id: override.agentId,
      reason: override.reason,
      points: override.points,
      given_at: override.givenAt,
      expires_at: override.expiresAt,
    })
    .execute()
}

function toProof(row: Selectable<DeskTables['desk_proofs']>): Proof {
  return {
    id: row.id,
    caseId: row.case_id,
    round: row.round,
    kind: row.kind,
    state: row.state,
    agentId: row.agent_id,
    startedAt: row.started_at,
    expiresAt: row.expires_at,
    decidedAt: row.decided_at,
    voucherId: row.voucher_id,
    detail: row.detail,
    challengeId: row.challenge_id,
    opened: row.opened,
  }
}
