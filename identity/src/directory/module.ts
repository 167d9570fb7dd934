/** The front door of the directory slice: people and groups, wherever they live. */
import type { PersonSummary } from '@hallpass/contract/common'
import type { NewDirectory } from '@hallpass/contract/directories'
import type { ImportReport } from '@hallpass/contract/people'
import type { Actor } from '../audit/module.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import { addressesFor, phonesFor } from './addresses.ts'
import { checkDirectory } from './check-directory.ts'
import type { Health, Passwords } from './connectors/connector.ts'
import { createPerson } from './create-person.ts'
import type { DirectoryDeps, SliceDeps } from './deps.ts'
import { directoryUnknown, personUnknown } from './errors.ts'
import { isDirectoryFresh } from './freshness.ts'
import { type ImportPeople, importPeople } from './import-people.ts'
import { scheduleForgetting } from './note-former-contacts.ts'
import { withoutNotes } from './note-own-writes.ts'
import { openConnectors } from './open-connectors.ts'
import { isProtected } from './out-of-reach.ts'
import { pauseDirectory, resumeDirectory } from './pause-directory.ts'
import { refreshPerson } from './refresh-person.ts'
import { scheduleReminders } from './remind-expiry.ts'
import { type RemoveDirectory, registerRemoval, removeDirectory } from './remove-directory.ts'
import { scheduleSyncs, startSync } from './run-syncs.ts'
import { builtInDirectory, connectDirectory } from './save-directory.ts'
import { colleagueIds } from './store/colleagues.ts'
import { allDirectories, directoryById, everyDirectory, isAnyAway, toConfigured } from './store/directories.ts'
import { formerContactsOf } from './store/former-contacts.ts'
import { activeMembersOf, groupById, groupsOf, toGroup } from './store/groups.ts'
import { namesakesOf } from './store/namesakes.ts'
import { noteOwnWriteWithin, settleOwnWriteWithin } from './store/own-writes.ts'
import { peopleByEmployeeNumber, peopleByIds, peopleByLogin, personById, toPerson } from './store/people.ts'
import { memberIds } from './store/removals.ts'
import { runById } from './store/runs.ts'
import type { DirectoryRow, SyncRunRow } from './store/tables.ts'
import { vouchedByDirectory, vouchedMails, vouchedMailsOfOthers, vouchedSameAddress } from './store/vouched-mails.ts'
import { syncDirectory } from './sync-directory.ts'
import type { Address, ConfiguredDirectory, FormerContact, Group, Home, Person, PersonDraft, Phone } from './types.ts'
import { scheduleProofWatch } from './watch-proofs.ts'

export type {
  Health,
  PasswordPolicy,
  PasswordState,
  Verdict,
} from './connectors/connector.ts'
export { changedAtOf } from './connectors/connector.ts'
export { DirectoryFailure, type PasswordFault, PasswordRejected } from './connectors/failures.ts'
export type { DirectoryDeps } from './deps.ts'
export {
  contactsChanged,
  directoryChanged,
  groupChanged,
  passwordSetOutside,
  personChanged,
  personDisabled,
  personEnabled,
  personGone,
} from './events.ts'
export { type DirectoryFacts, isDirectoryFresh } from './freshness.ts'
export { directoryRoutes } from './routes.ts'
export type { Address, ConfiguredDirectory, FormerContact, Group, Home, Person, PersonDraft, Phone } from './types.ts'

