/** What the desk needs from the platform and from the slices to its left; each use case picks the part it uses. */

import type { FactorKind, PasskeyOptions, ProofKind } from '@hallpass/contract/factors'
import type { Access } from '../access/module.ts'
import type { Actor, Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database, Reader, Tx } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Live } from '../platform/live.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import type { Secret } from '../platform/secret.ts'
import type { Door } from './types.ts'

/** What the directory knows of a person beside name and address. */
export type DirectoryFacts = {
  isProtected(r: Reader, personId: string): Promise<boolean>
  phonesOf(r: Reader, personId: string): Promise<{ number: string; changedAt: Date | null; shared: boolean }[]>
}

/** What credentials proves, sends and remembers; all it says to the desk about a secret is until when it works. */
export type Proofs = {
  factorsOf(r: Reader, personId: string): Promise<{ kind: FactorKind; name: string }[]>
  startChallenge(input: { personId: string; purpose: 'desk'; address: string }): Promise<{
    challengeId: string
    offers: {
      kind: ProofKind
      factorId: string | null
      name: string | null
      passkeyOptions: PasskeyOptions | null
      number: string | null
    }[]
    expiresAt: Date
  }>
  answerChallenge(input: {
    challengeId: string
    kind: ProofKind
    factorId?: string
    answer: string | object
    address: string
  }): Promise<
    | { kind: 'proven'; personId: string }
    | { kind: 'refused'; triesLeft: number }
    | { kind: 'waiting' }
    | { kind: 'ended' }
  >
  sendProofCode(tx: Tx, input: { personId: string; caseId: string; address: string }): Promise<{ expiresAt: Date }>
  checkProofCode(input: {
    personId: string
    caseId: string
    code: string
  }): Promise<{ kind: 'proven' } | { kind: 'refused'; triesLeft: number } | { kind: 'ended' }>
  issueResetLink(
    tx: Tx,
    input: { personId: string; caseId: string; to: { address: string } },
    actor: Actor,
  ): Promise<{ expiresAt: Date }>
  issueTemporaryPass(
    tx: Tx,
    input: { personId: string; caseId: string; minutes: number },
    actor: Actor,
  ): Promise<{ pass: Secret; expiresAt: Date }>
  recovery(r: Reader, recoveryId: string): Promise<FinishedRecovery | null>
}

/** A reset, unlock or change that was finished, through whichever door. */
export type FinishedRecovery = {
  id: string
  personId: string
  kind: 'reset' | 'unlock' | 'change'
  door: Door
  caseId: string | null
  startedAt: Date
  finishedAt: Date
}

export type DeskDeps = {
  db: Database
  jobs: Pick<Jobs, 'schedule'>
  events: Events
  live: Live
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'hmac'>
  mail: Mailer
  audit: Pick<Audit, 'record'>
  directory: Pick<
    Directory,
    | 'person'
    | 'people'
    | 'managerOf'
    | 'groupsOf'
    | 'group'
    | 'isActive'
    | 'isFresh'
    | 'addressesOf'
    | 'directory'
    | 'directories'
    | 'summary'
  > &
    DirectoryFacts
  credentials: Proofs
  access: Pick<Access, 'administrators' | 'holdersOfRole' | 'productRoleId' | 'productRoles'>
  /** Where people reach the portal; links in mails start here. */
  publicUrl: URL
  companyName: string
}
