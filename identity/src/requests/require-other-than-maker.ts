import type { AuditModule } from '../audit/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { ownAccountMade } from './errors.ts'

export type RequireOtherThanMakerDeps = { audit: Pick<AuditModule, 'entriesAbout'> }

/**
 * Nobody makes an account and gives it power over Hallpass alone (security C.19): whoever made the account, as the trail
 * says, counts as approver only after somebody else approved.
 */
export async function requireOtherThanMaker(
  deps: RequireOtherThanMakerDeps,
  reader: Reader,
  { personId, approverId, approved }: { personId: string; approverId: string; approved: readonly string[] },
): Promise<void> {
  if (approved.some((id) => id !== approverId)) return
  const entries = await deps.audit.entriesAbout(reader, { personId })
  const maker = entries.find(({ action }) => action === 'person.created')?.actor
  if (maker?.kind === 'person' && maker.personId === approverId) throw ownAccountMade()
}
