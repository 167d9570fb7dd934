import type { Audit } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Secret } from '../platform/secret.ts'
import { passwordSprayed } from './events.ts'
import type { FewAtOnce } from './few-at-once.ts'
import { onceInSpray, sprayedPeopleMax, sprayTries } from './limits.ts'
import { closedUntil, takeTries } from './store-tries.ts'

/** Tries of one password that are under way at once on a node: so many at most are asked about beyond the twenty. */
export const sprayedAtOnceMax = 25

export type SprayGuardDeps = {
  db: Database
  triesAtOnce: FewAtOnce
  clock: Clock
  events: Events
  keys: Pick<Keyring, 'hmac'>
  audit: Pick<Audit, 'record'>
}

/**
 * One password on many people stays below every limit of a person. Wrong ones are counted by a keyed, cut-off print,
 * which matches a password only with the key at hand; after twenty people no directory is asked with it for ten minutes.
 */
async function isSprayed(deps: SprayGuardDeps, print: string): Promise<boolean> {
  return (await closedUntil(deps.db, [sprayTries(print).key], deps.clock.now())) !== null
}

/**
 * Does `work` for a stranger unless their password is sprayed, then `refused`; what `work` will look at is read on the way. Looked at before and counted after, so the
 * tries of one password pass a few at a time: a thousand sent in the same second are not all asked before the first counts.
 */
export function unlessSprayed<T, Facts = void>(
  deps: SprayGuardDeps,
  password: Secret,
  steps: { read(): Promise<Facts>; work(facts: Facts): Promise<T>; refused(): Promise<T> },
): Promise<T> {
  const print = printOf(deps, password)
  return deps.triesAtOnce(print, async () => {
    const [isRefused, facts] = await Promise.all([isSprayed(deps, print), steps.read()])
    return isRefused ? await steps.refused() : await steps.work(facts)
  })
}

/** A wrong password of one person; the twentieth raises the alarm, once. */
export async function countWrong(deps: SprayGuardDeps, personId: string, password: Secret): Promise<void> {
  const { db } = deps
  const now = deps.clock.now()
  const print = printOf(deps, password)
  if ((await takeTries(db, [onceInSpray(print, personId)], now)).kind === 'over') return
  await takeTries(db, [sprayTries(print)], now)
  if ((await closedUntil(db, [sprayTries(print).key], now)) === null) return
  if ((await takeTries(db, [onceInSpray(print, 'told')], now)).kind === 'over') return
  await db.transaction(async (tx) => {
    deps.audit.record(tx, {
      action: 'sign_in.sprayed',
      actor: { kind: 'system', name: 'credentials.spray-guard' },
      subjects: {},
      after: { people: sprayedPeopleMax },
    })
    await deps.events.emit(tx, passwordSprayed, { people: sprayedPeopleMax })
  })
}

const printOf = (deps: Pick<SprayGuardDeps, 'keys'>, password: Secret): string =>
  deps.keys.hmac('proof-code', `spray:${password.reveal()}`).toString('hex').slice(0, 16)
