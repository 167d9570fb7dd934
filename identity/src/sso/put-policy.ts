import type { SignOnPolicy } from '@hallpass/contract/sign-on-policy'
import type { Actor } from '../audit/module.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'
import { ownPolicy, policyChanged, policyFaulty } from './errors.ts'
import { soleAuthorHours } from './judge-person.ts'
import { firstPolicy, type PolicyRules, policyFaults } from './sign-on-policy.ts'
import { confirmVersion, insertVersion, newestVersions } from './store-policy.ts'
import { type TellAdministratorsDeps, tellAdministrators } from './tell-administrators.ts'

export type PutPolicyDeps = TellAdministratorsDeps &
  Pick<SsoDeps, 'db' | 'clock' | 'audit' | 'access'> & { directory: Pick<SsoDeps['directory'], 'group' | 'people'> }

/** The policy in force, as it is read and changed. */
export async function showPolicy(deps: Pick<SsoDeps, 'access' | 'clock'>, r: Reader): Promise<SignOnPolicy> {
  const [current] = await newestVersions(r, 1)
  if (!current) {
    return {
      version: 0,
      ...firstPolicy,
      changedAt: null,
      changedBy: null,
      awaitsConfirmation: false,
      authorHeldUntil: null,
    }
  }
  const { version, rules, otherwise, authorId, madeAt, confirmedBy } = current
  const others = (await deps.access.administrators(r)).filter((id) => id !== authorId)
  const isOpen = authorId !== null && confirmedBy === null
  const heldUntil = new Date(madeAt.getTime() + soleAuthorHours * 3_600_000)
  return {
    version,
    rules,
    otherwise,
    changedAt: madeAt.toISOString(),
    changedBy: authorId,
    awaitsConfirmation: isOpen && others.length > 0,
    authorHeldUntil: isOpen && others.length === 0 && heldUntil > deps.clock.now() ? heldUntil.toISOString() : null,
  }
}

/**
 * Writes the next version, which holds for everybody at once. Its author stays under the one before as well until
 * another administrator confirms it, or a day has passed where there is none: see `policiesFor`. Every administrator is told.
 */
export async function putPolicy(
  deps: PutPolicyDeps,
  input: PolicyRules & { version: number; authorId: string; actor: Actor },
): Promise<SignOnPolicy> {
  const { rules, otherwise, version, authorId, actor } = input
  return await deps.db.transaction(async (tx) => {
    const faults = [...policyFaults({ rules, otherwise }), ...(await unknownIn(deps, tx, rules))]
    if (faults.length > 0) throw policyFaulty(faults)
    const [before] = await newestVersions(tx, 1)
    if ((before?.version ?? 0) !== version) throw policyChanged()
    const next = { version: version + 1, rules, otherwise, authorId, madeAt: deps.clock.now() }
    if (!(await insertVersion(tx, next))) throw policyChanged()
    deps.audit.record(tx, {
      action: 'sign_on_policy.changed',
      actor,
      subjects: {},
      before: before ? { version, rules: before.rules, otherwise: before.otherwise } : { version: 0 },
      after: { version: next.version, rules, otherwise },
    })
    await tellAdministrators(deps, tx, {
      kind: 'sign_on_policy_changed',
      authorId,
      subject: { en: 'The sign-on policy was changed', de: 'Die Anmelderichtlinie wurde geändert' },
      text: {
        en: (name) =>
          `${name} changed how people sign in. It holds for everybody at once; for ${name} the rules before hold as well until another administrator confirms the change, or for a day where there is no other.`,
        de: (name) =>
          `${name} hat geändert, wie man sich anmeldet. Es gilt sofort für alle; für ${name} gelten die alten Regeln weiter, bis jemand anderes aus der Administration die Änderung bestätigt, oder einen Tag lang, wenn es sonst niemanden gibt.`,
      },
      path: '/admin/sign-on',
    })
    return await showPolicy(deps, tx)
  })
}

export async function confirmPolicy(
  deps: PutPolicyDeps,
  input: { version: number; personId: string; actor: Actor },
): Promise<SignOnPolicy> {
  const { version, personId, actor } = input
  return await deps.db.transaction(async (tx) => {
    const [current] = await newestVersions(tx, 1)
    if (current?.version !== version) throw policyChanged()
    if (current.authorId === personId) throw ownPolicy()
    if (await confirmVersion(tx, version, personId, deps.clock.now()))
      deps.audit.record(tx, { action: 'sign_on_policy.confirmed', actor, subjects: {}, after: { version } })
    return await showPolicy(deps, tx)
  })
}

async function unknownIn(deps: PutPolicyDeps, tx: Tx, rules: PolicyRules['rules']) {
  const faults: { field: string; message: string }[] = []
  for (const [index, { when }] of rules.entries()) {
    const apps = new Set((await deps.access.apps(tx, when.appIds)).map(({ id }) => id))
    for (const [at, id] of when.appIds.entries())
      if (!apps.has(id)) faults.push({ field: `rules.${index}.when.appIds.${at}`, message: 'There is no such app.' })
    for (const [at, id] of when.groupIds.entries())
      if (!(await deps.directory.group(tx, id)))
        faults.push({ field: `rules.${index}.when.groupIds.${at}`, message: 'There is no such group.' })
  }
  return faults
}
