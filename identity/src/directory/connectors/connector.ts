/**
 * The port to a directory: a tiny core that every kind has, and groups that are there or not, visible to types and to
 * the portal. Sign-in answers are verdicts and are returned; writes throw one of `failures.ts`, and every write means
 * "make it so": it may be repeated.
 */
import type { Secret } from '../../platform/secret.ts'
import type { PasswordFault } from './failures.ts'

/** Finds one entry for good: an identifier that the directory neither changes nor reuses. */
export type PersonRef = { readonly key: string }

/** Where a listing goes on; opaque, null at its beginning. Belongs to the connector object that gave it. */
export type Cursor = string | null

export type Page<T> = { items: T[]; next: Cursor }

/** What a directory says about a person. `handle` is how the directory's own references name the entry (a DN). */
export type PersonRecord = {
  ref: PersonRef
  handle: string | null
  login: string
  displayName: string
  givenName: string | null
  familyName: string | null
  title: string | null
  department: string | null
  locale: string | null
  /** The primary address first. */
  mails: string[]
  /** Numbers to call back on, as the directory writes them. */
  phones: string[]
  manager: { by: 'handle'; handle: string } | { by: 'person'; personId: string } | null
  disabled: boolean
  /** Out of reach (security A.1): nothing here writes about them, whatever the directory would allow. */
  protected: boolean
  /** When the password was last set, by whomever; null when a listing of this directory does not say. */
  passwordSetAt: Date | null
  /** When the password ends, where a listing says so. */
  passwordExpiresAt?: Date | null
  /** The number the company knows them by, where the directory says so. */
  employeeNumber?: string | null
  /** Where they work, as the directory names it: company, office, cost centre. */
  company?: string | null
  location?: string | null
  costCenter?: string | null
  /** IANA name of the zone this person lives in, where the directory says so. */
  timeZone?: string | null
}

/**
 * What a directory says about a group; direct members by the handle of their entry. `handle` is how other groups name
 * this one, where groups can be members of groups.
 */
export type GroupRecord = { key: string; name: string; members: string[]; handle?: string | null }

export type HealthPoint = { name: string; ok: boolean; message: string }
/** What `check` found; never a secret, never a stack. */
export type Health = { ok: boolean; points: HealthPoint[] }

/**
 * What became of a sign-in. `ok`, `must_change` and `expired` are given for the right password only; `disabled`,
 * `locked` and `account_expired` may be given for a wrong one, so they are told to nobody before another proof. `wait`:
 * nothing was asked, since one more wrong try would bring the directory's own lock too near (security B.9).
 */
export type Verdict =
  | {
      kind: 'ok'
      graceSignInsLeft: number | null
      expiresInSeconds: number | null
      /** The directory may still take the password before this one: only `proofs` can tell which it was (security B.10). */
      oldPasswordMayBind: boolean
      passwordSetAt: Date | null
    }
  | { kind: 'wrong' }
  | { kind: 'must_change' }
  | { kind: 'expired' }
  | { kind: 'disabled' }
  | { kind: 'locked' }
  | { kind: 'account_expired' }
  | { kind: 'wait'; until: Date | null }

/** The rules of one person's password as far as the directory tells them; null where it does not say. */
export type PasswordPolicy = {
  minLength: number | null
  maxLength: number | null
  /** How many earlier passwords are refused; 0 for none. */
  historyCount: number
  minAgeSeconds: number | null
  maxAgeSeconds: number | null
  /** Wrong tries after which the directory itself locks; null when it never does. */
  lockoutTries: number | null
  /** The directory checks more than it tells (a quality module, a word list): a refusal may come as a surprise. */
  furtherChecks: boolean
  /** Refuses passwords that are common, or contain company words or the person's own name. */
  refusesCommon: boolean
  /** Of how many of the five classes (capitals, small letters, digits, signs, other letters) one is wanted; null for none. */
  classes: number | null
  /** A reset takes what the history would refuse in the person's own change. */
  resetIgnoresHistory?: boolean
  /** Refuses the login and each part of the name that is three letters or longer. */
  refusesNameParts: boolean
}

export type PasswordState = {
  /** When the password was last set; null when the directory does not say. */
  changedAt: Date | null
  /** `changedAt` follows from when the password ends, which the directory may write at a sign-in, and not from a time of its own. */
  isReckoned?: boolean
  expiresAt: Date | null
  /** Until when a minimum age refuses the person's own change; null when it does not, or the directory does not say. */
  notBefore: Date | null
  mustChange: boolean
  locked: boolean
  /** Whether a password was ever set; an account without one cannot sign in. */
  present: boolean
}

