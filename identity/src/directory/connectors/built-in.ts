/**
 * The directory that comes with the service: accounts and passwords in its own tables, behind the same port as any
 * LDAP server. It knows hashes, history and policy; proofs and who may try how often are the credentials slice's; the lock here is the last resort.
 */
import type { BuiltInSettings } from '@hallpass/contract/directory-settings'
import {
  accountById,
  accountByLogin,
  accountsAfter,
  accountsModifiedSince,
  insertAccount,
  type ListedAccount,
  setAccountDisabled,
} from '../store/accounts.ts'
import type { AccountRow } from '../store/tables.ts'
import { isText, keyOf } from '../text.ts'
import type { BuiltInDeps } from './built-in/deps.ts'
import { builtInPasswords, passwordEnd } from './built-in/passwords.ts'
import type { Accounts, ChangeFeed, DirectoryConnector, NewAccount, PersonRecord, PersonRef } from './connector.ts'
import { alreadyExists, notFound, protectedIdentity } from './failures.ts'

const pageSize = 500
const changesMax = 5000
const overlapMs = 1000

export function builtInConnector(settings: BuiltInSettings, deps: BuiltInDeps): DirectoryConnector {
  const { reader, directoryId } = deps
  const listed = new Set((settings.outOfReach?.logins ?? []).map(keyOf))
  const isOutOfReach = (login: string) => listed.has(keyOf(login))
  const { authenticate, ...passwords } = builtInPasswords(settings, deps, isOutOfReach)
  const toRecord = (row: ListedAccount): PersonRecord => recordOf(row, settings, isOutOfReach)
  return {
    kind: 'built-in',
    async check() {
      await accountsAfter(reader, directoryId, null, 1)
      return { ok: true, points: [{ name: 'accounts', ok: true, message: 'Kept in the database of this service.' }] }
    },
    async find(login) {
      if (!isText(login)) return null
      const account = await accountByLogin(reader, directoryId, keyOf(login))
      return account && toRecord(account)
    },
    async get(who) {
      const account = await accountById(reader, directoryId, who.key)
      return account && toRecord(account)
    },
    async list(page) {
      const rows = await accountsAfter(reader, directoryId, page, pageSize)
      return { items: rows.map(toRecord), next: rows.length === pageSize ? (rows.at(-1)?.id ?? null) : null }
    },
    authenticate,
    passwords,
    accounts: accounts(deps, isOutOfReach, toRecord),
    changes: changes(deps, toRecord),
    close: async () => {},
  }
}

type ToRecord = (row: ListedAccount) => PersonRecord

function accounts(deps: BuiltInDeps, isOutOfReach: (login: string) => boolean, toRecord: ToRecord): Accounts {
  const set = async (who: PersonRef, disabled: boolean) => {
    const account = await accountById(deps.reader, deps.directoryId, who.key)
    if (account && isOutOfReach(account.login)) throw protectedIdentity()
    const isSet = await deps.write((tx) =>
      setAccountDisabled(tx, deps.directoryId, who.key, disabled, deps.clock.now()),
    )
    if (!isSet) throw notFound()
  }
  return {
    async create(account) {
      const row = toRow(account, deps)
      if (await deps.write((tx) => insertAccount(tx, row))) return toRecord({ ...row, password_set_at: null })
      const there = await deps.write((tx) => accountByLogin(tx, deps.directoryId, row.login_key))
      if (there && isSameAccount(there, row)) return toRecord(there)
      throw alreadyExists('This login is taken in the directory.')
    },
    disable: (who) => set(who, true),
    enable: (who) => set(who, false),
  }
}

function changes(deps: BuiltInDeps, toRecord: ToRecord): ChangeFeed {
  return {
    start: async () => deps.clock.now().toISOString(),
    async since(cursor) {
      const from = new Date(new Date(cursor).getTime() - overlapMs)
      const rows = await accountsModifiedSince(deps.reader, deps.directoryId, from, changesMax + 1)
      if (rows.length > changesMax) return { kind: 'tooMany' }
      const [next = cursor] = [cursor, rows.at(-1)?.modified_at.toISOString() ?? cursor].sort().reverse()
      return { kind: 'some', people: rows.map(toRecord), groups: [], removalsLikely: false, cursor: next }
    },
    async keys(page) {
      const rows = await accountsAfter(deps.reader, deps.directoryId, page, pageSize)
      return { items: rows.map((row) => row.id), next: rows.length === pageSize ? (rows.at(-1)?.id ?? null) : null }
    },
  }
}

function toRow(account: NewAccount, deps: BuiltInDeps): AccountRow {
  return {
    id: deps.ids.next(),
    directory_id: deps.directoryId,
    login: account.login,
    login_key: keyOf(account.login),
    display_name: account.displayName,
    given_name: account.givenName,
    family_name: account.familyName,
    mail: account.mail,
    mail_key: keyOf(account.mail),
    title: account.title,
    department: account.department,
    locale: account.locale,
    manager_person_id: account.managerPersonId,
    disabled: false,
    modified_at: deps.clock.now(),
    phone: account.phone ?? null,
    employee_number: account.employeeNumber ?? null,
    company: account.company ?? null,
    location: account.location ?? null,
    cost_center: account.costCenter ?? null,
  }
}

function isSameAccount(there: ListedAccount, wanted: AccountRow): boolean {
  const { password_set_at: _set, ...one } = there
  const told = ({ id: _id, modified_at: _modified, disabled: _disabled, login: _login, ...rest }: AccountRow) =>
    JSON.stringify(rest, Object.keys(rest).sort())
  return told(one) === told(wanted)
}

function recordOf(
  row: ListedAccount,
  settings: BuiltInSettings,
  isOutOfReach: (login: string) => boolean,
): PersonRecord {
  return {
    ref: { key: row.id },
    handle: null,
    login: row.login,
    displayName: row.display_name,
    givenName: row.given_name,
    familyName: row.family_name,
    title: row.title,
    department: row.department,
    locale: row.locale,
    mails: row.mail === null ? [] : [row.mail],
    phones: row.phone === null ? [] : [row.phone],
    manager: row.manager_person_id === null ? null : { by: 'person', personId: row.manager_person_id },
    disabled: row.disabled,
    protected: isOutOfReach(row.login),
    passwordSetAt: row.password_set_at,
    passwordExpiresAt: passwordEnd(settings, row.password_set_at),
    employeeNumber: row.employee_number,
    company: row.company,
    location: row.location,
    costCenter: row.cost_center,
  }
}
