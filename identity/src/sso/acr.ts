/** What apps are told of how somebody proved who they are. Pure. */
import type { AssuranceMethod, Proof } from './types.ts'

/** `acr`: one proof, or two of different kinds. */
export const acr = { one: 'urn:hallpass:acr:one', two: 'urn:hallpass:acr:two' } as const

/** Used with user verification, a passkey is something had and something known or been: two of different kinds. */
const isSecond: Partial<Record<AssuranceMethod, true>> = {
  otp: true,
  hwk: true,
  swk: true,
  pop: true,
  sms: true,
  recovery: true,
}

export function acrOf(proofs: readonly Proof[]): (typeof acr)['one' | 'two'] {
  return proofs.some(({ method }) => isSecond[method]) ? acr.two : acr.one
}

const rfc8176: Record<AssuranceMethod, readonly string[]> = {
  password: ['pwd'],
  console_link: ['otp'],
  temporary_pass: ['otp'],
  recovery: ['otp'],
  otp: ['otp'],
  hwk: ['hwk', 'user'],
  swk: ['swk', 'user'],
  pop: ['pop'],
  sms: ['sms'],
}

/** `amr`: the words of RFC 8176 for what was shown, each once. */
export function amrOf(proofs: readonly Proof[]): string[] {
  const found = new Set(proofs.flatMap(({ method }) => rfc8176[method]))
  if (acrOf(proofs) === acr.two) found.add('mfa')
  return [...found].sort()
}
