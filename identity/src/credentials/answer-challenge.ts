import type { Audit } from '../audit/module.ts'
import { type CheckFactorDeps, checkFactor, type FactorAnswer, isSentCode } from './check-factor.ts'
import { isSentKind } from './decide-recovery.ts'
import { readPush } from './factors/push.ts'
import { challengeTriesMax, codeStreak } from './limits.ts'
import { isPossible, type OffersDeps } from './offers.ts'
import { type PromptFactorDeps, promptFactor } from './prompt-factor.ts'
import { openChallenge, promptsOf, takeChallengeTry, useChallenge } from './store-challenges.ts'
import { factorsOfPerson, touchFactor } from './store-factors.ts'
import { clearTries, takeTries } from './store-tries.ts'
import type { Challenge, Prompt, ProofKind, ProofMethod, StoredFactor } from './types.ts'

export type AnswerChallengeDeps = CheckFactorDeps &
  PromptFactorDeps &
  OffersDeps & { audit: Pick<Audit, 'record'>; keys: PromptFactorDeps['keys'] & CheckFactorDeps['keys'] }

export type AnswerChallenge = {
  challengeId: string
  kind: ProofKind
  factorId?: string | undefined
  /** A code, or what the authenticator said; empty to have a code or prompt sent, and to ask whether a prompt was answered. */
  answer: FactorAnswer
  address: string
  /** See `checkFactor`; not asked where nobody is told before this has ended. */
  isInTime?: () => boolean
}

export type AnsweredChallenge =
  | { kind: 'proven'; personId: string; method: ProofMethod; factorId: string | null; at: Date }
  | { kind: 'refused'; triesLeft: number }
  /** Something was sent, or a prompt is not answered yet. Costs no try. */
  | { kind: 'waiting' }
  | { kind: 'ended' }

/** Answers "prove it again": right once, wrong at most five times, each try used up before anything is compared. */
export async function answerChallenge(deps: AnswerChallengeDeps, input: AnswerChallenge): Promise<AnsweredChallenge> {
  const now = deps.clock.now()
  const open = await openChallenge(deps.db, input.challengeId, now)
  if (!open || open.personId === null) return { kind: 'ended' }
  const challenge = { ...open, personId: open.personId }
  const isAsking = input.answer === ''
  if (isAsking && input.kind === 'push') return await pollPush(deps, challenge, input, now)
  if (isAsking && isSentKind(input.kind)) {
    await send(deps, challenge, input)
    return { kind: 'waiting' }
  }
  const taken = await takeChallengeTry(deps.db, challenge.id, now)
  if (!taken) return { kind: 'ended' }
  const right = await compare(deps, challenge, input)
  if (right === null) return await refuse(deps, challenge, input, challengeTriesMax - taken.tries)
  return await prove(deps, challenge, right, now)
}

type Known = Challenge & { personId: string }
type Right = { method: ProofMethod; factorId: string | null }

async function candidates(
  deps: AnswerChallengeDeps,
  challenge: Known,
  input: AnswerChallenge,
): Promise<StoredFactor[]> {
  const now = deps.clock.now()
  return (await factorsOfPerson(deps.db, challenge.personId)).filter(
    ({ id, kind, restsUntil }) =>
      kind === input.kind &&
      (input.factorId === undefined || id === input.factorId) &&
      (restsUntil === null || restsUntil <= now) &&
      isPossible(deps, kind),
  )
}

async function send(deps: AnswerChallengeDeps, challenge: Known, input: AnswerChallenge): Promise<StoredFactor | null> {
  if (input.kind === 'mail_code') {
    if (challenge.purpose === 'recovery') await promptFactor(deps, challenge, { kind: 'mail_code' }, input.address)
    return null
  }
  const [factor] = await candidates(deps, challenge, input)
  if (factor) await promptFactor(deps, challenge, { kind: 'factor', factor }, input.address)
  return factor ?? null
}

