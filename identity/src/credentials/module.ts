/** The front door of credentials: passwords and factors checked, recovered and changed; since when sessions count. */
import type { ProofOffer } from '@hallpass/contract/factors'
import { type Actor, intentResolved } from '../audit/module.ts'
import { contactsChanged, passwordSetOutside } from '../directory/module.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import { shareTransactions } from '../platform/database/shared-transactions.ts'
import type { Secret } from '../platform/secret.ts'
import { type AnswerChallenge, type AnsweredChallenge, answerChallenge } from './answer-challenge.ts'
import { anyDirectoryAway } from './any-directory-away.ts'
import type { Caller } from './caller.ts'
import { checkProofCode, sendProofCode } from './case-codes.ts'
import { type ChangePasswordInput, changePassword } from './change-password.ts'
import { type CheckedPassword, type CheckPasswordInput, checkPassword, waitingMax } from './check-password.ts'
import type { CredentialsDeps, CredentialsPlatform } from './deps.ts'
import type { PasskeyJson } from './factors/passkey.ts'
import { createFactors } from './factors/registry.ts'
import { fewAtOnce } from './few-at-once.ts'
import { invitePerson } from './invite-person.ts'
import { issueResetLink, type ResetLinkTarget } from './issue-reset-link.ts'
import { listFactors } from './list-factors.ts'
import { lockoutThresholds } from './lockout-thresholds.ts'
import { isPossible } from './offers.ts'
import { onContactsChanged, tellFormerNumbers, tellFormerNumbersTask } from './on-contacts-changed.ts'
import { onIntentResolved } from './on-intent-resolved.ts'
import { onPasswordSetOutside } from './on-password-set-outside.ts'
import { type OutsideProofs, outsideProofs } from './outside-proof.ts'
import { answerPasskeySignIn, type PasskeySignedIn, startPasskeySignIn } from './passkey-sign-in.ts'
import { prepareResets, prepareResetTask } from './prepare-reset.ts'
import { purgeEnded } from './purge-ended.ts'
import { realDelay } from './real-delay.ts'
import { recentPasswords } from './recent-passwords.ts'
import { reportAbandoned } from './report-abandoned.ts'
import { settleOpenWrites } from './settle-open-writes.ts'
import { sprayedAtOnceMax } from './spray-guard.ts'
import { type StartChallenge, type StartedChallenge, startChallenge } from './start-challenge.ts'
import { moveValidity, validityOf } from './store.ts'
import { type Recovery, recoveryById } from './store-recoveries.ts'
import { letRulesBeforeEnd } from './store-rules-before.ts'
import { issueTemporaryPass, type RedeemedPass, redeemTemporaryPass } from './temporary-pass.ts'
import { toldAddresses } from './told-addresses.ts'
import type { Factor, FactorKind, PasskeyResponse, ProofKind, ProofMethod, Validity } from './types.ts'

export type { AnsweredChallenge } from './answer-challenge.ts'
export type { CheckedPassword, CheckPasswordInput } from './check-password.ts'
export type { CredentialsDeps, CredentialsPlatform } from './deps.ts'
export {
  factorChanged,
  passwordChanged,
  passwordSprayed,
  recoveryFinished,
  recoveryRulesChanged,
  resetAbandoned,
  resetDisputed,
  resetFailed,
} from './events.ts'
export { hashOfToken, oneTimeToken } from './one-time-token.ts'
export { type OutsideGiven, type OutsideProofs, sentenceFor } from './outside-proof.ts'
export { credentialsRoutes } from './routes.ts'
export type { Recovery } from './store-recoveries.ts'
export type { Factor, PasskeyResponse, Validity } from './types.ts'
export { voidOnRestore } from './void-on-restore.ts'

/** Of a challenge outside recovery: factors only, a mailed code never stands in for one. */
export type FactorChallenge = Omit<StartedChallenge, 'offers'> & { offers: (ProofOffer & { kind: FactorKind })[] }
export type AnsweredByFactor =
  | Exclude<AnsweredChallenge, { kind: 'proven' }>
  | (Extract<AnsweredChallenge, { kind: 'proven' }> & { method: Exclude<ProofMethod, 'mail'> })

