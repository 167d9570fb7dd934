/** Requests as lists, tiles and cards show them: ids turned into people, roles and apps. */
import type { PersonSummary } from '@hallpass/contract/common'
import type { RequestSummary, RoleInRequest } from '@hallpass/contract/requests'
import { type Access, appSummary } from '../access/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import type { Request } from './types.ts'

export type DescribeDeps = {
  directory: Pick<Directory, 'people' | 'summary'>
  access: Pick<Access, 'roles' | 'apps' | 'appsOfRole'>
}

/** People by id; somebody who can no longer be read is shown without a name rather than not at all. */
export type Names = (personId: string) => PersonSummary
export type Roles = (roleId: string) => RoleInRequest

export async function describeRequests(
  deps: DescribeDeps,
  reader: Reader,
  requests: readonly Request[],
): Promise<RequestSummary[]> {
  const [names, roles] = await Promise.all([
    namesOf(deps, reader, requests.flatMap(peopleIn)),
    rolesIn(deps, reader, requests),
  ])
  return requests.map((request) => summarize(request, names, roles))
}

export async function describeRequest(deps: DescribeDeps, reader: Reader, request: Request): Promise<RequestSummary> {
  const [names, roles] = await Promise.all([namesOf(deps, reader, peopleIn(request)), rolesIn(deps, reader, [request])])
  return summarize(request, names, roles)
}

export function summarize(request: Request, names: Names, roles: Roles): RequestSummary {
  const stage = request.state === 'waiting' ? request.policy.rules.stages[request.stage] : undefined
  return {
    id: request.id,
    cartId: request.cartId,
    kind: request.kind,
    state: request.state,
    role: roles(request.roleId),
    requester: names(request.requesterId),
    beneficiary: names(request.beneficiaryId),
    reason: request.reason,
    durationDays: request.durationDays,
    stage: stage ? request.stage : null,
    stageName: stage?.name ?? null,
    stageCount: request.policy.rules.stages.length,
    waitsFor: request.approvals.filter((a) => a.state === 'open').map((a) => names(a.approverId)),
    waitingSince: stage ? wireTime(request.stages[request.stage]?.startedAt) : null,
    createdAt: request.createdAt.toISOString(),
    settledAt: wireTime(request.settledAt),
    outcomeReason: request.outcomeReason,
    outcomeCode: request.outcomeCode,
    outcomeStage: request.state === 'denied' ? (request.policy.rules.stages[request.stage]?.name ?? null) : null,
    version: request.version,
  }
}

export function wireTime(at: Date | null | undefined): string | null {
  return at ? at.toISOString() : null
}

export function peopleIn(request: Request): string[] {
  return [request.requesterId, request.beneficiaryId, ...request.approvals.map((a) => a.approverId)]
}

export async function namesOf(deps: DescribeDeps, reader: Reader, personIds: readonly string[]): Promise<Names> {
  const people = await deps.directory.people(reader, [...new Set(personIds)])
  const byId = new Map(people.map((person) => [person.id, deps.directory.summary(person)]))
  return (id) => byId.get(id) ?? { id, displayName: '', title: null, mail: null }
}

export async function rolesIn(
  deps: DescribeDeps,
  reader: Reader,
  requests: readonly Pick<Request, 'roleId'>[],
): Promise<Roles> {
  const roleIds = [...new Set(requests.map((request) => request.roleId))]
  const roles = await deps.access.roles(reader, roleIds)
  const byId = new Map<string, RoleInRequest>()
  for (const role of roles) {
    const carried = await deps.access.appsOfRole(reader, role.id)
    const apps = await deps.access.apps(
      reader,
      carried.map((app) => app.appId),
    )
    const { id, name, description } = role
    byId.set(id, { id, name, description, apps: apps.map(appSummary) })
  }
  return (id) => byId.get(id) ?? { id, name: '', description: '', apps: [] }
}
