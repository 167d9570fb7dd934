import type { Access, Role } from '../access/module.ts'
import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { isFinal } from './decide.ts'
import { findApprovers } from './find-approvers.ts'
import { matchApprovals } from './match-approvals.ts'
import { type MoveRequestDeps, moveRequest, subjectsOf } from './move-request.ts'
import { newRequest } from './new-request.ts'
import { eligibleApprovers, levelAfter } from './policy.ts'
import { policyInForce } from './policy-in-force.ts'
import { notProvableElsewhere } from './provable-elsewhere.ts'
import { notFresh, type RequireFreshDeps, requireFresh } from './require-fresh.ts'
import { insertRequest, lockRequest } from './store.ts'
import { openRequestFor } from './store-lists.ts'
import type { Level, PolicyStage, Request } from './types.ts'

export type RecordExternalApprovalDeps = MoveRequestDeps &
  RequireFreshDeps & {
    ids: { next(): string }
    access: Pick<Access, 'role' | 'mayRequest' | 'heldGrant'>
  }

export type ExternalApproval = { personId: string; at: Date; comment: string | null }

/** What another system says was approved there; whoever calls has read every word of it back from there itself. */
export type ExternalApprovalInput = {
  roleId: string
  /** Whose access it is. */
  beneficiaryId: string
  /** Who ordered it; the same person, for oneself. */
  requesterId: string
  reason: string
  durationDays: number | null
  askedAt: Date
  approvals: readonly ExternalApproval[]
  /** Sentences about approvals that are there and do not count, such as one given by a program. */
  notCounted: readonly string[]
  /** Something that must not be so, whoever approved: the person it is for was changed, for one. */
  obstacle: string | null
  /** For the trail: which system, which ticket, what was read. Ids and times, no names. */
  evidence: Readonly<Record<string, unknown>>
  actor: Actor
}

export type ExternalApprovalOutcome =
  | { kind: 'recorded'; request: Request }
  /** Held already: success, and nothing to do. */
  | { kind: 'already_held'; grantId: string }
  /** Asked for in the portal and not settled yet; the order follows that request. */
  | { kind: 'already_requested'; request: Request }
  /** Not even a request can be made of it. */
  | { kind: 'refused'; reason: string }

/**
 * "Approved elsewhere" is evidence, not a decision (security C.14): the approvals are held against our own policy for this
 * role and this person and against promise 1, in the transaction that grants. A stage that is missing, an approval of
 * one's own, or by somebody who may not give it, ends in a denial that says why, however the other side was edited.
 * What passes goes the ordinary way: verified once more, granted, fulfilled, told.
 */
export async function recordExternalApproval(
  deps: RecordExternalApprovalDeps,
  tx: Tx,
  input: ExternalApprovalInput,
): Promise<ExternalApprovalOutcome> {
  const { roleId, beneficiaryId, requesterId } = input
  await requireFresh(deps, tx, [beneficiaryId, requesterId])
  const role = await deps.access.role(tx, roleId)
  if (!role || !(await deps.access.mayRequest(tx, beneficiaryId, roleId)))
    return { kind: 'refused', reason: 'This access is not offered to the person it is for.' }
  const there = await alreadyThere(deps, tx, input)
  if (there) return there

  const request = await requestFor(deps, tx, input)
  const reason = input.obstacle ?? obstacleOf(role, request, input)
  const found =
    reason === null ? await holdAgainstPolicy(deps, tx, request, input) : { kind: 'denied' as const, reason }
  deps.audit.record(tx, {
    action: 'request.created',
    actor: input.actor,
    subjects: subjectsOf(request),
    reason: request.reason,
    after: {
      kind: request.kind,
      durationDays: request.durationDays,
      policy: { roleId: request.policy.roleId, version: request.policy.version },
    },
  })
  const facts = { ...input.evidence }
  const event =
    found.kind === 'denied'
      ? ({ kind: 'denied_outside', reason: found.reason, facts } as const)
      : ({ kind: 'approved_outside', approvals: found.approvals, levels: found.levels, facts } as const)
  const outcome = await moveRequest(deps, tx, request, event, input.actor, insert)
  if (outcome.kind === 'refused') throw new Error(`approvals that matched were refused: ${outcome.refusal}`)
  return { kind: 'recorded', request: outcome.request }
}

/**
 * Held, or asked for by a request that is not settled. One that was settled while its lock was waited for is nothing to
 * follow: what it left behind is looked at anew.
 */
