/**
 * The directory that comes with the service: accounts and passwords in its own tables, behind the same port as any
 * LDAP server. It knows hashes, history and policy; tries, lock-out and proofs are the credentials slice's.
 */
import type { BuiltInSettings } from '@hallpass/contract/directories'
import type { Clock } from '../../platform/clock.ts'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Secret } from '../../platform/secret.ts'
import {
  accountById,
  accountByLogin,
  accountsAfter,
  accountsModifiedSince,
  insertAccount,
  passwordOf,
  putPassword,
  setAccountDisabled,
} from '../store/accounts.ts'
import type { AccountRow, PasswordRow } from '../store/tables.ts'
import { isText, keyOf } from '../text.ts'
import { commonPasswords } from './built-in/common-passwords.ts'
import { normal, type PasswordHashes } from './built-in/hashes.ts'
import { faultsOf, passwordLengthMax, personWords } from './built-in/rules.ts'
import type {
  Accounts,
  ChangeFeed,
  DirectoryConnector,
  NewAccount,
  Passwords,
  PersonRecord,
  PersonRef,
} from './connector.ts'
import { alreadyExists, notAllowed, notFound, PasswordRejected, throttled } from './failures.ts'

export type BuiltInDeps = {
  directoryId: string
  reader: Reader
  /** Runs writes in a transaction: a new one, or the caller's. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  clock: Clock
  ids: Ids
  hashes: PasswordHashes
}

const pageSize = 500
const changesMax = 5000
const overlapMs = 1000

export function builtInConnector(settings: BuiltInSettings, deps: BuiltInDeps): DirectoryConnector {
  const { reader, directoryId } = deps
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
    async authenticate(who, password) {
      const account = await accountById(reader, directoryId, who.key)
      if (account?.disabled) return { kind: 'disabled' }
      const kept = account && (await passwordOf(reader, account.id))
      const isRight =
        kept && isTakeable(password)
          ? await deps.hashes.matches(who.key, kept.hash, password)
          : await deps.hashes.pretend(password)
      if (!isRight || !kept) return { kind: 'wrong' }
      if (kept.must_change) return { kind: 'must_change' }
      return {
        kind: 'ok',
        graceSignInsLeft: null,
        expiresInSeconds: null,
        oldPasswordMayBind: false,
        passwordSetAt: kept.changed_at,
      }
    },
    passwords: passwords(settings, deps),
    accounts: accounts(deps),
    changes: changes(deps),
    close: async () => {},
  }
}

/** Hashing costs by length; nothing longer was ever taken, so nothing longer is compared. */
const isTakeable = (password: Secret) => password.length > 0 && password.length <= passwordLengthMax * 2

function passwords(settings: BuiltInSettings, deps: BuiltInDeps): Passwords {
  const rules = { minLength: settings.minLength ?? 15, companyWords: settings.companyWords ?? [] }
  const historyCount = settings.historyCount ?? 5

  const enabled = async (who: PersonRef): Promise<AccountRow> => {
    const account = await accountById(deps.reader, deps.directoryId, who.key)
    if (account === null) throw notFound()
    if (account.disabled) throw notAllowed('The account is disabled in its directory.')
    return account
  }

  /** The current password counts as history, too. */
  const wasUsed = async (accountId: string, kept: PasswordRow, next: Secret): Promise<boolean> => {
    const known = [kept.hash, ...kept.history].slice(0, Math.max(historyCount, 1))
    const matches = await Promise.all(known.map((hash) => deps.hashes.matches(accountId, hash, next)))
    return matches.includes(true)
  }

  const put = async (account: AccountRow, kept: PasswordRow | null, next: Secret, mustChange: boolean) => {
    const list = await commonPasswords()
    const words = personWords({ login: account.login, displayName: account.display_name, mail: account.mail })
    const faults = faultsOf(normal(next), rules, words, (text) => list.has(text))
    if (faults.length === 0 && kept !== null && (await wasUsed(account.id, kept, next))) {
      faults.push({ reason: 'used_before', historyCount: historyCount || null })
    }
    if (faults.length > 0) throw new PasswordRejected(faults)
    const row: PasswordRow = {
      account_id: account.id,
      hash: await deps.hashes.make(account.id, next),
      history: kept === null ? [] : [kept.hash, ...kept.history].slice(0, Math.max(historyCount - 1, 0)),
      must_change: mustChange,
      changed_at: deps.clock.now(),
    }
    const isPut = await deps.write((tx) => putPassword(tx, row, kept?.hash ?? null))
    if (!isPut) throw throttled(1)
  }

  return {
    async reset(who, next, options) {
      const account = await enabled(who)
      await put(account, await passwordOf(deps.reader, account.id), next, options?.mustChange ?? false)
    },
    async change(who, current, next) {
      const account = await enabled(who)
      const kept = await passwordOf(deps.reader, account.id)
      const isRight =
        kept !== null && isTakeable(current) && (await deps.hashes.matches(account.id, kept.hash, current))
      if (!isRight) throw new PasswordRejected([{ reason: 'current_wrong' }])
      await put(account, kept, next, false)
    },
    /** Nothing locks here: tries are counted where people sign in. */
    async unlock(who) {
      await enabled(who)
    },
    async state(who) {
      const account = await accountById(deps.reader, deps.directoryId, who.key)
      if (account === null) throw notFound()
      const kept = await passwordOf(deps.reader, account.id)
      return {
        changedAt: kept?.changed_at ?? null,
        expiresAt: null,
        notBefore: null,
        mustChange: kept?.must_change ?? false,
        locked: false,
        present: kept !== null,
      }
    },
    policyFor: async () => ({
      minLength: rules.minLength,
      maxLength: passwordLengthMax,
      historyCount,
      minAgeSeconds: null,
      maxAgeSeconds: null,
      lockoutTries: null,
      furtherChecks: false,
      refusesCommon: true,
      classes: null,
      refusesNameParts: false,
    }),
  }
}

function accounts(deps: BuiltInDeps): Accounts {
  const set = async (who: PersonRef, disabled: boolean) => {
    const isSet = await deps.write((tx) =>
      setAccountDisabled(tx, deps.directoryId, who.key, disabled, deps.clock.now()),
    )
    if (!isSet) throw notFound()
  }
  return {
    async create(account) {
      const row = toRow(account, deps)
      if (await deps.write((tx) => insertAccount(tx, row))) return toRecord(row)
      const there = await deps.write((tx) => accountByLogin(tx, deps.directoryId, row.login_key))
      if (there && isSameAccount(there, row)) return toRecord(there)
      throw alreadyExists('This login is taken in the directory.')
    },
    disable: (who) => set(who, true),
    enable: (who) => set(who, false),
  }
}

function changes(deps: BuiltInDeps): ChangeFeed {
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
  }
}

function isSameAccount(one: AccountRow, other: AccountRow): boolean {
  const told = ({ id: _id, modified_at: _modified, disabled: _disabled, login: _login, ...rest }: AccountRow) =>
    JSON.stringify(rest, Object.keys(rest).sort())
  return told(one) === told(other)
}

function toRecord(row: AccountRow): PersonRecord {
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
    phones: [],
    manager: row.manager_person_id === null ? null : { by: 'person', personId: row.manager_person_id },
    disabled: row.disabled,
    protected: false,
    passwordSetAt: null,
  }
}
