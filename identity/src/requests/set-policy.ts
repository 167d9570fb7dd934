import type { Access } from '../access/module.ts'
import type { Actor, Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import type { FieldFault } from '../platform/errors.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import { policyChanged, policyFaulty, roleNotFound } from './errors.ts'
import { policySet } from './events.ts'
import { builtInRules, faultsOf, isWeaker, sourcesAt } from './policy.ts'
import { policyWeakened } from './policy-mail.ts'
import { insertPolicyVersion, type PolicyVersion, policyVersions } from './store-policies.ts'
import type { PolicyRules } from './types.ts'

export type SetPolicyDeps = {
  directory: Pick<Directory, 'people' | 'group'>
  access: Pick<Access, 'role' | 'administrators'>
  audit: Pick<Audit, 'record'>
  events: Pick<Events, 'emit'>
  mail: Mailer
  clock: Clock
  ids: Ids
  publicUrl: URL
}

export type SetPolicyInput = {
  /** Null: the default policy. */
  roleId: string | null
  /** Null: follow the default again. */
  rules: PolicyRules | null
  /** The version the author read; left out at the command line. */
  version?: number | undefined
}

/**
 * Writes the next version of a policy. Open requests keep theirs. A version that asks for less than the one before is
 * told to all administrators, and does not serve its own author until somebody else stands behind it (`versionFor`).
 */
export async function setPolicy(
  deps: SetPolicyDeps,
  tx: Tx,
  input: SetPolicyInput,
  actor: Actor,
): Promise<{ version: number; weaker: boolean }> {
  const role = input.roleId === null ? null : await deps.access.role(tx, input.roleId)
  if (input.roleId !== null && role?.state !== 'active') throw roleNotFound()
  const faults = input.rules ? [...faultsOf(input.rules), ...(await unknownIn(deps, tx, input.rules))] : []
  if (faults.length > 0) throw policyFaulty(faults)

  const versions = await policyVersions(tx, input.roleId)
  const newest = versions[0]?.version ?? 0
  if (input.version !== undefined && input.version !== newest) throw policyChanged()
  const inherited = input.roleId === null ? builtInRules : ((await policyVersions(tx, null))[0]?.rules ?? builtInRules)
  const before = versions[0]?.rules ?? inherited
  const next: PolicyVersion = {
    id: deps.ids.next(),
    roleId: input.roleId,
    version: newest + 1,
    rules: input.rules,
    authorId: actor.kind === 'person' ? actor.personId : null,
    isWeaker: isWeaker(before, input.rules ?? inherited),
    createdAt: deps.clock.now(),
  }
  if (!(await insertPolicyVersion(tx, next))) throw policyChanged()
  deps.audit.record(tx, {
    action: next.isWeaker ? 'policy.weakened' : 'policy.changed',
    actor,
    subjects: { policyId: next.id, ...(next.roleId ? { roleId: next.roleId } : {}) },
    before: { version: newest, rules: versions[0]?.rules ?? null },
    after: { version: next.version, rules: next.rules },
  })
  await deps.events.emit(tx, policySet, { roleId: next.roleId })
  if (next.isWeaker) await tellAdministrators(deps, tx, role?.name ?? null, next.authorId)
  return { version: next.version, weaker: next.isWeaker }
}

/** Groups and people that a rule names and that are not there: such a stage could never be decided. */
async function unknownIn(deps: SetPolicyDeps, reader: Reader, rules: PolicyRules): Promise<FieldFault[]> {
  const faults: FieldFault[] = []
  for (const [index, stage] of rules.stages.entries()) {
    const fields = ['approvers', 'fallback', 'escalateTo'] as const
    for (const field of fields) {
      const source = stage[field]
      const path = `rules.stages.${index}.${field}`
      if (source?.kind === 'group' && !(await deps.directory.group(reader, source.groupId)))
        faults.push({ field: `${path}.groupId`, message: 'There is no such group.' })
      if (source?.kind !== 'person') continue
      const [person] = await deps.directory.people(reader, [source.personId])
      if (person?.state !== 'active')
        faults.push({ field: `${path}.personId`, message: 'This person is not there or not active.' })
    }
    const isOnePerson = sourcesAt(stage, 'escalated').every(
      (source) => source.kind === 'person' || source.kind === 'manager',
    )
    if (isOnePerson && stage.quorum > sourcesAt(stage, 'escalated').length)
      faults.push({ field: `rules.stages.${index}.quorum`, message: 'More approvals than people who could give them.' })
  }
  return faults
}

async function tellAdministrators(deps: SetPolicyDeps, tx: Tx, roleName: string | null, authorId: string | null) {
  const administrators = await deps.access.administrators(tx)
  const people = await deps.directory.people(tx, [...new Set([...administrators, ...(authorId ? [authorId] : [])])])
  const author = people.find((person) => person.id === authorId)?.displayName ?? null
  const link = new URL('/admin/policies', deps.publicUrl).href
  for (const person of people)
    if (person.mail && administrators.includes(person.id))
      await deps.mail.send(tx, {
        to: person.mail,
        kind: 'policy_weakened',
        ...policyWeakened(person.locale, { roleName, author, link }),
      })
}
