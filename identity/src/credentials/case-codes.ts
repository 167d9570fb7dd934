import type { Tx } from '../platform/database/database.ts'
import { type AnswerChallengeDeps, type AnsweredChallenge, answerChallenge } from './answer-challenge.ts'
import { passImpossible, personUnknown } from './errors.ts'
import { codeMinutes } from './limits.ts'
import { mailProofCode } from './prompt-factor.ts'
import { startChallenge } from './start-challenge.ts'
import { caseChallenge } from './store-challenges.ts'

/** Mails a code for a case of the desk to one of the person's own addresses, as the directory has it. */
export async function sendProofCode(
  deps: AnswerChallengeDeps,
  tx: Tx,
  input: { personId: string; caseId: string; address: string },
): Promise<{ expiresAt: Date }> {
  const { personId, caseId } = input
  const person = await deps.directory.person(tx, personId)
  if (!person) throw personUnknown()
  const known = (await deps.directory.addressesOf(tx, personId)).map(({ mail }) => mail)
  const to = known.filter((mail) => mail.toLowerCase() === input.address.toLowerCase())
  if (to.length === 0) throw passImpossible('unknown_address', 'This is no address of this person.')
  const expiresAt = new Date(deps.clock.now().getTime() + codeMinutes * 60_000)
  const { challengeId } = await startChallenge(deps, tx, {
    personId,
    purpose: 'case_code',
    address: 'desk',
    caseId,
    only: [],
    expiresAt,
  })
  await mailProofCode(deps, tx, { challengeId, person, to })
  return { expiresAt }
}

/** Whether the caller of a case read the newest code out; single use, five tries. */
export async function checkProofCode(
  deps: AnswerChallengeDeps,
  input: { personId: string; caseId: string; code: string },
): Promise<Exclude<AnsweredChallenge, { kind: 'waiting' }>> {
  const challengeId = await caseChallenge(deps.db, input, deps.clock.now())
  if (challengeId === null || input.code === '') return { kind: 'ended' }
  const answered = await answerChallenge(deps, { challengeId, kind: 'mail_code', answer: input.code, address: 'desk' })
  return answered.kind === 'waiting' ? { kind: 'ended' } : answered
}
