/** The front door of requests: ask, approve, grant; the story of one request. */
import type { PolicyRules } from '@hallpass/contract/policies'
import type { Access } from '../access/module.ts'
import type { Actor, Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Reader, Tx } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Live } from '../platform/live.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import type { Request } from './types.ts'

export { requestChanged, requestSettled } from './events.ts'
export type { Approval, ApprovalState, Request, RequestState } from './types.ts'

export type RequestsDeps = {
  db: Database
  jobs: Jobs
  events: Events
  live: Live
  clock: Clock
  ids: Ids
  mail: Mailer
  audit: Pick<Audit, 'record'>
  directory: Directory
  access: Access
  /** Where people reach the portal; links in mails start here. */
  publicUrl: URL
}

export type Requests = {
  request(r: Reader, requestId: string): Promise<Request | null>
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
}
