import type { Access } from '../access/module.ts'
import type { Database } from '../platform/database/database.ts'
import type { Provisioning } from '../provisioning/module.ts'
import { type MoveRequestDeps, moveRequest } from './move-request.ts'
import { itself } from './reroute-request.ts'
import { lockRequest } from './store.ts'
import { openRequestIdsOfGrant } from './store-lists.ts'
import type { Request } from './types.ts'

export type OnAccountSettledDeps = MoveRequestDeps & {
  db: Database
  access: Pick<Access, 'grantsOf' | 'startGrant' | 'appsOfRole'>
  provisioning: Pick<Provisioning, 'isSettled' | 'accountOf'>
}

/**
 * An account matches what access says: every pending grant of the person whose apps are all ready begins now, and the
 * request behind it is fulfilled. The event only says when to look; safe to repeat.
 */
export async function onAccountSettled(deps: OnAccountSettledDeps, { personId }: { personId: string }): Promise<void> {
  const grants = await deps.access.grantsOf(deps.db, personId)
  for (const grant of grants) if (grant.state === 'pending') await startWhenSettled(deps, grant)
}

type Pending = { id: string; personId: string; roleId: string }

async function startWhenSettled(deps: OnAccountSettledDeps, grant: Pending): Promise<void> {
  await deps.db.transaction(async (tx) => {
    // Requests before their grant, as everywhere: two transactions never wait for each other in a circle.
    const requests: Request[] = []
    for (const id of await openRequestIdsOfGrant(tx, grant.id)) {
      const request = await lockRequest(tx, id)
      if (request?.state === 'fulfilling') requests.push(request)
    }
    if (!(await deps.provisioning.isSettled(tx, grant.personId, grant.roleId))) {
      if (await isByHand(deps, tx, grant))
        for (const request of requests)
          await moveRequest(
            deps,
            tx,
            request,
            { kind: 'fulfilment_failed', reason: 'A person makes the account.' },
            itself,
          )
      return
    }
    const started = await deps.access.startGrant(tx, grant.id)
    for (const request of requests)
      await moveRequest(
        deps,
        tx,
        request,
        started.kind === 'ended' ? { kind: 'withdrawn', why: 'access_ended' } : { kind: 'settled' },
        itself,
      )
  })
}

async function isByHand(
  deps: OnAccountSettledDeps,
  reader: Database | Parameters<typeof lockRequest>[0],
  grant: Pending,
) {
  for (const { appId } of await deps.access.appsOfRole(reader, grant.roleId)) {
    const account = await deps.provisioning.accountOf(reader, grant.personId, appId)
    if (account?.state === 'needs_task') return true
  }
  return false
}
