import type { SamlSettings } from '@hallpass/contract/saml'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { type factNames, ownFacts, personFacts } from '../sign-on/person-facts.ts'
import { type Facts, onlyFactOf, valuesOf } from './expression.ts'
import { knownBy, takeName } from './store-names.ts'

type NamesakesDeps = Pick<SignOnDeps, 'directory' | 'access'>
type Of = { settings: SamlSettings; personId: string; appId: string }

/**
 * Who else may use the app and would be named the same there: the app could not tell them apart, and one would be let into
 * the account of the other. The names themselves are compared, as they are made for this app; whether letters are large or
 * small tells nobody apart. Opaque names are one person's.
 */
export async function namesakesAt(deps: NamesakesDeps, r: Reader, of: Of): Promise<string[]> {
  const own = await nameKeyOf(deps, r, of)
  if (own === null) return []
  const { settings, appId } = of
  const isOfPersonAlone = !/\{(entitlements|groups)\b/.test(settings.nameId)
  const same: string[] = []
  for (const person of await deps.directory.people(r, await candidates(deps, r, of))) {
    const facts = isOfPersonAlone ? ownFacts(person) : await personFacts(deps, r, person.id, appId)
    if (keyIn(settings, facts) === own && (await deps.access.mayUse(r, person.id, appId))) same.push(person.id)
  }
  return same
}

/**
 * Lets the app know somebody by their name for as long as they may use it and are called so; false when it knows somebody
 * else by it. Whom it knows already keeps the name. Of those who come for the first time with the same name, none gets it,
 * but for the only one whose address their directory vouches for: whoever writes it there themselves keeps nobody out. In
 * the transaction in which the app is told.
 */
export async function releaseName(deps: NamesakesDeps, tx: Tx, of: Of, now: Date): Promise<boolean> {
  const nameKey = await nameKeyOf(deps, tx, of)
  if (nameKey === null) return true
  const { appId, personId } = of
  const known = await knownBy(tx, appId, nameKey)
  if (known === personId) return true
  const rivals = await rivalsOf(deps, tx, of)
  if (rivals.length > 0 && (known === null || rivals.includes(known))) return false
  return await takeName(tx, { appId, personId, nameKey, from: known }, now)
}

/** Of people with the same name, those who are not less sure to be it. */
async function rivalsOf(deps: NamesakesDeps, r: Reader, of: Of): Promise<string[]> {
  const same = await namesakesAt(deps, r, of)
  if (same.length === 0 || !of.settings.nameId.includes('{mail')) return same
  const vouched = await deps.directory.vouchedByDirectory(r, [of.personId, ...same])
  return vouched.has(of.personId) ? same.filter((id) => vouched.has(id)) : same
}

async function nameKeyOf(deps: NamesakesDeps, r: Reader, { settings, personId, appId }: Of): Promise<string | null> {
  if (settings.nameIdFormat === 'persistent' || settings.nameIdFormat === 'transient') return null
  return keyIn(settings, await personFacts(deps, r, personId, appId))
}

const keyIn = ({ nameId }: SamlSettings, facts: Facts): string | null =>
  valuesOf(nameId, facts)[0]?.toLowerCase() ?? null

/** Where a name holds the whole login or address, nobody who has another one is named the same. */
async function candidates({ directory, access }: NamesakesDeps, r: Reader, of: Of): Promise<string[]> {
  const holders = await access.holdersOf(r, of.appId)
  const whole: readonly (typeof factNames)[number][] = ['login', 'mail', 'personId']
  const fact = onlyFactOf(of.settings.nameId)
  if (!whole.some((name) => name === fact)) return holders.filter((id) => id !== of.personId)
  const among = new Set(holders)
  return (await directory.namesakesOf(r, of.personId)).filter((id) => among.has(id))
}
