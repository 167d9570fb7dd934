import type { PasswordOutcome } from '@hallpass/contract/servicenow'
import type { Actor } from '../../audit/module.ts'
import { type OutsideGiven, sentenceFor } from '../../credentials/module.ts'
import type { Person } from '../../directory/module.ts'
import { Failure } from '../../platform/errors.ts'
import { Secret } from '../../platform/secret.ts'
import { type CloseDoorDeps, closeWhenFlooded } from './close-door.ts'
import type { ServiceNowDeps } from './deps.ts'
import { doorClosed, requestUsed } from './errors.ts'
import { firstNamed, sayIn } from './in-language.ts'
import type { NamedPerson } from './match-person.ts'
import { outsideAddress } from './outside-address.ts'
import { type ReachablePersonDeps, reachablePerson } from './reachable-person.ts'
import {
  beginRequest,
  findChallenge,
  finishRequest,
  giveBackProof,
  type PasswordRequest,
  useProof,
} from './store-passwords.ts'
import type { Connection } from './types.ts'

export type PasswordDeps = CloseDoorDeps &
  ReachablePersonDeps &
  Pick<ServiceNowDeps, 'db' | 'clock' | 'ids' | 'directory' | 'credentials' | 'access' | 'audit'>

const actions = { reset: 'password.reset', change: 'password.changed', unlock: 'account.unlocked' } as const

export type Named = { requestId: string; person: NamedPerson; callId: string }
type Process = { process: 'self_service' | 'service_desk'; challengeId: string | null }

/** Said to whoever may not: a stranger, a locked or protected person and a missing proof look the same. */
const notPossible: PasswordOutcome = {
  status: 'failure',
  message: 'This could not be done. Prove who you are again, or ask the service desk.',
}
const linkSent: PasswordOutcome = {
  status: 'link_sent',
  message: 'If Hallpass knows this person, they have been sent what they need to set a new password themselves.',
}
const unknownYet: PasswordOutcome = {
  status: 'failure',
  message:
    'It is not known yet whether the new password holds. Wait a minute and sign in with it; if that fails, start again.',
}

/**
 * A reset that was asked for in ServiceNow. The person's own: with a proof for exactly this request, or where an
 * administrator decided that the check there is enough. An agent's: a password that came along is dropped, and the person
 * is sent a link (security C.13).
 */
export async function resetFromServiceNow(
  deps: PasswordDeps,
  connection: Connection,
  input: Named & Process & { newPassword: string | undefined },
): Promise<PasswordOutcome> {
  await closeWhenFlooded(deps, connection)
  return once(deps, connection, 'reset', input, async (person) => {
    if (input.process === 'service_desk') {
      await sendLink(deps, connection, person, input)
      return linkSent
    }
    if (!person || input.newPassword === undefined) return notPossible
    const password = new Secret(input.newPassword)
    return await withProof(deps, connection, { ...input, personId: person.id }, (given) =>
      deps.credentials.outside.reset({ personId: person.id, given, password, ...callOf(connection, input) }),
    )
  })
}

export function unlockFromServiceNow(
  deps: PasswordDeps,
  connection: Connection,
  input: Named & Process,
): Promise<PasswordOutcome> {
  return once(deps, connection, 'unlock', input, async (person) => {
    if (!person) return notPossible
    return await withProof(deps, connection, { ...input, personId: person.id }, (given) =>
      deps.credentials.outside.unlock({ personId: person.id, given, ...callOf(connection, input) }),
    )
  })
}

/** The old password is the proof; the directory is asked whether it is right, within the limits of signing in. */
export function changeFromServiceNow(
  deps: PasswordDeps,
  connection: Connection,
  input: Named & { oldPassword: string; newPassword: string },
): Promise<PasswordOutcome> {
  return once(deps, connection, 'change', input, async (person) => {
    if (!person) return notPossible
    const { oldPassword, newPassword } = input
    const secrets = { old: new Secret(oldPassword), next: new Secret(newPassword) }
    return await tried(() =>
      deps.credentials.outside.change({ personId: person.id, ...secrets, ...callOf(connection, input) }),
    )
  })
}

/** Told only with a proof; without one it is not known for anybody. */
export async function lockStateForServiceNow(
  deps: PasswordDeps,
  connection: Connection,
  input: Named & { challengeId: string | null },
): Promise<LockState> {
  return sayIn(firstNamed(input.person.language, connection.language), await lockStateOf(deps, connection, input))
}

type LockState = { locked: 'yes' | 'no' | 'unknown'; message: string }

