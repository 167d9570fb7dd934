import type { Directory, Home, Person, Verdict } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Failure } from '../platform/errors.ts'
import type { Secret } from '../platform/secret.ts'
import { currentWrong, directorySilent, passwordElsewhere, tooManyTries } from './errors.ts'
import { isPresentPassword } from './is-present-password.ts'
import { outsideTries, streakKeys } from './limits.ts'
import type { RecentPasswords } from './recent-passwords.ts'
import { countWrong, type SprayGuardDeps, unlessSprayed } from './spray-guard.ts'
import { selfServiceStoppedAt } from './store.ts'
import { clearTries, giveBackTries, takeTries } from './store-tries.ts'
import { type TakePasswordTryDeps, takePasswordTry } from './take-password-try.ts'

export type ProveCurrentDeps = TakePasswordTryDeps &
  SprayGuardDeps & {
    db: Database
    clock: Clock
    recentPasswords: RecentPasswords
    directory: Pick<Directory, 'connectorOf'>
  }

export type ProveCurrent = {
  person: Person
  password: Secret
  /** Nobody is signed in there. */
  strangerAt?: string
}

/** Wrong is what was compared and is not right; whatever was not compared counts against nobody. */
type Proven = { kind: 'right' | 'wrong' } | { kind: 'not_compared'; failure: Failure }

/**
 * The current password, as proof for a new one; throws when it is not right. It counts with the same counters as at
 * sign-in, so that an open screen is no place to guess, and a door without a session is not a better one than the front.
 */
export async function proveCurrentPassword(deps: ProveCurrentDeps, input: ProveCurrent): Promise<void> {
  const { person, strangerAt } = input
  const home = await deps.directory.connectorOf(deps.db, person.id)
  if (!home.connector.passwords) throw passwordElsewhere()
  const proven =
    strangerAt === undefined ? await prove(deps, input, home) : await proveOutside(deps, { ...input, strangerAt }, home)
  if (proven.kind === 'not_compared') throw proven.failure
  if (proven.kind === 'wrong') throw currentWrong()
}

async function proveOutside(
  deps: ProveCurrentDeps,
  input: ProveCurrent & { strangerAt: string },
  home: Home,
): Promise<Proven> {
  const { person, password, strangerAt } = input
  // "This was not me" holds for whoever knows the disputed password, until somebody looked.
  if ((await selfServiceStoppedAt(deps.db, person.id)) !== null) return { kind: 'wrong' }
  const now = deps.clock.now()
  const flood = outsideTries(strangerAt, person.id)
  const taken = await takeTries(deps.db, flood, now, { isUnhurried: true })
  if (taken.kind === 'over') return { kind: 'not_compared', failure: tooManyTries(taken.retryAt, now) }
  const proven = await unlessSprayed<Proven>(deps, password, {
    read: async () => {},
    work: () => prove(deps, input, home),
    refused: async () => ({ kind: 'wrong' }),
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
  if (taken.kind === 'over') return { kind: 'not_compared', failure: tooManyTries(taken.retryAt, now) }
  if (password.length === 0) return { kind: 'wrong' }
  const notCompared = async (failure: Failure): Promise<Proven> => {
    await giveBackTries(deps.db, taken.keys)
    return { kind: 'not_compared', failure }
  }
  let verdict: Verdict
  try {
    verdict = await home.connector.authenticate(home.ref, password, { isStranger })
  } catch (error) {
    return await notCompared(directorySilent(error))
  }
  if (verdict.kind === 'wait') {
    return await notCompared(tooManyTries(verdict.until ?? new Date(now.getTime() + 60_000), now))
  }
  if (verdict.kind === 'wrong') await countWrong(deps, person.id, password)
  if (!['ok', 'must_change', 'expired'].includes(verdict.kind)) return { kind: 'wrong' }
  if (verdict.kind === 'ok' && verdict.oldPasswordMayBind) {
    try {
      if (!(await isPresentPassword(deps, { personId: person.id, home, password }))) return { kind: 'wrong' }
    } catch (error) {
      return await notCompared(directorySilent(error))
    }
  }
  await clearTries(deps.db, [...taken.keys, ...streakKeys(person.id)])
  return { kind: 'right' }
}