export type Directory = {
  person(r: Reader, personId: string): Promise<Person | null>
  /** In the order asked for; unknown ids are left out. */
  people(r: Reader, personIds: readonly string[]): Promise<Person[]>
  /** Everybody with this login or address, whatever the case, in all directories; people who are gone are left out. */
  findByLogin(r: Reader, login: string): Promise<Person[]>
  /** Everybody with this employee number, whatever the case, in all directories; people who are gone are left out. */
  findByEmployeeNumber(r: Reader, number: string): Promise<Person[]>
  /** Null when the directory names none, or one that is not here. May be disabled or gone: the caller decides. */
  managerOf(r: Reader, personId: string): Promise<Person | null>
  /** The members of a group who are active, those of groups within it included. */
  membersOf(r: Reader, groupId: string): Promise<Person[]>
  groupsOf(r: Reader, personId: string): Promise<Group[]>
  group(r: Reader, groupId: string): Promise<Group | null>
  /** The fact that ends sessions, tokens and access: read per request by whoever acts. */
  isActive(r: Reader, personId: string): Promise<boolean>
  /** Active people with the same manager, or in the same department of the same directory. */
  colleaguesOf(r: Reader, personId: string): Promise<string[]>
  /**
   * Whether what is known of a person may be acted on: their directory was read well within 15 minutes, or three of its
   * own intervals where those are longer (security D). Always true in a built-in directory.
   */
  isFresh(r: Reader, personId: string): Promise<boolean>
  /** Whether their directory is paused, also while it is being removed: no door opens for them. False for nobody. */
  isPaused(r: Reader, personId: string): Promise<boolean>
  /** Whether any directory is paused, or did not answer when it was last read: some people cannot sign in whatever they do. */
  isAnyAway(r: Reader): Promise<boolean>
  addressesOf(r: Reader, personId: string): Promise<Address[]>
  /** Those of them that are theirs by the word of their directory, and nobody else's. */
  vouchedMails(r: Reader, personId: string): Promise<string[]>
  /** Those of them whose directory vouches for their addresses. */
  vouchedByDirectory(r: Reader, personIds: readonly string[]): Promise<Set<string>>
  /** The primary addresses of everybody else whose directory vouches for them, whoever left included. */
  vouchedMailsOfOthers(r: Reader, personId: string): Promise<{ personId: string; mail: string }[]>
  /** Who of them has the very primary address of this person. */
  vouchedSameAddress(r: Reader, personId: string): Promise<string[]>
  /** Who is active here beside this person and shares login or primary address with them. */
  namesakesOf(r: Reader, personId: string): Promise<string[]>
  phonesOf(r: Reader, personId: string): Promise<Phone[]>
  /** What they had until lately, and left at `since` or later; kept for 90 days. */
  formerContactsOf(r: Reader, personId: string, since: Date): Promise<FormerContact[]>
  /** Out of reach of everything here (security A.1); the connectors look at the live entry again before each write. */
  isProtected(r: Reader, personId: string): Promise<boolean>
  /** Throws `not_found` for an unknown person. A person who is gone still has a home; it answers as it sees fit. */
  connectorOf(r: Reader, personId: string): Promise<Home>
  /** Who leaves word of their password writes as below: the passwords of a home, whose writes then leave none themselves. */
  passwordsOf(home: Home): Passwords | undefined
  /** Leaves word in the transaction before a password write that what a sync will find is ours (see `note-own-writes.ts`). */
  noteOwnWrite(tx: Tx, home: Home, at: Date): void
  /** In the transaction after it: the time that the directory gave to it is no news any more. */
  settleOwnWrite(tx: Tx, home: Home, setAt: Date): void
  createPerson(tx: Tx, actor: Actor, draft: PersonDraft): Promise<Person>
  /** Reads one person again from their directory, now; null when the person is not known here. */
  refresh(personId: string): Promise<Person | null>
  summary(person: Person): PersonSummary
  directory(r: Reader, directoryId: string): Promise<ConfiguredDirectory | null>
  /** Those that are connected, paused ones included. */
  directories(r: Reader): Promise<ConfiguredDirectory[]>
  /** Removed ones too, for naming where somebody was. */
  everyDirectory(r: Reader): Promise<{ id: string; name: string }[]>
  /** Everybody of a directory who is not gone. */
  memberIds(r: Reader, directoryId: string): Promise<string[]>
  /** Nothing is asked of it from then on; its people stay as they are. */
  pause(tx: Tx, input: { directoryId: string; reason: string; actor: Actor }): Promise<ConfiguredDirectory>
  resume(tx: Tx, input: { directoryId: string; actor: Actor }): Promise<ConfiguredDirectory>
  /** Of a paused directory; its people become leavers in a job. `people`: how many were shown to whoever confirms. */
  remove(tx: Tx, input: RemoveDirectory): Promise<void>
  /** Connects a directory; its first sync is due at once. */
  connect(tx: Tx, actor: Actor, directory: NewDirectory): Promise<ConfiguredDirectory>
  /** The first built-in directory, made in this transaction when there is none. */
  builtInDirectory(tx: Tx, actor: Actor): Promise<{ id: string }>
  importPeople(input: ImportPeople): Promise<ImportReport>
  /** Can it be reached, with which rights; changes nothing. */
  check(directoryId: string): Promise<Health>
  /** Reads a whole directory here and now and tells how it ended; for the command line. */
  syncNow(directoryId: string, actor: Actor): Promise<SyncRunRow>
  /** What `directoryRoutes` is handed. */
  readonly deps: SliceDeps
  /** Lets go of the connections to all directories. */
  close(): Promise<void>
}

