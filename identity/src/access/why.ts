import type { Why } from '@hallpass/contract/access'
import type { PersonSummary } from '@hallpass/contract/common'
import type { Reader } from '../platform/database/database.ts'
import { isHeld } from './decide.ts'
import type { AccessDeps } from './deps.ts'
import { appNotFound, personNotFound, roleNotFound } from './errors.ts'
import { findApp } from './store-apps.ts'
import { allGrantsCarrying, allGrantsOfRole } from './store-grants.ts'
import { appsOfRole, findRole, findRoles, rolesCarrying } from './store-roles.ts'
import { appSummary } from './summaries.ts'
import type { EvidenceApproval, Grant } from './types.ts'

export type WhyTarget = { roleId: string } | { appId: string }

/** Every grant that gives, or gave, a person a role or an app: those that hold first, then the ended ones, newest first. */
export async function grantsBehind(reader: Reader, personId: string, target: WhyTarget): Promise<Grant[]> {
  const grants =
    'roleId' in target
      ? await allGrantsOfRole(reader, personId, target.roleId)
      : await allGrantsCarrying(reader, personId, target.appId)
  return [...grants.filter((grant) => grant.state !== 'ended'), ...grants.filter((grant) => grant.state === 'ended')]
}

/** Why a person may use an app or holds a role: who asked, who approved under which policy, since when, until when. */
export async function why(
  deps: Pick<AccessDeps, 'db' | 'directory' | 'clock'>,
  input: { personId: string; target: WhyTarget },
): Promise<Why> {
  const { personId, target } = input
  const person = await deps.directory.person(deps.db, personId)
  if (!person) throw personNotFound()
  const role = 'roleId' in target ? await findRole(deps.db, target.roleId) : null
  const app = 'appId' in target ? await findApp(deps.db, target.appId) : null
  if ('roleId' in target && !role) throw roleNotFound()
  if ('appId' in target && !app) throw appNotFound()

  const grants = await grantsBehind(deps.db, personId, target)
  const gives = await entitlementsOf(deps.db, grants, target)
  const roles = new Map(
    (
      await findRoles(
        deps.db,
        grants.map((grant) => grant.roleId),
      )
    ).map((found) => [found.id, found]),
  )
  const people = await namesIn(deps, grants)
  const now = deps.clock.now()
  const isUsable = (grant: Grant) =>
    grant.state === 'active' && isHeld(grant, now) && roles.get(grant.roleId)?.state === 'active'
  return {
    person: deps.directory.summary(person),
    personActive: person.state === 'active',
    role: role && { id: role.id, name: role.name },
    app: app && appSummary(app),
    holds: person.state === 'active' && app?.state !== 'retired' && grants.some(isUsable),
    grants: grants.map((grant) => ({
      grantId: grant.id,
      role: { id: grant.roleId, name: roles.get(grant.roleId)?.name ?? '' },
      state: grant.state,
      entitlements: gives.get(grant.roleId) ?? [],
      askedBy: people.get(grant.evidence.askedBy ?? '') ?? null,
      askedAt: grant.evidence.askedAt ?? null,
      source: grant.evidence.source,
      reason: grant.reason,
      policy: grant.evidence.policy ?? null,
      approvals: grant.evidence.approvals.map((approval) => toApproval(approval, people)),
      extensions: (grant.evidence.extensions ?? []).map((extension) => ({
        ...extension,
        approvals: extension.approvals.map((approval) => toApproval(approval, people)),
      })),
      requestId: grant.requestId,
      since: grant.startedAt?.toISOString() ?? null,
      until: grant.endsAt?.toISOString() ?? null,
      endedAt: grant.endedAt?.toISOString() ?? null,
      endReason: grant.endReason,
    })),
  }
}

function toApproval(approval: EvidenceApproval, people: ReadonlyMap<string, PersonSummary>) {
  const { stage, approverId, at, comment } = approval
  return { stage, approver: people.get(approverId ?? '') ?? null, at, comment: comment ?? null }
}

/** What each role gives in the app asked about; for a role, everything it gives. */
async function entitlementsOf(
  reader: Reader,
  grants: readonly Grant[],
  target: WhyTarget,
): Promise<Map<string, string[]>> {
  if (grants.length === 0) return new Map()
  if ('roleId' in target) {
    const apps = await appsOfRole(reader, target.roleId)
    return new Map([[target.roleId, [...new Set(apps.flatMap((app) => app.entitlements))].sort()]])
  }
  const carrying = await rolesCarrying(reader, target.appId)
  return new Map(carrying.map(({ role, entitlements }) => [role.id, entitlements]))
}

/** Everyone the evidence names, as they are called today. */
async function namesIn(
  deps: Pick<AccessDeps, 'db' | 'directory'>,
  grants: readonly Grant[],
): Promise<Map<string, PersonSummary>> {
  const ids = grants.flatMap(({ evidence }) => [
    evidence.askedBy,
    ...evidence.approvals.map((approval) => approval.approverId),
    ...(evidence.extensions ?? []).flatMap((extension) => extension.approvals.map((approval) => approval.approverId)),
  ])
  const people = await deps.directory.people(deps.db, [...new Set(ids.flatMap((id) => id ?? []))])
  return new Map(people.map((person) => [person.id, deps.directory.summary(person)]))
}
