import type { SignOnPurpose } from '@hallpass/contract/sign-on-policy'
import type { Reader } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'
import {
  firstPolicy,
  judgeAll,
  kindOf,
  type PolicyRules,
  type SignOnFacts,
  type SignOnVerdict,
} from './sign-on-policy.ts'
import { newestMadeBy, newestNotOf, policyAndEmergency } from './store-policy.ts'
import type { Proof, Remembered } from './types.ts'

export type JudgePersonDeps = Pick<SsoDeps, 'clock'> & {
  directory: Pick<SsoDeps['directory'], 'groupsOf'>
  credentials: Pick<SsoDeps['credentials'], 'factorsOf' | 'canBeAsked'>
  access: Pick<SsoDeps['access'], 'productRoles' | 'administrators'>
}

export type JudgePerson = {
  personId: string
  purpose: SignOnPurpose
  appId?: string | undefined
  address: string
  proofs: readonly Proof[]
  remembered: Remembered | null
}

/** What the policy in force wants of a person now, and whether theirs is an account for emergencies. */
export async function judgePerson(
  deps: JudgePersonDeps,
  r: Reader,
  input: JudgePerson,
  read?: Judging,
): Promise<SignOnVerdict & { isEmergency: boolean }> {
  const { policies, isEmergency, factors } = read ?? (await readJudging(deps, r, input.personId))
  return { ...judgeAll(policies, await factsAbout(deps, r, input, policies, factors)), isEmergency }
}

type Judging = Awaited<ReturnType<typeof readJudging>>

/** What is read of a person whatever they have shown: whoever asks for it early has it in the trip of what else they read. */
export async function readJudging(deps: JudgePersonDeps, r: Reader, personId: string) {
  const [{ policies, isEmergency }, factors] = await Promise.all([
    policiesFor(deps, r, personId),
    deps.credentials.factorsOf(r, personId),
  ])
  return { policies, isEmergency, factors }
}

/** What these policies look at; what none of their rules mentions is not read. */
export async function factsAbout(
  deps: JudgePersonDeps,
  r: Reader,
  input: JudgePerson,
  policies: readonly PolicyRules[],
  factors: Awaited<ReturnType<JudgePersonDeps['credentials']['factorsOf']>>,
): Promise<SignOnFacts> {
  const { personId, purpose, appId = null, address, proofs, remembered } = input
  const now = deps.clock.now()
  const conditions = policies.flatMap(({ rules }) => rules.map(({ when }) => when))
  const [groups, roles] = await Promise.all([
    conditions.some(({ groupIds }) => groupIds.length > 0) ? deps.directory.groupsOf(r, personId) : [],
    conditions.some((when) => when.roles.length > 0) ? deps.access.productRoles(r, personId) : new Set<never>(),
  ])
  return {
    purpose,
    appId,
    groupIds: new Set(groups.map(({ id }) => id)),
    roles,
    address,
    enrolled: [...new Set(factors.map(({ kind }) => kind))],
    proofs,
    remembered: remembered && isStillAsked(deps, remembered) ? remembered : null,
    now,
  }
}

/** A device stands in for nothing that was taken away: who has it shows or adds something that is asked for (decision 18). */
function isStillAsked({ credentials }: JudgePersonDeps, { method }: Remembered): boolean {
  const kind = method === null ? undefined : kindOf[method]
  return kind === undefined || credentials.canBeAsked(kind)
}

/** How long a sole administrator stays under the policy before as well. */
export const soleAuthorHours = 24

/**
 * The policy in force. Whoever changed it last stays under the one before as well until another administrator stands
 * behind the change, so that nobody makes it easier for themselves alone (security C.19). Where there is nobody else to
 * ask, time stands in: a change that somebody made in another's session does that session no good for a day, and the mail
 * about it is read meanwhile.
 */
async function policiesFor(
  deps: JudgePersonDeps,
  r: Reader,
  personId: string,
): Promise<{ policies: [PolicyRules, ...PolicyRules[]]; isEmergency: boolean }> {
  const { current, isEmergency } = await policyAndEmergency(r, personId)
  const under = (...policies: [PolicyRules, ...PolicyRules[]]) => ({ policies, isEmergency })
  // No rule may shut out whoever comes to mend the rules.
  if (isEmergency || !current) return under(firstPolicy)
  if (current.authorId !== personId || current.confirmedBy !== null) return under(current)
  const others = (await deps.access.administrators(r)).filter((id) => id !== personId)
  if (others.length === 0) {
    const settled = await newestMadeBy(r, new Date(deps.clock.now().getTime() - soleAuthorHours * 3_600_000))
    return settled?.version === current.version ? under(current) : under(current, settled ?? firstPolicy)
  }
  return under(current, (await newestNotOf(r, personId)) ?? firstPolicy)
}
