/** What the sign-on policy wants of somebody, and which rule says so. Pure. */
import type { ProductRole } from '@hallpass/contract/common'
import type { FactorKind } from '@hallpass/contract/factors'
import type { MainFactorKind } from '@hallpass/contract/sign-in'
import type { SignOnConditions, SignOnDemand, SignOnPurpose, SignOnRule } from '@hallpass/contract/sign-on-policy'
import { isInNetworks, parseNetwork } from './network.ts'
import type { AssuranceMethod, Proof, Remembered } from './types.ts'

export type PolicyRules = { rules: SignOnRule[]; otherwise: SignOnDemand }

export type SignOnFacts = {
  purpose: SignOnPurpose
  appId: string | null
  groupIds: ReadonlySet<string>
  roles: ReadonlySet<ProductRole>
  address: string
  /**
   * Kinds of factors the person has. One that rests because it recovered the password is among them: that day must not
   * be one on which the password alone is enough (promise 10).
   */
  enrolled: readonly FactorKind[]
  proofs: readonly Proof[]
  /** The second factor that was given on this device before, where it is remembered. */
  remembered: Remembered | null
  now: Date
}

export type SignOnOutcome = 'allow' | 'factor_wanted' | 'enrol_wanted' | 'deny'

export type SignOnVerdict = {
  outcome: SignOnOutcome
  demand: SignOnDemand
  /** Null: no rule fits, and what holds otherwise decides. */
  rule: SignOnRule | null
  /** Kinds that would be accepted as second factor. */
  kinds: FactorKind[]
  /** Whether any proof would do, the password included. */
  isOneEnough: boolean
  maxAgeSeconds: number | null
  considered: { id: string; name: string; missed: string | null }[]
}

/** Before anybody has changed it: a second factor of whoever has one. */
export const firstPolicy: PolicyRules = {
  rules: [],
  otherwise: { proof: 'two_if_enrolled', kinds: [], maxAgeMinutes: null, rememberDays: 0 },
}

/** How old a proof may be when something asks to be confirmed and the policy says nothing of it. */
const stepUpMinutes = 15
const dayMs = 86_400_000

const mainKinds: readonly MainFactorKind[] = ['totp', 'passkey', 'push', 'sms']
/** What a person shows with a factor of a kind; a passkey says which of the two it is. */
export const methodsOfKind: Record<FactorKind, readonly [AssuranceMethod, ...AssuranceMethod[]]> = {
  totp: ['otp'],
  passkey: ['hwk', 'swk'],
  push: ['pop'],
  sms: ['sms'],
  recovery_codes: ['recovery'],
}
export const kindOf: Partial<Record<AssuranceMethod, FactorKind>> = {
  otp: 'totp',
  hwk: 'passkey',
  swk: 'passkey',
  pop: 'push',
  sms: 'sms',
  recovery: 'recovery_codes',
}
/** A passkey is first and second at once; where only other kinds count as second, it still stands before one of them. */
const isFirst = (method: AssuranceMethod) =>
  method === 'password' || method === 'console_link' || kindOf[method] === 'passkey'

/** The first rule that fits decides; a policy is read from the top and always answers. */
export function judge(policy: PolicyRules, facts: SignOnFacts): SignOnVerdict {
  const considered: SignOnVerdict['considered'] = []
  for (const rule of policy.rules) {
    const missed = rule.enabled ? whatMisses(rule.when, facts) : 'The rule is switched off.'
    considered.push({ id: rule.id, name: rule.name, missed })
    if (missed === null) return { ...weigh(rule.demand, facts), rule, considered }
  }
  return { ...weigh(policy.otherwise, facts), rule: null, considered }
}

export const strictness: Record<SignOnOutcome, number> = { allow: 0, factor_wanted: 1, enrol_wanted: 2, deny: 3 }

/** Under several policies at once: what the strictest of them wants. */
export function judgeAll(policies: readonly [PolicyRules, ...PolicyRules[]], facts: SignOnFacts): SignOnVerdict {
  const [first, ...others] = policies
  return others
    .map((policy) => judge(policy, facts))
    .reduce((a, b) => (strictness[b.outcome] > strictness[a.outcome] ? b : a), judge(first, facts))
}

