import type { Change, Entry } from 'ldapts'
import type { PasswordPolicy } from '../connector.ts'
import type { LdapConnection } from './connection.ts'

/** The rules of a person with what only this connector needs to know of them. */
export type LdapPolicy = PasswordPolicy & {
  /** How long a lock lasts; null until somebody ends it. */
  lockSeconds: number | null
  /** After how long wrong tries are forgotten; null where only a right one ends them. */
  observationSeconds: number | null
}

/** Wrong tries that the server counts now, and when it forgets what makes them too many. */
export type WrongTries = { count: number; forgottenAt: Date | null }

/** What an entry says of its password. Times are those of the server. */
export type PasswordFacts = {
  changedAt: Date | null
  /** `changedAt` was reckoned from the rules, as the server keeps no time. */
  isReckoned?: boolean
  mustChange: boolean
  expiresAt: Date | null
  /** Until when a minimum age holds; may be over. */
  notBefore: Date | null
  locked: boolean
  wrongTries: WrongTries
}

/**
 * What differs between servers that otherwise speak the same LDAP: the attributes by which they tell the state of a
 * password, where they keep their rules, and what remains to be done after a reset.
 */
export type Flavour = {
  readonly kind: 'openldap' | '389-ds'
  /** Names an entry for good; the server neither changes nor reuses it. */
  readonly keyAttribute: string
  /** Operational attributes that a person is read with. */
  readonly attributes: readonly string[]
  readonly policyAttributes: readonly string[]
  /** Where the rules for everybody stand unless the settings say; null where the server does not tell. */
  readonly policyDn: string | null
  /** A refusal of a password without a word why means that it was used before. */
  readonly silentRefusalIsHistory: boolean
  toPolicy(entry: Entry): LdapPolicy
  /** Attributes of these rules that are always there and may not be read; without them `toPolicy` assumes the strictest. */
  unreadRules(entry: Entry): string[]
  /** An administrator's own lock, which nothing here may end. */
  isLockedByAdministrator(entry: Entry): boolean
  factsOf(entry: Entry, policy: LdapPolicy, now: Date): PasswordFacts
  /** What is still to be written after a reset, so that it ended locks and demands a change only where that is wanted. */
  afterReset(entry: Entry, mustChange: boolean): Change[]
  unlock(): Change[]
  /** A number that moves with every change of the directory, deletions included; null where there is none. */
  readChangeNumber(connection: LdapConnection, baseDn: string): Promise<string | null>
}
