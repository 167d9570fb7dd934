/** The front door of the directory slice: people and groups, wherever they live. */
import type { PersonSummary } from '@hallpass/contract/common'
import type { Actor, Audit } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Reader, Tx } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { DirectoryConnector, PersonRef } from './connectors/connector.ts'
import type { Address, ConfiguredDirectory, Group, Person } from './types.ts'

export type {
  DirectoryConnector,
  PasswordPolicy,
  PasswordState,
  PersonRef,
  Verdict,
} from './connectors/connector.ts'
export { DirectoryFailure, type PasswordFault, PasswordRejected, sentenceOf } from './connectors/failures.ts'
export {
  directorySynced,
  groupChanged,
  personAdded,
  personChanged,
  personDisabled,
  personEnabled,
  personGone,
} from './events.ts'
export type { Address, ConfiguredDirectory, Group, Person, PersonState } from './types.ts'

/** A built-in person to be made; `managerId` may live in any directory. */
export type PersonDraft = {
  directoryId: string
  login: string
  displayName: string
  mail: string
  givenName?: string | undefined
  familyName?: string | undefined
  title?: string | undefined
  department?: string | undefined
  locale?: string | undefined
  managerId?: string | undefined
}

/** Where a person's password lives, and how to talk to it. */
export type Home = { connector: DirectoryConnector; ref: PersonRef; directory: ConfiguredDirectory }

export type Directory = {
  person(r: Reader, personId: string): Promise<Person | null>
  /** In the order asked for; unknown ids are left out. */
  people(r: Reader, personIds: readonly string[]): Promise<Person[]>
  /** Everybody with this login or address, whatever the case, in all directories; people who are gone are left out. */
  findByLogin(r: Reader, login: string): Promise<Person[]>
  /** Null when the directory names none, or one that is not here. May be disabled or gone: the caller decides. */
  managerOf(r: Reader, personId: string): Promise<Person | null>
  /** The members of a group who are active. */
  membersOf(r: Reader, groupId: string): Promise<Person[]>
  groupsOf(r: Reader, personId: string): Promise<Group[]>
  group(r: Reader, groupId: string): Promise<Group | null>
  /** The fact that ends sessions, tokens and access: read per request by whoever acts. */
  isActive(r: Reader, personId: string): Promise<boolean>
  addressesOf(r: Reader, personId: string): Promise<Address[]>
  /** Throws `not_found` for an unknown person. A person who is gone still has a home; it answers as it sees fit. */
  connectorOf(r: Reader, personId: string): Promise<Home>
  createPerson(tx: Tx, actor: Actor, draft: PersonDraft): Promise<Person>
  /** Reads one person again from their directory, now; null when the person is not known here. */
  refresh(personId: string): Promise<Person | null>
  summary(person: Person): PersonSummary
  /** Lets go of the connections to all directories. */
  close(): Promise<void>
}

export type DirectoryDeps = {
  db: Database
  jobs: Jobs
  events: Events
  clock: Clock
  ids: Ids
  audit: Pick<Audit, 'record'>
}
