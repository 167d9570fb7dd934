import type { Actor } from '../audit/module.ts'
import type { Directory, Home, Person, Verdict } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Failure } from '../platform/errors.ts'
import type { Secret } from '../platform/secret.ts'
import { asUnproven } from './caller.ts'
import { currentWrong, directorySilent, passwordElsewhere, tooManyTries } from './errors.ts'
import { isPresentPassword } from './is-present-password.ts'
import { outsideTries, streakKeys } from './limits.ts'
import { type NoteRefusalDeps, noteRefusal, type RefusedBecause } from './note-refusal.ts'
import type { RecentPasswords } from './recent-passwords.ts'
import { countWrong, type SprayGuardDeps, unlessSprayed } from './spray-guard.ts'
import { selfServiceStoppedAt } from './store.ts'
import { clearTries, giveBackTries, takeTries } from './store-tries.ts'
import { type TakePasswordTryDeps, takePasswordTry } from './take-password-try.ts'

export type ProveCurrentDeps = TakePasswordTryDeps &
  SprayGuardDeps &
  NoteRefusalDeps & {
    db: Database
    clock: Clock
    recentPasswords: RecentPasswords
    directory: Pick<Directory, 'connectorOf'>
  }

export type ProveCurrent = {
  person: Person
  password: Secret
  /** Who asks, for the trail where it is refused: they have not proved to be the person. */
  actor: Actor
  /** Nobody is signed in there. */
  strangerAt?: string
}

/** Wrong is what was compared and is not right; whatever was not compared counts against nobody. */
type Proven =
  | { kind: 'right' }
  | { kind: 'wrong'; because: RefusedBecause }
  | { kind: 'not_compared'; because: RefusedBecause; failure: Failure }

/**
 * The current password, as proof for a new one; throws when it is not right. It counts with the same counters as at
 * sign-in, so that an open screen is no place to guess, and a door without a session is not a better one than the front,
 * and what is refused is told among the person's sign-ins like there.
 */
export async function proveCurrentPassword(deps: ProveCurrentDeps, input: ProveCurrent): Promise<void> {
  const { person, strangerAt } = input
  const home = await deps.directory.connectorOf(deps.db, person.id)
  if (!home.connector.passwords) throw passwordElsewhere()
  const proven =
    strangerAt === undefined ? await prove(deps, input, home) : await proveOutside(deps, { ...input, strangerAt }, home)
  if (proven.kind === 'right') return
  await noteRefusal(deps, { actor: asUnproven(input.actor), personId: person.id, because: proven.because })
  throw proven.kind === 'not_compared' ? proven.failure : currentWrong()
}

async function proveOutside(
  deps: ProveCurrentDeps,
  input: ProveCurrent & { strangerAt: string },
  home: Home,
): Promise<Proven> {
  const { person, password, strangerAt } = input
  // "This was not me" holds for whoever knows the disputed password, until somebody looked.
  if ((await selfServiceStoppedAt(deps.db, person.id)) !== null) return { kind: 'wrong', because: 'disputed' }
  const now = deps.clock.now()
  const flood = outsideTries(strangerAt, person.id)
  const taken = await takeTries(deps.db, flood, now, { isUnhurried: true })
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)
  const proven = await unlessSprayed<Proven>(deps, password, {
    read: async () => {},
    work: () => prove(deps, input, home),
    refused: async () => ({ kind: 'wrong', because: 'sprayed' }),
  })
  if (proven.kind !== 'wrong') {
    await giveBackTries(
      deps.db,
      flood.map(({ key }) => key),
    )
  }
  return proven
}

async function prove(
  deps: ProveCurrentDeps,
  { person, password, strangerAt }: ProveCurrent,
  home: Home,
): Promise<Proven> {
  const isStranger = strangerAt !== undefined
  const now = deps.clock.now()
  const taken = await takePasswordTry(deps, { person, home, isKnown: !isStranger })
  if (taken.kind === 'over') {
    return { kind: 'not_compared', because: 'waiting', failure: tooManyTries(taken.retryAt, now) }
  }
  if (password.length === 0) return { kind: 'wrong', because: 'no_password' }
  const notCompared = async (because: RefusedBecause, failure: Failure): Promise<Proven> => {
    await giveBackTries(deps.db, taken.keys)
    return { kind: 'not_compared', because, failure }
  }
  const silent = home.directory.pausedAt === null ? 'unreachable' : 'paused'
  let verdict: Verdict
  try {
    verdict = await home.connector.authenticate(home.ref, password, { isStranger })
  } catch (error) {
    return await notCompared(silent, directorySilent(error))
  }
  if (verdict.kind === 'wait') {
    return await notCompared('waiting', tooManyTries(verdict.until ?? new Date(now.getTime() + 60_000), now))
  }
  if (verdict.kind === 'wrong') await countWrong(deps, person.id, password)
  if (verdict.kind !== 'ok' && verdict.kind !== 'must_change' && verdict.kind !== 'expired') {
    return { kind: 'wrong', because: verdict.kind }
  }
  if (verdict.kind === 'ok' && verdict.oldPasswordMayBind) {
    try {
      const isPresent = await isPresentPassword(deps, { personId: person.id, home, password })
      if (!isPresent) return { kind: 'wrong', because: 'old_password' }
    } catch (error) {
      return await notCompared(silent, directorySilent(error))
    }
  }
  await clearTries(deps.db, [...taken.keys, ...streakKeys(person.id)])
  return { kind: 'right' }
}
