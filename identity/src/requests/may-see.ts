import type { Principal } from '../platform/http/principal.ts'
import type { Request } from './types.ts'

/** Who looks: a person and the product roles they hold. */
export type Viewer = Pick<Principal, 'personId' | 'roles'>

/** Whoever asked, whoever it is for, everybody asked to decide (then or now), administrators and auditors. To all others it is not there. */
export function maySee(request: Request, viewer: Viewer): boolean {
  return isPartyTo(request, viewer.personId) || viewer.roles.has('admin') || viewer.roles.has('auditor')
}

/** Those it concerns: they may talk about it. */
export function isPartyTo(request: Request, personId: string): boolean {
  return (
    personId === request.requesterId ||
    personId === request.beneficiaryId ||
    request.approvals.some((approval) => approval.approverId === personId)
  )
}
