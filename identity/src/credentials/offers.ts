import type { ProofOffer } from '@hallpass/contract/factors'
import type { Reader } from '../platform/database/database.ts'
import { type PasskeyDeps, passkeysImpossible, requestOptions } from './factors/passkey.ts'
import type { Webhook } from './factors/webhook.ts'
import { factorsOfPerson, unusedCodes } from './store-factors.ts'
import type { ProofKind, StoredFactor } from './types.ts'

export type OffersDeps = PasskeyDeps & { messages: Messages }

/** The operator's own services, where there are any. */
export type Messages = { sms: Webhook | null; push: Webhook | null }

export type Offers = { offers: ProofOffer[]; restsUntil: Date | null }

/** What a person can prove with now; what recovered their password lately rests. Kinds left out of `only` do not count. */
export async function offersOf(
  deps: OffersDeps,
  r: Reader,
  input: { personId: string; passkeyChallenge: string; number: string; now: Date; only?: readonly ProofKind[] },
): Promise<Offers> {
  const all = await factorsOfPerson(r, input.personId)
  const factors = all.filter(
    ({ kind, restsUntil }) =>
      (restsUntil === null || restsUntil <= input.now) &&
      (input.only?.includes(kind) ?? true) &&
      isPossible(deps, kind),
  )
  const offers: ProofOffer[] = []
  const passkeys = factors.flatMap(({ passkey }) => passkey ?? [])
  if (passkeys.length > 0) {
    const passkeyOptions = await requestOptions(deps, input.passkeyChallenge, passkeys)
    offers.push({ kind: 'passkey', factorId: null, name: null, passkeyOptions, number: null })
  }
  for (const { id, kind, name } of factors) {
    if (kind === 'passkey' || (kind === 'recovery_codes' && (await unusedCodes(r, id)).length === 0)) continue
    const number = kind === 'push' ? input.number : null
    offers.push({ kind, factorId: id, name, passkeyOptions: null, number })
  }
  return { offers, restsUntil: firstEnd(all, input.now) }
}

/** Where the operator took a channel away, what was set up for it is no way in any more. */
export function isPossible(deps: OffersDeps, kind: ProofKind): boolean {
  if (kind === 'sms') return deps.messages.sms !== null
  if (kind === 'push') return deps.messages.push !== null
  return kind !== 'passkey' || passkeysImpossible(deps) === null
}

function firstEnd(factors: readonly StoredFactor[], now: Date): Date | null {
  const ends = factors.flatMap(({ restsUntil }) => (restsUntil !== null && restsUntil > now ? restsUntil : []))
  return ends.sort((a, b) => a.getTime() - b.getTime())[0] ?? null
}
