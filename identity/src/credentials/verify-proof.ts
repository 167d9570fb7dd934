import type { Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { ShareTransaction } from '../platform/database/shared-transactions.ts'
import { Failure } from '../platform/errors.ts'
import type { Events } from '../platform/events.ts'
import type { Log } from '../platform/log.ts'
import type { Secret } from '../platform/secret.ts'
import { type Delay, orAtDeadline } from './at-deadline.ts'
import { asPerson, asStranger, type Caller } from './caller.ts'
import { type CheckFactorDeps, checkFactor } from './check-factor.ts'
import { codeWrong, linkInvalid, tooManyTries } from './errors.ts'
import { resetFailed } from './events.ts'
import type { Factors } from './factors/registry.ts'
import { type IssuedTicket, type IssueTicketDeps, issueTicket } from './issue-ticket.ts'
import { proofTries, strangerGuesses } from './limits.ts'
import { isPossible } from './offers.ts'
import { hashOfToken } from './one-time-token.ts'
import { recoveryPolicyFor } from './recovery-policy-for.ts'
import { factorsOfPerson } from './store-factors.ts'
import { attemptPeople, takeAttemptTry, useAttempt } from './store-resets.ts'
import { useLink } from './store-tickets.ts'
import { giveBackTries, takeTries } from './store-tries.ts'
import type { PasskeyResponse, ProofKind, TicketPurpose } from './types.ts'

export type VerifyProofDeps = IssueTicketDeps &
  CheckFactorDeps & {
    db: Database
    log: Log
    events: Events
    audit: Pick<Audit, 'record'>
    directory: IssueTicketDeps['directory'] & Pick<Directory, 'isActive'>
    factors: Factors
    delay: Delay
    proofDeadlineMs: number
    shareTransaction: ShareTransaction
  }

type Answer = { attemptId: string } & (
  | { code: Secret; kind?: Exclude<ProofKind, 'passkey'> | undefined }
  | { response: PasskeyResponse }
)
export type Proof = Caller & (Answer | { token: Secret })

/** Who was proven, by what; `caseId` when the service desk sent the link. */
type Found = {
  personId: string
  attemptId: string | null
  purpose: TicketPurpose
  proofs: ProofKind[]
  factorIds: string[]
  caseId?: string | null
}

/**
 * Turns the first right answer of an attempt, or the token of a mailed link, into a ticket. Each is good once. A try of
 * the attempt is used up before anything is compared, so that of a thousand simultaneous guesses five are compared.
 * A wrong answer is told at a common deadline, the same for attempts behind which there is nobody.
 */
export async function verifyProof(deps: VerifyProofDeps, input: Proof): Promise<IssuedTicket> {
  const now = deps.clock.now()
  const tries = proofTries(input.address)
  const taken = await takeTries(deps.db, tries, now, { isUnhurried: true })
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)

  const result = await orAtDeadline(
    deps.delay,
    deps.proofDeadlineMs,
    (isRight) => ('token' in input ? byLink(deps, input, now, isRight) : byAnswer(deps, input, now, isRight)),
    (error) => deps.log.error({ err: error }, 'a proof could not be checked'),
  )
  if (result === null) throw 'token' in input ? linkInvalid() : codeWrong()
  await giveBackTries(
    deps.db,
    tries.map(({ key }) => key),
    { isUnhurried: true },
  )
  if (result instanceof Failure) throw result
  return result
}

async function byAnswer(
  deps: VerifyProofDeps,
  input: Caller & Answer,
  now: Date,
  isRight: () => boolean,
): Promise<IssuedTicket | Failure | null> {
  const left = await takeAttemptTry(deps.db, input.attemptId, now)
  if (!left) return null
  const found = await compare(deps, input, now, isRight)
  // Right after the refusal was told: the code is good for the next try.
  if (found) return isRight() ? await prove(deps, input, found, now) : null
  await recordWrong(deps, input, left.triesLeft, now)
  return null
}

