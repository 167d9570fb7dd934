import { Failure } from '../../platform/errors.ts'
import { personUnknown } from '../errors.ts'
import { type AppChange, mayChangeApp } from '../sign-on/change-app.ts'
import { tellSignOnChange } from '../sign-on/change-in-sight.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { endSamlParts } from '../sign-on/on-access-ended.ts'
import { personFacts } from '../sign-on/person-facts.ts'
import { type FreeNameDeps, nameNotHeld } from './free-name.ts'
import { keyOf } from './namesakes.ts'
import { type Holder, lockHolder, nameKeyOf, passName, takeName } from './store-names.ts'
import { findSamlApp } from './store-saml.ts'

/** Whom a page shows as the holder of a name: nobody, where it was let go for anybody. */
export const holderShown = (known: Holder | null): string | null =>
  known && (known.freed === null || known.freed.forDirectory !== null) ? known.personId : null

/**
 * An administrator says that a name is this person's: the way through for whom the app would know by a name that it knows
 * somebody else by, or that several may be meant by. Both are named by whoever asks. Nobody says so of themselves.
 */
export async function giveName(
  deps: FreeNameDeps & Pick<SignOnDeps, 'directory' | 'access'>,
  input: AppChange & { name: string; personId: string; holderId: string | null },
): Promise<void> {
  await mayChangeApp(deps, input)
  const { appId, name, personId, holderId, actor, principal } = input
  if (personId === principal.personId) throw ownName()
  if (!(await deps.directory.person(deps.db, personId))) throw personUnknown()
  const saml = await findSamlApp(deps.db, appId)
  if (!saml) throw new Failure('conflict', 'saml_not_set_up', 'This app is not set up for SAML yet.')
  await deps.db.transaction(async (tx) => {
    const nameKey = nameKeyOf(name)
    const facts = await personFacts(deps, tx, personId, appId)
    const known = await lockHolder(tx, { appId, nameKey })
    if (keyOf({ settings: saml.settings, facts }) !== nameKey || holderShown(known) !== holderId) throw nameNotHeld()
    const given = { appId, nameKey, personId }
    if (known) await passName(tx, given, deps.clock.now())
    else if (!(await takeName(tx, given, deps.clock.now()))) throw nameNotHeld()
    const before = known && known.personId !== personId ? known.personId : null
    if (before !== null) await endSamlParts(deps, tx, [{ personId: before, appId }])
    deps.audit.record(tx, {
      action: 'app.name_given',
      actor,
      subjects: { personId, appId },
      ...(before === null ? {} : { before: { personId: before } }),
      personal: { name },
    })
    await tellSignOnChange(deps, tx, { appId, authorId: principal.personId, change: 'name_given' })
  })
}

export const ownName = (): Failure =>
  new Failure('conflict', 'own_name', 'Another administrator has to say that a name is yours.')
