import type { FactorKind } from '@hallpass/contract/factors'
import type { AssuranceMethod } from '@hallpass/contract/sign-in'
import type { SignOnRule, SignOnTrial } from '@hallpass/contract/sign-on-policy'
import { invalidField } from '../platform/errors.ts'
import type { SsoDeps } from './deps.ts'
import { appUnknown, personUnknown } from './errors.ts'
import { wayInOf } from './gone-factors.ts'
import { type JudgePersonDeps, judgePerson, readJudging } from './judge-person.ts'
import { isAddress } from './network.ts'
import { wouldRefuse } from './saml/release-name.ts'
import { findSamlApp } from './saml/store-saml.ts'
import { personFacts } from './sign-on/person-facts.ts'
import { methodsOfKind, type PolicyRules, type SignOnVerdict, strictness } from './sign-on-policy.ts'
import { isSignOnAuthor } from './store-sign-on-authors.ts'

export type TryPolicyDeps = JudgePersonDeps & Pick<SsoDeps, 'db' | 'directory' | 'access'>

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
  if (!isAddress(address)) throw invalidField('address', 'Write one address, such as 203.0.113.9 or 2001:db8::9.')
  const person = await deps.directory.person(db, personId)
  if (!person) throw personUnknown()
  const app = appId === undefined ? null : await deps.access.app(db, appId)
  if (appId !== undefined && !app) throw appUnknown()
  const name = person.displayName
  const named = { person: name, app: app?.name ?? null, kinds: [] }
  if (person.state !== 'active')
    return refused(`${name} is not active in their directory, so no door opens.`, { code: 'inactive', ...named })
  if (await deps.directory.isPaused(db, personId))
    return refused(`The directory of ${name} is paused, so nobody of it signs in.`, { code: 'paused', ...named })
  if (app && !(await deps.access.mayUse(db, personId, app.id)))
    return refused(`${name} has no access to ${app.name} now.`, { code: 'no_access', ...named })
  if (app && (await isSignOnAuthor(db, personId, app.id))) {
    const text = `${name} set what ${app.name} is told of people, and is not signed on there until somebody else stands behind it.`
    return refused(text, { code: 'own_change', ...named }, 'deny')
  }

  const nameRefused = app && (await nameRefusal(deps, { personId, appId: app.id }))
  if (app && nameRefused !== null) {
    const text =
      nameRefused === 'name_held'
        ? `${app.name} knows somebody else by the name of ${name}, who is refused until the name is freed on the page of the app.`
        : nameRefused === 'own_change'
          ? `${name} freed the name by which ${app.name} would know them, and is not signed on there until somebody else stands behind it.`
          : `${app.name} could not tell ${name} from somebody who would have the same name there, so neither comes in.`
    return refused(text, { code: nameRefused, ...named }, 'deny')
  }

  const now = deps.clock.now()
  const judging = await readJudging(deps, db, personId)
  // A draft is tried as if it held; an account for emergencies is under none.
  const read = draft && !judging.isEmergency ? { ...judging, policies: [draft] as [PolicyRules] } : judging
  const shown = {
    personId,
    address,
    proofs: (input.methods ?? ['password']).map((method) => ({ method, at: now })),
    remembered: rememberedWith ? { method: methodsOfKind[rememberedWith][0], at: now } : null,
  }
  // Whoever opens an app has signed in before, from the same place.
  const signIn = await judgePerson(deps, db, { ...shown, purpose: 'sign_in' }, read)
  const opening = app && (await judgePerson(deps, db, { ...shown, purpose: 'launch', appId: app.id }, read))
  const isAtTheApp = opening !== null && strictness[opening.outcome] >= strictness[signIn.outcome]
  const verdict = isAtTheApp ? opening : signIn
  const { rule, demand, considered } = verdict
  const code = codeOf(verdict, wayInOf(deps, judging.factors, verdict.kinds))
  const door = app && isAtTheApp ? `open ${app.name}` : 'sign in'
  return {
    outcome: code === 'enrol' ? 'enrol_wanted' : code === 'desk' ? 'factor_wanted' : verdict.outcome,
    sentence: `${sentence(name, door, verdict.kinds, code)}, ${by(rule)}.`,
    said: { ...named, app: isAtTheApp ? named.app : null, code, kinds: [...verdict.kinds] },
    rule: idAndName(rule),
    signIn: app && { outcome: signIn.outcome, rule: idAndName(signIn.rule) },
    demand,
    considered,
  }
}

/** Whether the app would know them by a name that is not theirs; where it knows people by none, or lacks theirs, it is not asked. */
async function nameRefusal(
  deps: TryPolicyDeps,
  { personId, appId }: { personId: string; appId: string },
): Promise<'name_held' | 'name_shared' | 'own_change' | null> {
  const saml = await findSamlApp(deps.db, appId)
  if (!saml) return null
  const facts = await personFacts(deps, deps.db, personId, appId)
  return await wouldRefuse(deps, deps.db, { settings: saml.settings, personId, appId, facts })
}

const by = (rule: SignOnRule | null): string =>
  rule ? `by the rule “${rule.name}”` : 'because no rule fits and what holds otherwise decides'
const idAndName = (rule: SignOnRule | null) => rule && { id: rule.id, name: rule.name }

const refused = (
  text: string,
  said: SignOnTrial['said'],
  outcome: SignOnTrial['outcome'] = 'no_access',
): SignOnTrial => ({
  outcome,
  sentence: text,
  said,
  rule: null,
  signIn: null,
  demand: null,
  considered: [],
})

type Code = Exclude<
  SignOnTrial['said']['code'],
  'inactive' | 'no_access' | 'paused' | 'own_change' | 'name_held' | 'name_shared'
>

function codeOf({ outcome, isOneEnough }: SignOnVerdict, wayIn: ReturnType<typeof wayInOf>): Code {
  switch (outcome) {
    case 'allow':
    case 'deny':
      return outcome
    case 'factor_wanted':
      if (isOneEnough) return 'prove_again'
      return wayIn === 'factor' ? 'second_factor' : wayIn === 'add' ? 'enrol' : 'desk'
    case 'enrol_wanted':
      return wayIn === 'desk' ? 'desk' : 'enrol'
  }
}

const words: Record<FactorKind, string> = {
  totp: 'a code of an authenticator app',
  passkey: 'a passkey',
  push: 'a prompt on the phone',
  sms: 'a code by text message',
  recovery_codes: 'a recovery code',
}

function sentence(name: string, door: string, kinds: readonly FactorKind[], code: Code): string {
  const list = kinds.map((kind) => words[kind]).join(', ')
  switch (code) {
    case 'allow':
      return `${name} could ${door} without being asked for more`
    case 'prove_again':
      return `${name} would be asked to prove again who they are before they could ${door}`
    case 'second_factor':
      return `${name} would be asked for a second factor (${list}) before they could ${door}`
    case 'enrol':
      return `${name} would have to add a second factor (${list}) before they could ${door}`
    case 'desk':
      return `${name} would need a temporary pass of the service desk before they could ${door}, since nothing they have set up is still asked for`
    case 'deny':
      return `${name} could not ${door}`
  }
}
