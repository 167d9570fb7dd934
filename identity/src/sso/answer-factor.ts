import type { FactorKind } from '@hallpass/contract/factors'
import { hashOfToken, type PasskeyResponse } from '../credentials/module.ts'
import type { SsoDeps } from './deps.ts'
import { actorAt, type Door, type EnterDeps, type Entered, enter } from './enter.ts'
import { factorRefused, signInOver } from './errors.ts'
import { signInsTopic } from './start-session.ts'
import { findPendingSignIn, type PendingSignIn, usePendingSignIn } from './store-sign-ins.ts'

export type AnswerFactorInput = {
  /** Cookie of the sign-in whose password was right. */
  half: string | undefined
  kind: FactorKind
  factorId: string | undefined
  answer: string | PasskeyResponse
  rememberDevice: boolean
  door: Door
}

export type AnswerFactorDeps = EnterDeps & { directory: Pick<SsoDeps['directory'], 'isPaused'> }

/**
 * The second factor of a sign-in. The session begins with the epoch of its first proof: a reset meanwhile outdates it. So
 * does a pause of the person's directory.
 */
export async function answerFactor(
  deps: AnswerFactorDeps,
  input: AnswerFactorInput,
): Promise<Entered | { kind: 'waiting' }> {
  const { half, kind, factorId, answer, door } = input
  if (half === undefined) throw signInOver()
  const hash = hashOfToken(half)
  const pending = await findPendingSignIn(deps.db, hash, deps.clock.now())
  if (!pending) throw signInOver()
  if (!pending.kinds.includes(kind)) return await refuse(deps, pending, kind, door)
  const { challengeId, personId, epoch } = pending
  const { address } = door
  const answered = await deps.credentials.answerChallenge({ challengeId, kind, factorId, answer, address })
  switch (answered.kind) {
    case 'waiting':
      return answered
    case 'ended':
      throw signInOver()
    case 'refused':
      return await refuse(deps, pending, kind, door)
    case 'proven': {
      if (answered.personId !== personId) throw signInOver()
      const isFirst = await deps.db.transaction((tx) => usePendingSignIn(tx, hash))
      if (!isFirst) throw signInOver()
      const { epoch: epochNow } = await deps.credentials.validity(deps.db, personId)
      if (epochNow !== epoch || (await deps.directory.isPaused(deps.db, personId))) throw signInOver()
      const { method, at } = answered
      const proofs = [...pending.proofs, { method, at }]
      const remember = input.rememberDevice && pending.rememberDays > 0 ? { method, at } : undefined
      return await enter(deps, { personId, epoch, proofs, remember }, door)
    }
  }
}

async function refuse(deps: EnterDeps, { personId }: PendingSignIn, kind: FactorKind, door: Door): Promise<never> {
  await deps.db.transaction(async (tx) => {
    deps.audit.record(tx, {
      action: 'sign_in.factor_refused',
      actor: actorAt(personId, door),
      subjects: { personId },
      after: { because: 'wrong', factor: kind },
    })
    await deps.live.publish(tx, signInsTopic(personId))
  })
  throw factorRefused()
}
