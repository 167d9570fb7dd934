import type { PolicyStageAnswer } from '@hallpass/contract/servicenow'
import type { Reader } from '../../platform/database/database.ts'
import { notProvableElsewhere } from '../../requests/module.ts'
import type { ServiceNowDeps } from './deps.ts'
import { personNotOne } from './errors.ts'
import { firstNamed, inLanguage, type Language } from './in-language.ts'
import { fieldOf, matchPerson, type NamedPerson } from './match-person.ts'
import type { Connection } from './types.ts'

export type ShowPolicyDeps = Pick<ServiceNowDeps, 'requests' | 'directory'>

/**
 * Who has to approve, stage by stage, named as ServiceNow knows them. What it collects is held against the same rules later;
 * what no approval there can satisfy is a problem of each stage at once, so that nobody is asked in vain.
 */
export async function showPolicy(
  deps: ShowPolicyDeps,
  r: Reader,
  connection: Connection,
  { roleId, requestedFor, language }: { roleId: string; requestedFor: NamedPerson; language: Language },
): Promise<{ roleId: string; version: number; stages: PolicyStageAnswer[] }> {
  const match = await matchPerson(deps, r, connection.settings.matchBy, requestedFor)
  if (match.kind !== 'one') throw personNotOne(match.kind, requestedFor.userName)
  const personId = match.person.id
  const spoken = firstNamed(language, match.person.locale)
  const policy = await deps.requests.policyOf(r, roleId, personId)
  const preview = await deps.requests.preview(r, { personId, roleId })
  const unproven = notProvableElsewhere(policy.rules)
  const said = (problem: string | null) => (problem === null ? null : inLanguage(spoken, problem))
  const stages: PolicyStageAnswer[] = []
  for (const [index, stage] of preview.stages.entries()) {
    const people = await deps.directory.people(r, unproven === null ? stage.approvers.map(({ id }) => id) : [])
    stages.push({
      kind: kindOf(policy.rules.stages[index]?.approvers.kind),
      label: inLanguage(spoken, stage.name),
      quorum: stage.quorum,
      approvers: people.map((person) => ({
        userName: person.login,
        email: person.mail ?? '',
        name: person.displayName,
        match: fieldOf(connection.settings.matchBy, person),
      })),
      problem: said(unproven ?? stage.problem),
    })
  }
  return { roleId, version: policy.version, stages }
}

function kindOf(source: string | undefined): PolicyStageAnswer['kind'] {
  if (source === 'manager' || source === 'person') return source
  return source === 'role_owner' ? 'owner' : 'group'
}
