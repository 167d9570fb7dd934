import { Overtaken, type ReconcileDeps, type Run, reconciler, subjectsOf } from './run.ts'
import { isOwned, updateOwned } from './store-accounts.ts'

/**
 * Before each write to the app: stops a run that was overtaken. Before the first one the trail and the row know what is
 * meant, so that a run that dies here leaves an open intent and the next one knows what may have been given.
 */
export async function intend(deps: ReconcileDeps, run: Run, action: string): Promise<void> {
  if (run.intent !== null) {
    if (!(await isOwned(deps.db, run.account.id, run.id))) throw new Overtaken()
    return
  }
  const { account, desired, connection } = run
  const entry = {
    action,
    actor: reconciler,
    subjects: subjectsOf(account, desired.grantIds),
    before: { state: account.actual, entitlements: account.entitlements },
    after: { active: desired.active, entitlements: desired.entitlements, kind: connection.kind },
  }
  await deps.shareTransaction(account.personId, async (tx) => {
    // An earlier run died or got no answer, and what it meant to write was not found: the app never did it.
    if (account.intentId !== null) {
      deps.audit.outcome(tx, account.intentId, { ok: false, facts: { found: 'not as intended' } }, entry)
    }
    const intentId = deps.audit.intent(tx, entry)
    const mayBeGiven = [...new Set([...account.entitlements, ...(desired.active ? desired.entitlements : [])])]
    const owned = await updateOwned(
      tx,
      { accountId: account.id, runId: run.id, now: deps.clock.now() },
      { intentId, entitlements: mayBeGiven },
    )
    if (owned === null) throw new Overtaken()
    run.account = { ...account, intentId }
  })
  run.intent = entry
}
