/** The front door of requests: ask, approve, grant; the story of one request. */
import type { PolicyRules } from '@hallpass/contract/policies'
import type { RequestPreview } from '@hallpass/contract/requests'
import { grantEnded, roleChanged } from '../access/module.ts'
import type { Actor } from '../audit/module.ts'
import { groupChanged, personChanged, personDisabled, personGone } from '../directory/module.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import { accountSettled, accountSettling, accountStuck } from '../provisioning/module.ts'
import type { RequestsDeps } from './deps.ts'
import { onAccountSettled } from './on-account-settled.ts'
import { onGrantEnded } from './on-grant-ended.ts'
import { onGroupChanged } from './on-group-changed.ts'
import { onPersonChanged, rerouteTask } from './on-person-changed.ts'
import { onPersonLeft } from './on-person-left.ts'
import { onRoleChanged } from './on-role-changed.ts'
import { policyInForce } from './policy-in-force.ts'
import { type PreviewRequestInput, previewRequest } from './preview-request.ts'
import {
  type ExternalApprovalInput,
  type ExternalApprovalOutcome,
  recordExternalApproval,
} from './record-external-approval.ts'
import { rerouteRequest } from './reroute-request.ts'
import { setPolicy } from './set-policy.ts'
import { holdPending, startSettled } from './start-settled.ts'
import { findRequest, findRequests } from './store.ts'
import { countOpenApprovals, openRequestIds } from './store-lists.ts'
import { escalateDue, settleLate } from './sweeps.ts'
import { takeBackExternal } from './take-back-external.ts'
import type { PolicySnapshot, Request } from './types.ts'

export type { RequestsDeps } from './deps.ts'
export { policySet, requestChanged, requestSettled } from './events.ts'
export { maySee } from './may-see.ts'
export { notProvableElsewhere } from './provable-elsewhere.ts'
export type { ExternalApproval, ExternalApprovalInput, ExternalApprovalOutcome } from './record-external-approval.ts'
export { requestsRoutes } from './routes.ts'
export { stream } from './stream.ts'
export type { Request } from './types.ts'

const startLaterTask = `${accountSettled.type}:requests`

export type Requests = {
  request(r: Reader, requestId: string): Promise<Request | null>
  requests(r: Reader, requestIds: readonly string[]): Promise<Request[]>
  /** Requests of or for a person that are neither fulfilled, denied nor cancelled, newest first. */
  openRequestsOf(r: Reader, personId: string): Promise<Request[]>
  /** How many approvals wait for a person: the number beside "Inbox". */
  openApprovalsOf(r: Reader, personId: string): Promise<number>
  /** Replaces the policy of a role, or the default one (`roleId` null). Open requests keep theirs. */
  setPolicy(
    tx: Tx,
    actor: Actor,
    roleId: string | null,
    rules: PolicyRules,
  ): Promise<{ version: number; weaker: boolean }>
  /** Takes up what was approved in another system, as far as it holds against our own policy; else denies it, with the reason. */
  recordExternalApproval(tx: Tx, input: ExternalApprovalInput): Promise<ExternalApprovalOutcome>
  /** The other system cancelled what it had brought: what that gave ends. */
  takeBackExternal(tx: Tx, input: { requestId: string; actor: Actor }): Promise<'ended' | 'nothing'>
  /** Who would decide, stage by stage, if this person asked now. */
  preview(r: Reader, input: PreviewRequestInput): Promise<RequestPreview>
  /** The version of the policy that a request of this person would follow; 0 for the one Hallpass comes with. */
  policyOf(r: Reader, roleId: string, personId: string): Promise<PolicySnapshot>
  /** What the use cases and routes of this slice stand on. */
  readonly deps: RequestsDeps
}

/** Wires requests: sweeps and listeners exist from here on. They only hurry; what must hold at once is read when deciding. */
export function createRequests(deps: RequestsDeps): Requests {
  const { jobs, events } = deps
  jobs.schedule({ name: 'requests.escalate', everySeconds: 60, run: (now) => escalateDue(deps, now) })
  jobs.schedule({ name: 'requests.settle', everySeconds: 60, run: () => settleLate(deps) })
  jobs.register(rerouteTask, ({ requestId }) => rerouteRequest(deps, String(requestId)))
  events.inTransaction(accountSettling, 'requests', async (tx, event) => void (await holdPending(deps, tx, event)))
  // An account is there, or has ended, whatever becomes of the grants that wait for it: those that fail are a job's.
  events.inTransaction(accountSettled, 'requests', (tx, { personId }) =>
    tx.orLater(
      () => startSettled(deps, tx, { personId }),
      () => jobs.enqueue(tx, { task: startLaterTask, payload: { personId }, key: `${startLaterTask}:${personId}` }),
    ),
  )
  jobs.register(startLaterTask, ({ personId }) => onAccountSettled(deps, { personId: String(personId) }))
  events.afterCommit(accountStuck, 'requests', (event) => onAccountSettled(deps, event))
  events.afterCommit(grantEnded, 'requests', (event) => onGrantEnded(deps, event))
  events.afterCommit(roleChanged, 'requests', (event) => onRoleChanged(deps, event))
  events.afterCommit(personDisabled, 'requests', (event) => onPersonLeft(deps, event))
  events.afterCommit(personGone, 'requests', (event) => onPersonLeft(deps, event))
  events.inTransaction(personChanged, 'requests', (tx, event) => onPersonChanged(deps, tx, event))
  events.afterCommit(groupChanged, 'requests', (event) => onGroupChanged(deps, event))
  return {
    request: findRequest,
    requests: findRequests,
    openRequestsOf: async (r, personId) => findRequests(r, await openRequestIds(r, personId)),
    openApprovalsOf: countOpenApprovals,
    recordExternalApproval: (tx, input) => recordExternalApproval(deps, tx, input),
    takeBackExternal: (tx, input) => takeBackExternal(deps, tx, input),
    preview: (r, input) => previewRequest(deps, r, input),
    policyOf: policyInForce,
    setPolicy: (tx, actor, roleId, rules) => setPolicy(deps, tx, { roleId, rules }, actor),
    deps,
  }
}
