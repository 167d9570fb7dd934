import type { Credentials } from '../credentials/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { withProof } from './confirm.ts'
import { type EndSessionsDeps, endSessionsWithin } from './end-sessions.ts'
import { type JudgePersonDeps, judgePerson } from './judge-person.ts'
import { keepProof, sessionById } from './store.ts'

export type OnPasswordChangedDeps = Omit<EndSessionsDeps, 'db'> &
  JudgePersonDeps & { credentials: Pick<Credentials, 'validity'> }

/**
 * Tidies up: sessions begun before are refused already, because the session reader reads the epoch itself. Whoever changed
 * their own password showed the one before to the directory: the session that they did it in goes on with that proof.
 */
export async function onPasswordChanged(deps: OnPasswordChangedDeps, tx: Tx, personId: string): Promise<void> {
  const { epoch, from, sparedSessionId } = await deps.credentials.validity(tx, personId)
  await endSessionsWithin(deps, tx, {
    personId,
    epochBelow: epoch,
    ...(sparedSessionId === null ? {} : { exceptId: sparedSessionId }),
    endReason: 'password_changed',
    actor: { kind: 'system', name: 'sso.on-password-changed' },
  })
  if (sparedSessionId !== null && from !== null) await proveAnew(deps, tx, sparedSessionId, { epoch, from })
}

/**
 * Whatever began before the change is over for apps, and so would be all that they are told of this session. Theirs are
 * whole seconds, and the second of the change is over as well: the proof is of the next one.
 */
async function proveAnew(
  deps: OnPasswordChangedDeps,
  tx: Tx,
  sessionId: string,
  { epoch, from }: { epoch: number; from: Date },
): Promise<void> {
  const session = await sessionById(tx, sessionId, deps.clock.now())
  if (!session || session.enrolKinds !== null) return
  const { id, personId, address } = session
  const at = new Date(Math.ceil(from.getTime() / 1000) * 1000)
  const proofs = withProof(session.proofs, { method: 'password', at })
  const stepUp = await judgePerson(deps, tx, { personId, purpose: 'step_up', address, proofs, remembered: null })
  await keepProof(tx, { id, proofs, assuredAt: stepUp.outcome === 'allow' ? at : session.assuredAt, epoch })
}
