import type { Actor } from '../../audit/module.ts'
import type { CreateConnectionDeps } from './create-connection.ts'
import { factsOf } from './create-connection.ts'
import { connectionNotFound, connectionUsed } from './errors.ts'
import { lockConnection } from './store-connections.ts'
import { deleteConnection, isConnectionUsed } from './store-shown.ts'

export type RemoveConnectionDeps = Pick<CreateConnectionDeps, 'db' | 'audit' | 'programs'>

/**
 * Removes a connection that nothing came from: one typed wrong, or tried out. One that access came from stays, since the
 * reason of that access names its tickets; it is disabled instead.
 */
export async function removeConnection(
  { db, audit, programs }: RemoveConnectionDeps,
  { id, actor }: { id: string; actor: Actor },
): Promise<void> {
  await db.transaction(async (tx) => {
    const connection = await lockConnection(tx, id)
    if (!connection) throw connectionNotFound()
    if (await isConnectionUsed(tx, id)) throw connectionUsed()
    await programs.remove(tx, id)
    await deleteConnection(tx, id)
    const before = { connectionId: id, ...factsOf(connection) }
    audit.record(tx, { action: 'servicenow.removed', actor, subjects: {}, before })
  })
}
