import type { Access, Grant } from '../access/module.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import type { Provisioning } from '../provisioning/module.ts'
import { type MoveRequestDeps, moveRequest } from './move-request.ts'
import { itself } from './reroute-request.ts'
import { lockOpenRequestsOfGrants } from './store.ts'
import type { Request } from './types.ts'

export type StartSettledDeps = MoveRequestDeps & {
  access: Pick<Access, 'role' | 'grantsOf' | 'lockGrants' | 'startGrant' | 'appsOfRole'>
  provisioning: Pick<Provisioning, 'isSettled' | 'accountOf'>
}

/**
 * An account matches what access says, told in the transaction in which it came to: every pending grant of the person
 * whose apps are all ready begins now, and the request behind it is fulfilled. Safe to repeat.
 */
export async function startSettled(deps: StartSettledDeps, tx: Tx, { personId }: { personId: string }): Promise<void> {
  const held = await holdPending(deps, tx, { personId })
  // What was read under the locks is true once: from here on both change.
  heldIn(tx).delete(personId)
  await start(deps, tx, held)
}

/** The same of one grant. */
export async function startWhenReady(deps: StartSettledDeps, tx: Tx, grantId: string): Promise<void> {
  await start(deps, tx, await lock(deps, tx, [grantId]))
}

type Held = { grants: Grant[]; requests: Request[] }

const heldKey = Symbol('grants held until they begin')
const heldIn = (tx: Tx) => tx.memo(heldKey, () => new Map<string, Promise<Held>>())

/** Requests before their grant, as everywhere: two transactions never wait for each other in a circle. */
export async function holdPending(
  deps: Pick<StartSettledDeps, 'access'>,
  tx: Tx,
  { personId }: { personId: string },
): Promise<Held> {
  const holding = heldIn(tx).get(personId) ?? lockPending(deps, tx, personId)
  heldIn(tx).set(personId, holding)
  return holding
}

async function lockPending(deps: Pick<StartSettledDeps, 'access'>, tx: Tx, personId: string): Promise<Held> {
  const grants = await deps.access.grantsOf(tx, personId)
  return lock(
    deps,
    tx,
    grants.filter(({ state }) => state === 'pending').map(({ id }) => id),
  )
}

async function start(deps: StartSettledDeps, tx: Tx, { grants, requests }: Held): Promise<void> {
  for (const grant of grants)
    if (grant.state === 'pending') {
      const behind = requests.filter(({ grantId, state }) => grantId === grant.id && state === 'fulfilling')
      await startWhenSettled(deps, tx, grant, behind)
    }
}

async function lock({ access }: Pick<StartSettledDeps, 'access'>, tx: Tx, grantIds: readonly string[]): Promise<Held> {
  const [requests, grants] = await Promise.all([
    lockOpenRequestsOfGrants(tx, grantIds),
    access.lockGrants(tx, grantIds),
  ])
  // Not waited for: they go along with what is written next, and whoever needs one of them waits then.
  for (const { roleId } of grants)
    void Promise.all([access.role(tx, roleId), access.appsOfRole(tx, roleId)]).catch(() => {})
  return { requests, grants }
}

async function startWhenSettled(
  deps: StartSettledDeps,
  tx: Tx,
  grant: Grant,
  requests: readonly Request[],
): Promise<void> {
  const move = async (event: Parameters<typeof moveRequest>[3]) => {
    for (const request of requests) await moveRequest(deps, tx, request, event, itself)
  }
  if (!(await deps.provisioning.isSettled(tx, grant.personId, grant.roleId))) {
    if (await isByHand(deps, tx, grant))
      await move({ kind: 'fulfilment_failed', reason: 'A person makes the account.' })
    return
  }
  const started = await deps.access.startGrant(tx, grant.id)
  await move(started.kind === 'ended' ? { kind: 'withdrawn', why: 'access_ended' } : { kind: 'settled' })
}

async function isByHand(deps: StartSettledDeps, reader: Reader, grant: Grant): Promise<boolean> {
  for (const { appId } of await deps.access.appsOfRole(reader, grant.roleId)) {
    const account = await deps.provisioning.accountOf(reader, grant.personId, appId)
    if (account?.state === 'needs_task') return true
  }
  return false
}
