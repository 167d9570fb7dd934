import { createHash } from 'node:crypto'
import type { CatalogEntry } from '@hallpass/contract/servicenow-shapes'
import { appSummary, type Role } from '../../access/module.ts'
import type { Reader } from '../../platform/database/database.ts'
import { notProvableElsewhere } from '../../requests/module.ts'
import type { ServiceNowDeps } from './deps.ts'
import { matchPerson, type NamedPerson } from './match-person.ts'
import type { Connection } from './types.ts'

export type ShowAppsDeps = Pick<ServiceNowDeps, 'access' | 'requests' | 'directory' | 'publicUrl'>

/**
 * What can be asked for from there; for one person, what they hold and may ask for. Somebody Hallpass does not know may
 * ask for nothing, which is also the answer for somebody who left. What can be approved in Hallpass alone is shown to holders
 * alone.
 */
export async function showApps(
  deps: ShowAppsDeps,
  r: Reader,
  connection: Connection,
  requestedFor: NamedPerson | undefined,
): Promise<CatalogEntry[]> {
  if (requestedFor === undefined)
    return describeRoles(deps, r, await deps.access.rolesOffered(r), {
      held: new Set(),
      requestable: null,
      personId: '',
    })
  const match = await matchPerson(deps, r, connection.settings.matchBy, requestedFor)
  if (match.kind !== 'one' || match.person.state !== 'active') return []
  const { id: personId } = match.person
  const grants = await deps.access.grantsOf(r, personId)
  const held = new Set(grants.map(({ roleId }) => roleId))
  const requestable = (await deps.access.requestableRoles(r, personId)).filter((role) => role.productRole === null)
  const others = (await deps.access.roles(r, [...held])).filter(
    (role) => role.productRole === null && role.state === 'active' && !requestable.some(({ id }) => id === role.id),
  )
  return describeRoles(deps, r, [...requestable, ...others], {
    held,
    requestable: new Set(requestable.map(({ id }) => id)),
    personId,
  })
}

type For = { held: ReadonlySet<string>; requestable: ReadonlySet<string> | null; personId: string }

async function describeRoles(
  deps: ShowAppsDeps,
  r: Reader,
  roles: readonly Role[],
  { held, requestable, personId }: For,
): Promise<CatalogEntry[]> {
  const entries: CatalogEntry[] = []
  for (const role of roles) {
    const policy = await deps.requests.policyOf(r, role.id, personId)
    if (!held.has(role.id) && notProvableElsewhere(policy.rules) !== null) continue
    const carried = await deps.access.appsOfRole(r, role.id)
    const apps = await deps.access.apps(
      r,
      carried.map(({ appId }) => appId),
    )
    const [app] = apps.filter(({ state }) => state === 'active').map(appSummary)
    entries.push({
      id: role.id,
      name: role.name,
      description: role.description,
      appName: app?.name ?? role.name,
      icon: app?.icon ? new URL(app.icon, deps.publicUrl).href : null,
      held: held.has(role.id),
      requestable: (requestable?.has(role.id) ?? true) && !held.has(role.id),
      daysMax: role.daysMax,
      daysDefault: role.daysDefault,
      policyVersion: policy.version,
    })
  }
  return entries
}

/** Changes whenever anything of the entry does. */
export function hashOf(entry: CatalogEntry): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex')
}