async function compare(
  deps: VerifyProofDeps,
  input: Caller & Answer,
  now: Date,
  isInTime: () => boolean,
): Promise<Found | null> {
  const { attemptId } = input
  const kind = 'response' in input ? 'passkey' : (input.kind ?? 'mail_code')
  const sent = deps.factors.get(kind)
  if (sent && 'code' in input) {
    const proof = await sent.verify(deps.db, { attemptId, answer: input.code })
    return proof && { personId: proof.personId, attemptId, purpose: 'reset', proofs: [kind], factorIds: [] }
  }
  const answer = 'response' in input ? input.response : input.code.reveal()
  for (const { personId, passkeyChallenge } of await attemptPeople(deps.db, attemptId, now)) {
    const person = await deps.directory.person(deps.db, personId)
    if (!person || !(await recoveryPolicyFor(deps, deps.db, person)).proofs.includes(kind)) continue
    // A passkey cannot be guessed; a code can, by anybody who knows the login.
    if (kind !== 'passkey' && (await takeTries(deps.db, [strangerGuesses(personId)], now)).kind === 'over') continue
    for (const factor of await factorsOfPerson(deps.db, personId)) {
      if (factor.kind !== kind || (factor.restsUntil !== null && factor.restsUntil > now)) continue
      if (!isPossible(deps, kind)) continue
      const check = { factor, answer, passkeyChallenge, prompts: [], isStranger: true, isInTime }
      if ((await checkFactor(deps, deps.db, check)) === null) continue
      return { personId, attemptId, purpose: 'reset', proofs: [kind], factorIds: [factor.id] }
    }
  }
  return null
}

async function byLink(
  deps: VerifyProofDeps,
  input: Caller & { token: Secret },
  now: Date,
  isRight: () => boolean,
): Promise<IssuedTicket | Failure | null> {
  for (const factor of deps.factors.values()) {
    const proof = await factor.verifyLink?.(deps.db, input.token)
    if (!proof) continue
    if (!isRight()) return null
    return await prove(deps, input, { ...proof, purpose: 'reset', proofs: [factor.kind], factorIds: [] }, now)
  }
  const used = deps.db.transaction(async (tx) => {
    const hash = hashOfToken(input.token.reveal())
    const nothing = { attemptId: null, proofs: [], factorIds: [] }
    const invite = await useLink(tx, 'invite', hash, now)
    const sent = invite ?? (await useLink(tx, 'reset', hash, now))
    if (sent && !isRight()) throw new RefusedAlready()
    if (invite) return await ticketFor(deps, tx, input, { ...nothing, ...invite, purpose: 'invite', caseId: null })
    return sent && (await ticketFor(deps, tx, input, { ...nothing, ...sent, purpose: 'reset' }))
  })
  return await used.catch((error: unknown) => {
    if (error instanceof RefusedAlready) return null
    throw error
  })
}

/** Takes back that a link was used: who sent it was told already that it is not valid. */
class RefusedAlready extends Error {}

async function prove(
  deps: VerifyProofDeps,
  caller: Caller,
  found: Found,
  now: Date,
): Promise<IssuedTicket | Failure | null> {
  try {
    return await deps.shareTransaction(found.personId, async (tx) => {
      // Whether they are active is asked along, and remembered.
      const [isFirst] = await Promise.all([
        found.attemptId === null || useAttempt(tx, found.attemptId, now),
        deps.directory.isActive(tx, found.personId),
      ])
      return isFirst ? await ticketFor(deps, tx, caller, found) : null
    })
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'more_proof_impossible') throw error
    await giveUp(deps, caller, found, now)
    return error
  }
}

async function ticketFor(deps: VerifyProofDeps, tx: Tx, caller: Caller, found: Found): Promise<IssuedTicket | null> {
  const { personId, attemptId, purpose } = found
  if (!(await deps.directory.isActive(tx, personId))) return null
  deps.audit.record(tx, {
    action: purpose === 'invite' ? 'invite.opened' : 'reset.proven',
    actor: asPerson(caller, personId),
    subjects: { personId, ...(attemptId === null ? {} : { attemptId }) },
    after: { proofs: found.proofs },
  })
  return await issueTicket(deps, tx, { ...found, address: caller.address })
}

/** Proven once, and nothing is there for the second proof: the attempt is over, and the desk is told. */
function giveUp(deps: VerifyProofDeps, caller: Caller, found: Found, now: Date): Promise<void> {
  const { personId, attemptId } = found
  return deps.db.transaction(async (tx) => {
    if (attemptId === null || !(await useAttempt(tx, attemptId, now))) return
    deps.audit.record(tx, {
      action: 'reset.second_proof_missing',
      actor: asPerson(caller, personId),
      subjects: { personId, attemptId },
      after: { proofs: found.proofs },
    })
    await deps.events.emit(tx, resetFailed, { personId, attemptId, reason: 'no_second_proof' })
  })
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
    for (const { personId } of await attemptPeople(tx, attemptId, now))
      await deps.events.emit(tx, resetFailed, { personId, attemptId, reason: 'tries_used' })
  })
}
