/** The front door of provisioning: it makes the accounts in apps match access says. */
import type { PutConnection } from '@hallpass/contract/provisioning'
import type { FastifyInstance } from 'fastify'
import { appRetired, grantChanged, grantEnded, roleChanged } from '../access/module.ts'
import { type Actor, intentResolved } from '../audit/module.ts'
import { personChanged, personDisabled, personEnabled, personGone } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { shareTransactions } from '../platform/database/shared-transactions.ts'
import { claimAccounts } from './claim-accounts.ts'
import { compareApp, compareApps, compareTask } from './compare-app.ts'
import type { ProvisioningDeps } from './deps.ts'
import { isSettled } from './is-settled.ts'
import { reconcileTask } from './look-again.ts'
import { lookOnceMoreAtGrant, lookOnceMoreAtPerson } from './look-once-more.ts'
import { onAppRetired } from './on-app-retired.ts'
import { onGrantChanged, settleAtOnce, settleAtOnceTask } from './on-grant-changed.ts'
import { onIntentResolved } from './on-intent-resolved.ts'
import { onPersonChanged } from './on-person-changed.ts'
import { onPersonDisabled } from './on-person-disabled.ts'
import { onPersonEnabled } from './on-person-enabled.ts'
import { openApps } from './open-app.ts'
import { putConnection } from './put-connection.ts'
import { enqueueRecheck, type Recheck, recheckApp, recheckTask } from './recheck-app.ts'
import { reconcileAccount } from './reconcile-account.ts'
import { provisioningRoutes } from './routes.ts'
import type { ReconcileDeps } from './run.ts'
import { accountsOfPerson, findAccount } from './store-accounts.ts'
import { sweepUnsettled } from './sweep-unsettled.ts'
import type { AccountRow, AppConnection } from './types.ts'

export type { ProvisioningDeps } from './deps.ts'
export { accountSettled, accountSettling, accountStuck, connectionChanged } from './events.ts'
export type { AccountRow, AppConnection } from './types.ts'
export { voidOnRestore } from './void-on-restore.ts'

export type Provisioning = {
  /**
   * Whether everything outside Hallpass that a person's access needs is done: of one app, or of every app of a role that is
   * not retired, whose accounts then all are active. True where no accounts are needed; false again as soon as something
   * newer is wanted.
   */
  isSettled(r: Reader, personId: string, appOrRoleId: string): Promise<boolean>
  /** The account of a person in an app; null when no grant ever asked for one. */
  accountOf(r: Reader, personId: string, appId: string): Promise<AccountRow | null>
  accountsOf(r: Reader, personId: string): Promise<AccountRow[]>
  /** Sets how accounts are made in an app. */
  putConnection(input: { appId: string } & PutConnection, actor: Actor): Promise<AppConnection>
  /** What use cases of this slice are handed. */
  readonly deps: ReconcileDeps
  routes(server: FastifyInstance): void
}

/** Wires provisioning: its jobs, sweeps and listeners exist from here on. */
export function createProvisioning(platform: ProvisioningDeps): Provisioning {
  const deps: ReconcileDeps = {
    ...platform,
    apps: openApps(platform),
    claimAccount: claimAccounts(platform.db),
    shareTransaction: shareTransactions(platform.db),
  }
  registerJobs(deps)
  scheduleSweeps(deps)
  listen(deps)
  return {
    isSettled: (reader, personId, appOrRoleId) => isSettled(deps, reader, personId, appOrRoleId),
    accountOf: (reader, personId, appId) => findAccount(reader, appId, personId),
    accountsOf: accountsOfPerson,
    putConnection: (input, actor) => putConnection(deps, input, actor),
    deps,
    routes: (server) => provisioningRoutes(server, deps),
  }
}

function registerJobs(deps: ReconcileDeps): void {
  const { jobs } = deps
  jobs.register(reconcileTask, (payload) => reconcileAccount(deps, payload as { appId: string; personId: string }))
  jobs.register(settleAtOnceTask, (payload) => settleAtOnce(deps, payload as { grantId: string; personId: string }))
  jobs.register(recheckTask, async (payload) => void (await recheckApp(deps, payload as unknown as Recheck)))
  jobs.register(compareTask, (payload) => compareApp(deps, payload as { comparisonId: string }))
}

function scheduleSweeps(deps: ReconcileDeps): void {
  const { jobs } = deps
  jobs.schedule({
    name: 'provisioning.sweep-unsettled',
    everySeconds: 60,
    run: async (now) => void (await sweepUnsettled(deps, now)),
  })
  jobs.schedule({
    name: 'provisioning.compare',
    everySeconds: 900,
    run: async (now) => void (await compareApps(deps, now)),
  })
}

/**
 * In the transaction that changed the fact, so that no account can miss it; what two transactions at once did not see of
 * each other is looked at after the commit; what walks through a whole app is a job. The app itself is only ever called from
 * jobs.
 */
function listen(deps: ReconcileDeps): void {
  const { events } = deps
  events.inTransaction(grantChanged, 'provisioning.look-again', (tx, grant) => onGrantChanged(deps, tx, grant))
  events.inTransaction(personChanged, 'provisioning.write-profile', (tx, { personId }) =>
    onPersonChanged(deps, tx, personId),
  )
  events.inTransaction(personDisabled, 'provisioning.end-accounts', (tx, { personId }) =>
    onPersonDisabled(deps, tx, personId),
  )
  events.inTransaction(personGone, 'provisioning.end-accounts', (tx, { personId }) =>
    onPersonDisabled(deps, tx, personId),
  )
  for (const kind of [personDisabled, personGone])
    events.afterCommit(kind, 'provisioning.look-once-more', ({ personId }) => lookOnceMoreAtPerson(deps, personId))
  events.afterCommit(grantEnded, 'provisioning.look-once-more', (grant) => lookOnceMoreAtGrant(deps, grant))
  events.inTransaction(personEnabled, 'provisioning.look-again', (tx, { personId }) =>
    onPersonEnabled(deps, tx, personId),
  )
  events.inTransaction(appRetired, 'provisioning.end-accounts', (tx, { appId }) => onAppRetired(deps, tx, appId))
  events.inTransaction(intentResolved, 'provisioning', (tx, resolved) => onIntentResolved(deps, tx, resolved))
  events.inTransaction(roleChanged, 'provisioning.recheck', async (tx, { appIds }) => {
    for (const appId of appIds) await enqueueRecheck(deps, tx, { appId, who: 'differing' })
  })
}
