import { randomBytes } from 'node:crypto'
import type { ProofOffer } from '@hallpass/contract/factors'
import type { Clock } from '../platform/clock.ts'
import type { Reader } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import { newPushNumber } from './factors/push.ts'
import { challengeMinutes } from './limits.ts'
import { type OffersDeps, offersOf } from './offers.ts'
import { insertChallenge } from './store-challenges.ts'
import type { ChallengePurpose, ProofKind } from './types.ts'

export type StartChallengeDeps = OffersDeps & { clock: Clock; ids: Ids }

export type StartChallenge = {
  personId: string
  purpose: Exclude<ChallengePurpose, 'passkey_sign_in'>
  address: string
  caseId?: string
  /** Only these kinds; a mailed code is offered where it is among them. */
  only?: readonly ProofKind[]
  expiresAt?: Date
}

export type StartedChallenge = {
  challengeId: string
  offers: ProofOffer[]
  expiresAt: Date
  /** When the first factor is one again that rests because it recovered the password; null when none does. */
  restsUntil: Date | null
}

/** "Prove it again": what this person can do so with, for one purpose, once, for five minutes. */
export async function startChallenge(
  deps: StartChallengeDeps,
  r: Reader,
  input: StartChallenge,
): Promise<StartedChallenge> {
  const createdAt = deps.clock.now()
  const { personId, purpose, address, caseId = null, only } = input
  const expiresAt = input.expiresAt ?? new Date(createdAt.getTime() + challengeMinutes * 60_000)
  const passkeyChallenge = randomBytes(32).toString('base64url')
  const number = newPushNumber()
  const id = deps.ids.next()
  const found = await offersOf(deps, r, {
    personId,
    passkeyChallenge,
    number,
    now: createdAt,
    ...(only ? { only } : {}),
  })
  await insertChallenge(r, { id, personId, purpose, caseId, passkeyChallenge, number, address, createdAt, expiresAt })
  const mail: ProofOffer = { kind: 'mail_code', factorId: null, name: null, passkeyOptions: null, number: null }
  const offers = only?.includes('mail_code') ? [mail, ...found.offers] : found.offers
  return { challengeId: id, offers, expiresAt, restsUntil: found.restsUntil }
}
