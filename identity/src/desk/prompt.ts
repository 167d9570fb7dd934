/** A prompt: the person types a code that the agent reads out into their own device, and answers there with a factor. */
import { randomInt } from 'node:crypto'
import type { DeskAnsweredPrompt, DeskPrompt } from '@hallpass/contract/desk'
import type { PasskeyResponse, ProofKind } from '@hallpass/contract/factors'
import type { Actor } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Tx } from '../platform/database/database.ts'
import { isSettled } from './decide.ts'
import type { DeskDeps } from './deps.ts'
import { promptNotFound, proofUnavailable } from './errors.ts'
import { promptOpeningsMax } from './limits.ts'
import { noteOnCase } from './move-case.ts'
import { type AgentOnCase, type OnCaseDeps, onCase, Refused } from './on-case.ts'
import { plainLetters } from './reference.ts'
import { decidedNow, startProof } from './start-proof.ts'
import { findCase, lockCase } from './store-cases.ts'
import { countOpening, findProof, insertProof, promptBehind, setChallenge, settleProof } from './store-proofs.ts'
import type { Case, Proof } from './types.ts'

export type PromptDeps = OnCaseDeps & {
  keys: Pick<Keyring, 'hmac'>
  directory: Pick<Directory, 'people'>
  credentials: Pick<DeskDeps['credentials'], 'factorsOf' | 'startChallenge' | 'answerChallenge'>
}

/** What proves at the desk: something on the person's own device. A recovery code would be read out, a message can be redirected. */
const asked: ReadonlySet<string> = new Set(['totp', 'passkey', 'push'])
export const isAsked = (kind: string): kind is 'totp' | 'passkey' | 'push' => asked.has(kind)

/** The code to read out. It opens nothing: whoever answers needs the factor itself. */
export function startPrompt(deps: PromptDeps, input: AgentOnCase): Promise<{ prompt: string; expiresAt: Date }> {
  return onCase(deps, { ...input, as: 'agent' }, async (tx, atWork) => {
    const { theCase, by } = atWork
    const factors = await deps.credentials.factorsOf(tx, theCase.personId)
    if (!factors.some(({ kind }) => isAsked(kind))) return new Refused(proofUnavailable('no_factor'), 'prompt')
    const letters = Array.from({ length: 8 }, () => plainLetters.charAt(randomInt(plainLetters.length))).join('')
    const proof = startProof(deps, atWork, 'prompt')
    await insertProof(tx, proof, hmacOf(deps, letters))
    await noteOnCase(deps, tx, theCase, { what: 'proof_started', by, proof: 'prompt' })
    return { prompt: `${letters.slice(0, 4)}-${letters.slice(4)}`, expiresAt: proof.expiresAt }
  })
}

/** The page behind a code. Each opening is a challenge with tries of its own, so there are few. */
export async function openPrompt(deps: PromptDeps, input: { prompt: string; address: string }): Promise<DeskPrompt> {
  const { proof, theCase } = await find(deps, input.prompt)
  if (!(await deps.db.transaction((tx) => countOpening(tx, proof.id, promptOpeningsMax)))) throw promptNotFound()
  const challenge = await deps.credentials.startChallenge({
    personId: theCase.personId,
    purpose: 'desk',
    address: input.address,
  })
  await deps.db.transaction((tx) => setChallenge(tx, proof.id, challenge.challengeId))
  const [agent] = await deps.directory.people(deps.db, [proof.agentId])
  const ends = new Date(Math.min(challenge.expiresAt.getTime(), proof.expiresAt.getTime()))
  return {
    reference: theCase.reference,
    agent: agent?.displayName ?? '',
    expiresAt: ends.toISOString(),
    offers: challenge.offers
      .filter((offer) => isAsked(offer.kind))
      .map(({ kind, factorId, name, passkeyOptions, number }) => ({
        kind,
        factorId,
        name,
        passkeyOptions,
        number,
      })),
  }
}

export type AnswerPrompt = {
  prompt: string
  kind: ProofKind
  factorId?: string | undefined
  code?: string | undefined
  response?: PasskeyResponse | undefined
  address: string
  actor: Actor
}

/** The person's answer. Without one, a prompt goes to their device; asked again, it says whether it was answered. */
export async function answerPrompt(deps: PromptDeps, input: AnswerPrompt): Promise<DeskAnsweredPrompt> {
  const { kind } = input
  const { proof } = await find(deps, input.prompt)
  if (proof.challengeId === null || !isAsked(kind)) throw promptNotFound()
  const answered = await deps.credentials.answerChallenge({
    challengeId: proof.challengeId,
    kind,
    ...(input.factorId ? { factorId: input.factorId } : {}),
    answer: input.response ?? input.code ?? '',
    address: input.address,
  })
  if (answered.kind === 'waiting') return { state: 'waiting', triesLeft: null }
  if (answered.kind === 'refused') {
    await deps.db.transaction((tx) => settle(deps, tx, proof.id, input, null))
    return { state: 'refused', triesLeft: answered.triesLeft }
  }
  if (answered.kind === 'ended') return { state: 'ended', triesLeft: 0 }
  const isSettledNow = await deps.db.transaction((tx) => settle(deps, tx, proof.id, input, answered.personId))
  return { state: isSettledNow ? 'proven' : 'ended', triesLeft: null }
}

/** Only a factor of the very person the case is about proves anything. A wrong answer is noted and may be tried again. */
async function settle(
  deps: PromptDeps,
  tx: Tx,
  proofId: string,
  { kind, actor }: AnswerPrompt,
  provenId: string | null,
): Promise<boolean> {
  const proof = await findProof(tx, proofId)
  const theCase = proof && (await lockCase(tx, proof.caseId))
  if (!theCase || isSettled(theCase) || theCase.round !== proof.round) return false
  const passed = provenId === theCase.personId
  if (passed && !(await settleProof(tx, proofId, { ...decidedNow(deps, true), detail: kind }))) return false
  const by = { actor, personId: null }
  await noteOnCase(deps, tx, theCase, {
    what: passed ? 'proof_passed' : 'proof_failed',
    by,
    proof: 'prompt',
    text: kind,
  })
  return passed
}

async function find(deps: PromptDeps, prompt: string): Promise<{ proof: Proof; theCase: Case }> {
  const proof = await promptBehind(deps.db, hmacOf(deps, prompt), deps.clock.now())
  const theCase = proof && (await findCase(deps.db, proof.caseId))
  if (!theCase || isSettled(theCase) || theCase.round !== proof.round) throw promptNotFound()
  return { proof, theCase }
}

function hmacOf({ keys }: Pick<PromptDeps, 'keys'>, prompt: string): Buffer {
  return keys.hmac('proof-code', `desk-prompt:${prompt.toUpperCase().replace('-', '')}`)
}
