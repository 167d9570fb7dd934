import type { CreateRole } from '@hallpass/contract/roles'
import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { cleanLine } from './add-app.ts'
import type { AccessDeps } from './deps.ts'
import { invalidFields } from './errors.ts'
import { entitlementsChanged, offerChanged } from './events.ts'
import { type RoleParts, roleFacts, roleFaults } from './role-rules.ts'
import { findApps } from './store-apps.ts'
import { findRoles, saveRole } from './store-roles.ts'
import type { App, Role } from './types.ts'

/** Creates a role. Nobody may ask for it unless that is said. */
export async function createRole(
  deps: Pick<AccessDeps, 'db' | 'audit' | 'events' | 'clock' | 'ids' | 'directory'>,
  input: CreateRole,
  actor: Actor,
): Promise<Role> {
  const role: Role = {
    id: deps.ids.next(),
    name: cleanLine(input.name),
    description: input.description?.trim() ?? '',
    askedBy: input.askedBy ?? 'nobody',
    daysMax: input.daysMax ?? null,
    daysDefault: input.daysDefault ?? null,
    productRole: null,
    state: 'active',
    version: 1,
    createdAt: deps.clock.now(),
  }
  const parts: RoleParts = {
    apps: input.apps ?? [],
    ownerIds: input.ownerIds ?? [],
    groupIds: input.groupIds ?? [],
    conflictIds: input.conflictIds ?? [],
  }
  return deps.db.transaction(async (tx) => {
    const carried = await checkRole(deps, tx, role, parts)
    await saveRole(tx, role, { ...clean(parts), carried })
    deps.audit.record(tx, {
      action: 'role.created',
      actor,
      subjects: { roleId: role.id },
      after: roleFacts(role, clean(parts)),
    })
    await tellEntitlements(deps, tx, { roleId: role.id, appIds: parts.apps.map(({ appId }) => appId) }, actor)
    await deps.events.emit(tx, offerChanged, { subjectId: role.id })
    return role
  })
}

/** Says who changed what a role gives: an app may know people by it. */
export async function tellEntitlements(
  { events }: Pick<AccessDeps, 'events'>,
  tx: Tx,
  changed: { roleId: string; appIds: string[] },
  actor: Actor,
): Promise<void> {
  if (changed.appIds.length === 0) return
  const actorPersonId = actor.kind === 'person' ? actor.personId : null
  await events.emit(tx, entitlementsChanged, { ...changed, actorPersonId })
}

/** Throws every fault of a role at once; answers with the apps it carries. */
export async function checkRole(
  deps: Pick<AccessDeps, 'directory'>,
  tx: Tx,
  role: Role,
  parts: RoleParts,
  before: RoleParts = { apps: [], ownerIds: [], groupIds: [], conflictIds: [] },
): Promise<App[]> {
  const carried = await findApps(
    tx,
    parts.apps.map((app) => app.appId),
  )
  const owners = await deps.directory.people(tx, parts.ownerIds)
  const groups = await Promise.all(parts.groupIds.map((groupId) => deps.directory.group(tx, groupId)))
  const conflicting = await findRoles(tx, parts.conflictIds)
  const known = {
    // What a role has already may stay, even when the app is retired or the owner disabled by now.
    appIds: ids(
      carried.filter((app) => app.state === 'active' && !app.builtIn),
      before.apps.map((app) => app.appId),
    ),
    personIds: ids(
      owners.filter((person) => person.state === 'active'),
      before.ownerIds,
    ),
    groupIds: ids(
      groups.filter((group) => group !== null),
      before.groupIds,
    ),
    roleIds: ids(
      conflicting.filter(({ state }) => state === 'active'),
      before.conflictIds,
    ),
  }
  const faults = roleFaults(role, parts, known)
  if (faults.length > 0) throw invalidFields('invalid_input', faults)
  return carried
}

function ids(known: readonly { id: string }[], kept: readonly string[]): ReadonlySet<string> {
  return new Set([...known.map(({ id }) => id), ...kept])
}

/** Lists without repetitions, in an order that does not depend on how they were typed. */
export function clean(parts: RoleParts): RoleParts {
  return {
    apps: parts.apps
      .map(({ appId, entitlements }) => ({ appId, entitlements: [...new Set(entitlements.map(cleanLine))].sort() }))
      .sort((a, b) => (a.appId < b.appId ? -1 : 1)),
    ownerIds: [...new Set(parts.ownerIds)].sort(),
    groupIds: [...new Set(parts.groupIds)].sort(),
    conflictIds: [...new Set(parts.conflictIds)].sort(),
  }
}
