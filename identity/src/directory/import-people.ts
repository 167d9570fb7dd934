import type { ImportReport } from '@hallpass/contract/people'
import { parse } from 'csv-parse/sync'
import type { Actor } from '../audit/module.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import { Failure, invalidField } from '../platform/errors.ts'
import type { NewAccount, PersonRecord } from './connectors/connector.ts'
import { addAccount, toAccount } from './create-person.ts'
import type { SliceDeps } from './deps.ts'
import { directoryUnknown, notBuiltIn } from './errors.ts'
import { connectedById } from './store/directories.ts'
import { peopleByLogin } from './store/people.ts'
import type { DirectoryRow } from './store/tables.ts'
import { keyOf } from './text.ts'

const required = ['login', 'displayName', 'mail'] as const
const optional = [
  ...['givenName', 'familyName', 'title', 'department', 'company', 'location', 'costCenter'],
  ...['locale', 'manager', 'employeeNumber'],
] as const
const rowsMax = 5000

type Cells = Record<string, string>
type Row = ImportReport['rows'][number] & { account: NewAccount | null }

export type ImportPeople = { directoryId: string; csv: string; apply: boolean; actor: Actor }

/**
 * People from a CSV file (RFC 4180) with a header line: login, displayName, mail, and where wanted givenName, familyName,
 * title, department, company, location, costCenter, locale, employeeNumber, manager (a login or address in any directory). Every fault of every row is reported, and
 * with a single fault nobody is made. Imported again, the same file changes nothing.
 */
export async function importPeople(deps: SliceDeps, input: ImportPeople): Promise<ImportReport> {
  const directory = await connectedById(deps.db, input.directoryId)
  if (directory === null) throw directoryUnknown()
  if (directory.kind !== 'built-in') throw notBuiltIn()
  const records = readCsv(input.csv)
  return await deps.db.transaction(async (tx) => {
    const rows = await checkRows(deps, tx, directory, records)
    const isClean = rows.every((row) => row.outcome !== 'fault')
    if (input.apply && isClean) {
      for (const { account, outcome } of rows) {
        if (account && outcome === 'create') await addAccount(deps, tx, { actor: input.actor, directory, account })
      }
      const creates = rows.filter((row) => row.outcome === 'create').length
      deps.audit.record(tx, {
        action: 'people.imported',
        actor: input.actor,
        subjects: { directoryId: directory.id },
        after: { creates },
      })
    }
    return toReport(rows, input.apply && isClean)
  })
}

function readCsv(csv: string): Cells[] {
  let records: Cells[]
  try {
    records = parse(csv, {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: false,
      max_record_size: 20_000,
    })
  } catch (cause) {
    const line =
      typeof cause === 'object' && cause !== null && 'lines' in cause ? ` near line ${String(cause.lines)}` : ''
    throw new Failure('invalid', 'csv_unreadable', `The file cannot be read as CSV${line}.`, {
      cause,
      fields: [{ field: 'csv', message: `is not CSV with one header line${line}` }],
    })
  }
  if (records.length > rowsMax) throw invalidField('csv', `At most ${rowsMax} people at once; split the file.`)
  if (records.length === 0) throw invalidField('csv', 'The file has no people, or no header line.')
  const columns = Object.keys(records[0] ?? {})
  const missing = required.filter((column) => !columns.includes(column))
  if (missing.length > 0) throw invalidField('csv', `The header line lacks: ${missing.join(', ')}.`)
  const unknown = columns.filter((column) => ![...required, ...optional].some((known) => known === column))
  if (unknown.length > 0)
    throw invalidField('csv', `The header line has unknown columns: ${unknown.join(', ').slice(0, 200)}.`)
  return records
}