async function alreadyThere(
  deps: RecordExternalApprovalDeps,
  tx: Tx,
  { beneficiaryId, roleId }: ExternalApprovalInput,
): Promise<ExternalApprovalOutcome | null> {
  for (;;) {
    const held = await deps.access.heldGrant(tx, beneficiaryId, roleId)
    if (held) return { kind: 'already_held', grantId: held.id }
    const openId = await openRequestFor(tx, beneficiaryId, roleId)
    if (openId === null) return null
    // Locked: whatever moves it from here on sees that this item follows it.
    const open = await lockRequest(tx, openId)
    if (open && !isFinal(open)) return { kind: 'already_requested', request: open }
  }
}

async function insert(tx: Tx, _before: Request, next: Request): Promise<void> {
  if (!(await insertRequest(tx, next)))
    throw new Error('another request for this role came first; looking again decides')
}

async function requestFor(deps: RecordExternalApprovalDeps, tx: Tx, input: ExternalApprovalInput): Promise<Request> {
  const { roleId, beneficiaryId, requesterId, durationDays } = input
  const request = newRequest({
    id: deps.ids.next(),
    cartId: deps.ids.next(),
    kind: 'grant',
    roleId,
    requesterId,
    grantId: null,
    reason: input.reason.trim() || 'No reason was given.',
    durationDays,
    policy: await policyInForce(tx, roleId, beneficiaryId),
    now: input.askedAt,
  })
  return { ...request, beneficiaryId }
}

function obstacleOf(role: Role, { policy }: Request, { durationDays }: ExternalApprovalInput): string | null {
  if (role.productRole) return 'Power over Hallpass itself is given in Hallpass alone.'
  const unproven = notProvableElsewhere(policy.rules)
  if (unproven !== null) return unproven
  if (role.daysMax !== null && (durationDays === null || durationDays > role.daysMax))
    return role.daysMax === 1
      ? 'This access can be had for at most 1 day.'
      : `This access can be had for at most ${role.daysMax} days.`
  return null
}

type Held =
  | { kind: 'denied'; reason: string }
  | {
      kind: 'approved'
      levels: Level[]
      approvals: (Omit<ExternalApproval, 'personId'> & { stage: number; by: string })[]
    }

async function holdAgainstPolicy(
  deps: RecordExternalApprovalDeps,
  tx: Tx,
  request: Request,
  { approvals, notCounted }: ExternalApprovalInput,
): Promise<Held> {
  const { stages, samePersonMayDecideSeveralStages: mayRepeat } = request.policy.rules
  const approvedBy = approvals.map(({ personId }) => personId)
  const deciding: { stage: PolicyStage; level: Level; mayDecide: string[] }[] = []
  for (const [index, stage] of stages.entries()) {
    const found = await whoMayDecide(deps, tx, request, index, stage)
    if (!found) {
      await requireFresh(deps, tx, approvedBy)
      return denied(`Nobody who may decide “${stage.name}” could be found.`, notCounted)
    }
    deciding.push({ stage, ...found })
  }
  const places = deciding.map(({ stage, mayDecide }) => ({ quorum: stage.quorum, mayDecide }))
  // An approval more than is needed, by somebody of whom nothing is known just now, keeps nothing from being decided.
  const unknown = await notFresh(deps, tx, approvedBy)
  const byKnown = approvedBy.filter((personId) => !unknown.has(personId))
  const matched = matchApprovals(places, byKnown, mayRepeat)
  if (matched.kind === 'missing') await requireFresh(deps, tx, approvedBy)
  if (matched.kind === 'missing') {
    const missing = matched.stages.map((index) => missingStage(stages[index]?.name ?? String(index + 1)))
    return denied(missing.join(' '), notCounted)
  }
  const one = new Map(approvals.map((approval) => [approval.personId, approval]))
  return {
    kind: 'approved',
    levels: deciding.map(({ level }) => level),
    approvals: matched.approvers.flatMap((people, stage) =>
      people.map((by) => ({
        stage,
        by,
        at: one.get(by)?.at ?? request.createdAt,
        comment: one.get(by)?.comment ?? null,
      })),
    ),
  }
}

const missingStage = (name: string): string => `“${name}” was not approved by anybody who may decide it.`

/** As when a stage opens here: the first level with enough people decides, and only that one. */
async function whoMayDecide(
  deps: RecordExternalApprovalDeps,
  tx: Tx,
  request: Request,
  index: number,
  stage: PolicyStage,
): Promise<{ level: Level; mayDecide: string[] } | null> {
  for (let level: Level | null = 'first'; level; level = levelAfter(stage, level)) {
    const mayDecide = eligibleApprovers(request, index, await findApprovers(deps, tx, request, stage, level))
    if (mayDecide.length >= stage.quorum) return { level, mayDecide }
  }
  return null
}

const denied = (reason: string, notCounted: readonly string[]): Held => ({
  kind: 'denied',
  reason: [reason, ...notCounted].join(' '),
})
