import type { Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import type { Secret } from '../platform/secret.ts'
import { type Delay, orAtDeadline } from './at-deadline.ts'
import { asPerson, asStranger, type Caller } from './caller.ts'
import { codeWrong, linkInvalid, tooManyTries } from './errors.ts'
import { resetFailed } from './events.ts'
import type { Factors } from './factors/registry.ts'
import { type IssuedTicket, issueTicket } from './issue-ticket.ts'
import { proofTries } from './limits.ts'
import { hashOfToken } from './one-time-token.ts'
import { proofPeople, takeAttemptTry, useAttempt } from './store-resets.ts'
import { useLink } from './store-tickets.ts'
import { giveBackTries, takeTries } from './store-tries.ts'

export type VerifyProofDeps = {
  db: Database
  clock: Clock
  ids: Ids
  log: Log
  events: Events
  audit: Pick<Audit, 'record'>
  directory: Pick<Directory, 'isActive'>
  factors: Factors
  delay: Delay
  proofDeadlineMs: number
}

export type Proof = Caller & ({ attemptId: string; code: Secret } | { token: Secret })

/**
 * Turns a right code of an attempt, or the token of a mailed link, into a ticket. Each is good once. A try of the
 * attempt is used up before anything is compared, so that of a thousand simultaneous guesses five are compared.
 * A wrong answer is told at a common deadline, the same for attempts behind which there is nobody.
 */
export async function verifyProof(deps: VerifyProofDeps, input: Proof): Promise<IssuedTicket> {
  const now = deps.clock.now()
  const tries = proofTries(input.address)
  const taken = await takeTries(deps.db, tries, now)
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)

  const ticket = await orAtDeadline(
    deps.delay,
    deps.proofDeadlineMs,
    () => ('code' in input ? byCode(deps, input, now) : byLink(deps, input, now)),
    (error) => deps.log.error({ err: error }, 'a proof could not be checked'),
  )
  if (ticket === null) throw 'code' in input ? codeWrong() : linkInvalid()
  await giveBackTries(
    deps.db,
    tries.map(({ key }) => key),
  )
  return ticket
}

async function byCode(
  deps: VerifyProofDeps,
  input: Caller & { attemptId: string; code: Secret },
  now: Date,
): Promise<IssuedTicket | null> {
  const left = await takeAttemptTry(deps.db, input.attemptId, now)
  if (!left) return null
  for (const factor of deps.factors.values()) {
    const proof = await factor.verify(deps.db, { attemptId: input.attemptId, answer: input.code })
    if (proof) return await prove(deps, input, { ...proof, attemptId: input.attemptId }, now)
  }
  await recordWrong(deps, input, left.triesLeft, now)
  return null
}

async function byLink(
  deps: VerifyProofDeps,
  input: Caller & { token: Secret },
  now: Date,
): Promise<IssuedTicket | null> {
  for (const factor of deps.factors.values()) {
    const proof = await factor.verifyLink?.(deps.db, input.token)
    if (proof) return await prove(deps, input, proof, now)
  }
  return await deps.db.transaction(async (tx) => {
    const invite = await useLink(tx, 'invite', hashOfToken(input.token.reveal()), now)
    return invite && (await ticketFor(deps, tx, input, { ...invite, attemptId: null, purpose: 'invite' }))
  })
}

function prove(
  deps: VerifyProofDeps,
  caller: Caller,
  proof: { personId: string; attemptId: string },
  now: Date,
): Promise<IssuedTicket | null> {
  return deps.db.transaction(async (tx) =>
    (await useAttempt(tx, proof.attemptId, now)) ? ticketFor(deps, tx, caller, { ...proof, purpose: 'reset' }) : null,
  )
}

async function ticketFor(
  deps: VerifyProofDeps,
  tx: Tx,
  caller: Caller,
  proof: { personId: string; attemptId: string | null; purpose: 'reset' | 'invite' },
): Promise<IssuedTicket | null> {
  if (!(await deps.directory.isActive(tx, proof.personId))) return null
  deps.audit.record(tx, {
    action: proof.purpose === 'invite' ? 'invite.opened' : 'reset.proven',
    actor: asPerson(caller, proof.personId),
    subjects: { personId: proof.personId, ...(proof.attemptId === null ? {} : { attemptId: proof.attemptId }) },
  })
  return await issueTicket(deps, tx, proof)
}

function recordWrong(deps: VerifyProofDeps, input: Caller & { attemptId: string }, triesLeft: number, now: Date) {
  const { attemptId } = input
  return deps.db.transaction(async (tx) => {
    deps.audit.record(tx, {
      action: 'reset.code_refused',
      actor: asStranger(input),
      subjects: { attemptId },
      after: { triesLeft },
    })
    if (triesLeft > 0) return
    for (const personId of await proofPeople(tx, attemptId, now))
      await deps.events.emit(tx, resetFailed, { personId, attemptId })
  })
}