async function checkRows(deps: SliceDeps, tx: Tx, directory: DirectoryRow, records: readonly Cells[]): Promise<Row[]> {
  const connector = deps.connectors.within(tx, directory)
  const logins = new Map<string, number>()
  const rows: Row[] = []
  for (const [index, cells] of records.entries()) {
    const line = index + 2
    const row: Row = {
      line,
      login: cells.login ?? '',
      displayName: cells.displayName ?? '',
      outcome: 'create',
      faults: [],
      account: null,
    }
    rows.push(row)
    const fault = (column: string, message: string) => row.faults.push({ column, message })
    for (const [column, text] of Object.entries(cells)) {
      if (isFormula(text)) fault(column, 'may not begin with = + - or @: spreadsheets would run it')
    }
    const managerId = await managerOf(tx, unquote(cells.manager ?? ''), (message) => fault('manager', message))
    row.account = accountOf(cells, directory.id, managerId, fault)
    const key = keyOf(row.login)
    const earlier = logins.get(key)
    if (earlier !== undefined) fault('login', `is the same as in line ${earlier}`)
    logins.set(key, line)
    const there = row.account && row.faults.length === 0 ? await connector.find(row.account.login) : null
    if (row.account && there && keyOf(there.login) === key) {
      if (saysTheSame(row.account, there)) row.outcome = 'unchanged'
      else fault('login', 'is taken by somebody of whom the directory says something else')
    }
    if (row.faults.length > 0) row.outcome = 'fault'
  }
  return rows
}

/** What spreadsheets take for a formula (security C.17). Our own exports put an apostrophe in front, which is taken off. */
const isFormula = (text: string) => /^[=+\-@\t\r]/.test(text)
const unquote = (text: string) => (/^'[=+\-@]/.test(text) ? text.slice(1) : text)

function accountOf(
  cells: Cells,
  directoryId: string,
  managerId: string | undefined,
  fault: (column: string, message: string) => void,
): NewAccount | null {
  const cell = (column: string) => unquote(cells[column] ?? '') || undefined
  const tooLong = Object.entries(cells).filter(([, text]) => text.length > 300)
  for (const [column] of tooLong) fault(column, 'is longer than 300 characters')
  try {
    return toAccount({
      directoryId,
      managerId,
      login: cell('login') ?? '',
      displayName: cell('displayName') ?? '',
      mail: cell('mail') ?? '',
      givenName: cell('givenName'),
      familyName: cell('familyName'),
      title: cell('title'),
      department: cell('department'),
      locale: cell('locale'),
      employeeNumber: cell('employeeNumber'),
      company: cell('company'),
      location: cell('location'),
      costCenter: cell('costCenter'),
    })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    for (const { field, message } of error.fields) fault(field, message)
    return null
  }
}

async function managerOf(r: Reader, login: string, fault: (message: string) => void): Promise<string | undefined> {
  if (login === '') return undefined
  const found = (await peopleByLogin(r, login)).filter((person) => person.state === 'active')
  if (found.length === 0) fault('nobody active has this login or address')
  if (found.length > 1) fault('several people have this login or address')
  return found.length === 1 ? found[0]?.id : undefined
}

function saysTheSame(account: NewAccount, record: PersonRecord): boolean {
  const managerId = record.manager?.by === 'person' ? record.manager.personId : null
  const mine = [
    account.displayName,
    account.givenName,
    account.familyName,
    account.mail,
    account.title,
    account.department,
    account.locale,
    account.managerPersonId,
    account.employeeNumber ?? null,
    account.company ?? null,
    account.location ?? null,
    account.costCenter ?? null,
  ]
  const theirs = [
    record.displayName,
    record.givenName,
    record.familyName,
    record.mails[0],
    record.title,
    record.department,
    record.locale,
    managerId,
    record.employeeNumber ?? null,
    record.company ?? null,
    record.location ?? null,
    record.costCenter ?? null,
  ]
  return JSON.stringify(mine) === JSON.stringify(theirs)
}

function toReport(rows: readonly Row[], applied: boolean): ImportReport {
  const count = (outcome: Row['outcome']) => rows.filter((row) => row.outcome === outcome).length
  return {
    applied,
    creates: count('create'),
    unchanged: count('unchanged'),
    faults: count('fault'),
    rows: rows.map(({ account: _account, ...row }) => row),
  }
}
