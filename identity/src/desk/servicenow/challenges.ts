import { randomInt } from 'node:crypto'
import type { ChallengeAnswer } from '@hallpass/contract/servicenow'
import type { ServiceNowDeps } from './deps.ts'
import { challengeNotFound } from './errors.ts'
import { firstNamed, inLanguage } from './in-language.ts'
import { outsideAddress } from './outside-address.ts'
import { type ReachablePersonDeps, reachablePerson } from './reachable-person.ts'
import { findChallenge, insertChallenge, type SnowChallenge, saveChallenge, takeTry } from './store-passwords.ts'
import type { Connection } from './types.ts'

export type ChallengeDeps = ReachablePersonDeps & Pick<ServiceNowDeps, 'db' | 'clock' | 'ids' | 'credentials'>

const challengeMinutes = 15
const triesMax = 5

type Kind = 'mail_code' | 'totp' | 'recovery_codes' | 'push' | 'sms'
/** The same for everybody: which of them somebody has is nobody's business before proof. */
const offers = [
  ['mail_code', 'Code sent to an address that does not hang on this password'],
  ['totp', 'Code from your authenticator app'],
  ['recovery_codes', 'One of your recovery codes'],
  ['push', 'Prompt on your phone'],
] as const satisfies readonly (readonly [Kind, string])[]

/**
 * Begins a proof for one password request. Whoever cannot prove anything (unknown, gone, out of reach) gets a challenge
 * that looks and takes time like any other, and is never proven.
 */
export async function startChallenge(
  deps: ChallengeDeps,
  connection: Connection,
  input: { requestId: string; person: { userName: string; email: string; language?: string } },
): Promise<ChallengeAnswer> {
  const now = deps.clock.now()
  const person = await reachablePerson(deps, connection, { person: input.person, asked: 'challenge.started' })
  const address = outsideAddress(connection)
  const given = { proofs: [], factorIds: [] }
  const started = person ? await deps.credentials.outside.start({ personId: person.id, given, address }) : null
  const challenge: SnowChallenge = {
    id: deps.ids.next(),
    connectionId: connection.id,
    requestId: input.requestId,
    personId: started ? (person?.id ?? null) : null,
    challengeId: started?.challengeId ?? null,
    number: started?.number ?? String(randomInt(10, 100)),
    given,
    tries: 0,
    isPrompted: false,
    state: 'waiting',
    language: firstNamed(input.person.language, connection.language),
    expiresAt: new Date(now.getTime() + challengeMinutes * 60_000),
  }
  await insertChallenge(deps.db, { ...challenge, createdAt: now })
  return toWire(challenge, now)
}

/** One answer: a code, or nothing to have one sent. Enough proofs of different kinds make it proven; five wrong ones end it. */
export async function answerChallenge(
  deps: ChallengeDeps,
  connection: Connection,
  input: { challengeId: string; requestId: string; kind: Kind; code: string },
): Promise<ChallengeAnswer> {
  const now = deps.clock.now()
  const known = await findChallenge(deps.db, connection.id, input.challengeId)
  if (!known || known.requestId !== input.requestId) throw challengeNotFound()
  if (known.state !== 'waiting' || known.expiresAt <= now) return toWire(known, now)
  const answer = input.code.trim()
  const challenge = answer === '' ? known : await takeTry(deps.db, known.id, triesMax, now)
  if (!challenge) {
    await saveChallenge(deps.db, known.id, { state: 'ended' })
    return toWire({ ...known, state: 'ended' }, now)
  }
  if (answer === '' && input.kind === 'push') await saveChallenge(deps.db, challenge.id, { isPrompted: true })
  return toWire(await give(deps, connection, challenge, { kind: input.kind, answer }), now)
}

/** Where a prompt was sent this also asks whether it was answered. */
export async function showChallenge(deps: ChallengeDeps, connection: Connection, id: string): Promise<ChallengeAnswer> {
  const now = deps.clock.now()
  const challenge = await findChallenge(deps.db, connection.id, id)
  if (!challenge) throw challengeNotFound()
  const isAsked = challenge.isPrompted && challenge.state === 'waiting' && challenge.expiresAt > now
  return toWire(isAsked ? await give(deps, connection, challenge, { kind: 'push', answer: '' }) : challenge, now)
}

async function give(
  deps: ChallengeDeps,
  connection: Connection,
  challenge: SnowChallenge,
  { kind, answer }: { kind: Kind; answer: string },
): Promise<SnowChallenge> {
  const address = outsideAddress(connection)
  const { personId, challengeId, given } = challenge
  const isNobody = personId === null || challengeId === null
  const answered = await deps.credentials.outside.answer({
    personId: isNobody ? null : personId,
    challengeId: challengeId ?? challenge.id,
    given,
    kind,
    answer,
    address,
  })
  if (answered.kind === 'ended' || (answered.kind === 'refused' && challenge.tries >= triesMax)) {
    await saveChallenge(deps.db, challenge.id, { state: 'ended' })
    return { ...challenge, state: 'ended' }
  }
  if (answered.kind !== 'proven' || personId === null) return challenge
  if (answered.isEnough) return await save(deps, challenge, { given: answered.given, state: 'proven' })
  const next = await deps.credentials.outside.start({ personId, given: answered.given, address })
  if (!next) return await save(deps, challenge, { given: answered.given, state: 'ended' })
  const { challengeId: nextId, number } = next
  return await save(deps, challenge, {
    given: answered.given,
    challengeId: nextId,
    isPrompted: false,
    ...(number === null ? {} : { number }),
  })
}

async function save(
  deps: ChallengeDeps,
  challenge: SnowChallenge,
  next: Parameters<typeof saveChallenge>[2],
): Promise<SnowChallenge> {
  await saveChallenge(deps.db, challenge.id, next)
  return { ...challenge, ...next }
}

function toWire(challenge: SnowChallenge, now: Date): ChallengeAnswer {
  const isOver = challenge.state === 'used' || (challenge.expiresAt <= now && challenge.state !== 'ended')
  return {
    id: challenge.id,
    state: isOver ? 'ended' : (challenge.state as 'waiting' | 'proven' | 'ended'),
    given: challenge.given.proofs.length,
    offers: offers.map(([kind, label]) => ({
      kind,
      label: inLanguage(challenge.language, label),
      number: kind === 'push' ? challenge.number : null,
    })),
    expiresAt: challenge.expiresAt.toISOString(),
  }
}