/**
 * What the caller knows of the person: whoever signs in with a second factor may have a shorter password where the
 * directory itself cares (security B.11). Left out, the password is the only factor.
 */
export type WhoeverSets = { hasSecondFactor?: boolean }

export type Passwords = {
  /** Sets a new password with the service's own right, and ends a lock. The policy of the directory holds. */
  reset(who: PersonRef, next: Secret, options?: { mustChange?: boolean } & WhoeverSets): Promise<void>
  /** The person's own change: proves the current password to the directory, minimum age and history hold. */
  change(who: PersonRef, current: Secret, next: Secret, options?: WhoeverSets): Promise<void>
  /** What would be refused in a password, where that can be told without setting it. */
  faultsOf?(who: PersonRef, next: Secret, options?: WhoeverSets): Promise<PasswordFault[]>
  unlock(who: PersonRef): Promise<void>
  state(who: PersonRef): Promise<PasswordState>
  /** `changedAt` of the state alone, where a directory tells it for less than the whole; ask by `changedAtOf`. */
  changedAt?(who: PersonRef): Promise<Date | null>
  policyFor(who: PersonRef, options?: WhoeverSets): Promise<PasswordPolicy>
}

/** When the password was last set, by the cheapest way this directory has. */
export const changedAtOf = async (passwords: Passwords, who: PersonRef): Promise<Date | null> =>
  passwords.changedAt ? passwords.changedAt(who) : (await passwords.state(who)).changedAt

/** What a sign-in by itself does not prove. */
export type Proofs = {
  /**
   * Whether this is the present password and not the one before; `unknown` when the directory could not be asked about
   * this person. Throws `Unreachable` when what could tell does not answer.
   */
  isPresentPassword(who: PersonRef, password: Secret): Promise<'yes' | 'no' | 'unknown'>
  /** What could tell and does not answer now, as a sentence; null when all of it does. */
  silence?(): Promise<string | null>
}

export type Groups = { list(page: Cursor): Promise<Page<GroupRecord>> }

export type NewAccount = {
  login: string
  displayName: string
  givenName: string | null
  familyName: string | null
  mail: string
  title: string | null
  department: string | null
  locale: string | null
  managerPersonId: string | null
  phone?: string | null
  employeeNumber?: string | null
  company?: string | null
  location?: string | null
  costCenter?: string | null
}

/** For directories in which accounts are made elsewhere. */
export type Enabling = {
  disable(who: PersonRef): Promise<void>
  enable(who: PersonRef): Promise<void>
}

export type Accounts = Enabling & {
  /** Makes the account; one that is already there and says the same is a success, another of that login is AlreadyExists. */
  create(account: NewAccount): Promise<PersonRecord>
}

/**
 * `tooMany`: more changed than a poll should carry; a full listing is the answer. `removalsLikely`: something happened
 * that shows in no entry, so looking for entries that are gone is worth its price now.
 */
export type Changes =
  | { kind: 'some'; people: PersonRecord[]; groups: GroupRecord[]; removalsLikely: boolean; cursor: string }
  | { kind: 'tooMany' }

export type ChangeFeed = {
  /** Where a poll would start now; taken before a full listing, so that nothing in between is lost. */
  start(): Promise<string>
  /** What changed since; what changed at the very moment of the cursor may come twice, never not at all. */
  since(cursor: string): Promise<Changes>
  /** The keys of all entries there are, for finding those that are gone. */
  keys(page: Cursor): Promise<Page<string>>
}

export type DirectoryConnector = {
  readonly kind: string
  /** Can it be reached, with which rights; never changes anything. */
  check(): Promise<Health>
  /** By login or mail; null for a stranger, never an error. Two with one mail are nobody. */
  find(login: string): Promise<PersonRecord | null>
  /** One entry by its reference, null when there is none. */
  get(who: PersonRef): Promise<PersonRecord | null>
  list(page: Cursor): Promise<Page<PersonRecord>>
  /** `isStranger`: not a device or session of the person, for whom one try more stays in reserve. */
  authenticate(who: PersonRef, password: Secret, caller?: { isStranger: boolean }): Promise<Verdict>
  readonly passwords?: Passwords
  readonly proofs?: Proofs
  readonly groups?: Groups
  readonly accounts?: Accounts
  readonly enabling?: Enabling
  readonly changes?: ChangeFeed
  /** Lets go of connections; the connector is not used afterwards. */
  close(): Promise<void>
}
