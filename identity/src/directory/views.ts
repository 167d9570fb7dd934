/** From rows to what goes over the wire. */

import type { PersonSummary } from '@hallpass/contract/common'
import type { DirectoryDetail, SyncRun } from '@hallpass/contract/directories'
import type { MyProfile, PersonDetail, PersonListItem } from '@hallpass/contract/people'
import type { Reader } from '../platform/database/database.ts'
import { addressesFor, phonesFor } from './addresses.ts'
import type { DirectoryConnector } from './connectors/connector.ts'
import type { SliceDeps } from './deps.ts'
import { directoryUnknown, personUnknown } from './errors.ts'
import { isProtected } from './out-of-reach.ts'
import { countGroups, countPeople, directoryById, everyDirectory, firstBuiltIn } from './store/directories.ts'
import { groupsOf } from './store/groups.ts'
import { personById, reportsOf } from './store/people.ts'
import { lastRun } from './store/runs.ts'
import type { DirectoryRow, PersonRow, SyncRunRow } from './store/tables.ts'

export function summaryOf(person: Pick<PersonRow, 'id' | 'display_name' | 'title' | 'mail'>): PersonSummary {
  return { id: person.id, displayName: person.display_name, title: person.title, mail: person.mail }
}

const refOf = ({ id, name, kind }: Pick<DirectoryRow, 'id' | 'name' | 'kind'>) => ({ id, name, kind })
export type DirectoryRefs = (directoryId: string) => ReturnType<typeof refOf>

/** The directories that list items name, removed ones too, read once for a list. */
export async function directoryRefs(r: Reader): Promise<DirectoryRefs> {
  const all = new Map((await everyDirectory(r)).map((directory) => [directory.id, refOf(directory)]))
  return (id) => {
    const found = all.get(id)
    if (found === undefined) throw directoryUnknown()
    return found
  }
}

export function listItemOf(person: PersonRow, directories: DirectoryRefs): PersonListItem {
  return {
    id: person.id,
    displayName: person.display_name,
    login: person.login,
    mail: person.mail,
    title: person.title,
    department: person.department,
    state: person.state,
    directory: directories(person.directory_id),
  }
}

export async function personDetail(r: Reader, personId: string, now: Date): Promise<PersonDetail> {
  const person = await personById(r, personId)
  const directory = person && (await directoryById(r, person.directory_id))
  if (!person || !directory) throw personUnknown()
  const manager = person.manager_id === null ? null : await personById(r, person.manager_id)
  const phones = await phonesFor(r, person.id, directory, now)
  return {
    ...(await commonOf(r, person, directory)),
    employeeNumber: person.employee_number,
    company: person.company,
    location: person.location,
    costCenter: person.cost_center,
    givenName: person.given_name,
    familyName: person.family_name,
    manager: manager && summaryOf(manager),
    reports: (await reportsOf(r, person.id, 50)).map(summaryOf),
    groups: (await groupsOf(r, person.id)).map(({ id, name }) => ({ id, name })),
    state: person.state,
    stateSince: person.state_since.toISOString(),
    missingSince: person.missing_since?.toISOString() ?? null,
    phones: phones.map(({ number, changedAt, proof }) => ({
      number,
      changedAt: changedAt?.toISOString() ?? null,
      proof,
    })),
    protected: await isProtected(r, person.id),
    passwordSetAt: person.password_set_at?.toISOString() ?? null,
    passwordExpiresAt: person.password_expires_at?.toISOString() ?? null,
    directory: refOf(directory),
    directoryPausedAt: directory.removed_at === null ? (directory.paused_at?.toISOString() ?? null) : null,
    editable: editableOf(person, directory),
    version: person.version,
  }
}

export async function myProfile(r: Reader, personId: string): Promise<MyProfile> {
  const person = await personById(r, personId)
  const directory = person && (await directoryById(r, person.directory_id))
  if (!person || !directory) throw personUnknown()
  const manager = person.manager_id === null ? null : await personById(r, person.manager_id)
  return {
    ...(await commonOf(r, person, directory)),
    manager: manager && summaryOf(manager),
    groups: (await groupsOf(r, person.id)).map((group) => group.name),
    directoryName: directory.name,
  }
}

