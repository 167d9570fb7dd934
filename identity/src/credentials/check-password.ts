import type { ProofOffer } from '@hallpass/contract/factors'
import type { Directory, Home, Person, Verdict } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Reader } from '../platform/database/database.ts'
import { remembering } from '../platform/database/remembering.ts'
import { Failure } from '../platform/errors.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import type { Secret } from '../platform/secret.ts'
import type { AnyDirectoryAway } from './any-directory-away.ts'
import { type Delay, orAtDeadline } from './at-deadline.ts'
import { asStranger, type Caller } from './caller.ts'
import { tooManyTries } from './errors.ts'
import type { FewAtOnce } from './few-at-once.ts'
import { firstRight } from './first-right.ts'
import { isPresentPassword } from './is-present-password.ts'
import { type IssueTicketDeps, issueTicket } from './issue-ticket.ts'
import { knownSignInTries, signInTries, streakKeys } from './limits.ts'
import type { LockoutThresholds } from './lockout-thresholds.ts'
import { type NoteRefusalDeps, noteRefusal, type RefusedBecause } from './note-refusal.ts'
import { policyOf } from './policy-of.ts'
import type { RecentPasswords } from './recent-passwords.ts'
import { countWrong, type SprayGuardDeps, unlessSprayed } from './spray-guard.ts'
import { standingOf } from './store.ts'
import { giveBackTries, settleTries, takeTries } from './store-tries.ts'
import { takePasswordTry } from './take-password-try.ts'
import type { RecoveryPolicy, Try } from './types.ts'

export type CheckPasswordDeps = IssueTicketDeps &
  SprayGuardDeps &
  NoteRefusalDeps & {
    db: Database
    clock: Clock
    ids: Ids
    log: Log
    directory: IssueTicketDeps['directory'] & Pick<Directory, 'findByLogin' | 'connectorOf'>
    recentPasswords: RecentPasswords
    thresholds: LockoutThresholds
    anyDirectoryAway: AnyDirectoryAway
    oneByOne: FewAtOnce
    delay: Delay
    /** When a refusal is told, counted from the call; an answer that takes longer is a refusal too. */
    signInDeadlineMs: number
  }

export type CheckPasswordInput = Caller & {
  login: string
  password: Secret
  /** Whose device or session the call comes from: that person has tries that strangers cannot use up. */
  knownPersonId?: string | undefined
  /** Told as soon as the password was right, before its tries are settled: for who reads on meanwhile. */
  onRight?(personId: string): void
}

export type CheckedPassword =
  /** The epoch as it was before the directory was asked: a reset meanwhile outdates it. */
  | { kind: 'ok'; personId: string; epoch: number }
  | { kind: 'refused' }
  /**
   * The password was right, and must be replaced before anything else; the ticket leads to the page for that, once one of
   * `more` was proven where there are any.
   */
  | { kind: 'must_change' | 'expired'; personId: string; ticket: Secret; expiresAt: Date; more: ProofOffer[] }

/**
 * Asks the directory that a person lives in whether the password is right, without their knowing which one that is.
 * A stranger, a wrong password, a locked and a disabled person get one answer, at one moment: see `orAtDeadline`.
 */
export async function checkPassword(deps: CheckPasswordDeps, input: CheckPasswordInput): Promise<CheckedPassword> {
  const now = deps.clock.now()
  // What is read before the directory is asked is read once.
  const facts = remembering(deps.db)
  const people = deps.directory.findByLogin(facts, input.login.trim())
  // Found while the flood is counted, and not waited for where that refuses.
  people.catch(() => {})
  const flood = await floodOf(deps, people, input)
  const taken = await takeTries(deps.db, flood, now, { isUnhurried: true })
  // Depends on the address alone, or on a device of the person, so saying it tells strangers nothing about the login.
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)

  const right = await orAtDeadline(
    deps.delay,
    deps.signInDeadlineMs,
    (isRight) => findRight(deps, { ...input, floodKeys: flood.map(({ key }) => key), facts, people, isRight }),
    (error) => deps.log.error({ err: error }, 'a sign-in could not be checked'),
  )
  return right ?? { kind: 'refused' }
}

