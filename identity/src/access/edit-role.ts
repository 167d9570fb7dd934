import { isDeepStrictEqual } from 'node:util'
import type { EditRole } from '@hallpass/contract/roles'
import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { cleanLine } from './add-app.ts'
import { announceRole } from './announce-role.ts'
import { checkRole, clean, tellEntitlements } from './create-role.ts'
import type { AccessDeps } from './deps.ts'
import { builtInRole, changedMeanwhile, roleNotFound, roleRetired } from './errors.ts'
import { offerChanged, roleChanged } from './events.ts'
import { changedApps, type RoleParts, roleFacts } from './role-rules.ts'
import { conflictsOf } from './store-conflicts.ts'
import { appsOfRole, groupsAsking, lockRole, ownersOf, saveRole } from './store-roles.ts'
import type { Role } from './types.ts'

/**
 * Changes a role; refused when somebody changed it since it was read. When what it carries changes, everyone who holds it
 * is told of, in batches, by a job that exists exactly when the change does.
 */
export async function editRole(
  deps: Pick<AccessDeps, 'db' | 'jobs' | 'events' | 'audit' | 'directory'>,
  input: EditRole & { roleId: string },
  actor: Actor,
): Promise<Role> {
  return deps.db.transaction(async (tx) => {
    const before = await lockRole(tx, input.roleId)
    if (!before) throw roleNotFound()
    if (before.state === 'retired') throw roleRetired()
    if (before.version !== input.version) throw changedMeanwhile()
    // What a role of Hallpass itself gives is its meaning.
    if (before.productRole !== null && input.apps !== undefined) throw builtInRole()

    const had = await partsOf(tx, before.id)
    const role: Role = {
      ...before,
      name: input.name === undefined ? before.name : cleanLine(input.name),
      description: input.description?.trim() ?? before.description,
      askedBy: input.askedBy ?? before.askedBy,
      daysMax: input.daysMax === undefined ? before.daysMax : input.daysMax,
      daysDefault: input.daysDefault === undefined ? before.daysDefault : input.daysDefault,
      version: before.version + 1,
    }
    const wished: RoleParts = {
      apps: input.apps ?? had.apps,
      ownerIds: input.ownerIds ?? had.ownerIds,
      groupIds: input.groupIds ?? had.groupIds,
      conflictIds: input.conflictIds ?? had.conflictIds,
    }
    const carried = await checkRole(deps, tx, role, wished, had)
    const parts = clean(wished)
    await saveRole(tx, role, { ...parts, carried })
    deps.audit.record(tx, {
      action: 'role.edited',
      actor,
      subjects: { roleId: role.id },
      before: roleFacts(before, had),
      after: roleFacts(role, parts),
    })
    const appIds = changedApps(had.apps, parts.apps)
    // Owners decide requests, so whoever is asked is looked up anew.
    if (appIds.length > 0 || !isDeepStrictEqual([...had.ownerIds].sort(), parts.ownerIds))
      await deps.events.emit(tx, roleChanged, { roleId: role.id, appIds })
    if (appIds.length > 0) await announceRole(deps, tx, role)
    await tellEntitlements(deps, tx, { roleId: role.id, appIds }, actor)
    await deps.events.emit(tx, offerChanged, { subjectId: role.id })
    return role
  })
}

export async function partsOf(tx: Tx, roleId: string): Promise<RoleParts> {
  return {
    apps: await appsOfRole(tx, roleId),
    ownerIds: await ownersOf(tx, roleId),
    groupIds: await groupsAsking(tx, roleId),
    conflictIds: await conflictsOf(tx, roleId),
  }
}
