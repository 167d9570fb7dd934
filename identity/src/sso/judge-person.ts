import type { SignOnPurpose } from '@hallpass/contract/sign-on-policy'
import type { Reader } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'
import { firstPolicy, judgeAll, type PolicyRules, type SignOnFacts, type SignOnVerdict } from './sign-on-policy.ts'
import { isBreakGlass } from './store-break-glass.ts'
import { newestNotOf, newestVersions } from './store-policy.ts'
import type { Proof } from './types.ts'

export type JudgePersonDeps = Pick<SsoDeps, 'clock'> & {
  directory: Pick<SsoDeps['directory'], 'groupsOf'>
  credentials: Pick<SsoDeps['credentials'], 'factorsOf'>
  access: Pick<SsoDeps['access'], 'productRoles' | 'administrators'>
}

export type JudgePerson = {
  personId: string
  purpose: SignOnPurpose
  appId?: string | undefined
  address: string
  proofs: readonly Proof[]
  rememberedAt: Date | null
}

/** What the policy in force wants of a person now. */
export async function judgePerson(deps: JudgePersonDeps, r: Reader, input: JudgePerson): Promise<SignOnVerdict> {
  const [policies, facts] = await Promise.all([policiesFor(deps, r, input.personId), factsAbout(deps, r, input)])
  return judgeAll(policies, facts)
}

export async function factsAbout(deps: JudgePersonDeps, r: Reader, input: JudgePerson): Promise<SignOnFacts> {
  const { personId, purpose, appId = null, address, proofs, rememberedAt } = input
  const now = deps.clock.now()
  const [groups, roles, factors] = await Promise.all([
    deps.directory.groupsOf(r, personId),
    deps.access.productRoles(r, personId),
    deps.credentials.factorsOf(r, personId),
  ])
  const usable = factors.filter(({ restsUntil }) => restsUntil === null || restsUntil <= now)
  return {
    purpose,
    appId,
    groupIds: new Set(groups.map(({ id }) => id)),
    roles,
    address,
    enrolled: [...new Set(usable.map(({ kind }) => kind))],
    proofs,
    rememberedAt,
    now,
  }
}

/**
 * The policy in force. Whoever changed it last stays under the one before as well until another administrator stands
 * behind the change, so that nobody makes it easier for themselves alone (security C.19). With one administrator there
 * is nobody to ask.
 */
async function policiesFor(
  deps: JudgePersonDeps,
  r: Reader,
  personId: string,
): Promise<[PolicyRules, ...PolicyRules[]]> {
  const [[current], isEmergency] = await Promise.all([newestVersions(r, 1), isBreakGlass(r, personId)])
  // No rule may shut out whoever comes to mend the rules.
  if (isEmergency) return [firstPolicy]
  if (!current) return [firstPolicy]
  if (current.authorId !== personId || current.confirmedBy !== null) return [current]
  const others = (await deps.access.administrators(r)).filter((id) => id !== personId)
  if (others.length === 0) return [current]
  return [current, (await newestNotOf(r, personId)) ?? firstPolicy]
}