/** What guards against floods; a device of the person who is meant has a budget of its own. */
async function floodOf(
  deps: Pick<CheckPasswordDeps, 'anyDirectoryAway'>,
  people: Promise<Person[]>,
  { address, knownPersonId }: CheckPasswordInput,
): Promise<Try[]> {
  const isAnyAway = await deps.anyDirectoryAway()
  if (knownPersonId === undefined) return signInTries(address, isAnyAway)
  const isMeant = (await people).some(({ id }) => id === knownPersonId)
  return isMeant ? knownSignInTries(knownPersonId) : signInTries(address, isAnyAway)
}

type Input = CheckPasswordInput & {
  floodKeys: string[]
  facts: Reader
  people: Promise<Person[]>
  isRight: () => boolean
}

type Right = Exclude<CheckedPassword, { kind: 'refused' }>

/** How long a directory is waited for before that of a namesake is asked too; well below the common deadline. */
const namesakePatienceMs = 500

/**
 * A login may mean several people in several directories; the right password tells which. Whose device it is, is asked
 * about first, and what a slow directory of theirs cost a namesake meanwhile does not count.
 */
async function findRight(deps: CheckPasswordDeps, input: Input): Promise<Right | null> {
  // LDAP takes an empty password as an anonymous bind, which succeeds (RFC 4513 §5.1.2).
  if (input.password.length === 0) return await refuse(deps, input, undefined, 'no_password')
  const people = await input.people
  if (people.length === 0) return await refuse(deps, input, undefined, 'stranger')
  const isKnown = ({ id }: Person) => id === input.knownPersonId
  const inOrder = [...people.filter(isKnown), ...people.filter((person) => !isKnown(person))]
  const wrongKeys: string[] = []
  const right = await firstRight(
    deps.delay,
    namesakePatienceMs,
    inOrder.map((person) => () => checkPerson(deps, input, person, (keys) => wrongKeys.push(...keys))),
  )
  if (right !== null && right.personId === input.knownPersonId) await giveBackTries(deps.db, wrongKeys)
  return right
}

async function checkPerson(
  deps: CheckPasswordDeps,
  input: Input,
  person: Person,
  onWrong: (keys: string[]) => void,
): Promise<Right | null> {
  if (person.state !== 'active') return await refuse(deps, input, person, 'not_active')
  const isKnown = input.knownPersonId === person.id
  const read = () =>
    Promise.all([
      standingOf(deps.db, person.id),
      deps.directory.connectorOf(input.facts, person.id),
      policyOf(deps.db, person.directoryId),
    ])
  const compare = async ([{ epoch, stoppedAt }, home, policy]: Awaited<ReturnType<typeof read>>) => {
    if (home.directory.pausedAt !== null) return await refuse(deps, input, person, 'paused')
    // "This was not me" holds here for whoever knows the disputed password, until somebody looked.
    if (stoppedAt !== null) return await refuse(deps, input, person, 'disputed')
    return await inTurn(deps, input, { person, home, epoch, policy, isKnown, onWrong })
  }
  if (isKnown) return await compare(await read())
  return await unlessSprayed(deps, input.password, {
    read,
    work: compare,
    refused: () => refuse(deps, input, person, 'sprayed'),
  })
}

/** Sign-ins of one person that wait for each other at most; more than people have tabs that open at once. */
export const waitingMax = 8

/**
 * One after the other: a browser that opens with three tabs sends three right passwords at once, and only what is known
 * of the first gives the tries back that the others need. Whose turn comes when the answer was given long ago is left.
 * A device of the person does not stand in the line of strangers, who could make it wait with nothing but wrong passwords.
 */
