/** Entitlements as membership of groups in the app: what is wanted is added, what we gave and is not wanted is taken away. */

import { TryAgainAt } from '../platform/jobs/jobs.ts'
import type { AppConnector, AppGroups, RemoteAccount } from './connectors/connector.ts'
import { AppFailure } from './connectors/failures.ts'
import type { ProvisioningDeps } from './deps.ts'
import { claimGroup, forgetGroup, groupIds, saveGroup } from './store-groups.ts'

export type Memberships = {
  appId: string
  account: RemoteAccount
  /** Names of groups. */
  wanted: readonly string[]
  given: readonly string[]
}

export type MembershipPlan = { add: string[]; remove: string[] }

/** What is left to do, as far as the app tells who is in which group; where it does not tell, everything wanted. */
export async function planMemberships(
  deps: Pick<ProvisioningDeps, 'db'>,
  { appId, account, wanted, given }: Memberships,
): Promise<MembershipPlan> {
  const ids = await groupIds(deps.db, appId, [...wanted, ...given])
  // Which group of the app a name stands for may be forgotten here, after the app was connected anew: nothing is known then.
  const isMember = (name: string) => {
    const id = ids.get(name)
    return id === undefined ? null : (account.groups?.includes(id) ?? null)
  }
  return {
    add: wanted.filter((name) => isMember(name) !== true),
    remove: given.filter((name) => !wanted.includes(name) && isMember(name) !== false),
  }
}

export async function makeMemberships(
  deps: Pick<ProvisioningDeps, 'db' | 'clock'>,
  connector: Pick<AppConnector, 'groups'>,
  appId: string,
  remoteId: string,
  plan: MembershipPlan,
): Promise<void> {
  const { groups } = connector
  if (groups === undefined) return
  const ids = await groupIds(deps.db, appId, plan.remove)
  for (const name of plan.remove) {
    const groupId = ids.get(name) ?? (await groups.find(name))
    if (groupId !== null) await groups.remove(groupId, remoteId)
  }
  for (const name of plan.add) await addTo(deps, groups, { appId, name, remoteId })
}

async function addTo(
  deps: Pick<ProvisioningDeps, 'db' | 'clock'>,
  groups: AppGroups,
  { appId, name, remoteId }: { appId: string; name: string; remoteId: string },
): Promise<void> {
  const known = (await groupIds(deps.db, appId, [name])).get(name)
  const groupId = known ?? (await makeGroup(deps, groups, appId, name))
  try {
    await groups.add(groupId, remoteId)
  } catch (error) {
    // Somebody deleted the group in the app: the next run looks for it, or makes it, anew.
    if (error instanceof AppFailure && error.code === 'not_in_app' && !(await isStillThere(groups, name, groupId)))
      await forgetGroup(deps.db, appId, name)
    throw error
  }
}

/**
 * "Not found" is also what some services answer where it is the account that they do not have (yet). A group that was chosen
 * once is kept then, and where it cannot be told: its name alone may stand for several by now.
 */
async function isStillThere(groups: AppGroups, name: string, groupId: string): Promise<boolean> {
  try {
    return (await groups.find(name)) === groupId
  } catch (error) {
    if (error instanceof AppFailure) return true
    throw error
  }
}

const claimMs = 60_000

/** Found by its name or made, by one worker at a time: SCIM promises nobody that two groups of a name are refused. */
async function makeGroup(
  deps: Pick<ProvisioningDeps, 'db' | 'clock'>,
  groups: AppGroups,
  appId: string,
  name: string,
): Promise<string> {
  const now = deps.clock.now()
  const staleBefore = new Date(now.getTime() - claimMs)
  if (!(await claimGroup(deps.db, { appId, name, now, staleBefore }))) {
    const made = (await groupIds(deps.db, appId, [name])).get(name)
    if (made !== undefined) return made
    throw new TryAgainAt(new Date(now.getTime() + 1000), 'The group is being made for another account.')
  }
  try {
    const groupId = (await groups.find(name)) ?? (await groups.create(name))
    await saveGroup(deps.db, appId, name, groupId)
    return groupId
  } catch (error) {
    // Not a process that died, which the next claim waits for: whoever comes next may try at once.
    await forgetGroup(deps.db, appId, name)
    throw error
  }
}