export type Credentials = {
  /** Whether this login and password open a session. Refusals come at a common deadline and say nothing of why. */
  checkPassword(input: CheckPasswordInput): Promise<CheckedPassword>
  /** A person's own change; throws where the one before is wrong or the directory refuses the new one. */
  changePassword(input: ChangePasswordInput): Promise<void>
  /** Since when sessions and tokens of a person count; null for always. */
  validFrom(r: Reader, personId: string): Promise<Date | null>
  /** The same as an epoch, which compares without clocks: see `Validity`. */
  validity(r: Reader, personId: string): Promise<Validity>
  /** Ends every session and token of a person from this transaction's commit on. */
  moveValidFrom(tx: Tx, personId: string): Promise<void>
  /** Mails a one-time link for the first password of a built-in person; nobody else sees it. */
  invite(tx: Tx, personId: string, actor: Actor): Promise<{ expiresAt: Date }>
  factorsOf(r: Reader, personId: string): Promise<Factor[]>
  /** Whether factors of this kind are asked for: not where the operator's service for them is not there any more. */
  canBeAsked(kind: FactorKind): boolean
  /** "Prove it again" with a factor; what it was asked for is the caller's. */
  startChallenge(
    input: Pick<StartChallenge, 'personId' | 'address'> & { purpose: 'sign_in' | 'step_up' | 'desk' },
  ): Promise<FactorChallenge>
  answerChallenge(input: AnswerChallenge & { kind: FactorKind }): Promise<AnsweredByFactor>
  startPasskeySignIn(): Promise<{ challengeId: string; options: PasskeyJson; expiresAt: Date }>
  answerPasskeySignIn(input: Caller & { challengeId: string; response: PasskeyResponse }): Promise<PasskeySignedIn>
  /** The pass goes to the person on another channel than the call, and opens a session that can only add a factor. */
  issueTemporaryPass(
    tx: Tx,
    input: { personId: string; caseId: string | null; minutes: number },
    actor: Actor,
  ): Promise<{ pass: Secret; expiresAt: Date }>
  redeemTemporaryPass(input: Caller & { login: string; pass: Secret }): Promise<RedeemedPass>
  issueResetLink(
    tx: Tx,
    input: { personId: string; caseId: string; to: ResetLinkTarget },
    actor: Actor,
  ): Promise<{ sentTo: string[]; expiresAt: Date }>
  sendProofCode(tx: Tx, input: { personId: string; caseId: string; address: string }): Promise<{ expiresAt: Date }>
  checkProofCode(input: {
    personId: string
    caseId: string
    code: string
  }): Promise<Exclude<AnsweredChallenge, { kind: 'waiting' }>>
  /** Where a person is told what happened: the addresses they have, and those that were theirs until lately. */
  toldAddresses(tx: Tx, personId: string): Promise<string[]>
  /** Recovery whose pages are another system's, such as ServiceNow's. */
  readonly outside: OutsideProofs
  /** A finished reset, unlock or change, by the id that its event carries. */
  recovery(r: Reader, recoveryId: string): Promise<Recovery | null>
  /** The rules before end for whoever changed them by this moment: they are the only one who could stand behind it. */
  standBehindOwnRules(r: Reader, authorId: string, until: Date): Promise<void>
  /** What the routes are bound to. */
  readonly deps: CredentialsDeps
}

