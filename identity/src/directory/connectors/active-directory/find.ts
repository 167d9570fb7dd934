import type { PersonRecord, PersonRef } from '../connector.ts'
import { both, either, equals, firstValue } from '../ldap/entries.ts'
import type { AdContext } from './context.ts'
import { type Domain, serverTime } from './domain.ts'
import { attributesFor, toPerson } from './entries.ts'
import { readPerson } from './person.ts'
import { isProtected } from './protection.ts'
import { bytesAttributes, people } from './shape.ts'
import { ordinaryAccount } from './values.ts'

/** By login, DOMAIN\login, user principal name or mail. A login wins; two with one mail are nobody. */
export async function findPerson(context: AdContext, text: string): Promise<PersonRecord | null> {
  const ref = await context.service.read(async (connection) => {
    const domain = await context.domain(connection)
    const login = loginIn(text, domain)
    if (login === '') return null
    const now = await serverTime(connection)
    const entries = await connection.search({
      base: context.shape.baseDn,
      scope: 'sub',
      filter: both(
        people,
        either(equals('sAMAccountName', login), equals('userPrincipalName', login), equals('mail', login)),
      ),
      attributes: attributesFor(context.shape),
      bytes: bytesAttributes,
      limit: 4,
    })
    const named = (attribute: string) =>
      entries.filter((entry) => firstValue(entry, attribute)?.toLowerCase() === login.toLowerCase())
    const candidates = [named('sAMAccountName'), named('userPrincipalName'), entries].find((some) => some.length > 0)
    const [found] = candidates?.length === 1 ? candidates : []
    return found ? (toPerson(found, { now, isProtected: false, shape: context.shape })?.ref ?? null) : null
  })
  // Once more by itself: only then the server tells all groups of a person.
  return ref === null ? null : await getPerson(context, ref)
}

export async function getPerson(context: AdContext, who: PersonRef): Promise<PersonRecord | null> {
  return await context.service.read(async (connection) => {
    const domain = await context.domain(connection)
    const person = await readPerson(connection, context.shape, who)
    if (person === null || firstValue(person.entry, 'sAMAccountType') !== ordinaryAccount) return null
    const { entry, now } = person
    const isOutOfReach = await isProtected(connection, entry, context.shape, domain)
    return toPerson(entry, { now, isProtected: isOutOfReach, shape: context.shape })
  })
}

function loginIn(text: string, domain: Domain): string {
  const at = text.indexOf('\\')
  const isQualified = at > 0 && text.slice(0, at).toLowerCase() === domain.shortName?.toLowerCase()
  return isQualified ? text.slice(at + 1) : text
}
