import type { FactorKind } from '@hallpass/contract/factors'
import type { AssuranceMethod } from '@hallpass/contract/sign-in'
import type { SignOnTrial } from '@hallpass/contract/sign-on-policy'
import type { SsoDeps } from './deps.ts'
import { appUnknown, personUnknown } from './errors.ts'
import { factsAbout, type JudgePersonDeps } from './judge-person.ts'
import { firstPolicy, judge, methodsOfKind, type PolicyRules, type SignOnVerdict } from './sign-on-policy.ts'
import { newestVersions } from './store-policy.ts'

export type TryPolicyDeps = JudgePersonDeps &
  Pick<SsoDeps, 'db'> & {
    directory: Pick<SsoDeps['directory'], 'person'>
    access: Pick<SsoDeps['access'], 'app' | 'mayUse'>
  }

export type TryPolicy = {
  personId: string
  appId?: string | undefined
  address: string
  methods?: AssuranceMethod[] | undefined
  rememberedWith?: FactorKind | undefined
  draft?: PolicyRules | undefined
}

/** "What would happen if this person opened this app from there": the same decision, with the rule that makes it. */
export async function tryPolicy(deps: TryPolicyDeps, input: TryPolicy): Promise<SignOnTrial> {
  const { personId, appId, address, draft, rememberedWith } = input
  const { db } = deps
  const person = await deps.directory.person(db, personId)
  if (!person) throw personUnknown()
  const app = appId === undefined ? null : await deps.access.app(db, appId)
  if (appId !== undefined && !app) throw appUnknown()
  const name = person.displayName
  const named = { person: name, app: app?.name ?? null, kinds: [] }
  if (person.state !== 'active')
    return refused(`${name} is not active in their directory, so no door opens.`, { code: 'inactive', ...named })
  if (app && !(await deps.access.mayUse(db, personId, app.id)))
    return refused(`${name} has no access to ${app.name} now.`, { code: 'no_access', ...named })

  const now = deps.clock.now()
  const policy = draft ?? (await newestVersions(db, 1))[0] ?? firstPolicy
  const asked = {
    personId,
    purpose: app ? ('launch' as const) : ('sign_in' as const),
    appId,
    address,
    proofs: (input.methods ?? ['password']).map((method) => ({ method, at: now })),
    remembered: rememberedWith ? { method: methodsOfKind[rememberedWith][0], at: now } : null,
  }
  const facts = await factsAbout(deps, db, asked, [policy])
  const verdict = judge(policy, facts)
  const { outcome, rule, demand, considered } = verdict
  const by = rule ? `by the rule “${rule.name}”` : 'because no rule fits and what holds otherwise decides'
  const door = app ? `open ${app.name}` : 'sign in'
  return {
    outcome,
    sentence: `${sentence(name, door, verdict)}, ${by}.`,
    said: { ...named, code: codeOf(verdict), kinds: [...verdict.kinds] },
    rule: rule && { id: rule.id, name: rule.name },
    demand,
    considered,
  }
}

const refused = (text: string, said: SignOnTrial['said']): SignOnTrial => ({
  outcome: 'no_access',
  sentence: text,
  said,
  rule: null,
  demand: null,
  considered: [],
})

function codeOf({ outcome, isOneEnough }: SignOnVerdict): SignOnTrial['said']['code'] {
  switch (outcome) {
    case 'allow':
    case 'deny':
      return outcome
    case 'factor_wanted':
      return isOneEnough ? 'prove_again' : 'second_factor'
    case 'enrol_wanted':
      return 'enrol'
  }
}

const words: Record<FactorKind, string> = {
  totp: 'a code of an authenticator app',
  passkey: 'a passkey',
  push: 'a prompt on the phone',
  sms: 'a code by text message',
  recovery_codes: 'a recovery code',
}

function sentence(name: string, door: string, { outcome, kinds, isOneEnough }: SignOnVerdict): string {
  const list = kinds.map((kind) => words[kind]).join(', ')
  switch (outcome) {
    case 'allow':
      return `${name} could ${door} without being asked for more`
    case 'factor_wanted':
      return isOneEnough
        ? `${name} would be asked to prove again who they are before they could ${door}`
        : `${name} would be asked for a second factor (${list}) before they could ${door}`
    case 'enrol_wanted':
      return `${name} would have to add a second factor (${list}) before they could ${door}`
    case 'deny':
      return `${name} could not ${door}`
  }
}