async function lockStateOf(
  deps: PasswordDeps,
  connection: Connection,
  input: Named & { challengeId: string | null },
): Promise<LockState> {
  const unknown = { locked: 'unknown', message: 'Whether the account is locked is told after a proof.' } as const
  const person = await reachablePerson(deps, connection, { person: input.person, asked: 'lock_state.shown' })
  const challenge = input.challengeId === null ? null : await findChallenge(deps.db, connection.id, input.challengeId)
  const isProven =
    challenge?.state === 'proven' &&
    challenge.requestId === input.requestId &&
    challenge.personId === person?.id &&
    challenge.expiresAt > deps.clock.now()
  if (!person || (!isProven && !connection.settings.ownVerificationSuffices)) return unknown
  const locked = await deps.credentials.outside.isLocked(person.id)
  if (locked === null)
    return { locked: 'unknown', message: 'The directory does not say whether the account is locked.' }
  return { locked: locked ? 'yes' : 'no', message: locked ? 'The account is locked.' : 'The account is not locked.' }
}

const callOf = (connection: Connection, { callId }: Named) => ({
  address: outsideAddress(connection),
  requestId: callId,
  actor: { kind: 'system', name: 'servicenow' } as Actor,
})

/**
 * The same request twice is done once and answered the same; one that failed may be tried again by the same person. One
 * that was broken off is done again only where doing it twice harms nobody.
 */
export async function once(
  deps: PasswordDeps,
  connection: Connection,
  kind: PasswordRequest['kind'],
  input: Named,
  work: (person: Person | null) => Promise<PasswordOutcome>,
  { isHarmless = false }: { isHarmless?: boolean } = {},
): Promise<PasswordOutcome> {
  if (connection.state !== 'active') throw doorClosed(connection.closedReason ?? 'This door is closed.')
  const person = await reachablePerson(deps, connection, { person: input.person, asked: actions[kind] })
  const key = { connectionId: connection.id, kind, requestId: input.requestId }
  // Not by what their directory says: strangers are answered in the same language.
  const language = firstNamed(input.person.language, connection.language)
  const request = { ...key, personId: person?.id ?? null, language, startedAt: deps.clock.now() }
  const begun = await deps.db.transaction((tx) => beginRequest(tx, request))
  if (!begun.isBegun) {
    const { state, message, personId } = begun.known
    if (personId !== request.personId) throw requestUsed()
    if (state !== 'started') return sayIn(language, { status: state, message })
    if (!isHarmless) return sayIn(language, unknownYet)
  }
  const outcome = await work(person)
  const { status: state, message } = outcome
  await finishRequest(deps.db, { ...key, state, message, finishedAt: deps.clock.now() })
  return sayIn(language, outcome)
}

async function withProof(
  deps: PasswordDeps,
  connection: Connection,
  input: Pick<Named, 'requestId'> & Process & { personId: string },
  act: (given: OutsideGiven | null) => Promise<void>,
): Promise<PasswordOutcome> {
  if (input.challengeId === null) {
    if (!connection.settings.ownVerificationSuffices || input.process !== 'self_service') return notPossible
    return await tried(() => act(null))
  }
  const bound = {
    id: input.challengeId,
    connectionId: connection.id,
    requestId: input.requestId,
    personId: input.personId,
  }
  const proof = await useProof(deps.db, bound, deps.clock.now())
  if (!proof) return notPossible
  const outcome = await tried(() => act(proof.given))
  if (outcome.status === 'failure' && outcome !== unknownYet) await giveBackProof(deps.db, proof.id)
  return outcome
}

/** Words instead of failures: what the directory refused says what to change, and nothing tells of its insides. */
async function tried(work: () => Promise<void>): Promise<PasswordOutcome> {
  try {
    await work()
    return { status: 'success', message: 'Done.' }
  } catch (error) {
    if (error instanceof Failure && error.code === 'password_unknown') return unknownYet
    const sentence = sentenceFor(error)
    if (sentence !== null) return { status: 'failure', message: sentence }
    if (error instanceof Failure && error.kind !== 'internal') return { status: 'failure', message: error.message }
    throw error
  }
}

/**
 * What the agent typed or the instance made up is never used; who the person is does not show. Whom this connection does
 * not match is nobody: a user name there may be somebody else's login here, so it is asked for under a name nobody has.
 */
export async function sendLink(
  deps: PasswordDeps,
  connection: Connection,
  person: Person | null,
  input: Named,
): Promise<void> {
  const { address, requestId } = callOf(connection, input)
  const nobody = connection.settings.matchBy === 'user_name' ? input.person.userName : input.requestId
  const login = person === null ? { login: nobody } : { login: person.login, directoryId: person.directoryId }
  await deps.credentials.outside.sendRecovery({ ...login, address, requestId })
}
