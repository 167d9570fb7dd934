import type { RequestTracker } from '@hallpass/contract/requests'
import { type Access, appSummary } from '../access/module.ts'
import type { Actor, AuditModule } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader } from '../platform/database/database.ts'
import type { AccountRow, Provisioning } from '../provisioning/module.ts'
import { type DescribeDeps, type Names, namesOf, peopleIn, rolesIn, summarize, wireTime } from './describe-requests.ts'
import { describeStages, stateOf } from './describe-stages.ts'
import { requestNotFound } from './errors.ts'
import { type FindApproversDeps, findApprovers } from './find-approvers.ts'
import { isPartyTo, maySee, type Viewer } from './may-see.ts'
import { eligibleApprovers, isOwnRequest } from './policy.ts'
import { remindNotBefore } from './remind-not-before.ts'
import { commentsOn, findRequest } from './store.ts'
import type { Comment, Request } from './types.ts'

export type GetTrackerDeps = DescribeDeps &
  FindApproversDeps & {
    access: Pick<Access, 'grant'>
    provisioning: Pick<Provisioning, 'isSettled' | 'accountOf'>
    audit: Pick<AuditModule, 'entriesAbout'>
    clock: Clock
  }

/** Everything about one request in one answer; not there for those it does not concern. */
export async function getTracker(
  deps: GetTrackerDeps,
  reader: Reader,
  input: { requestId: string; viewer: Viewer },
): Promise<RequestTracker> {
  const request = await findRequest(reader, input.requestId)
  if (!request || !maySee(request, input.viewer)) throw requestNotFound()
  const comments = await commentsOn(reader, [request.id])
  const trail = await deps.audit.entriesAbout(reader, { requestId: request.id })
  const upcoming = await upcomingApprovers(deps, reader, request)
  const names = await namesOf(deps, reader, [
    ...peopleIn(request),
    ...comments.map((comment) => comment.authorId),
    ...upcoming.flat(),
    ...trail.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.personId] : [])),
  ])
  return {
    request: summarize(request, names, await rolesIn(deps, reader, [request])),
    stages: describeStages(request, names, upcoming),
    fulfilment: await fulfilmentOf(deps, reader, request),
    comments: comments.map((comment) => describeComment(comment, names)),
    trail: trail.map(({ id, at, action, actor, reason }) => ({
      id,
      at: at.toISOString(),
      action,
      actor: nameOf(actor, names),
      reason,
    })),
    can: whatCan(request, input.viewer, deps.clock.now()),
  }
}

export function describeComment(comment: Comment, names: Names): RequestTracker['comments'][number] {
  const { id, authorId, kind, text, at } = comment
  return { id, author: names(authorId), kind, text, at: at.toISOString() }
}

/** Who would be asked at each stage that has not begun, as things are now. */
async function upcomingApprovers(deps: GetTrackerDeps, reader: Reader, request: Request): Promise<string[][]> {
  const found: string[][] = []
  for (const [index, stage] of request.policy.rules.stages.entries()) {
    const isUpcoming = stateOf(request, index) === 'upcoming'
    const candidates = isUpcoming ? await findApprovers(deps, reader, request, stage, 'first') : []
    found.push(eligibleApprovers(request, index, candidates))
  }
  return found
}

async function fulfilmentOf(
  deps: GetTrackerDeps,
  reader: Reader,
  request: Request,
): Promise<RequestTracker['fulfilment']> {
  const grant = request.grantId && request.approvedAt ? await deps.access.grant(reader, request.grantId) : null
  const isRunning = request.state === 'fulfilling'
  const isDone = request.state === 'fulfilled'
  const apps: RequestTracker['fulfilment']['apps'] = []
  for (const app of await deps.access.apps(reader, await appIdsOf(deps, reader, request))) {
    const account =
      isRunning || isDone ? await deps.provisioning.accountOf(reader, request.beneficiaryId, app.id) : null
    const shown = isRunning
      ? await progressOf(deps, reader, request.beneficiaryId, app.id, account)
      : { state: isDone ? ('done' as const) : ('waiting' as const), detail: null }
    apps.push({ app: appSummary(app), ...shown, unlinked: account?.actual === 'active' ? account.unlinked : [] })
  }
  return {
    state: fulfilmentState(request),
    grantId: grant?.id ?? null,
    startedAt: wireTime(request.approvedAt),
    doneAt: request.state === 'fulfilled' ? wireTime(request.settledAt) : null,
    endsAt: wireTime(grant?.endsAt),
    apps,
  }
}

async function appIdsOf(deps: GetTrackerDeps, reader: Reader, request: Request): Promise<string[]> {
  return (await deps.access.appsOfRole(reader, request.roleId)).map((carried) => carried.appId)
}

function fulfilmentState(request: Request): RequestTracker['fulfilment']['state'] {
  switch (request.state) {
    case 'waiting':
      return 'not_started'
    case 'fulfilling':
      return request.byHand ? 'by_hand' : 'running'
    case 'fulfilled':
      return 'done'
    case 'denied':
    case 'cancelled':
      return 'never'
  }
}

type Progress = { state: RequestTracker['fulfilment']['apps'][number]['state']; detail: string | null }

async function progressOf(
  deps: GetTrackerDeps,
  reader: Reader,
  personId: string,
  appId: string,
  account: AccountRow | null,
): Promise<Progress> {
  if (await deps.provisioning.isSettled(reader, personId, appId)) return { state: 'done', detail: null }
  return account ? progressFrom(account) : { state: 'waiting', detail: null }
}

/** What an administrator reads about a fault stays there; who asked reads that it is being tried again. */
function progressFrom(account: AccountRow): Progress {
  if (account.state === 'needs_task') return { state: 'by_hand', detail: 'A person makes this account.' }
  if (account.state === 'failing' || account.lastError)
    return { state: 'failing', detail: 'The app does not answer as it should. It is tried again by itself.' }
  return { state: 'working', detail: null }
}

function whatCan(request: Request, viewer: Viewer, now: Date): RequestTracker['can'] {
  const { personId, roles } = viewer
  const isOwn = isOwnRequest(request, personId)
  const notBefore = isOwn ? remindNotBefore(request) : null
  return {
    decide:
      !isOwn &&
      request.state === 'waiting' &&
      request.approvals.some((a) => a.stage === request.stage && a.approverId === personId && a.state === 'open'),
    cancel: isOwn && request.state === 'waiting',
    comment: isPartyTo(request, personId) || roles.has('admin'),
    remind: notBefore !== null && notBefore <= now,
    remindNotBefore: wireTime(notBefore),
  }
}

/** People by name; parts of the service as Hallpass itself. */
function nameOf(actor: Actor, names: Names): string {
  if (actor.kind === 'person') return names(actor.personId).displayName
  return actor.kind === 'operator' ? actor.name : 'Hallpass'
}
