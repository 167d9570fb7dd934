import type { SamlSettings } from '@hallpass/contract/saml'
import type { Actor } from '../../audit/module.ts'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { soleAuthorHours } from '../judge-person.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { personFacts } from '../sign-on/person-facts.ts'
import { type Named, namePerson } from './name-person.ts'
import { isDoubtful, keyOf, type Of } from './namesakes.ts'
import { type Holder, holderOf, lockHolder, passName, takeName } from './store-names.ts'

export type ReleaseNameDeps = Pick<SignOnDeps, 'directory' | 'access' | 'clock'>

/**
 * Why somebody does not get a name: the app knows somebody else by it; somebody else may be meant; or they let it go
 * themselves, and nobody else stands behind that yet.
 */
export type NameRefusal = 'name_held' | 'name_shared' | 'own_change'
export type Released = { named: Named } | { refused: NameRefusal }

/**
 * What the app is told about somebody, under the name that it knows nobody else by; refused when it knows somebody else by it,
 * for good, until an administrator lets the name go (`free-name.ts`). Of those who come for the first time with the same name
 * none gets it, but for the only one whose address their directory vouches for. In the transaction in which the app is told.
 */
export async function releaseName(
  deps: ReleaseNameDeps & Pick<SignOnDeps, 'audit'>,
  tx: Tx,
  input: { settings: SamlSettings; personId: string; appId: string; actor: Actor },
): Promise<Released> {
  const { settings, personId, appId, actor } = input
  const of = { settings, personId, appId, facts: await personFacts(deps, tx, personId, appId) }
  const named = await namePerson(deps, tx, of)
  const nameKey = keyOf(of)
  if (nameKey === null) return { named }
  const known = await lockHolder(tx, { appId, nameKey })
  const refused = await refusalOf(deps, tx, of, known)
  if (refused !== null) return { refused }
  if (isTheirs(known, personId)) return { named }
  const name = { appId, personId, nameKey }
  const now = deps.clock.now()
  if (known) await passName(tx, name, now)
  // Somebody came first: with two tabs it was themselves.
  else if (!(await takeName(tx, name, now)))
    return (await lockHolder(tx, name))?.personId === personId ? { named } : { refused: 'name_held' }
  const personal = { name: named.nameId.value }
  const before = known && known.personId !== personId ? { before: { personId: known.personId } } : {}
  deps.audit.record(tx, { action: 'app.name_taken', actor, subjects: { personId, appId }, ...before, personal })
  return { named }
}

/** Whether somebody would be refused the name that is made for them now; changes nothing. */
export async function wouldRefuse(deps: ReleaseNameDeps, r: Reader, of: Of): Promise<NameRefusal | null> {
  const nameKey = keyOf(of)
  if (nameKey === null) return null
  return await refusalOf(deps, r, of, await holderOf(r, { appId: of.appId, nameKey }))
}

/** What is meant for the people of another directory stays with its holder as long as they come themselves. */
const isTheirs = (known: Holder | null, personId: string): boolean =>
  known?.personId === personId && (known.freed === null || known.freed.forDirectory !== null)

async function refusalOf(deps: ReleaseNameDeps, r: Reader, of: Of, known: Holder | null): Promise<NameRefusal | null> {
  if (isTheirs(known, of.personId)) return null
  if (known && known.personId !== of.personId) {
    if (known.freed === null || !(await isMeant(deps, r, of, known))) return 'name_held'
    // Whoever lets a name go does not come under it by that alone (security C.19).
    if (known.freed.by === of.personId && !(await isSettled(deps, r, known.freed.at, of.personId))) return 'own_change'
  }
  return (await isDoubtful(deps, r, of)) ? 'name_shared' : null
}

/** Somebody of the directory that follows, by what it vouches for, and once whom the app knew has left; or anybody. */
async function isMeant({ directory }: ReleaseNameDeps, r: Reader, of: Of, known: Holder): Promise<boolean> {
  const forDirectory = known.freed?.forDirectory ?? null
  if (forDirectory === null) return true
  const [person, before] = await Promise.all([directory.person(r, of.personId), directory.person(r, known.personId)])
  if (person?.directoryId !== forDirectory || (before !== null && before.state !== 'gone')) return false
  return (
    !of.settings.nameId.includes('{mail') || (await directory.vouchedByDirectory(r, [of.personId])).has(of.personId)
  )
}

/** Where there is nobody else to ask, a day stands in, in which the mail about it is read. */
async function isSettled({ access, clock }: ReleaseNameDeps, r: Reader, at: Date, authorId: string): Promise<boolean> {
  if (clock.now().getTime() - at.getTime() < soleAuthorHours * 3_600_000) return false
  return (await access.administrators(r)).every((id) => id === authorId)
}
