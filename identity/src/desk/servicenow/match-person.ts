import type { Person } from '../../directory/module.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { ServiceNowDeps } from './deps.ts'
import type { MatchBy } from './types.ts'

export type MatchDeps = { directory: Pick<ServiceNowDeps['directory'], 'findByLogin' | 'findByEmployeeNumber'> }
export type NamedPerson = { userName: string; email: string; employeeNumber?: string; language?: string }
export type Match = { kind: 'one'; person: Person } | { kind: 'none' } | { kind: 'several' }

/** Who somebody of ServiceNow is here: exactly one person by exactly the key of the connection, or nobody. Never a guess. */
export async function matchPerson(deps: MatchDeps, r: Reader, by: MatchBy, named: NamedPerson): Promise<Match> {
  const key = keyOf(by, named).trim()
  if (key === '') return { kind: 'none' }
  const { directory } = deps
  const found = by === 'employee_number' ? directory.findByEmployeeNumber(r, key) : directory.findByLogin(r, key)
  const same = (await found).filter((person) => isSame(valueHere(by, person), key))
  const [person] = same
  if (!person) return { kind: 'none' }
  return same.length === 1 ? { kind: 'one', person } : { kind: 'several' }
}

/** The other way round: which field of sys_user says who somebody is, and what it would hold. */
export function fieldOf(by: MatchBy, person: Person): { field: MatchBy; value: string } {
  return { field: by, value: valueHere(by, person) ?? '' }
}

/** Why somebody is nobody in particular here, for whoever ordered. */
export function notOne(kind: 'none' | 'several', userName: string): string {
  if (kind === 'none') return `Hallpass knows nobody like ${userName}. Ask IT to add them to the directory.`
  return `Hallpass knows several people like ${userName} and does not guess. IT can tell them apart.`
}

function keyOf(by: MatchBy, named: NamedPerson): string {
  switch (by) {
    case 'user_name':
      return named.userName
    case 'email':
      return named.email
    case 'employee_number':
      return named.employeeNumber ?? ''
  }
}

function valueHere(by: MatchBy, person: Person): string | null {
  switch (by) {
    case 'user_name':
      return person.login
    case 'email':
      return person.mail
    case 'employee_number':
      return person.employeeNumber
  }
}

const isSame = (one: string | null, other: string): boolean => one?.trim().toLowerCase() === other.toLowerCase()
