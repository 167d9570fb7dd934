/** What becomes of a run that could not make it so: tried again, or visible to people with what to do. Never silent. */
import { Failure } from '../platform/errors.ts'
import { TryAgainAt } from '../platform/jobs/jobs.ts'
import { AppFailure } from './connectors/failures.ts'
import { accountStuck } from './events.ts'
import { lookAgain } from './look-again.ts'
import { openTaskFor } from './open-task.ts'
import { Overtaken, type ReconcileDeps, type Run, reconciler, subjectsOf } from './run.ts'
import { type AccountPatch, updateOwned } from './store-accounts.ts'
import type { DoubtReason, TaskCandidate, TaskKind } from './types.ts'

/** An account is there that may or may not be this person's: somebody must say. */
export class Doubt extends Error {
  readonly candidates: readonly TaskCandidate[]
  readonly advice: string

  constructor(reason: DoubtReason, candidates: readonly TaskCandidate[]) {
    super(doubtSentences[reason])
    this.name = 'Doubt'
    this.candidates = candidates
    this.advice = reason === 'not_vouched' ? adviceToVouch : adviceToChoose
  }
}

const doubtSentences: Record<DoubtReason, string> = {
  two: 'The app has two accounts that could be this person’s.',
  other_key: 'The app has an account of this user name that belongs to another key.',
  other_address: 'The app has an account of this user name with the address of somebody else.',
  not_vouched:
    'The app has an account of this user name, and the directory of this person lets people write their address themselves: the account may be somebody else’s.',
  was_ended: 'The app has an ended account of this user name that Hallpass did not make.',
  held_by_other: 'The account found in the app is already the account of another person here.',
}

const adviceToChoose = 'Say which account it is, or mend it in the app; then mark this as done.'
const adviceToVouch =
  'Ask them by another way than that address whether the account is theirs. If it is, choose it; if not, have another address written for them or for the account; then mark this as done.'
const adviceToMend = 'Put it right in the app or in the directory; then mark this as done.'

/** Tries with growing pauses, some ten minutes in all, before people are shown that it fails; then every quarter of an hour. */
const triesMax = 8
const pauseMsMax = 15 * 60_000

export async function failAccount(deps: ReconcileDeps, run: Run, error: unknown): Promise<void> {
  if (error instanceof Overtaken) return afterOvertaken(deps, run)
  if (error instanceof Doubt) return needTask(deps, run, error.message, taskOf(error))
  if (error instanceof TryAgainAt) return tryAgain(deps, run, error.at, { lastError: null })
  if (error instanceof Failure && error.code === 'database_unavailable') throw error
  if (!(error instanceof AppFailure)) {
    deps.log.error({ err: error, accountId: run.account.id }, 'an account could not be reconciled')
    return failAttempt(deps, run, 'Something went wrong inside Hallpass; its log says what.', null)
  }
  if (error.code === 'app_busy') {
    const at = new Date(deps.clock.now().getTime() + (error.retryAfterSeconds ?? 30) * 1000)
    await deps.apps.waitUntil(run.connection.appId, at, error.message)
    return tryAgain(deps, run, at, { lastError: error.message }, 'app_busy')
  }
  if (error.retryable) {
    if (error.scope === 'app') await deps.apps.noteFailure(run.connection.appId, error.message)
    return failAttempt(deps, run, error.message, error.code)
  }
  if (error.scope === 'app') {
    await deps.apps.noteFailure(run.connection.appId, error.message)
    return failConnection(deps, run, error)
  }
  const task = { kind: 'fix_account', candidates: [], advice: adviceToMend } as const
  return needTask(deps, run, error.message, task, error.code)
}

/**
 * What this run wrote may have come after what the other one made: whoever looks next puts it right. And where somebody's
 * word on an earlier write stopped this run (`onIntentResolved`), there is no other one.
 */
async function afterOvertaken(deps: ReconcileDeps, { account, connection, intent }: Run): Promise<void> {
  if (intent === null && account.intentId === null) return
  await deps.db.transaction((tx) => lookAgain(deps, tx, connection, account.personId))
}