/** What about these conditions does not fit; null when all of it does. */
function whatMisses(when: SignOnConditions, facts: SignOnFacts): string | null {
  const { purposes, appIds, groupIds, roles, networks, notNetworks } = when
  if (purposes.length > 0 && !purposes.includes(facts.purpose)) return 'It is for another occasion.'
  if (appIds.length > 0 && (facts.appId === null || !appIds.includes(facts.appId))) return 'It is for other apps.'
  if (groupIds.length > 0 && !groupIds.some((id) => facts.groupIds.has(id)))
    return 'The person is in none of its groups.'
  if (roles.length > 0 && !roles.some((role) => facts.roles.has(role))) return 'The person has none of its roles.'
  if (networks.length > 0 && !isInNetworks(facts.address, networks)) return 'The address is outside its networks.'
  if (notNetworks.length > 0 && isInNetworks(facts.address, notNetworks))
    return 'The address is inside a network it leaves out.'
  return null
}

function weigh(demand: SignOnDemand, facts: SignOnFacts): Omit<SignOnVerdict, 'rule' | 'considered'> {
  // A recovery code stands in for any factor, but not where only certain kinds count.
  const kinds: FactorKind[] = demand.kinds.length > 0 ? [...demand.kinds] : [...mainKinds, 'recovery_codes']
  const hasOne = facts.enrolled.some((kind) => kind !== 'recovery_codes' && kinds.includes(kind))
  // One that does not count is held all the same: naming kinds must not make the password enough for whoever has another.
  const holdsAny = facts.enrolled.some((kind) => kind !== 'recovery_codes')
  const wantsTwo = demand.proof === 'two' || (demand.proof === 'two_if_enrolled' && holdsAny)
  const minutes = demand.maxAgeMinutes ?? (facts.purpose === 'step_up' ? stepUpMinutes : null)
  const maxAgeSeconds = minutes === null ? null : minutes * 60
  const said = { demand, kinds, isOneEnough: !wantsTwo, maxAgeSeconds }
  if (demand.proof === 'deny') return { ...said, outcome: 'deny', isOneEnough: false }

  const oldest = minutes === null ? Number.NEGATIVE_INFINITY : facts.now.getTime() - minutes * 60_000
  const isYoung = (proof: Proof) => proof.at.getTime() >= oldest
  if (!wantsTwo) {
    const counts = facts.proofs.some((proof) => proof.method !== 'temporary_pass' && isYoung(proof))
    return { ...said, outcome: counts ? 'allow' : 'factor_wanted' }
  }
  const hasFirst = facts.proofs.some(({ method }) => isFirst(method))
  const hasSecond = facts.proofs.some((proof) => {
    const kind = kindOf[proof.method]
    return kind !== undefined && kinds.includes(kind) && isYoung(proof) && hasFirst
  })
  const isRemembered = facts.remembered !== null && standsIn(facts.remembered, demand, kinds, facts.now)
  if (hasSecond || (isRemembered && hasFirst && facts.proofs.some(isYoung))) return { ...said, outcome: 'allow' }
  return { ...said, outcome: hasOne ? 'factor_wanted' : 'enrol_wanted' }
}

/** Whether a device counts for what was given on it: for so long, and as the kind of factor that it was. */
function standsIn({ method, at }: Remembered, demand: SignOnDemand, kinds: readonly FactorKind[], now: Date): boolean {
  if (now.getTime() - at.getTime() >= demand.rememberDays * dayMs) return false
  if (method === null) return demand.kinds.length === 0
  const kind = kindOf[method]
  return kind !== undefined && kinds.includes(kind)
}

/** Of what a person could answer with, what the policy accepts. */
export function acceptedOf<O extends { kind: string }>(
  offers: readonly O[],
  kinds: readonly FactorKind[],
): (O & { kind: FactorKind })[] {
  return offers.filter((offer): offer is O & { kind: FactorKind } => kinds.some((kind) => kind === offer.kind))
}

/** What is wrong with rules that somebody wrote, by field. */
export function policyFaults(policy: PolicyRules): { field: string; message: string }[] {
  const faults: { field: string; message: string }[] = []
  const seen = new Set<string>()
  for (const [index, rule] of policy.rules.entries()) {
    if (seen.has(rule.id)) faults.push({ field: `rules.${index}.id`, message: 'This rule is in the list twice.' })
    seen.add(rule.id)
    for (const field of ['networks', 'notNetworks'] as const)
      for (const [at, network] of rule.when[field].entries())
        if (!parseNetwork(network))
          faults.push({
            field: `rules.${index}.when.${field}.${at}`,
            message: 'Write an address or a range such as 203.0.113.0/24.',
          })
  }
  if (policy.otherwise.proof === 'deny')
    faults.push({ field: 'otherwise.proof', message: 'Nobody could sign in any more, you included.' })
  return faults
}
