import type { Actor, Audit } from '../audit/module.ts'
import type { Database } from '../platform/database/database.ts'
import type { Live } from '../platform/live.ts'

/** Why somebody's password opened nothing. */
export type RefusedBecause =
  | 'no_password'
  | 'stranger'
  | 'not_active'
  /** An administrator paused the directory. */
  | 'paused'
  | 'waiting'
  | 'wrong'
  | 'disabled'
  | 'locked'
  | 'account_expired'
  | 'unreachable'
  /** The directory took it, and it is the password before the present one (security B.10). */
  | 'old_password'
  | 'sprayed'
  | 'disputed'
  | 'no_second_proof'
  /** It was right, and the directory said so after the refusal was told. */
  | 'late'

export type NoteRefusalDeps = { db: Database; audit: Pick<Audit, 'record'>; live: Pick<Live, 'publish'> }

/** Written for the operator; whoever asked learns none of it. The login as typed is not kept: it may be a password. */
export async function noteRefusal(
  deps: NoteRefusalDeps,
  { actor, personId, because }: { actor: Actor; personId: string | undefined; because: RefusedBecause },
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    deps.audit.record(tx, {
      action: 'sign_in.refused',
      actor,
      subjects: personId === undefined ? {} : { personId },
      after: { because },
    })
    // Whoever follows the sign-ins of this person sees it at once.
    if (personId !== undefined) await deps.live.publish(tx, `sign-ins:${personId}`)
  })
}