async function failAttempt(deps: ReconcileDeps, run: Run, sentence: string, code: string | null): Promise<void> {
  const attempts = run.account.attempts + 1
  const pauseMs = Math.min(5000 * 2 ** (attempts - 1), pauseMsMax)
  if (attempts < triesMax) {
    const at = new Date(deps.clock.now().getTime() + pauseMs)
    return tryAgain(deps, run, at, { attempts, lastError: sentence }, code)
  }
  // The sweep takes it from here, slowly: an app that comes back after days is served without anybody asking.
  const nextTryAt = new Date(deps.clock.now().getTime() + pauseMsMax)
  await save(deps, run, { attempts, lastError: sentence, nextTryAt, trouble: 'failing' }, code)
}

async function tryAgain(
  deps: ReconcileDeps,
  run: Run,
  at: Date,
  patch: AccountPatch,
  code: string | null = null,
): Promise<void> {
  await save(deps, run, { ...patch, nextTryAt: at }, code)
  throw new TryAgainAt(at, patch.lastError ?? 'The account waits for another one.')
}

async function failConnection(deps: ReconcileDeps, run: Run, error: AppFailure): Promise<void> {
  const nextTryAt = new Date(deps.clock.now().getTime() + pauseMsMax)
  await save(deps, run, { lastError: error.message, nextTryAt, trouble: 'failing' }, error.code, {
    kind: 'fix_connection',
    personId: null,
    instruction: `Mend the connection of this app. ${error.message}`,
    candidates: [],
  })
}

const taskOf = ({ candidates, advice }: Doubt) => ({ kind: 'resolve_account', candidates, advice }) as const

async function needTask(
  deps: ReconcileDeps,
  run: Run,
  sentence: string,
  { advice, kind, candidates }: Pick<TaskNeeded, 'kind' | 'candidates'> & { advice: string },
  code: string | null = null,
): Promise<void> {
  await save(deps, run, { lastError: sentence, nextTryAt: null, trouble: 'needs_task' }, code, {
    kind,
    personId: run.account.personId,
    instruction: `${sentence} ${advice}`,
    candidates,
  })
}

type TaskNeeded = {
  kind: TaskKind
  personId: string | null
  instruction: string
  candidates: readonly TaskCandidate[]
}

async function save(
  deps: ReconcileDeps,
  run: Run,
  patch: AccountPatch,
  code: string | null,
  task?: TaskNeeded,
): Promise<void> {
  const { account, desired, connection } = run
  // No answer means that it may have happened: the intent stays open until somebody has looked.
  const isUnanswered = code === 'app_unreachable'
  const ended = account.intentId !== null && run.intent !== null && !isUnanswered
  await deps.db.transaction(async (tx) => {
    const owned = await updateOwned(
      tx,
      { accountId: account.id, runId: run.id, now: deps.clock.now() },
      { ...patch, runId: null, turnAt: null, ...(ended ? { intentId: null } : {}) },
    )
    if (owned === null) {
      // Overtaken, and what was asked may still happen: whoever looks next puts it right.
      if (run.intent !== null) await lookAgain(deps, tx, connection, account.personId)
      return
    }
    if (ended && account.intentId !== null) {
      const entry = { ...run.intent, action: run.intent?.action ?? 'account.updated', actor: reconciler }
      const subjects = subjectsOf(account, desired.grantIds)
      const facts = { code: code ?? 'failed' }
      deps.audit.outcome(tx, account.intentId, { ok: false, facts }, { ...entry, subjects })
    }
    if (task !== undefined) {
      const wish = { ...task, grantIds: desired.grantIds, entitlements: task.personId ? desired.entitlements : [] }
      await openTaskFor(deps, tx, connection, wish)
    }
    if (owned.trouble === null) return
    await deps.events.emit(tx, accountStuck, { personId: account.personId, appId: account.appId })
  })
}
