/** How administrators set up ServiceNow. Every change takes a proof of who it is from a short time ago (security C.19). */
import { servicenowAdminRoutes as spec } from '@hallpass/contract/servicenow-admin'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../../audit/module.ts'
import { type Principal, requireRecent } from '../../platform/http/principal.ts'
import { serve } from '../../platform/http/route.ts'
import { changeConnection, switchConnection } from './change-connection.ts'
import { type CreateConnectionDeps, createConnection, programsOfConnection } from './create-connection.ts'
import { describeConnection, listConnections, withSecrets } from './describe-connection.ts'
import { connectionNotFound } from './errors.ts'
import { removeConnection } from './remove-connection.ts'
import { rotateKeys } from './rotate-keys.ts'
import { findConnection } from './store-connections.ts'
import { enqueueSync } from './sync-catalog.ts'
import { type TestConnectionDeps, testConnection } from './test-connection.ts'

export type AdminDeps = CreateConnectionDeps & TestConnectionDeps

const proofSecondsMax = 900

export function servicenowAdmin(server: FastifyInstance, deps: AdminDeps): void {
  const { db } = deps
  const recent = (principal: Principal) => requireRecent(principal, deps.clock.now(), proofSecondsMax)
  const existing = async (id: string) => {
    const connection = await findConnection(db, id)
    if (!connection) throw connectionNotFound()
    return connection
  }

  serve(server, spec.listSnowConnections, async () => ({ items: await listConnections(deps, db) }))
  serve(server, spec.getSnowConnection, ({ params }) => describeConnection(deps, db, params.id))

  serve(server, spec.createSnowConnection, (call) => {
    recent(call.principal)
    return createConnection(deps, call.body, actorOf(call))
  })
  serve(server, spec.changeSnowConnection, async (call) => {
    recent(call.principal)
    await changeConnection(deps, { id: call.params.id, ...call.body, actor: actorOf(call) })
    return describeConnection(deps, db, call.params.id)
  })
  serve(server, spec.testSnowConnection, async ({ params }) => {
    const tested = await testConnection(deps, params.id)
    return { ...tested, connection: await describeConnection(deps, db, params.id) }
  })
  serve(server, spec.rotateSnowKeys, async (call) => {
    recent(call.principal)
    const { id } = await existing(call.params.id)
    const keys = await db.transaction((tx) => rotateKeys(deps, tx, id, actorOf(call)))
    return withSecrets(deps, db, id, { clients: [], keys })
  })
  serve(server, spec.renewSnowClients, async (call) => {
    recent(call.principal)
    const { id, name } = await existing(call.params.id)
    const clients = await db.transaction(async (tx) => {
      const after = { connectionId: id }
      deps.audit.record(tx, { action: 'servicenow.clients_renewed', actor: actorOf(call), subjects: {}, after })
      return deps.programs.issue(tx, { id, name, scopes: programsOfConnection })
    })
    return withSecrets(deps, db, id, { clients, keys: [] })
  })
  for (const [route, to] of [
    [spec.openSnowConnection, 'active'],
    [spec.disableSnowConnection, 'disabled'],
    [spec.rebindSnowConnection, 'rebind'],
  ] as const)
    serve(server, route, async (call) => {
      recent(call.principal)
      await switchConnection(deps, { id: call.params.id, to, actor: actorOf(call) })
      return describeConnection(deps, db, call.params.id)
    })
  serve(server, spec.removeSnowConnection, async (call) => {
    recent(call.principal)
    await removeConnection(deps, { id: call.params.id, actor: actorOf(call) })
  })
  serve(server, spec.syncSnowCatalog, async ({ params }) => {
    const { id } = await existing(params.id)
    await enqueueSync(deps, { isFull: true, only: id })
    return describeConnection(deps, db, id)
  })
}
