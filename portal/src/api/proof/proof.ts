/** Ways to prove who one is, as every door offers them: the sign-in, a step-up, a reset, a prompt of the desk. */
import type { PasskeyResponse, ProofKind } from '@hallpass/contract/factors'

export type Offer = {
  kind: ProofKind
  factorId: string | null
  name: string | null
  passkeyOptions: Record<string, unknown> | null
  number: string | null
}

/** A code or what the authenticator said; neither asks for what has to be sent first, or whether the phone has answered. */
export type ProofAnswer = { offer: Offer; code?: string; response?: PasskeyResponse }

/** `pending`: it was sent, or the phone has not answered yet. */
export type ProofOutcome = 'done' | 'pending'

/** The most convenient way first; recovery codes are the last resort. */
const order: readonly ProofKind[] = ['passkey', 'push', 'totp', 'mail_code', 'sms', 'recovery_codes']

export function inOrder(offers: readonly Offer[], first?: ProofKind): Offer[] {
  const place = (offer: Offer) => (offer.kind === first ? -1 : order.indexOf(offer.kind))
  return [...offers].sort((a, b) => place(a) - place(b))
}

export function offerKey({ kind, factorId }: Offer): string {
  return `${kind} ${factorId ?? ''}`
}

/** Kinds whose code or prompt leaves only when it is asked for. */
export function isSentFirst(kind: ProofKind): boolean {
  return kind === 'mail_code' || kind === 'sms'
}