async function commonOf(r: Reader, person: PersonRow, directory: DirectoryRow) {
  const addresses = await addressesFor(r, person.id, directory)
  return {
    id: person.id,
    displayName: person.display_name,
    login: person.login,
    mail: person.mail,
    addresses: addresses.map(({ changedAt, ...rest }) => ({ ...rest, changedAt: changedAt?.toISOString() ?? null })),
    title: person.title,
    department: person.department,
    locale: person.locale,
  }
}

function editableOf(person: PersonRow, directory: DirectoryRow): PersonDetail['editable'] {
  if (directory.kind !== 'built-in') {
    return { disable: false, enable: false, reason: `Managed in ${directory.name}; disable or enable them there.` }
  }
  if (directory.paused_at !== null) {
    return { disable: false, enable: false, reason: 'Their directory is paused; nothing is changed in it.' }
  }
  if (person.state === 'gone') return { disable: false, enable: false, reason: 'Their account no longer exists.' }
  return { disable: person.state === 'active', enable: person.state === 'disabled', reason: null }
}

export function runOf(run: SyncRunRow, missing: number): SyncRun {
  return {
    id: run.id,
    directoryId: run.directory_id,
    kind: run.kind,
    trigger: run.trigger,
    state: run.state,
    createdAt: run.created_at.toISOString(),
    startedAt: run.started_at?.toISOString() ?? null,
    finishedAt: run.finished_at?.toISOString() ?? null,
    read: run.read_count,
    expected: run.expected_count,
    added: run.added_count,
    changed: run.changed_count,
    disabled: run.disabled_count,
    enabled: run.enabled_count,
    gone: run.gone_count,
    heldBack: run.held_back_count,
    confirmable: run.state === 'done' && run.held_back_count > 0 && run.held_back_count === missing,
    failure:
      run.failure_code === null
        ? null
        : { code: run.failure_code, message: run.failure_message ?? '', retryable: run.failure_retryable ?? false },
  }
}

export async function directoryDetail(deps: SliceDeps, r: Reader, row: DirectoryRow): Promise<DirectoryDetail> {
  const people = await countPeople(r, row.id)
  const run = await lastRun(r, row.id)
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    settings: row.settings,
    sync: row.sync,
    hasBindPassword: row.secret !== null,
    people,
    groups: await countGroups(r, row.id),
    abilities: abilitiesOf(connectorOf(deps, row)),
    health: {
      state: row.health,
      since: row.health_since?.toISOString() ?? null,
      message: row.health_message,
      warning:
        row.warning === null || row.warned_at === null
          ? null
          : { message: row.warning, since: row.warned_at.toISOString() },
    },
    paused: row.paused_at && {
      since: row.paused_at.toISOString(),
      reason: row.pause_reason ?? '',
      removing: row.removing_at !== null,
    },
    lastSyncAt: row.last_sync_at?.toISOString() ?? null,
    nextSyncAt: row.next_sync_at.toISOString(),
    lastRun: run && runOf(run, people.missing),
    isKept: row.kind === 'built-in' && (await firstBuiltIn(r))?.id === row.id,
    version: row.version,
  }
}

/** Null where not even a connector can be made, as after a lost key: everything is then said to be missing. */
function connectorOf(deps: SliceDeps, row: DirectoryRow): DirectoryConnector | null {
  try {
    return deps.connectors.of(row)
  } catch {
    return null
  }
}

function abilitiesOf(connector: DirectoryConnector | null): DirectoryDetail['abilities'] {
  const missing = connector === null ? 'The bind password cannot be opened; enter it again.' : null
  const kind = connector?.kind === 'built-in' ? 'Built-in directories' : 'Directories of this kind'
  const ability = (name: DirectoryDetail['abilities'][number]['name'], has: boolean, lack: string) => ({
    name,
    available: has,
    reason: has ? null : (missing ?? lack),
  })
  const passwords = connector?.passwords !== undefined
  return [
    ability('authenticate', connector !== null, ''),
    ability('reset', passwords, `${kind} cannot reset passwords.`),
    ability('change', passwords, `${kind} cannot change passwords.`),
    ability('unlock', passwords, `${kind} cannot unlock accounts.`),
    ability('groups', connector?.groups !== undefined, `${kind} have no groups of their own.`),
    ability('accounts', connector?.accounts !== undefined, 'Accounts are made in the directory itself.'),
    ability('changes', connector?.changes !== undefined, `${kind} are read as a whole each time.`),
  ]
}
