/** What the service said it wants when it asked who one is: any fresh proof, or one of certain factors. */
import type { FactorKind } from '@hallpass/contract/factors'
import type { AssuranceMethod, ConfirmChoices, MainFactorKind } from '@hallpass/contract/sign-in'

/** Null: whatever the sign-on policy is content with. Otherwise one of these kinds, and no password. */
export type WantedProof = readonly FactorKind[] | null

const methodsOf: Record<FactorKind, readonly AssuranceMethod[]> = {
  totp: ['otp'],
  passkey: ['hwk', 'swk'],
  push: ['pop'],
  sms: ['sms'],
  recovery_codes: ['recovery'],
}
const everyKind = Object.keys(methodsOf) as FactorKind[]
const isMain = (kind: FactorKind): kind is MainFactorKind => kind !== 'recovery_codes'

/** Reads the problem (RFC 9470 `acr_values`); `methods` names what counts, every factor where it is not there. */
export function wantedProof(problem: unknown): WantedProof {
  const { acr_values: acr, methods } = (problem ?? {}) as { acr_values?: unknown; methods?: unknown }
  if (acr !== 'mfa') return null
  if (typeof methods !== 'string') return everyKind
  const counting = methods.split(' ')
  return everyKind.filter((kind) => methodsOf[kind].some((method) => counting.includes(method)))
}

/** Of several calls that wait, what is enough for each. */
export function bothWanted(one: WantedProof, other: WantedProof): WantedProof {
  if (one === null || other === null) return one ?? other
  return one.filter((kind) => other.includes(kind))
}

/** Of what the policy accepts, what the service will take: nobody is offered a way that is refused afterwards. */
export function choicesFor(choices: ConfirmChoices, wanted: WantedProof): ConfirmChoices {
  if (wanted === null) return choices
  const offers = choices.offers.filter(({ kind }) => wanted.some((each) => each === kind))
  const canAdd = offers.length === 0 && choices.restsUntil === null && choices.gone.length === 0
  return {
    ...choices,
    password: false,
    offers,
    enrol: canAdd && choices.enrol.length === 0 ? wanted.filter(isMain) : choices.enrol,
  }
}
