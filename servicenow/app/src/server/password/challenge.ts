import type { Glide, Row } from '../ports.ts'
import { tables } from '../tables.ts'
import { fromIso } from '../times.ts'
import type { ChallengeAnswer, ChallengeOffer, Person } from '../wire.ts'
import { askHallpass } from './ask-hallpass.ts'

export type Challenge = {
  readonly state: ChallengeAnswer['state'] | 'unavailable'
  readonly offers: readonly ChallengeOffer[]
  /** Right answers so far. */
  readonly given: number
}
const unavailable: Challenge = { state: 'unavailable', offers: [], given: 0 }

/** Has Hallpass ask this person for a proof, once for each password request: asked again, the same one is shown. */
export function startChallenge(glide: Glide, requestId: string, person: Person): Challenge {
  const asked = askHallpass<ChallengeAnswer>(glide, 'POST', '/desk/v1/challenges', { requestId, person })
  if (!asked.ok) return unavailable
  const { id, state, offers, given, expiresAt } = asked.answer
  const values = { challenge_id: id, state, expires_at: fromIso(expiresAt), person: person.sysId }
  const known = challengeOf(glide, requestId)
  if (known === null) glide.tables.insert(tables.challenge, { ...values, request_id: requestId })
  else glide.tables.update(tables.challenge, known.id, values)
  return { state, offers, given }
}

/** A code the person typed. It goes to Hallpass and is not kept. */
export function answerChallenge(glide: Glide, requestId: string, kind: string, code: string): Challenge {
  const known = challengeOf(glide, requestId)
  if (known === null) return unavailable
  const path = `/desk/v1/challenges/${encodeURIComponent(known.get('challenge_id'))}/answers`
  return noted(glide, known, askHallpass(glide, 'POST', path, { requestId, kind, code: code.trim() }))
}

/** Whether a proof given elsewhere (a prompt on a phone) has arrived. */
export function lookAtChallenge(glide: Glide, requestId: string): Challenge {
  const known = challengeOf(glide, requestId)
  if (known === null) return unavailable
  const path = `/desk/v1/challenges/${encodeURIComponent(known.get('challenge_id'))}`
  return noted(glide, known, askHallpass(glide, 'GET', path, null))
}

/** The id Hallpass wants with the request itself; it decides there whether the proof is good, once. */
export function challengeIdOf(glide: Glide, requestId: string): string | null {
  return challengeOf(glide, requestId)?.get('challenge_id') || null
}

/** Right answers to this request's challenge that were noted before. */
export function givenSoFar(glide: Glide, requestId: string): number {
  return Number(challengeOf(glide, requestId)?.get('given') || '0')
}

function challengeOf(glide: Glide, requestId: string): Row | null {
  return glide.tables.find(tables.challenge, [['request_id', requestId]], { limit: 1 })[0] ?? null
}

function noted(glide: Glide, known: Row, asked: ReturnType<typeof askHallpass<ChallengeAnswer>>): Challenge {
  if (!asked.ok) return unavailable
  glide.tables.update(tables.challenge, known.id, { state: asked.answer.state, given: String(asked.answer.given) })
  const { state, offers, given } = asked.answer
  return { state, offers, given }
}
