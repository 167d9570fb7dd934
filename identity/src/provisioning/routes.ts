import { provisioningRoutes as routes } from '@hallpass/contract/provisioning'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { requireRecent } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import { assignTask } from './assign-task.ts'
import { checkConnection } from './check-connection.ts'
import { startComparison } from './compare-app.ts'
import { afterCursor, toPage } from './cursor.ts'
import { accountNotFound, appNotFound } from './errors.ts'
import { finishTask } from './finish-task.ts'
import { putConnection } from './put-connection.ts'
import { retryAccount } from './retry-account.ts'
import type { ReconcileDeps } from './run.ts'
import { showAccounts, showComparison, showConnections, showTasks } from './show.ts'
import { accountById, listAccountRows } from './store-accounts.ts'
import { comparisonsOf } from './store-comparisons.ts'
import { connectionOf, pageOfConnections } from './store-connections.ts'
import { listTaskRows, type TaskFilter } from './store-tasks.ts'
import type { AppConnection } from './types.ts'

const limitDefault = 50
/** Who changes where accounts are made, or lets many go, proved who they are a short time ago (security C.19). */
const proofSecondsMax = 900

export function provisioningRoutes(server: FastifyInstance, deps: ReconcileDeps): void {
  connectionRoutes(server, deps)
  accountRoutes(server, deps)
  taskRoutes(server, deps)
}

function connectionRoutes(server: FastifyInstance, deps: ReconcileDeps): void {
  const show = async (connection: AppConnection) => {
    const [shown] = await showConnections(deps, deps.db, [connection])
    if (shown === undefined) throw appNotFound()
    return shown
  }
  const requireApp = async (appId: string) => {
    if ((await deps.access.app(deps.db, appId)) === null) throw appNotFound()
  }

  serve(server, routes.listConnections, async ({ query }) => {
    const limit = query.limit ?? limitDefault
    const rows = await pageOfConnections(deps.db, afterCursor(query.cursor), limit + 1)
    const page = toPage(rows, limit, (row) => row.appId)
    return { items: await showConnections(deps, deps.db, page.rows), next: page.next }
  })

  serve(server, routes.getConnection, async ({ params }) => {
    await requireApp(params.id)
    return show(await connectionOf(deps.db, params.id))
  })

  serve(server, routes.putConnection, async (call) => {
    requireRecent(call.principal, deps.clock.now(), proofSecondsMax)
    return show(await putConnection(deps, { appId: call.params.id, ...call.body }, actorOf(call)))
  })

  serve(server, routes.checkConnection, ({ params }) => checkConnection(deps, { appId: params.id }))

  serve(server, routes.compareApp, async (call) => {
    if (call.body.confirmRemovals) requireRecent(call.principal, deps.clock.now(), proofSecondsMax)
    await requireApp(call.params.id)
    const input = { appId: call.params.id, confirmRemovals: call.body.confirmRemovals ?? false }
    return showComparison(await startComparison(deps, input, actorOf(call)))
  })

  serve(server, routes.listComparisons, async ({ params, query }) => {
    await requireApp(params.id)
    const limit = query.limit ?? limitDefault
    const rows = await comparisonsOf(deps.db, params.id, afterCursor(query.cursor), limit + 1)
    const page = toPage(rows, limit, (row) => row.id)
    return { items: page.rows.map(showComparison), next: page.next }
  })
}

function accountRoutes(server: FastifyInstance, deps: ReconcileDeps): void {
  serve(server, routes.listAccounts, async ({ query }) => {
    const { cursor, limit = limitDefault, ...filter } = query
    const rows = await listAccountRows(deps.db, { ...filter, afterId: afterCursor(cursor), limit: limit + 1 })
    const page = toPage(rows, limit, (row) => row.id)
    return { items: await showAccounts(deps, deps.db, page.rows), next: page.next }
  })

  serve(server, routes.getAccount, async ({ params }) => {
    const account = await accountById(deps.db, params.id)
    const [shown] = account === null ? [] : await showAccounts(deps, deps.db, [account])
    if (shown === undefined) throw accountNotFound()
    return shown
  })

  serve(server, routes.retryAccount, async (call) => {
    const account = await retryAccount(deps, { accountId: call.params.id }, actorOf(call))
    const [shown] = await showAccounts(deps, deps.db, [account])
    if (shown === undefined) throw accountNotFound()
    return shown
  })
}

function taskRoutes(server: FastifyInstance, deps: ReconcileDeps): void {
  const page = async (filter: Omit<TaskFilter, 'afterId' | 'limit'>, query: { cursor?: string; limit?: number }) => {
    const limit = query.limit ?? limitDefault
    const rows = await listTaskRows(deps.db, { ...filter, afterId: afterCursor(query.cursor), limit: limit + 1 })
    const { rows: shown, next } = toPage(rows, limit, (row) => row.id)
    return { items: await showTasks(deps, deps.db, shown), next }
  }

  serve(server, routes.listTasks, ({ query: { state = 'open', appId, personId, ...query } }) =>
    page({ state, appId, personId }, query),
  )

  serve(server, routes.listMyTasks, ({ query, principal }) =>
    page({ state: 'open', ownerId: principal.personId }, query),
  )

  serve(server, routes.assignTask, async (call) => {
    const input = { taskId: call.params.id, ownerId: call.body.ownerId }
    const [shown] = await showTasks(deps, deps.db, [await assignTask(deps, input, actorOf(call))])
    return shown as NonNullable<typeof shown>
  })

  serve(server, routes.finishTask, async (call) => {
    const { principal, body } = call
    const input = {
      taskId: call.params.id,
      by: { personId: principal.personId, isAdmin: principal.roles.has('admin') },
      note: body.note ?? null,
      remoteId: body.remoteId ?? null,
    }
    const [shown] = await showTasks(deps, deps.db, [await finishTask(deps, input, actorOf(call))])
    return shown as NonNullable<typeof shown>
  })
}
