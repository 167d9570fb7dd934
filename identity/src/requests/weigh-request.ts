import type { InboxItem } from '@hallpass/contract/requests'
import type { Access, Role } from '../access/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import type { Request } from './types.ts'

export type WeighDeps = {
  directory: Pick<Directory, 'colleaguesOf'>
  access: Pick<Access, 'conflictsHeld' | 'grantsOf' | 'appsFor' | 'appsOfRole' | 'holdersAmong' | 'roles'>
}
export type Weight = Pick<InboxItem, 'rolesHeld' | 'colleaguesHoldingRole' | 'toMind' | 'conflicts'>

/**
 * What an approver should have in mind, as far as it can honestly be computed: what the person holds, who near them holds
 * the role, and what is unusual about this request. Nothing here decides anything.
 */
export async function weighRequest(deps: WeighDeps, reader: Reader, request: Request): Promise<Weight> {
  const { access } = deps
  const { beneficiaryId, roleId } = request
  const [conflicting, held, apps, carried, [role], colleagues] = await Promise.all([
    access.conflictsHeld(reader, beneficiaryId, roleId),
    access.grantsOf(reader, beneficiaryId),
    access.appsFor(reader, beneficiaryId),
    access.appsOfRole(reader, roleId),
    access.roles(reader, [roleId]),
    deps.directory.colleaguesOf(reader, beneficiaryId),
  ])
  const colleaguesHoldingRole = await access.holdersAmong(reader, roleId, colleagues)
  const appIds = new Set(apps.map(({ app }) => app.id))
  return {
    rolesHeld: held.filter((grant) => grant.roleId !== roleId).length,
    colleaguesHoldingRole,
    conflicts: conflicting.map(({ id, name }) => ({ id, name })),
    toMind: worthMinding({
      role,
      request,
      isConflicting: conflicting.length > 0,
      isNewToApps: carried.length > 0 && carried.every(({ appId }) => !appIds.has(appId)),
      isFirst: held.length === 0,
      isAloneWithIt: colleagues.length >= 3 && colleaguesHoldingRole === 0,
    }),
  }
}

type Unusual = {
  role: Role | undefined
  request: Pick<Request, 'durationDays' | 'kind'>
  isConflicting: boolean
  isNewToApps: boolean
  isFirst: boolean
  isAloneWithIt: boolean
}

function worthMinding(unusual: Unusual): Weight['toMind'] {
  const { role, request, isConflicting, isNewToApps, isFirst, isAloneWithIt } = unusual
  const found: Weight['toMind'] = isConflicting ? ['conflict'] : []
  if (request.kind === 'extend') return request.durationDays === null ? [...found, 'no_end'] : found
  if (role?.productRole) found.push('gives_power')
  if (request.durationDays === null) found.push('no_end')
  if (isAloneWithIt) found.push('nobody_near')
  if (isFirst) found.push('first_role')
  else if (isNewToApps) found.push('new_to_apps')
  return found
}
