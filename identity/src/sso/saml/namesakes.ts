import type { SamlSettings } from '@hallpass/contract/saml'
import type { Reader } from '../../platform/database/database.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { type factNames, ownFacts, personFacts } from '../sign-on/person-facts.ts'
import { type Facts, onlyFactOf, valuesOf } from './expression.ts'
import { nameKeyOf } from './store-names.ts'

export type NamesakesDeps = Pick<SignOnDeps, 'directory' | 'access'>
/** Somebody in an app, by what is known of them now. */
export type Of = { settings: SamlSettings; personId: string; appId: string; facts: Facts }

/**
 * Who else may use the app and would be named the same there: the app could not tell them apart, and one would be let into
 * the account of the other. The names themselves are compared, as they are made for this app.
 */
export async function namesakesAt(deps: NamesakesDeps, r: Reader, of: Of): Promise<string[]> {
  const own = keyOf(of)
  if (own === null) return []
  const { settings, appId } = of
  const isOfPersonAlone = !/\{(entitlements|groups)\b/.test(settings.nameId)
  const same: string[] = []
  for (const person of await deps.directory.people(r, await candidates(deps, r, of))) {
    const facts = isOfPersonAlone ? ownFacts(person) : await personFacts(deps, r, person.id, appId)
    if (keyOf({ settings, facts }) === own && (await deps.access.mayUse(r, person.id, appId))) same.push(person.id)
  }
  return same
}

/**
 * Whether somebody else may be meant by the name: somebody who is not less sure to be called so. Whoever writes their
 * address themselves keeps nobody out, and gets in by none that a directory vouches for of anybody, whether or not that
 * person may use the app now, or is still here.
 */
export async function isDoubtful(deps: NamesakesDeps, r: Reader, of: Of): Promise<boolean> {
  const same = await namesakesAt(deps, r, of)
  if (!of.settings.nameId.includes('{mail')) return same.length > 0
  const vouched = await deps.directory.vouchedByDirectory(r, [of.personId, ...same])
  if (vouched.has(of.personId)) return same.some((id) => vouched.has(id))
  return same.length > 0 || (await vouchedTo(deps, r, of)).length > 0
}

/**
 * Whom directories vouch for the address that this name is made of, where nobody vouches for that of the person themselves:
 * whether or not those may use the app, or are still here.
 */
export async function vouchedTo(deps: Pick<NamesakesDeps, 'directory'>, r: Reader, of: Of): Promise<string[]> {
  const { settings, ...rest } = of
  return keyOf(of) === null ? [] : await vouchedToOthers(deps, r, { ...rest, expression: settings.nameId })
}

/** The same for whatever is made of an address, as a claim or an attribute. */
export async function vouchedToOthers(
  { directory }: Pick<NamesakesDeps, 'directory'>,
  r: Reader,
  { personId, facts, expression }: Pick<Of, 'personId' | 'facts'> & { expression: string },
): Promise<string[]> {
  if (!expression.includes('{mail') || (await directory.vouchedByDirectory(r, [personId])).has(personId)) return []
  const keysOf = (of: Facts): string[] => valuesOf(expression, of).map(nameKeyOf)
  const own = new Set(keysOf(facts))
  if (own.size === 0) return []
  if (onlyFactOf(expression) === 'mail') return await directory.vouchedSameAddress(r, personId)
  const others = await directory.vouchedMailsOfOthers(r, personId)
  return others
    .filter(({ mail }) => keysOf({ ...facts, mail }).some((key) => own.has(key)))
    .map((each) => each.personId)
}

/** What tells names apart; null where they are opaque, and so one person's, and where there is none. */
export function keyOf({ settings, facts }: Pick<Of, 'settings' | 'facts'>): string | null {
  if (settings.nameIdFormat === 'persistent' || settings.nameIdFormat === 'transient') return null
  const [name] = valuesOf(settings.nameId, facts)
  return name === undefined ? null : nameKeyOf(name)
}

/** Where a name holds the whole login or address, nobody who has another one is named the same. */
async function candidates({ directory, access }: NamesakesDeps, r: Reader, of: Of): Promise<string[]> {
  const holders = await access.holdersOf(r, of.appId)
  const whole: readonly (typeof factNames)[number][] = ['login', 'mail', 'personId']
  const fact = onlyFactOf(of.settings.nameId)
  if (!whole.some((name) => name === fact)) return holders.filter((id) => id !== of.personId)
  const among = new Set(holders)
  return (await directory.namesakesOf(r, of.personId)).filter((id) => among.has(id))
}
