import { TryAgainAt } from '../platform/jobs/jobs.ts'
import type { CheckFinding } from './connectors/connector.ts'
import { AppFailure } from './connectors/failures.ts'
import { appNotFound, notAutomated } from './errors.ts'
import { isAutomated } from './open-app.ts'
import { enqueueRecheck } from './recheck-app.ts'
import type { ReconcileDeps } from './run.ts'
import { connectionOf, saveCheck } from './store-connections.ts'
import { forgetFaults } from './store-pace.ts'
import type { StoredCheck } from './store-tables.ts'

export type CheckConnectionDeps = Pick<ReconcileDeps, 'db' | 'jobs' | 'clock' | 'access' | 'apps'>

/** Asks the app, live, what is there and what is missing. When nothing is, what was waiting for it goes on. */
export async function checkConnection(deps: CheckConnectionDeps, { appId }: { appId: string }): Promise<StoredCheck> {
  if ((await deps.access.app(deps.db, appId)) === null) throw appNotFound()
  const connection = await connectionOf(deps.db, appId)
  if (!isAutomated(connection.kind)) throw notAutomated()
  const findings = await findingsOf(async () => (await deps.apps.open(connection)).check())
  // Somebody changed the connection just now: what it is by now is checked.
  if (findings === null) return checkConnection(deps, { appId })
  const ok = findings.every((finding) => finding.level !== 'fault')
  const check: StoredCheck = { at: deps.clock.now().toISOString(), ok, findings }
  await deps.db.transaction(async (tx) => {
    await saveCheck(tx, appId, connection.version, check)
    if (!ok) return
    await forgetFaults(tx, appId, deps.clock.now())
    await enqueueRecheck(deps, tx, { appId, who: 'differing' })
  })
  return check
}

async function findingsOf(check: () => Promise<CheckFinding[]>): Promise<CheckFinding[] | null> {
  try {
    return await check()
  } catch (error) {
    if (error instanceof TryAgainAt) return null
    if (!(error instanceof AppFailure)) throw error
    return [{ level: 'fault', subject: 'address', message: error.message }]
  }
}
