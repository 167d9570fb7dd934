import type { Person } from '../../directory/module.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { ServiceNowDeps } from './deps.ts'
import type { MatchBy } from './types.ts'

export type MatchDeps = { directory: Pick<ServiceNowDeps['directory'], 'findByLogin'> }
export type NamedPerson = { userName: string; email: string }
export type Match = { kind: 'one'; person: Person } | { kind: 'none' } | { kind: 'several' }

/** Who somebody of ServiceNow is here: exactly one person by exactly the key of the connection, or nobody. Never a guess. */
export async function matchPerson(deps: MatchDeps, r: Reader, by: MatchBy, named: NamedPerson): Promise<Match> {
  const key = (by === 'user_name' ? named.userName : named.email).trim()
  if (key === '') return { kind: 'none' }
  const found = await deps.directory.findByLogin(r, key)
  const same = found.filter((person) => isSame(by === 'user_name' ? person.login : person.mail, key))
  const [person] = same
  if (!person) return { kind: 'none' }
  return same.length === 1 ? { kind: 'one', person } : { kind: 'several' }
}

const isSame = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase()
