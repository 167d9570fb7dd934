/** Who may approve: pure rules over facts that others looked up. */
import type { FieldFault } from '../platform/errors.ts'
import type { ApproverSource, Level, PolicyRules, PolicyStage, Request } from './types.ts'

/** What Hallpass comes with, until an administrator says otherwise: the manager, then an owner of the role. */
export const builtInRules: PolicyRules = {
  stages: [
    {
      name: 'Manager',
      approvers: { kind: 'manager' },
      quorum: 1,
      remindAfterHours: 24,
      escalateAfterHours: 72,
      denyAfterHours: 168,
      fallback: null,
      escalateTo: { kind: 'administrators' },
    },
    {
      name: 'Role owner',
      approvers: { kind: 'role_owner' },
      quorum: 1,
      remindAfterHours: 24,
      escalateAfterHours: 72,
      denyAfterHours: 168,
      fallback: null,
      escalateTo: { kind: 'administrators' },
    },
  ],
  samePersonMayDecideSeveralStages: false,
}

/** Where a stage looks for approvers at a level. A later level also keeps the sources of the levels before it. */
export function sourcesAt(stage: PolicyStage, level: Level): ApproverSource[] {
  const sources: (ApproverSource | null)[] = [stage.approvers]
  if (level !== 'first') sources.push(stage.fallback)
  if (level === 'escalated') sources.push(stage.escalateTo)
  return sources.filter((source) => source !== null)
}

/** The next level that asks somebody new, or null when there is nowhere left to go. */
export function levelAfter(stage: PolicyStage, level: Level): Level | null {
  if (level === 'first' && stage.fallback) return 'fallback'
  if (level !== 'escalated' && stage.escalateTo) return 'escalated'
  return null
}

type Asked = Pick<Request, 'requesterId' | 'beneficiaryId' | 'approvals' | 'policy'>

/**
 * Those of `candidates` who may decide this stage. Never the requester or the beneficiary, by whatever path they came in
 * (promise 1); nor, unless the policy says so, whoever approved another stage.
 */
export function eligibleApprovers(request: Asked, stage: number, candidates: readonly string[]): string[] {
  const { samePersonMayDecideSeveralStages } = request.policy.rules
  return [...new Set(candidates)].filter((personId) => {
    if (isOwnRequest(request, personId)) return false
    return samePersonMayDecideSeveralStages || !approvedElsewhere(request, stage, personId)
  })
}

export function isOwnRequest(request: Pick<Request, 'requesterId' | 'beneficiaryId'>, personId: string): boolean {
  return personId === request.requesterId || personId === request.beneficiaryId
}

export function approvedElsewhere(request: Pick<Request, 'approvals'>, stage: number, personId: string): boolean {
  return request.approvals.some((a) => a.approverId === personId && a.stage !== stage && a.state === 'approved')
}

/** What is wrong with rules that parsed, by field. */
export function faultsOf(rules: PolicyRules): FieldFault[] {
  return rules.stages.flatMap((stage, index) => {
    const faults: FieldFault[] = []
    const fault = (field: string, message: string) => faults.push({ field: `rules.stages.${index}.${field}`, message })
    const { remindAfterHours: remind, escalateAfterHours: escalate, denyAfterHours: deny } = stage
    if (stage.name.trim() === '') fault('name', 'Say what this stage is called.')
    if (remind !== null && remind >= (escalate ?? deny))
      fault('remindAfterHours', 'Must be before the stage escalates or ends.')
    if (escalate !== null && escalate >= deny) fault('escalateAfterHours', 'Must be before the stage ends.')
    if (escalate !== null && !stage.fallback && !stage.escalateTo)
      fault('escalateTo', 'Say to whom the stage escalates, or leave out when it does.')
    if (stage.approvers.kind === 'person' && stage.quorum > 1 && !stage.fallback && !stage.escalateTo)
      fault('quorum', 'One person cannot be more than one approval.')
    return faults
  })
}

/**
 * Whether `next` asks for less than `before`, or for something that cannot be compared. Each old stage must be found
 * again, in order, among the new ones and be at least as strict; more stages are stricter.
 */
export function isWeaker(before: PolicyRules, next: PolicyRules): boolean {
  if (next.samePersonMayDecideSeveralStages && !before.samePersonMayDecideSeveralStages) return true
  const minutes = (rules: PolicyRules) => rules.proveWithinMinutes ?? Number.POSITIVE_INFINITY
  if (minutes(next) > minutes(before)) return true
  let at = 0
  for (const stage of next.stages) {
    const old = before.stages[at]
    if (old && isAtLeast(stage, old)) at += 1
  }
  return at < before.stages.length
}

function isAtLeast(stage: PolicyStage, old: PolicyStage): boolean {
  return (
    stage.quorum >= old.quorum &&
    isSame(stage.approvers, old.approvers) &&
    (stage.fallback === null || isSame(stage.fallback, old.fallback)) &&
    (stage.escalateTo === null || isSame(stage.escalateTo, old.escalateTo))
  )
}

function isSame(one: ApproverSource, other: ApproverSource | null): boolean {
  return one.kind === other?.kind && idOf(one) === idOf(other)
}

function idOf(source: ApproverSource): string | null {
  if (source.kind === 'group') return source.groupId
  return source.kind === 'person' ? source.personId : null
}

/** One version of a policy, as far as choosing between them goes. `rules` null: back to `inherited`. */
export type Version = { authorId: string | null; rules: PolicyRules | null }

/**
 * Which version a person's own requests follow: the newest, unless that person made it and it asks for less than the
 * last one somebody else stood behind. A weakening never benefits its author without a second person (security C.19).
 * `versions` newest first; returns the index of the one in force, or -1 for `inherited`.
 */
export function versionFor(versions: readonly Version[], personId: string, inherited: PolicyRules): number {
  const newest = versions[0]
  if (!newest || newest.authorId !== personId) return newest ? 0 : -1
  const byOther = versions.findIndex((version) => version.authorId !== personId)
  const stood = (byOther === -1 ? null : versions[byOther]?.rules) ?? inherited
  return isWeaker(stood, newest.rules ?? inherited) ? byOther : 0
}
