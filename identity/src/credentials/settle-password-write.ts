import type { Actor, Audit, Facts } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { ShareTransaction } from '../platform/database/shared-transactions.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import { passwordChanged } from './events.ts'
import { abandonedMs, disputeHours, restHours } from './limits.ts'
import { passwordChangedMail } from './mails.ts'
import { oneTimeToken } from './one-time-token.ts'
import { recordRecovery } from './record-recovery.ts'
import { moveValidity, stopSelfService } from './store.ts'
import { restFactors } from './store-factors.ts'
import { voidProofsOf } from './store-resets.ts'
import { insertLink, releaseTicket, ticketById, voidTicketsOf } from './store-tickets.ts'
import { clearTriesOf } from './store-tries.ts'
import { type PasswordWrite, settleWrite, type WriteKind, type WriteState } from './store-writes.ts'
import { toldAddresses } from './told-addresses.ts'
import type { Ticket } from './types.ts'

export type SettleDeps = {
  db: Database
  clock: Clock
  ids: Ids
  events: Events
  mail: Mailer
  audit: Pick<Audit, 'outcome'>
  directory: Pick<Directory, 'person' | 'addressesOf' | 'formerContactsOf'>
  publicUrl: URL
  companyName: string
  shareTransaction: ShareTransaction
}

/** How the trail calls each kind of write. */
export const passwordActions: Record<WriteKind, string> = {
  reset: 'password.reset',
  change: 'password.changed',
  first: 'password.first_set',
}

/**
 * Writes down what became of a password write, once, and what follows from it. When it was applied, sessions end a second
 * time: somebody may have signed in with the old password between the first time and the write.
 */
export function settlePasswordWrite(
  deps: SettleDeps,
  write: PasswordWrite,
  input: { state: Exclude<WriteState, 'open'>; actor: Actor; facts?: Facts; also?: (tx: Tx) => void },
): Promise<void> {
  const { state, actor, facts = {} } = input
  return deps.shareTransaction(write.personId, async (tx) => {
    const now = deps.clock.now()
    input.also?.(tx)
    const settling = settleWrite(tx, write.id, state, now)
    const foreseen = foresee(deps, tx, write, state)
    const isFirst = await settling
    // No statement of it is left for after the end of the transaction.
    if (!isFirst) return void (await Promise.all([foreseen.ticket, foreseen.told]))
    const entry = { action: passwordActions[write.kind], actor, subjects: { personId: write.personId } }
    deps.audit.outcome(tx, write.intentId, { ok: state === 'applied', facts: { state, ...facts } }, entry)
    await followOutcome(deps, tx, write, state, foreseen)
  })
}

/** What following an outcome reads whatever comes of the rest: asked for early, it travels with what goes before. */
type Foreseen = { ticket: Promise<Ticket | null>; told: Promise<string[]> }

function foresee(
  deps: Pick<SettleDeps, 'clock' | 'directory'>,
  tx: Tx,
  { ticketId, kind, personId }: PasswordWrite,
  state: Exclude<WriteState, 'open'>,
): Foreseen {
  const isApplied = state === 'applied'
  const ticket = isApplied && ticketId !== null ? ticketById(tx, ticketId) : Promise.resolve(null)
  const isTold = isApplied && kind !== 'first'
  const told = isTold ? toldAddresses(deps, tx, personId, deps.clock.now()) : Promise.resolve([])
  // Whoever waits for them hears of it.
  for (const each of [ticket, told]) each.catch(() => {})
  return { ticket, told }
}

/** What follows from the outcome of a write, whoever found it. */
export async function followOutcome(
  deps: Omit<SettleDeps, 'audit'>,
  tx: Tx,
  write: PasswordWrite,
  state: Exclude<WriteState, 'open'>,
  { ticket, told } = foresee(deps, tx, write, state),
): Promise<void> {
  const now = deps.clock.now()
  if (state !== 'applied') {
    // Nobody can tell whether it landed: every session ends, and the person is asked again.
    if (state === 'unknown') await moveValidity(tx, write.personId, now, null)
    if (write.ticketId !== null) await releaseTicket(tx, write.ticketId, 'open')
    return
  }
  // Found later, the session that it was done in goes as well: what its person proved is as old as the write.
  const isLate = now.getTime() - write.startedAt.getTime() > abandonedMs
  await moveValidity(tx, write.personId, now, isLate ? null : undefined)
  await voidTicketsOf(tx, write.personId, now)
  await voidProofsOf(tx, write.personId)
  await Promise.all([
    endRecovery(deps, tx, write, await ticket, now),
    deps.events.emit(tx, passwordChanged, { personId: write.personId }),
    write.kind === 'first' ? null : tell(deps, tx, { personId: write.personId, kind: write.kind, told }, now),
  ])
}

async function endRecovery(
  deps: Omit<SettleDeps, 'audit'>,
  tx: Tx,
  write: PasswordWrite,
  ticket: Ticket | null,
  now: Date,
): Promise<void> {
  await Promise.all([
    clearTriesOf(tx, write.personId, { proofs: ticket?.purpose === 'reset' }),
    closeRecovery(deps, tx, { write, ticket }, now),
  ])
}

/** What recovered the password is no second factor for a day; and who got back to work is counted. */
async function closeRecovery(
  deps: Omit<SettleDeps, 'audit'>,
  tx: Tx,
  { write, ticket }: { write: PasswordWrite; ticket: Ticket | null },
  now: Date,
): Promise<void> {
  const { personId, kind, startedAt } = write
  if (kind === 'first') return
  if (ticket?.purpose === 'reset')
    await restFactors(tx, ticket.factorIds, new Date(now.getTime() + restHours * 3_600_000))
  const caseId = ticket?.caseId ?? null
  // The desk looked, and saw proof: whoever said "this was not me" is let in again with the new password.
  if (caseId !== null) await stopSelfService(tx, personId, null)
  await recordRecovery(deps, tx, {
    personId,
    kind: ticket === null || ticket.purpose === 'reset' ? kind : 'change',
    door: caseId === null ? 'self_service' : 'desk',
    caseId,
    startedAt: ticket?.createdAt ?? startedAt,
  })
}

/** To every address known, also those that proved nothing: whoever reads one of them can still say "this was not me". */
async function tell(
  deps: Omit<SettleDeps, 'audit'>,
  tx: Tx,
  { personId, kind, told }: { personId: string; kind: 'reset' | 'change'; told: Promise<string[]> },
  now: Date,
): Promise<void> {
  const person = await deps.directory.person(tx, personId)
  if (!person) return
  const { token, hash } = oneTimeToken()
  const expiresAt = new Date(now.getTime() + disputeHours * 3_600_000)
  await insertLink(tx, { id: deps.ids.next(), tokenHash: hash, kind: 'dispute', personId, createdAt: now, expiresAt })
  const link = new URL(`/password/not-me#${token.reveal()}`, deps.publicUrl)
  for (const to of await told) {
    await deps.mail.send(tx, passwordChangedMail({ to, person, companyName: deps.companyName, kind, link }))
  }
}
