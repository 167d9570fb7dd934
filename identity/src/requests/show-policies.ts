import type { PolicyView } from '@hallpass/contract/policies'
import type { Access } from '../access/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { roleNotFound } from './errors.ts'
import { builtInRules } from './policy.ts'
import { newestRolePolicies, type PolicyVersion, policyVersions } from './store-policies.ts'
import type { PolicyRules } from './types.ts'

export type ShowPoliciesDeps = {
  directory: Pick<Directory, 'people' | 'group'>
  access: Pick<Access, 'role' | 'roles'>
}

/** The default policy, and the roles that have one of their own. */
export async function showPolicies(
  deps: ShowPoliciesDeps,
  reader: Reader,
): Promise<{ default: PolicyView; roles: PolicyView[] }> {
  const byDefault = (await policyVersions(reader, null))[0]
  const own = (await newestRolePolicies(reader)).filter((version) => version.rules)
  const roles = await deps.access.roles(
    reader,
    own.flatMap((version) => version.roleId ?? []),
  )
  const views: PolicyView[] = []
  for (const role of roles.filter((r) => r.state === 'active')) {
    const version = own.find((v) => v.roleId === role.id)
    views.push(await viewOf(deps, reader, version, { roleId: role.id, roleName: role.name, rules: version?.rules }))
  }
  return { default: await viewOf(deps, reader, byDefault, { roleId: null, roleName: null }), roles: views }
}

/** The policy of a role (null: the default one): its own, or the default with a word that it is inherited. */
export async function showPolicy(deps: ShowPoliciesDeps, reader: Reader, roleId: string | null): Promise<PolicyView> {
  const byDefault = (await policyVersions(reader, null))[0]
  if (roleId === null) return viewOf(deps, reader, byDefault, { roleId: null, roleName: null })
  const role = await deps.access.role(reader, roleId)
  if (!role) throw roleNotFound()
  const own = (await policyVersions(reader, roleId))[0]
  const about = { roleId, roleName: role.name, rules: own?.rules ?? byDefault?.rules, inherited: !own?.rules }
  return viewOf(deps, reader, own, about)
}

type About = {
  roleId: string | null
  roleName: string | null
  rules?: PolicyRules | null | undefined
  inherited?: boolean
}

async function viewOf(
  deps: ShowPoliciesDeps,
  reader: Reader,
  version: PolicyVersion | undefined,
  about: About,
): Promise<PolicyView> {
  const rules = about.rules ?? version?.rules ?? builtInRules
  const [author] = version?.authorId ? await deps.directory.people(reader, [version.authorId]) : []
  return {
    roleId: about.roleId,
    roleName: about.roleName,
    inherited: about.inherited ?? false,
    version: version?.version ?? 0,
    rules,
    names: await namesIn(deps, reader, rules),
    changedAt: version ? version.createdAt.toISOString() : null,
    changedBy: version ? (author?.displayName ?? 'Command line') : null,
  }
}

/** What the ids in the rules are called. */
async function namesIn(deps: ShowPoliciesDeps, reader: Reader, rules: PolicyRules): Promise<Record<string, string>> {
  const sources = rules.stages.flatMap((stage) => [stage.approvers, stage.fallback, stage.escalateTo])
  const names: Record<string, string> = {}
  for (const source of sources) {
    if (source?.kind === 'group')
      names[source.groupId] = (await deps.directory.group(reader, source.groupId))?.name ?? ''
    if (source?.kind === 'person')
      names[source.personId] = (await deps.directory.people(reader, [source.personId]))[0]?.displayName ?? ''
  }
  return names
}
