/** Whether what an app is told of somebody says only who they are: judged by the place and by the value. Pure. */

/** What an app is told of people, value by value; `name` is that of the claim or attribute, or `nameId`. */
export type Told = { name: string; value: string }

/** The place that apps know somebody by, beside the claims and attributes that every app may read so. */
export const nameIdPlace = 'nameId'

/** A value alone or some of them, at most in another case or with a domain after it: nobody is anybody else by that. */
const plainValues =
  /^\{[A-Za-z]+(\|(lower|upper|trim|ascii))*\}( \{[A-Za-z]+(\|(lower|upper|trim|ascii))*\})*(@[A-Za-z0-9.-]+)?$/

/**
 * Nobody becomes somebody else where each value that stands there is the person's own for a place like this: an app knows
 * people by their address or login; by names it only addresses them; titles, groups and what roles give are none of both,
 * since administrators write them.
 */
export function saysWhoOneIs({ name, value }: Told): boolean {
  if (!plainValues.test(value)) return false
  const place = placeOf(name)
  return place === 'about' || factsIn(value).every((fact) => ownIn[place].includes(fact))
}

/** Whether who somebody is there, or how they are called, follows from what their roles give. */
export const isNamedByEntitlements = ({ name, value }: Told): boolean =>
  placeOf(name) !== 'about' && factsIn(value).includes('entitlements')

/** Who somebody is; how they are called; or what else is said about them, such as their groups. */
type Place = 'identity' | 'called' | 'about'

const identity = ['login', 'mail', 'personId']
const ownIn: Record<Exclude<Place, 'about'>, readonly string[]> = {
  identity,
  called: [...identity, 'displayName', 'givenName', 'familyName'],
}

const factsIn = (value: string): string[] => [...value.matchAll(/\{([A-Za-z]+)/g)].map(([, fact = '']) => fact)

/** Whatever is not known for something else may be what an app knows people by. */
function placeOf(name: string): Place {
  if (called.has(name.toLowerCase())) return 'called'
  const last = (name.split(/[/:#]/).at(-1) ?? '').toLowerCase()
  const word = last.replaceAll(/[^a-z]/g, '')
  if (about.has(word) || about.has(last)) return 'about'
  return word !== 'name' && (called.has(word) || called.has(last)) ? 'called' : 'identity'
}

/** Words of OpenID Connect and of many apps, and the attributes of LDAP as SAML names them (`urn:oid:`, X.500 profile). */
const called = new Set([
  ...['name', 'displayname', 'fullname', 'givenname', 'firstname', 'familyname', 'lastname', 'surname', 'sn'],
  ...['userfirstname', 'userlastname', '2.5.4.4', '2.5.4.42', '2.16.840.1.113730.3.1.241'],
])
const about = new Set([
  ...['group', 'groups', 'role', 'roles', 'entitlement', 'entitlements', 'permissions', 'memberof', 'ismemberof'],
  ...['edupersonentitlement', '1.3.6.1.4.1.5923.1.1.1.7', '1.3.6.1.4.1.5923.1.5.1.1'],
  ...['title', 'jobtitle', 'department', 'locale', 'language', 'preferredlanguage', '2.5.4.12'],
])