export function createCredentials(platform: CredentialsPlatform): Credentials {
  const deps: CredentialsDeps = {
    ...platform,
    messages: platform.messages ?? { sms: null, push: null },
    recentPasswords: recentPasswords({ ...platform, folder: platform.recentPasswordsFolder ?? null }),
    factors: createFactors(platform),
    thresholds: lockoutThresholds(platform),
    anyDirectoryAway: anyDirectoryAway(platform),
    shareTransaction: shareTransactions(platform.db),
    shareStart: shareTransactions(platform.db),
    triesAtOnce: fewAtOnce(sprayedAtOnceMax),
    oneByOne: fewAtOnce(1, waitingMax),
    delay: platform.delay ?? realDelay,
    signInDeadlineMs: platform.deadlines?.signInMs ?? 2000,
    proofDeadlineMs: platform.deadlines?.proofMs ?? 2000,
  }
  begin(deps)
  return {
    deps,
    checkPassword: (input) => checkPassword(deps, input),
    changePassword: (input) => changePassword(deps, input),
    validFrom: async (r, personId) => (await validityOf(r, personId)).from,
    validity: validityOf,
    moveValidFrom: (tx, personId) => moveValidity(tx, personId, deps.clock.now(), null),
    invite: (tx, personId, actor) => invitePerson(deps, tx, { personId, actor }),
    factorsOf: listFactors,
    canBeAsked: (kind) => isPossible(deps, kind),
    startChallenge: async (input) => {
      const started = await startChallenge(deps, deps.db, input)
      return {
        ...started,
        offers: started.offers.flatMap(({ kind, ...rest }) => (isFactor(kind) ? { kind, ...rest } : [])),
      }
    },
    answerChallenge: async (input) => {
      const answered = await answerChallenge(deps, input)
      if (answered.kind !== 'proven') return answered
      const { method, ...rest } = answered
      return method === 'mail' ? { kind: 'ended' } : { ...rest, method }
    },
    startPasskeySignIn: () => startPasskeySignIn(deps),
    answerPasskeySignIn: (input) => answerPasskeySignIn(deps, input),
    issueTemporaryPass: (tx, input, actor) => issueTemporaryPass(deps, tx, input, actor),
    redeemTemporaryPass: (input) => redeemTemporaryPass(deps, input),
    issueResetLink: (tx, input, actor) => issueResetLink(deps, tx, input, actor),
    sendProofCode: (tx, input) => sendProofCode(deps, tx, input),
    checkProofCode: (input) => checkProofCode(deps, input),
    toldAddresses: (tx, personId) => toldAddresses(deps, tx, personId, deps.clock.now()),
    outside: outsideProofs(deps),
    recovery: recoveryById,
    standBehindOwnRules: letRulesBeforeEnd,
  }
}

const isFactor = (kind: ProofKind): kind is FactorKind => kind !== 'mail_code'

/** Jobs, sweeps and listeners exist from here on. */
function begin(deps: CredentialsDeps): void {
  const { jobs, events } = deps
  // Before, each attempt was a job of its own.
  jobs.register(prepareResetTask, ({ attemptIds, attemptId }) =>
    prepareResets(deps, (attemptIds as readonly string[] | undefined) ?? [String(attemptId)]),
  )
  jobs.register(tellFormerNumbersTask, ({ personId, at }) =>
    tellFormerNumbers(deps, { personId: String(personId), at: String(at) }),
  )
  jobs.schedule({ name: 'credentials.settle-writes', everySeconds: 30, run: (now) => settleOpenWrites(deps, now) })
  jobs.schedule({ name: 'credentials.report-abandoned', everySeconds: 60, run: (now) => reportAbandoned(deps, now) })
  jobs.schedule({ name: 'credentials.purge', everySeconds: 3600, run: (now) => purgeEnded(deps, now) })
  jobs.schedule({
    name: 'credentials.forget-passwords',
    everySeconds: 300,
    run: (now) => deps.recentPasswords.forgetEnded(now),
  })
  events.inTransaction(intentResolved, 'credentials', (tx, resolved) => onIntentResolved(deps, tx, resolved))
  events.inTransaction(passwordSetOutside, 'credentials', (tx, { personId }) =>
    onPasswordSetOutside(deps, tx, personId),
  )
  events.inTransaction(contactsChanged, 'credentials', (tx, event) => onContactsChanged(deps, tx, event))
}