/** The first call sends the prompt; those after it ask what became of it. A wrong number is a wrong try. */
async function pollPush(
  deps: AnswerChallengeDeps,
  challenge: Known,
  input: AnswerChallenge,
  now: Date,
): Promise<AnsweredChallenge> {
  const isOurs = ({ kind, factorId }: Prompt) =>
    kind === 'push' && (input.factorId === undefined || factorId === input.factorId)
  const prompt = (await promptsOf(deps.db, challenge.id)).findLast(isOurs)
  if (!prompt) {
    await send(deps, challenge, input)
    return { kind: 'waiting' }
  }
  const typed = deps.messages.push ? await readPush(deps, deps.messages.push, prompt.id) : null
  if (typed === 'waiting') return { kind: 'waiting' }
  const taken = await takeChallengeTry(deps.db, challenge.id, now)
  if (!taken) return { kind: 'ended' }
  const stands = (await candidates(deps, challenge, input)).some(({ id }) => id === prompt.factorId)
  if (typed !== challenge.number || !stands || prompt.factorId === null) {
    // What was answered is answered: another prompt with the same number would invite guessing.
    await useChallenge(deps.db, challenge.id, now)
    return await refuse(deps, challenge, input, 0)
  }
  if (input.isInTime?.() === false) return { kind: 'waiting' }
  await touchFactor(deps.db, prompt.factorId, now)
  return await prove(deps, challenge, { method: 'pop', factorId: prompt.factorId }, now)
}

async function compare(deps: AnswerChallengeDeps, challenge: Known, input: AnswerChallenge): Promise<Right | null> {
  const prompts = await promptsOf(deps.db, challenge.id)
  if (input.kind === 'mail_code') return await compareMailed(deps, challenge, input, prompts)
  for (const factor of await candidates(deps, challenge, input)) {
    const method = await checkFactor(deps, deps.db, {
      factor,
      answer: input.answer,
      passkeyChallenge: challenge.passkeyChallenge,
      prompts: prompts.filter(({ factorId }) => factorId === factor.id),
      isStranger: false,
      ...(input.isInTime && { isInTime: input.isInTime }),
    })
    if (method !== null) return { method, factorId: factor.id }
  }
  return null
}

async function compareMailed(
  deps: AnswerChallengeDeps,
  challenge: Known,
  input: AnswerChallenge,
  prompts: readonly Prompt[],
): Promise<Right | null> {
  const streak = codeStreak(challenge.personId)
  if (typeof input.answer !== 'string') return null
  if ((await takeTries(deps.db, [streak], deps.clock.now())).kind === 'over') return null
  const mailed = prompts.filter(({ kind }) => kind === 'mail_code')
  if (!isSentCode(deps, mailed, input.answer) || input.isInTime?.() === false) return null
  await clearTries(deps.db, [streak.key])
  return { method: 'mail', factorId: null }
}

async function prove(deps: AnswerChallengeDeps, challenge: Known, right: Right, at: Date): Promise<AnsweredChallenge> {
  const isFirst = await deps.db.transaction(async (tx) => {
    if (!(await useChallenge(tx, challenge.id, at))) return false
    deps.audit.record(tx, {
      action: 'factor.proven',
      actor: { kind: 'person', personId: challenge.personId },
      subjects: { personId: challenge.personId },
      after: { purpose: challenge.purpose, method: right.method },
    })
    return true
  })
  return isFirst ? { kind: 'proven', personId: challenge.personId, ...right, at } : { kind: 'ended' }
}

async function refuse(
  deps: AnswerChallengeDeps,
  challenge: Known,
  input: AnswerChallenge,
  triesLeft: number,
): Promise<AnsweredChallenge> {
  await deps.db.transaction(async (tx) =>
    deps.audit.record(tx, {
      action: 'factor.refused',
      actor: { kind: 'anonymous', address: input.address },
      subjects: { personId: challenge.personId },
      after: { purpose: challenge.purpose, kind: input.kind, triesLeft },
    }),
  )
  return { kind: 'refused', triesLeft }
}
