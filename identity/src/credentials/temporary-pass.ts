import type { Actor, Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import { Secret } from '../platform/secret.ts'
import { type Delay, orAtDeadline } from './at-deadline.ts'
import { asPerson, asStranger, type Caller } from './caller.ts'
import { outOfReach, passImpossible, personUnknown, tooManyTries } from './errors.ts'
import { newRecoveryCodes, normalizeCode } from './factors/recovery-codes.ts'
import { passMinutesMax, passTries, proofTries } from './limits.ts'
import { validityOf } from './store.ts'
import { insertPass, livePass, type TemporaryPass, usePass } from './store-passes.ts'
import { clearTries, takeTries } from './store-tries.ts'

export type TemporaryPassDeps = {
  db: Database
  clock: Clock
  ids: Ids
  log: Log
  keys: Pick<Keyring, 'hmac' | 'hmacMatches'>
  audit: Pick<Audit, 'record'>
  directory: Pick<Directory, 'person' | 'findByLogin' | 'isPaused' | 'isProtected'>
  delay: Delay
  proofDeadlineMs: number
}

/** For a person who lost what they prove with: opens a session that can only add a factor, once, for an hour at most. */
export async function issueTemporaryPass(
  deps: TemporaryPassDeps,
  tx: Tx,
  input: { personId: string; caseId: string | null; minutes: number },
  actor: Actor,
): Promise<{ pass: Secret; expiresAt: Date }> {
  const { personId, caseId } = input
  const person = await deps.directory.person(tx, personId)
  if (!person) throw personUnknown()
  if (person.state !== 'active') throw passImpossible('not_active', 'Only an active person can be given a pass.')
  if (await deps.directory.isProtected(tx, personId)) throw outOfReach()
  const createdAt = deps.clock.now()
  const minutes = Math.min(Math.max(1, input.minutes), passMinutesMax)
  const expiresAt = new Date(createdAt.getTime() + minutes * 60_000)
  const [pass = ''] = newRecoveryCodes()
  const id = deps.ids.next()
  const passHmac = deps.keys.hmac('proof-code', `${id}:${normalizeCode(pass)}`)
  await insertPass(tx, { id, personId, caseId, passHmac, createdAt, expiresAt })
  deps.audit.record(tx, {
    action: 'temporary_pass.issued',
    actor,
    subjects: { personId, ...(caseId === null ? {} : { caseId }) },
    after: { minutes },
  })
  return { pass: new Secret(pass), expiresAt }
}

export type RedeemedPass = { kind: 'ok'; personId: string; epoch: number; expiresAt: Date } | { kind: 'refused' }

/** Five tries at a pass from one network and a hundred from all, used up before comparing; refusals at a common deadline, strangers' alike. While the person's directory is paused it opens nothing and keeps. */
export async function redeemTemporaryPass(
  deps: TemporaryPassDeps,
  input: Caller & { login: string; pass: Secret },
): Promise<RedeemedPass> {
  const now = deps.clock.now()
  const taken = await takeTries(deps.db, proofTries(input.address), now)
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)
  const found = await orAtDeadline(
    deps.delay,
    deps.proofDeadlineMs,
    (isInTime) => find(deps, input, now, isInTime),
    (error) => deps.log.error({ err: error }, 'a temporary pass could not be checked'),
  )
  return found ?? { kind: 'refused' }
}

async function find(
  deps: TemporaryPassDeps,
  input: Caller & { login: string; pass: Secret },
  now: Date,
  isInTime: () => boolean,
): Promise<RedeemedPass | null> {
  let because = 'temporary_pass'
  for (const person of await deps.directory.findByLogin(deps.db, input.login.trim())) {
    const pass = await livePass(deps.db, person.id, now)
    if (!pass || person.state !== 'active') continue
    if (await deps.directory.isPaused(deps.db, person.id)) {
      because = 'paused'
      continue
    }
    const tries = passTries(pass.id, input.address)
    if ((await takeTries(deps.db, tries, now)).kind === 'over') continue
    if (!isRight(deps, pass, input.pass)) continue
    // Refused already: it is good for the next try.
    if (!isInTime()) {
      because = 'late'
      continue
    }
    const { epoch } = await validityOf(deps.db, person.id)
    const isFirst = await deps.db.transaction(async (tx) => {
      if (!(await usePass(tx, pass.id, now))) return false
      await clearTries(
        tx,
        tries.map(({ key }) => key),
      )
      const actor = asPerson(input, person.id)
      deps.audit.record(tx, { action: 'temporary_pass.used', actor, subjects: { personId: person.id } })
      return true
    })
    if (isFirst) return { kind: 'ok', personId: person.id, epoch, expiresAt: pass.expiresAt }
  }
  await deps.db.transaction(async (tx) =>
    deps.audit.record(tx, {
      action: 'sign_in.refused',
      actor: asStranger(input),
      subjects: {},
      after: { because },
    }),
  )
  return null
}

const isRight = (deps: TemporaryPassDeps, { id, passHmac }: TemporaryPass, given: Secret): boolean =>
  deps.keys.hmacMatches('proof-code', `${id}:${normalizeCode(given.reveal())}`, passHmac)