/** Wires the slice: its jobs and its sweep exist from here on. */
export function createDirectory(given: DirectoryDeps): Directory {
  const deps: SliceDeps = { ...given, connectors: openConnectors(given) }
  scheduleSyncs(deps, deps.jobs)
  registerRemoval(deps, deps.jobs)
  scheduleReminders(deps, deps.jobs)
  scheduleForgetting(deps, deps.jobs)
  scheduleProofWatch(deps, deps.jobs)

  return {
    async person(r, personId) {
      const row = await personById(r, personId)
      return row && toPerson(row)
    },
    async people(r, personIds) {
      const rows = new Map((await peopleByIds(r, personIds)).map((row) => [row.id, row]))
      return personIds.flatMap((id) => rows.get(id) ?? []).map(toPerson)
    },
    findByLogin: async (r, login) => (await peopleByLogin(r, login)).map(toPerson),
    findByEmployeeNumber: async (r, number) => (await peopleByEmployeeNumber(r, number)).map(toPerson),
    async managerOf(r, personId) {
      const person = await personById(r, personId)
      const manager = person?.manager_id ? await personById(r, person.manager_id) : null
      return manager && toPerson(manager)
    },
    membersOf: async (r, groupId) => (await activeMembersOf(r, groupId)).map(toPerson),
    groupsOf: async (r, personId) => (await groupsOf(r, personId)).map(toGroup),
    async group(r, groupId) {
      const row = await groupById(r, groupId)
      return row && toGroup(row)
    },
    colleaguesOf: colleagueIds,
    isActive: async (r, personId) => (await personById(r, personId))?.state === 'active',
    async isFresh(r, personId) {
      const directory = await homeOf(r, personId)
      return directory !== null && isDirectoryFresh(directory, deps.clock.now())
    },
    isPaused: async (r, personId) => ((await homeOf(r, personId))?.paused_at ?? null) !== null,
    addressesOf: (r, personId) => addressesFor(r, personId, homeOf(r, personId)),
    async phonesOf(r, personId) {
      const directory = await homeOf(r, personId)
      return directory ? await phonesFor(r, personId, directory, deps.clock.now()) : []
    },
    formerContactsOf,
    isProtected,
    async connectorOf(r, personId) {
      const person = await personById(r, personId)
      const directory = person && (await directoryById(r, person.directory_id))
      if (!person || !directory) throw personUnknown()
      return { connector: deps.connectors.of(directory), ref: { key: person.ref }, directory: toConfigured(directory) }
    },
    passwordsOf: ({ connector }) => connector.passwords && withoutNotes(connector.passwords),
    noteOwnWrite: (tx, { directory, ref }, now) =>
      noteOwnWriteWithin(tx, { directoryId: directory.id, ref: ref.key, now }),
    settleOwnWrite: (tx, { directory, ref }, setAt) =>
      settleOwnWriteWithin(tx, { directoryId: directory.id, ref: ref.key, setAt }),
    vouchedMails,
    vouchedByDirectory,
    vouchedMailsOfOthers,
    vouchedSameAddress,
    namesakesOf,
    createPerson: (tx, actor, draft) => createPerson(deps, tx, actor, draft),
    refresh: (personId) => refreshPerson(deps, personId),
    summary: ({ id, displayName, title, mail }) => ({ id, displayName, title, mail }),
    async directory(r, directoryId) {
      const row = await directoryById(r, directoryId)
      return row && toConfigured(row)
    },
    directories: async (r) => (await allDirectories(r)).map(toConfigured),
    isAnyAway,
    everyDirectory,
    memberIds,
    pause: (tx, input) => pauseDirectory(deps, tx, input).then(toConfigured),
    resume: (tx, input) => resumeDirectory(deps, tx, input).then(toConfigured),
    remove: (tx, input) => removeDirectory(deps, tx, input),
    connect: async (tx, actor, directory) => toConfigured(await connectDirectory(deps, tx, { directory, actor })),
    builtInDirectory: (tx, actor) => builtInDirectory(deps, tx, actor),
    importPeople: (input) => importPeople(deps, input),
    check: (directoryId) => checkDirectory(deps, { directoryId }),
    async syncNow(directoryId, actor) {
      const input = { directoryId, trigger: 'command_line' as const, actor }
      const { id } = await deps.db.transaction((tx) => startSync(deps, tx, input))
      await syncDirectory(deps, { directoryId, runId: id })
      const run = await runById(deps.db, id)
      if (run === null) throw directoryUnknown()
      return run
    },
    deps,
    close: () => deps.connectors.close(),
  }
}

/** The directory that somebody lives in; null for nobody. */
async function homeOf(r: Reader, personId: string): Promise<DirectoryRow | null> {
  const person = await personById(r, personId)
  return person && (await directoryById(r, person.directory_id))
}
