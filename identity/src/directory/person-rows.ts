/** From what a directory says to the row that is kept: cleaned, folded, and comparable by one digest. Pure. */
import { createHash } from 'node:crypto'
import type { PersonRecord } from './connectors/connector.ts'
import type { AddressRow, PersonRow, PhoneRow } from './store/tables.ts'
import { cleanLine, fold, isTimeZone, keyOf, wordsOf } from './text.ts'

/** A record with clean text; null for one whose login is nothing after cleaning. */
export function cleanRecord(record: PersonRecord): PersonRecord | null {
  const login = cleanLine(record.login, 200)
  if (login === null) return null
  const mails = record.mails
    .map((mail) => cleanLine(mail, 254))
    .filter((mail) => mail !== null && /^[^\s@]+@[^\s@]+$/.test(mail))
  return {
    ...record,
    login,
    displayName: cleanLine(record.displayName) ?? login,
    givenName: cleanLine(record.givenName),
    familyName: cleanLine(record.familyName),
    title: cleanLine(record.title),
    department: cleanLine(record.department),
    locale: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(record.locale ?? '') ? record.locale : null,
    mails: [...new Map(mails.map((mail) => [keyOf(mail as string), mail as string])).values()].slice(0, 50),
    phones: [...new Map(record.phones.flatMap(numbered)).values()].slice(0, 20),
    employeeNumber: cleanLine(record.employeeNumber, 100),
    company: cleanLine(record.company),
    location: cleanLine(record.location),
    costCenter: cleanLine(record.costCenter),
    timeZone: isTimeZone(record.timeZone) ? record.timeZone : null,
  }
}

/** A number with its digits as key; nothing for what is no number. */
function numbered(text: string): [string, string][] {
  const number = cleanLine(text, 40)
  const key = digitsOf(number ?? '')
  return number === null || key.length < 5 || /\p{L}/u.test(number) ? [] : [[key, number]]
}

/** How numbers are compared: `+49 30 1234` and `+49-30-1234` are the same. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '')

export function fingerprintOf(record: PersonRecord): string {
  const { ref: _ref, ...told } = record
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url')
}

/** The row as it shall be. */
export function personRow(
  record: PersonRecord,
  before: PersonRow | undefined,
  at: { id: string; directoryId: string; managerId: string | null; now: Date },
): PersonRow {
  const state = record.disabled ? 'disabled' : 'active'
  const managerRef = record.manager?.by === 'handle' ? record.manager.handle : null
  return {
    id: before?.id ?? at.id,
    directory_id: at.directoryId,
    ref: record.ref.key,
    login: record.login,
    login_key: keyOf(record.login),
    display_name: record.displayName,
    given_name: record.givenName,
    family_name: record.familyName,
    title: record.title,
    department: record.department,
    company: record.company ?? null,
    location: record.location ?? null,
    cost_center: record.costCenter ?? null,
    locale: record.locale,
    mail: record.mails[0] ?? null,
    sort_name: fold(record.displayName),
    manager_ref: managerRef,
    manager_id: at.managerId,
    handle: record.handle,
    state,
    state_since: before?.state === state ? before.state_since : at.now,
    missing_since: null,
    fingerprint: fingerprintOf(record),
    version: (before?.version ?? 0) + 1,
    first_seen_at: before?.first_seen_at ?? at.now,
    changed_at: at.now,
    protected: record.protected,
    password_set_at: record.passwordSetAt,
    password_expires_at: record.passwordExpiresAt ?? null,
    time_zone: record.timeZone ?? null,
    employee_number: record.employeeNumber ?? null,
    employee_number_key: record.employeeNumber ? keyOf(record.employeeNumber) : null,
  }
}

/** Words of names and of mailboxes, and login and addresses as a whole; the domain alone finds nobody in particular. */
export function searchWords(record: PersonRecord): string[] {
  const { displayName, givenName, familyName, login, mails } = record
  const parts = [
    displayName,
    givenName ?? '',
    familyName ?? '',
    login,
    ...mails.map((mail) => mail.split('@')[0] ?? ''),
  ]
  const whole = [login, ...mails].map((text) => fold(text).slice(0, 64))
  return [...new Set([...parts.flatMap(wordsOf), ...whole])]
}

/** As with addresses: a number that was there before keeps its time. */
export function phoneRows(
  record: PersonRecord,
  personId: string,
  before: readonly PhoneRow[],
  seenBefore: boolean,
  now: Date,
): PhoneRow[] {
  const known = new Map(before.map((row) => [row.number_key, row]))
  return record.phones.map((number) => {
    const key = digitsOf(number)
    const kept = known.get(key)
    const changedAt = kept ? kept.changed_at : seenBefore ? now : null
    return { person_id: personId, number_key: key, number, changed_at: changedAt }
  })
}

/** An address that was there before keeps its time; one that came later has ours; all of a new person have none. */
export function addressRows(
  record: PersonRecord,
  personId: string,
  before: readonly AddressRow[],
  seenBefore: boolean,
  now: Date,
): AddressRow[] {
  const known = new Map(before.map((row) => [row.mail_key, row]))
  return record.mails.map((mail, index) => {
    const kept = known.get(keyOf(mail))
    const changedAt = kept ? kept.changed_at : seenBefore ? now : null
    return { person_id: personId, mail_key: keyOf(mail), mail, is_primary: index === 0, changed_at: changedAt }
  })
}
