import { randomBytes } from 'node:crypto'
import type { ProofOffer } from '@hallpass/contract/factors'
import type { Audit } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { ShareTransaction } from '../platform/database/shared-transactions.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { asStranger, type Caller } from './caller.ts'
import { tooManyTries } from './errors.ts'
import { type PasskeyDeps, passkeysImpossible, requestOptions } from './factors/passkey.ts'
import { codeMinutes, startResetTries } from './limits.ts'
import { prepareResetTask } from './prepare-reset.ts'
import { insertAttempt } from './store-resets.ts'
import { takeTries } from './store-tries.ts'

export type StartResetDeps = PasskeyDeps & {
  db: Database
  clock: Clock
  ids: Ids
  jobs: Pick<Jobs, 'enqueue'>
  audit: Pick<Audit, 'record'>
  shareStart: ShareTransaction
}

/**
 * Somebody says they forgot a password. Nobody is looked up here: a stranger, a locked person and a known person cost the
 * same statements and get the same answer. A job looks, and mails whom it concerns.
 */
export async function startReset(
  deps: StartResetDeps,
  input: Caller & { login: string; directoryId?: string | undefined },
): Promise<{ attemptId: string; expiresAt: Date; offers: ProofOffer[] }> {
  const createdAt = deps.clock.now()
  const taken = await takeTries(deps.db, startResetTries(input.address), createdAt, { isUnhurried: true })
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, createdAt)

  const id = deps.ids.next()
  const passkeyChallenge = randomBytes(32).toString('base64url')
  const expiresAt = new Date(createdAt.getTime() + codeMinutes * 60_000)
  await deps.shareStart(id, async (tx) => {
    const { address, directoryId = null } = input
    const login = input.login.trim()
    insertAttempt(tx, { id, login, directoryId, address, passkeyChallenge, createdAt, expiresAt })
    lookUpLater(deps, tx, id)
    deps.audit.record(tx, {
      action: 'reset.requested',
      actor: asStranger(input),
      subjects: { attemptId: id },
    })
  })
  return { attemptId: id, expiresAt, offers: await firstOffers(deps, passkeyChallenge) }
}

const startedKey = Symbol('resets')

/** Attempts that share a transaction are looked up by one job. */
function lookUpLater({ jobs }: Pick<StartResetDeps, 'jobs'>, tx: Tx, attemptId: string): void {
  const attemptIds = tx.memo<string[]>(startedKey, () => [])
  attemptIds.push(attemptId)
  tx.beforeCommit('resets', () => jobs.enqueue(tx, { task: prepareResetTask, payload: { attemptIds } }))
}

/** The same for everyone: whether somebody has an app, a passkey or a mailbox is nobody's business yet. */
async function firstOffers(deps: PasskeyDeps, passkeyChallenge: string): Promise<ProofOffer[]> {
  const kinds = ['mail_code', 'totp', 'recovery_codes'] as const
  const offers: ProofOffer[] = kinds.map((kind) => ({
    kind,
    factorId: null,
    name: null,
    passkeyOptions: null,
    number: null,
  }))
  if (passkeysImpossible(deps) !== null) return offers
  const passkeyOptions = await requestOptions(deps, passkeyChallenge)
  return [...offers, { kind: 'passkey', factorId: null, name: null, passkeyOptions, number: null }]
}
