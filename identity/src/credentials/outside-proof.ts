/** Recovery whose pages are another system's: it asks for proofs and brings passwords, and decides nothing (security C.13). */
import type { Actor } from '../audit/module.ts'
import { DirectoryFailure, PasswordRejected } from '../directory/module.ts'
import type { Secret } from '../platform/secret.ts'
import { answerChallenge } from './answer-challenge.ts'
import { orAtDeadline } from './at-deadline.ts'
import { asPerson, type Caller } from './caller.ts'
import { changePassword } from './change-password.ts'
import { hasSecondFactor, isEnough, kindsLeft } from './decide-recovery.ts'
import type { CredentialsDeps } from './deps.ts'
import { ticketInvalid } from './errors.ts'
import { finishReset } from './finish-reset.ts'
import { issueTicket } from './issue-ticket.ts'
import { recoveryPolicyFor } from './recovery-policy-for.ts'
import { resetPassword } from './reset-password.ts'
import { showState } from './show-state.ts'
import { startChallenge } from './start-challenge.ts'
import { startReset } from './start-reset.ts'
import { selfServiceStoppedAt } from './store.ts'
import { factorsOfPerson } from './store-factors.ts'
import type { ProofKind } from './types.ts'
import { unlockAccount } from './unlock-account.ts'
import { unlockWithTicket } from './unlock-with-ticket.ts'

/** What somebody has proven so far, as the other system's request keeps it. */
export type OutsideGiven = { proofs: ProofKind[]; factorIds: string[] }

export type OutsideAnswer =
  | { kind: 'proven'; given: OutsideGiven; isEnough: boolean }
  /** Something was sent, or a prompt waits for its answer. */
  | { kind: 'waiting' }
  | { kind: 'refused' }
  | { kind: 'ended' }

export type OutsideProofs = {
  /** Asks for a proof beside those given; null where nothing is left to ask for, or the person may not help themselves. */
  start(input: {
    personId: string
    given: OutsideGiven
    address: string
  }): Promise<{ challengeId: string; number: string | null } | null>
  /** An empty answer has a code or a prompt sent. `personId` null: nobody, answered like somebody and as late. */
  answer(input: {
    personId: string | null
    challengeId: string
    given: OutsideGiven
    kind: ProofKind
    answer: string
    address: string
  }): Promise<OutsideAnswer>
  /** `given` null: an administrator decided that the other system's own check is enough. Throws PasswordRejected. */
  reset(input: Caller & { personId: string; given: OutsideGiven | null; password: Secret; actor: Actor }): Promise<void>
  change(input: Caller & { personId: string; old: Secret; next: Secret }): Promise<void>
  unlock(input: Caller & { personId: string; given: OutsideGiven | null; actor: Actor }): Promise<void>
  /** Null where the directory does not say. */
  isLocked(personId: string): Promise<boolean | null>
  /** Has the person sent what they need to help themselves; nobody learns whether there is such a person. */
  sendRecovery(input: Caller & { login: string; directoryId?: string }): Promise<void>
}

/** A session that nobody has: no session is spared when a password changes outside. */
const noSession = '00000000-0000-0000-0000-000000000000'

export function outsideProofs(deps: CredentialsDeps): OutsideProofs {
  const policyOf = async (personId: string) => {
    const person = await deps.directory.person(deps.db, personId)
    return person ? recoveryPolicyFor(deps, deps.db, person) : null
  }
  const ticketFor = (caller: Caller, personId: string, given: OutsideGiven) =>
    deps.db.transaction((tx) =>
      issueTicket(deps, tx, { personId, purpose: 'reset', attemptId: null, ...given, address: caller.address }),
    )
  return {
    async start({ personId, given, address }) {
      const policy = await policyOf(personId)
      const only = policy ? kindsLeft({ purpose: 'reset', ...given }, policy) : []
      if (only.length === 0 || (await selfServiceStoppedAt(deps.db, personId)) !== null) return null
      const started = await startChallenge(deps, deps.db, { personId, purpose: 'recovery', address, only })
      if (started.offers.length === 0) return null
      return {
        challengeId: started.challengeId,
        number: started.offers.find(({ kind }) => kind === 'push')?.number ?? null,
      }
    },

    async answer({ personId, challengeId, given, kind, answer, address }) {
      // Asking for a code or prompt is answered by the clock as well: sending takes time, and to nobody nothing is sent.
      let seen: OutsideAnswer = { kind: answer === '' ? 'waiting' : 'refused' }
      const work = async (isRight: () => boolean): Promise<OutsideAnswer | null> => {
        const policy = personId === null ? null : await policyOf(personId)
        if (personId === null || !policy) return null
        if (!kindsLeft({ purpose: 'reset', ...given }, policy).includes(kind)) return null
        const answered = await answerChallenge(deps, { challengeId, kind, answer, address, isInTime: isRight })
        if (answered.kind !== 'proven') {
          seen = { kind: answered.kind }
          return null
        }
        const next = {
          proofs: [...given.proofs, kind],
          factorIds: answered.factorId === null ? given.factorIds : [...given.factorIds, answered.factorId],
        }
        const hasFactor = hasSecondFactor(await factorsOfPerson(deps.db, personId))
        return { kind: 'proven', given: next, isEnough: isEnough({ purpose: 'reset', ...next }, policy, hasFactor) }
      }
      const onError = (error: unknown) => deps.log.warn({ err: error }, 'a proof could not be looked at')
      return (await orAtDeadline(deps.delay, deps.proofDeadlineMs, work, onError)) ?? seen
    },

    async reset({ personId, given, password, actor, ...caller }) {
      if (given !== null) {
        const { ticket, more } = await ticketFor(caller, personId, given)
        if (more.length > 0) throw ticketInvalid()
        return await finishReset(deps, { ...caller, ticket, password })
      }
      const claim = async (tx: Parameters<typeof selfServiceStoppedAt>[0]) => {
        if (!(await deps.directory.isActive(tx, personId))) throw ticketInvalid()
        if ((await selfServiceStoppedAt(tx, personId)) !== null) throw ticketInvalid()
      }
      const write = { personId, next: password, kind: 'reset', ticketId: null, attemptId: null, actor, claim } as const
      const written = await resetPassword(deps, write)
      if (written.kind === 'rejected') throw new PasswordRejected(written.reasons)
    },

    change: ({ personId, old, next, ...caller }) =>
      changePassword(deps, {
        ...{ personId, old, next, sessionId: noSession, strangerAt: caller.address },
        actor: asPerson(caller, personId),
      }),

    async unlock({ personId, given, actor, ...caller }) {
      if (given !== null) {
        const { ticket, more } = await ticketFor(caller, personId, given)
        if (more.length > 0) throw ticketInvalid()
        return await unlockWithTicket(deps, { ...caller, ticket })
      }
      const startedAt = deps.clock.now()
      await unlockAccount(deps, {
        personId,
        actor,
        letRecover: false,
        isProven: false,
        door: 'servicenow',
        caseId: null,
        startedAt,
      })
    },

    async isLocked(personId) {
      const state = await showState(deps, personId)
      return state.lockedUntil !== null ? true : state.lockedInDirectory
    },

    async sendRecovery(input) {
      await startReset(deps, input)
    },
  }
}

/** Words for the person when a directory said no; null for anything that is no such answer. */
export function sentenceFor(error: unknown): string | null {
  return error instanceof DirectoryFailure ? error.message : null
}
