/** What to do about one account: pure, from what is wanted, what was found and what we knew. */
import { createHash } from 'node:crypto'
import type {
  AccountChange,
  AccountKey,
  Links,
  Match,
  NewAccount,
  Profile,
  RemoteAccount,
} from './connectors/connector.ts'
import type { DoubtReason, TaskCandidate } from './types.ts'

export type AccountFacts = {
  wanted: { active: boolean; entitlements: readonly string[] }
  key: AccountKey
  profile: Profile
  links: Links
  /** A department that stays as it is in the app, because it cannot be told just now. */
  keptDepartment: string | null
  matches: readonly Match[]
  known: {
    /** An administrator chose this very account. */
    isChosen: boolean
    profileMark: string | null
    /** Entitlements that we gave. */
    given: readonly string[]
  }
  /** Their directory says what they are called and their address: they do not write it there themselves. */
  isVouched: boolean
  /** Whether entitlements are values of the account itself. */
  hasValues: boolean
}

export type AccountDecision =
  | { kind: 'absent' }
  | { kind: 'as_wanted'; found: RemoteAccount }
  | { kind: 'make'; make: NewAccount }
  | { kind: 'change'; found: RemoteAccount; change: AccountChange; isAdoption: boolean }
  | { kind: 'doubt'; why: DoubtReason; candidates: TaskCandidate[] }

/**
 * An account that was there before us is adopted on one exact match that nothing speaks against; two, or a doubtful one, are
 * for a person to decide, and so is each that somebody would come by with a name or address that they wrote themselves.
 * What we never made is never ended.
 */
export function decideAccount(facts: AccountFacts): AccountDecision {
  const { wanted, matches } = facts
  const ours = matches.filter((match) => match.by !== 'userName')
  if (!wanted.active && ours.length === 0) return { kind: 'absent' }
  const doubt = doubtAbout(facts)
  if (doubt !== null)
    return { kind: 'doubt', why: doubt, candidates: matches.map(({ account }) => candidateOf(account)) }
  const [match] = matches
  if (match === undefined) {
    const entitlements = facts.hasValues ? [...wanted.entitlements] : []
    return { kind: 'make', make: { key: facts.key, profile: facts.profile, entitlements, ...linksOf(facts) } }
  }
  const change = wanted.active ? changeToStart(facts, match) : changeToEnd(match.account)
  if (Object.keys(change).length === 0) return { kind: 'as_wanted', found: match.account }
  return { kind: 'change', found: match.account, change, isAdoption: change.claim === true }
}

function doubtAbout({ matches, key, known, isVouched }: AccountFacts): DoubtReason | null {
  if (matches.length > 1) return 'two'
  const [match] = matches
  if (match === undefined || match.by !== 'userName' || known.isChosen) return null
  const { account } = match
  if (account.externalId !== null) return 'other_key'
  // A user name may have passed from one person to the next; an address that is not this person's says so.
  const isTheirs = account.mails.some((mail) => mail.toLowerCase() === key.mail?.toLowerCase())
  if (account.mails.length > 0 && !isTheirs) return 'other_address'
  if (!isVouched) return 'not_vouched'
  return account.active ? null : 'was_ended'
}

function changeToStart(facts: AccountFacts, { account, by }: Match): AccountChange {
  const { key, profile, known } = facts
  const mustClaim = account.externalId !== key.externalId && (by === 'userName' || known.isChosen)
  const isProfileNew = known.profileMark !== profileMark(facts, account)
  const values = facts.hasValues ? valuesToBe(facts, account) : null
  return {
    ...(account.active ? {} : { active: true }),
    ...(mustClaim ? { claim: true } : {}),
    ...(isProfileNew ? { profile, ...linksOf(facts) } : {}),
    ...(isProfileNew && account.userName.toLowerCase() !== key.userName.toLowerCase()
      ? { userName: key.userName }
      : {}),
    ...(values === null ? {} : { entitlements: values }),
  }
}

/** Nothing but the end: the least that can go wrong with an account that must stop working now. */
function changeToEnd(account: RemoteAccount): AccountChange {
  return account.active ? { active: false } : {}
}

/** What others gave stays; what we gave and is not wanted any more goes. Null when it is so already. */
function valuesToBe({ wanted, known }: AccountFacts, account: RemoteAccount): string[] | null {
  const now = account.entitlements ?? known.given
  const others = now.filter((value) => !known.given.includes(value))
  const values = [...new Set([...others, ...wanted.entitlements])]
  const isSo = values.length === new Set(now).size && values.every((value) => now.includes(value))
  return isSo ? null : values
}

function linksOf({ links }: AccountFacts): { links?: Links } {
  return Object.keys(links).length === 0 ? {} : { links }
}

/** The profile as wanted and as the app shows it: when either moves, it is written again; apps may spell it their own way. */
export function profileMark(
  facts: Pick<AccountFacts, 'key' | 'profile' | 'links' | 'keptDepartment'>,
  account: RemoteAccount,
): string {
  const { manager = null, department = null } = facts.links
  // Taken away and never given are the same: there is nothing to write again.
  const links = manager === null && department === null ? [] : [manager, department]
  // Left as it is and taken away are not: either may follow the other, and has to be written.
  const kept = facts.keptDepartment === null ? [] : [{ kept: facts.keptDepartment }]
  const places = facts.links.places === undefined ? [] : [{ places: facts.links.places }]
  const wanted = createHash('sha256')
    .update(JSON.stringify([facts.key.userName, facts.profile, ...links, ...kept, ...places]))
    .digest('base64url')
  return `${wanted}:${account.fingerprint}`
}

function candidateOf(account: RemoteAccount): TaskCandidate {
  return {
    remoteId: account.remoteId,
    userName: account.userName,
    displayName: account.displayName,
    active: account.active,
  }
}
