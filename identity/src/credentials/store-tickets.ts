import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept, keptWrite } from '../platform/database/kept.ts'
import { ticketTriesMax } from './limits.ts'
import type { ProofKind, Ticket, TicketPurpose } from './types.ts'

type Tables = {
  password_tickets: {
    id: string
    token_hash: Buffer
    person_id: string
    purpose: TicketPurpose
    attempt_id: string | null
    state: 'partial' | 'open' | 'busy' | 'used'
    tries: number
    created_at: Date
    expires_at: Date
    proofs: string[]
    factor_ids: string[]
    challenge_id: string | null
    case_id: string | null
  }
  one_time_links: {
    id: string
    token_hash: Buffer
    kind: LinkKind
    person_id: string
    case_id: string | null
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/** First password, "this was not me", and a reset that the desk sends. */
export type LinkKind = 'invite' | 'dispute' | 'reset'

const ticketColumns = [
  'id',
  'person_id',
  'purpose',
  'attempt_id',
  'created_at',
  'expires_at',
  'proofs',
  'factor_ids',
  'challenge_id',
  'case_id',
] as const

type TicketRow = Pick<Tables['password_tickets'], (typeof ticketColumns)[number]>

const toTicket = (row: TicketRow): Ticket => ({
  id: row.id,
  personId: row.person_id,
  purpose: row.purpose,
  attemptId: row.attempt_id,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  proofs: row.proofs as ProofKind[],
  factorIds: row.factor_ids,
  challengeId: row.challenge_id,
  caseId: row.case_id,
})

/** With a challenge it is partial: it opens nothing until that is answered. */
export async function insertTicket(tx: Tx, ticket: Ticket & { tokenHash: Buffer }): Promise<void> {
  newTicket(tx, { ...ticket, state: ticket.challengeId === null ? 'open' : 'partial' })
}

const newTicket = keptWrite((tx, ticket: Ticket & { tokenHash: Buffer; state: 'open' | 'partial' }) =>
  tables(tx).insertInto('password_tickets').values({
    id: ticket.id,
    token_hash: ticket.tokenHash,
    person_id: ticket.personId,
    purpose: ticket.purpose,
    attempt_id: ticket.attemptId,
    state: ticket.state,
    tries: 0,
    created_at: ticket.createdAt,
    expires_at: ticket.expiresAt,
    proofs: ticket.proofs,
    factor_ids: ticket.factorIds,
    challenge_id: ticket.challengeId,
    case_id: ticket.caseId,
  }),
)

/** A ticket that still wants proof. */
export async function partialTicket(r: Reader, tokenHash: Buffer, now: Date): Promise<Ticket | null> {
  const row = await tables(r)
    .selectFrom('password_tickets')
    .select(ticketColumns)
    .where('token_hash', '=', tokenHash)
    .where('state', '=', 'partial')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? toTicket(row) : null
}

/** One more proof was given; without a challenge the ticket is complete. False when it is over. */
export async function addProofToTicket(
  tx: Tx,
  id: string,
  given: Pick<Ticket, 'proofs' | 'factorIds' | 'challengeId'>,
): Promise<boolean> {
  const row = await tables(tx)
    .updateTable('password_tickets')
    .set({
      state: given.challengeId === null ? 'open' : 'partial',
      proofs: given.proofs,
      factor_ids: given.factorIds,
      challenge_id: given.challengeId,
    })
    .where('id', '=', id)
    .where('state', '=', 'partial')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A ticket that is open or in use; null when it is over. */
export async function liveTicket(
  r: Reader,
  tokenHash: Buffer,
  now: Date,
): Promise<(Ticket & { isBusy: boolean }) | null> {
  const [row] = await liveByToken(r, { tokenHash, now })
  return row ? { ...toTicket(row), isBusy: row.state === 'busy' } : null
}

type ByToken = { tokenHash: Buffer; now: Date }

const liveByToken = kept((r, { tokenHash, now }: ByToken) =>
  tables(r)
    .selectFrom('password_tickets')
    .select([...ticketColumns, 'state'])
    .where('token_hash', '=', tokenHash)
    .where('state', 'in', ['open', 'busy'])
    .where('tries', '<', ticketTriesMax)
    .where('expires_at', '>', now),
)

/** Takes the ticket for one write; null when it is over or another write has it. */
export async function claimTicket(r: Reader, tokenHash: Buffer, now: Date): Promise<Ticket | null> {
  const [row] = await claimByToken(r, { tokenHash, now })
  return row ? toTicket(row) : null
}

const claimByToken = kept((r, { tokenHash, now }: ByToken) =>
  tables(r)
    .updateTable('password_tickets')
    .set((update) => ({ state: 'busy', tries: update('tries', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('state', '=', 'open')
    .where('tries', '<', ticketTriesMax)
    .where('expires_at', '>', now)
    .returning(ticketColumns),
)

/** After the write: used for good, or open again because the directory did not take the password. */
export async function releaseTicket(r: Reader, id: string, state: 'open' | 'used'): Promise<void> {
  await tables(r)
    .updateTable('password_tickets')
    .set({ state })
    .where('id', '=', id)
    .where('state', '=', 'busy')
    .execute()
}

/** A ticket that is over without having been used. */
export async function endTicket(tx: Tx, id: string): Promise<void> {
  tx.soon(tables(tx).updateTable('password_tickets').set({ state: 'used' }).where('id', '=', id))
}

/** By its id, whatever became of it. */
export async function ticketById(r: Reader, id: string): Promise<Ticket | null> {
  const [row] = await byId(r, { id })
  return row ? toTicket(row) : null
}

const byId = kept((r, { id }: { id: string }) =>
  tables(r).selectFrom('password_tickets').select(ticketColumns).where('id', '=', id),
)

/** Every other ticket and link of a person is worth nothing once a password was set. */
export async function voidTicketsOf(tx: Tx, personId: string, now: Date): Promise<void> {
  useUpTickets(tx, { personId })
  useUpLinks(tx, { personId, now })
}

const useUpTickets = keptWrite((tx, { personId }: { personId: string }) =>
  tables(tx).updateTable('password_tickets').set({ state: 'used' }).where('person_id', '=', personId),
)
const useUpLinks = keptWrite((tx, { personId, now }: { personId: string; now: Date }) =>
  tables(tx)
    .updateTable('one_time_links')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('kind', '<>', 'dispute')
    .where('used_at', 'is', null),
)

type NewLink = {
  id: string
  tokenHash: Buffer
  kind: LinkKind
  personId: string
  createdAt: Date
  expiresAt: Date
}

export async function insertLink(tx: Tx, link: NewLink & { caseId?: string }): Promise<void> {
  newLink(tx, { ...link, caseId: link.caseId ?? null })
}

const newLink = keptWrite((tx, link: NewLink & { caseId: string | null }) =>
  tables(tx).insertInto('one_time_links').values({
    id: link.id,
    token_hash: link.tokenHash,
    kind: link.kind,
    person_id: link.personId,
    case_id: link.caseId,
    created_at: link.createdAt,
    expires_at: link.expiresAt,
    used_at: null,
  }),
)

/** Single use: of two calls at one instant, one gets the person. */
export async function useLink(
  tx: Tx,
  kind: LinkKind,
  tokenHash: Buffer,
  now: Date,
): Promise<{ personId: string; caseId: string | null } | null> {
  const row = await tables(tx)
    .updateTable('one_time_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['person_id', 'case_id'])
    .executeTakeFirst()
  return row ? { personId: row.person_id, caseId: row.case_id } : null
}

/** A new invitation replaces the ones before. */
export async function voidInvitesOf(tx: Tx, personId: string, now: Date): Promise<void> {
  await tables(tx)
    .updateTable('one_time_links')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('kind', '=', 'invite')
    .where('used_at', 'is', null)
    .execute()
}

export async function deleteEndedTickets(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('password_tickets').where('expires_at', '<', before).execute()
  await tables(r).deleteFrom('one_time_links').where('expires_at', '<', before).execute()
}
