import type { Directory, Home, Person } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Secret } from '../platform/secret.ts'
import { currentWrong, directorySilent, passwordElsewhere, tooManyTries } from './errors.ts'
import { isPresentPassword } from './is-present-password.ts'
import { signInTries, streakKeys } from './limits.ts'
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

/**
 * The current password, as proof for a new one; throws when it is not right. It counts with the same counters as at
 * sign-in, so that an open screen is no place to guess, and a door without a session is not a better one than the front.
 */
export async function proveCurrentPassword(deps: ProveCurrentDeps, input: ProveCurrent): Promise<void> {
  const { person, password, strangerAt } = input
  const home = await deps.directory.connectorOf(deps.db, person.id)
  if (!home.connector.passwords) throw passwordElsewhere()
  if (strangerAt === undefined) return await prove(deps, input, home)
  // "This was not me" holds for whoever knows the disputed password, until somebody looked.
  if ((await selfServiceStoppedAt(deps.db, person.id)) !== null) throw currentWrong()
  const now = deps.clock.now()
  const flood = signInTries(strangerAt)
  const taken = await takeTries(deps.db, flood, now, { isFlood: true })
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)
  await unlessSprayed(deps, password, {
    work: () => prove(deps, input, home),
    refused: async () => {
      throw currentWrong()
    },
  })
  await giveBackTries(
    deps.db,
    flood.map(({ key }) => key),
  )
}

async function prove(
  deps: ProveCurrentDeps,
  { person, password, strangerAt }: ProveCurrent,
  home: Home,
): Promise<void> {
  const isStranger = strangerAt !== undefined
  const now = deps.clock.now()
  const taken = await takePasswordTry(deps, { person, home, isKnown: !isStranger })
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)
  if (password.length === 0) throw currentWrong()
  const verdict = await home.connector
    .authenticate(home.ref, password, { isStranger })
    .catch(async (error: unknown) => {
      await giveBackTries(deps.db, taken.keys)
      throw directorySilent(error)
    })
  if (verdict.kind === 'wait') {
    await giveBackTries(deps.db, taken.keys)
    throw tooManyTries(verdict.until ?? new Date(now.getTime() + 60_000), now)
  }
  if (verdict.kind === 'wrong') await countWrong(deps, person.id, password)
  if (!['ok', 'must_change', 'expired'].includes(verdict.kind)) throw currentWrong()
  const isDoubtful = verdict.kind === 'ok' && verdict.oldPasswordMayBind
  if (isDoubtful && !(await isPresentPassword(deps, { personId: person.id, home, password }))) throw currentWrong()
  await clearTries(deps.db, [...taken.keys, ...streakKeys(person.id)])
}
