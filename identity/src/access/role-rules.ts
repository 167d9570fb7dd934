/** What a role may be, and what changes for its holders when it is edited. Pure. */
import type { FieldFault } from '../platform/errors.ts'
import type { Role, RoleApp } from './types.ts'

/** What hangs on a role. */
export type RoleParts = {
  apps: readonly RoleApp[]
  ownerIds: readonly string[]
  groupIds: readonly string[]
  conflictIds: readonly string[]
}
/** Apps, people, groups and other roles that a role may name. */
export type Known = {
  appIds: ReadonlySet<string>
  personIds: ReadonlySet<string>
  groupIds: ReadonlySet<string>
  roleIds: ReadonlySet<string>
}

export function roleFaults(role: Role, parts: RoleParts, known: Known): FieldFault[] {
  const faults: FieldFault[] = []
  const say = (field: string, message: string) => faults.push({ field, message })
  if (role.name === '') say('name', 'Give a name.')
  if (role.daysMax !== null && role.daysDefault !== null && role.daysDefault > role.daysMax)
    say('daysDefault', `Choose at most ${role.daysMax} days, the longest duration of this role.`)
  if (role.askedBy === 'groups' && parts.groupIds.length === 0)
    say('groupIds', 'Choose at least one group whose members may ask.')
  const seen = new Set<string>()
  for (const [index, { appId, entitlements }] of parts.apps.entries()) {
    if (seen.has(appId)) say(`apps.${index}.appId`, 'This app is in the list twice.')
    else if (!known.appIds.has(appId)) say(`apps.${index}.appId`, 'There is no such app in use.')
    if (entitlements.some((entitlement) => entitlement.trim() === ''))
      say(`apps.${index}.entitlements`, 'Leave out empty entitlements.')
    seen.add(appId)
  }
  for (const [index, id] of parts.ownerIds.entries())
    if (!known.personIds.has(id)) say(`ownerIds.${index}`, 'There is no such active person.')
  for (const [index, id] of parts.groupIds.entries())
    if (!known.groupIds.has(id)) say(`groupIds.${index}`, 'There is no such group.')
  for (const [index, id] of parts.conflictIds.entries()) {
    if (id === role.id) say(`conflictIds.${index}`, 'A role does not conflict with itself.')
    else if (!known.roleIds.has(id)) say(`conflictIds.${index}`, 'There is no such role in use.')
  }
  return faults
}

/** Apps added, removed, or carried with other entitlements. */
export function changedApps(before: readonly RoleApp[], after: readonly RoleApp[]): string[] {
  const was = new Map(before.map((app) => [app.appId, signature(app)]))
  const is = new Map(after.map((app) => [app.appId, signature(app)]))
  return [...new Set([...was.keys(), ...is.keys()])].filter((appId) => was.get(appId) !== is.get(appId)).sort()
}

function signature(app: RoleApp): string {
  return JSON.stringify([...app.entitlements].sort())
}

/** What the trail keeps of a role. */
export function roleFacts(role: Role, parts: RoleParts) {
  const { name, description, askedBy, daysMax, daysDefault, state } = role
  return { name, description, askedBy, daysMax, daysDefault, state, ...parts }
}
