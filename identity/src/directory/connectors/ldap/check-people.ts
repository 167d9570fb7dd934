import type { Entry } from 'ldapts'
import { isAnswer, type LdapConnection, toSearchFailure } from './connection.ts'
import { equals, groups, type LdapShape, people, personAttributes, toPerson } from './entries.ts'
import type { Note } from './note.ts'

const samplesMax = 5
/** As a listing asks for them. */
const pageSize = 500
const countMsMax = 10_000

/** A few people, as what follows looks at them. */
export async function checkPeople(connection: LdapConnection, shape: LdapShape, note: Note): Promise<Entry[]> {
  const entries = await connection.search({
    base: shape.baseDn,
    scope: 'sub',
    filter: people(shape),
    attributes: personAttributes(shape),
    limit: samplesMax,
  })
  const { keyAttribute } = shape.flavour
  if (entries.length === 0) {
    note('people', false, await whyNobody(connection, shape))
  } else if (entries.some((entry) => toPerson(entry, shape) === null)) {
    note('people', false, `The service account may not read ${keyAttribute}, without which nobody is found again.`)
  } else {
    const limit = await limitMet(connection, shape)
    note('people', limit === null, limit ?? 'People are visible with their stable identifier.')
  }
  return entries
}

async function whyNobody(connection: LdapConnection, shape: LdapShape): Promise<string> {
  const ofClass = equals('objectClass', shape.personClass)
  const search = { base: shape.baseDn, scope: 'sub' as const, filter: ofClass, attributes: ['objectClass'], limit: 1 }
  const found = await connection.search(search)
  return found.length === 0
    ? `No entry of class ${shape.personClass} is visible under the base.`
    : `Entries of class ${shape.personClass} are visible under the base, but none with the attribute ${shape.loginAttribute}, which is to be the login.`
}

/**
 * Servers count a listing over all of its pages, so a limit is met only where it is passed: pages are turned to the last
 * one, or for as long as an administrator waits.
 */
async function limitMet(connection: LdapConnection, shape: LdapShape): Promise<string | null> {
  const began = performance.now()
  const search = { base: shape.baseDn, scope: 'sub' as const, filter: people(shape), attributes: ['1.1'] }
  try {
    for await (const _page of connection.pages(search, pageSize)) {
      if (performance.now() - began > countMsMax) return null
    }
    return null
  } catch (error) {
    if (isAnswer(error) && (error.code === 4 || error.code === 11)) return toSearchFailure(error).message
    throw error
  }
}

export async function checkGroups(connection: LdapConnection, shape: LdapShape, note: Note): Promise<void> {
  const search = { base: shape.baseDn, scope: 'sub' as const, filter: groups(shape), attributes: ['cn'], limit: 1 }
  const found = await connection.search(search)
  note('groups', true, found.length > 0 ? 'Groups are visible.' : noGroups(shape.groupClass))
}

export const noGroups = (groupClass: string): string =>
  `There are no groups of class ${groupClass} under the base. If yours are elsewhere, enter a base that holds them as well.`