function inTurn(deps: CheckPasswordDeps, input: Input, asked: Asked): Promise<Right | null> {
  const lateAt = deps.clock.now().getTime() + deps.signInDeadlineMs
  const line = `${asked.person.id}:${asked.isKnown ? 'known' : 'any'}`
  return deps.oneByOne(line, async () =>
    deps.clock.now().getTime() > lateAt
      ? await refuse(deps, input, asked.person, 'waiting')
      : await comparePassword(deps, input, asked),
  )
}

type Asked = {
  person: Person
  home: Home
  epoch: number
  policy: RecoveryPolicy
  isKnown: boolean
  onWrong(keys: string[]): void
}

async function comparePassword(
  deps: CheckPasswordDeps,
  input: Input,
  { person, home, epoch, policy, isKnown, onWrong }: Asked,
): Promise<Right | null> {
  // On the disk with what came of it, a session or a refusal in the trail: the log of the database is in one order.
  const taken = await takePasswordTry(deps, { person, home, isKnown, policy, isUnhurried: true })
  if (taken.kind === 'over') return await refuse(deps, input, person, 'waiting')

  const verdict = await ask(deps, person, home, { password: input.password, isStranger: !isKnown })
  switch (verdict) {
    case 'ok':
    case 'must_change':
    case 'expired': {
      const isInTime = input.isRight()
      if (verdict === 'ok' && isInTime) input.onRight?.(person.id)
      await settleTries(deps.db, { clear: [...taken.keys, ...streakKeys(person.id)], giveBack: input.floodKeys })
      if (!isInTime) return await refuse(deps, input, person, 'late')
      if (verdict === 'ok') return { kind: 'ok', personId: person.id, epoch }
      return await sendToChange(deps, input, person, verdict)
    }
    case 'unreachable':
      // Nothing was compared, so nothing counts.
      await giveBackTries(deps.db, taken.keys)
      return await refuse(deps, input, person, verdict)
    case 'wait':
      await giveBackTries(deps.db, taken.keys)
      return await refuse(deps, input, person, 'waiting')
    case 'wrong':
      onWrong(taken.keys)
      await countWrong(deps, person.id, input.password)
      return await refuse(deps, input, person, verdict)
    default:
      return await refuse(deps, input, person, verdict)
  }
}

async function ask(
  deps: CheckPasswordDeps,
  person: Person,
  home: Home,
  { password, isStranger }: { password: Secret; isStranger: boolean },
): Promise<Verdict['kind'] | 'unreachable' | 'old_password'> {
  try {
    const verdict = await home.connector.authenticate(home.ref, password, { isStranger })
    if (verdict.kind !== 'ok' || !verdict.oldPasswordMayBind) return verdict.kind
    return (await isPresentPassword(deps, { personId: person.id, home, password })) ? 'ok' : 'old_password'
  } catch (error) {
    deps.log.warn({ err: error, personId: person.id }, 'a directory could not check a password')
    return 'unreachable'
  }
}

function sendToChange(
  deps: CheckPasswordDeps,
  input: CheckPasswordInput,
  person: Person,
  kind: 'must_change' | 'expired',
): Promise<Right | null> {
  const sent = deps.db.transaction(async (tx): Promise<Right> => {
    const { ticket, expiresAt, more } = await issueTicket(deps, tx, {
      personId: person.id,
      purpose: kind,
      attemptId: null,
      address: input.address,
    })
    deps.audit.record(tx, {
      action: 'sign_in.held_for_change',
      actor: asStranger(input),
      subjects: { personId: person.id },
      after: { because: kind },
    })
    return { kind, personId: person.id, ticket, expiresAt, more }
  })
  return sent.catch(async (error: unknown) => {
    if (!(error instanceof Failure) || error.code !== 'more_proof_impossible') throw error
    return await refuse(deps, input, person, 'no_second_proof')
  })
}

async function refuse(
  deps: CheckPasswordDeps,
  input: CheckPasswordInput,
  person: Person | undefined,
  because: RefusedBecause,
): Promise<null> {
  await noteRefusal(deps, { actor: asStranger(input), personId: person?.id, because })
  return null
}
