import type { Person } from '../../directory/module.ts'
import type { Reader } from '../../platform/database/database.ts'
import { once } from '../../platform/database/once.ts'
import { personUnknown } from '../errors.ts'
import type { Facts } from '../saml/expression.ts'
import type { SignOnDeps } from './deps.ts'

/** Names that may stand in braces where an administrator says what is released to an app. */
export const factNames = [
  'login',
  'mail',
  'displayName',
  'givenName',
  'familyName',
  'title',
  'department',
  'locale',
  'personId',
  'entitlements',
  'groups',
] as const

/**
 * What may be told to an app about a person: all of it owned by their directory or by administrators. `entitlements` are
 * those that their roles give in this app, `groups` the groups of their directory.
 */
export async function personFacts(
  deps: Pick<SignOnDeps, 'directory' | 'access'>,
  r: Reader,
  personId: string,
  appId: string,
): Promise<Facts> {
  const [person, { entitlements }, groups] = await Promise.all([
    deps.directory.person(r, personId),
    deps.access.desiredAccount(r, personId, appId),
    deps.directory.groupsOf(r, personId),
  ])
  if (!person) throw personUnknown()
  const facts: Record<(typeof factNames)[number], string | readonly string[] | null> = {
    ...ownFacts(person),
    entitlements,
    groups: groups.map((group) => group.name),
  }
  return facts
}

/** Those of them that stand with the person alone. */
export function ownFacts(
  person: Person,
): Record<Exclude<(typeof factNames)[number], 'entitlements' | 'groups'>, string | null> {
  const { id: personId, login, mail, displayName, givenName, familyName, title, department, locale } = person
  return { login, mail, displayName, givenName, familyName, title, department, locale, personId }
}

/** The same, read once for the length of a call. */
export function knownFacts(...[deps, r, personId, appId]: Parameters<typeof personFacts>): Promise<Facts> {
  return once(r, 'person_facts', `${personId} ${appId}`, () => personFacts(deps, r, personId, appId))
}
