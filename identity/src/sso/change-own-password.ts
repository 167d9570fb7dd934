import type { Actor } from '../audit/module.ts'
import { oneTimeToken } from '../credentials/module.ts'
import type { Principal } from '../platform/http/principal.ts'
import type { Secret } from '../platform/secret.ts'
import { withProof } from './confirm.ts'
import type { SsoDeps } from './deps.ts'
import { type JudgePersonDeps, judgePerson } from './judge-person.ts'
import { renewSession, sessionById } from './store.ts'

export type ChangeOwnPasswordDeps = JudgePersonDeps &
  Pick<SsoDeps, 'db' | 'directory'> & {
    credentials: Pick<SsoDeps['credentials'], 'changePassword' | 'validity'>
  }

/**
 * Changes the password of whoever is signed in. They showed the one before, so their session goes on with that proof,
 * whatever the directory says of the new one: everything begun earlier is over by then. It goes on under a new cookie, as
 * after every proof (security C.17): whoever has a copy of the one before has nothing of it. `renewed` is told the cookie
 * even where the change is refused.
 */
export async function changeOwnPassword(
  deps: ChangeOwnPasswordDeps,
  input: { principal: Principal; old: Secret; next: Secret; actor: Actor; renewed: (cookie: Secret) => void },
): Promise<void> {
  const { principal, old, next, actor, renewed } = input
  const { personId, sessionId } = principal
  let hasBegun = false
  const onBegun = () => {
    hasBegun = true
  }
  try {
    await deps.credentials.changePassword({ personId, sessionId, old, next, actor, onBegun })
  } finally {
    const cookie = hasBegun ? await proveAnew(deps, principal) : null
    if (cookie) renewed(cookie)
  }
}

/**
 * What apps are told of are whole seconds, and the second in which everything before was ended is over as well: the proof
 * is of the next one. Null where the session is not the one that goes on.
 */
async function proveAnew(
  deps: ChangeOwnPasswordDeps,
  { personId, sessionId, roles }: Principal,
): Promise<Secret | null> {
  return await deps.db.transaction(async (tx) => {
    const now = deps.clock.now()
    const { epoch, from, sparedSessionId } = await deps.credentials.validity(tx, personId)
    const session = await sessionById(tx, sessionId, now)
    if (!session || from === null || sparedSessionId !== sessionId || session.enrolKinds !== null) return null
    const at = new Date(Math.ceil(from.getTime() / 1000) * 1000)
    const proofs = withProof(session.proofs, { method: 'password', at })
    const { address, id } = session
    const stepUp = await judgePerson(deps, tx, { personId, purpose: 'step_up', address, proofs, remembered: null })
    const { token, hash } = oneTimeToken()
    const proof = { proofs, assuredAt: stepUp.outcome === 'allow' ? now : session.assuredAt, epoch }
    const rolesSeen = [...roles].sort()
    const isRenewed = await renewSession(tx, { id, tokenHash: hash, rolesSeen, previousUntil: null, proof }, now)
    return isRenewed ? token : null
  })
}
