/** Grants as people see them: with the names of who, which role and which apps. */
import type { Grant as GrantView } from '@hallpass/contract/access'
import type { Reader } from '../platform/database/database.ts'
import { fromCursor, toPage } from './cursor.ts'
import { isHeld } from './decide.ts'
import type { AccessDeps } from './deps.ts'
import { grantNotFound, personNotFound, roleNotFound } from './errors.ts'
import { findGrant, type GrantFilter, listGrants } from './store-grants.ts'
import { carriedBy, findRole, findRoles } from './store-roles.ts'
import { appSummary } from './summaries.ts'
import type { Grant } from './types.ts'

type Deps = Pick<AccessDeps, 'db' | 'directory' | 'clock'>
type Query = { state?: 'held' | 'ended'; cursor?: string; limit?: number }

/** A page of grants of a person or a role, newest first; throws when there is no such person or role. */
export async function showGrants(
  deps: Deps,
  of: GrantFilter['of'],
  query: Query,
): Promise<{ items: GrantView[]; next: string | null }> {
  if ('personId' in of && !(await deps.directory.person(deps.db, of.personId))) throw personNotFound()
  if ('roleId' in of && !(await findRole(deps.db, of.roleId))) throw roleNotFound()
  const key = fromCursor(query.cursor, ['id'])
  const limit = query.limit ?? 50
  const rows = await listGrants(deps.db, { of, state: query.state, before: key && String(key[0]), limit: limit + 1 })
  const page = toPage(rows, limit, (grant) => [grant.id])
  return { items: await withNames(deps, deps.db, page.rows), next: page.next }
}

/** One grant; `personId` is who may see it, null when anyone's may be seen. Another's is answered like none. */
export async function showGrant(deps: Deps, grantId: string, personId: string | null): Promise<GrantView> {
  const grant = await findGrant(deps.db, grantId)
  if (!grant || (personId !== null && grant.personId !== personId)) throw grantNotFound()
  const [view] = await withNames(deps, deps.db, [grant])
  if (!view) throw grantNotFound()
  return view
}

async function withNames(
  deps: Pick<Deps, 'directory' | 'clock'>,
  reader: Reader,
  grants: readonly Grant[],
): Promise<GrantView[]> {
  const roleIds = grants.map((grant) => grant.roleId)
  const roles = new Map((await findRoles(reader, roleIds)).map((role) => [role.id, role]))
  const carried = await carriedBy(reader, roleIds)
  const people = new Map(
    (
      await deps.directory.people(
        reader,
        grants.map((grant) => grant.personId),
      )
    ).map((person) => [person.id, person]),
  )
  const now = deps.clock.now()
  return grants.flatMap((grant) => {
    const role = roles.get(grant.roleId)
    const person = people.get(grant.personId)
    if (!role || !person) return []
    return {
      id: grant.id,
      person: deps.directory.summary(person),
      role: { id: role.id, name: role.name, productRole: role.productRole },
      apps: carried.filter((row) => row.roleId === role.id).map((row) => appSummary(row.app)),
      state: grant.state,
      requestId: grant.requestId,
      reason: grant.reason,
      durationDays: grant.durationDays,
      grantedAt: grant.grantedAt.toISOString(),
      startedAt: grant.startedAt?.toISOString() ?? null,
      endsAt: grant.endsAt?.toISOString() ?? null,
      endedAt: grant.endedAt?.toISOString() ?? null,
      endReason: grant.endReason,
      extendable: grant.state === 'active' && grant.endsAt !== null && isHeld(grant, now) && role.state === 'active',
    }
  })
}
