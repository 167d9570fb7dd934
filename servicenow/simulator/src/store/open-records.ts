import { randomBytes } from 'node:crypto'
import { compileQuery, orderSql } from '../query/compile-query.ts'
import { parseQuery, type Query } from '../query/parse-query.ts'
import { writeBaseRows } from './base-rows.ts'
import type { Clock } from './clock.ts'
import { type Database, openDatabase } from './database.ts'
import { groupsOf } from './default-value.ts'
import { displayOf, displayValue } from './display.ts'
import { NoSuchTable } from './no-such-table.ts'
import { dictionaryVersion, openDictionary } from './open-dictionary.ts'
import type { FindOptions, RecordRules, Records, Row, Who } from './records.ts'
import { openSecrets } from './secrets.ts'
import type { WriteContext } from './write-context.ts'
import { insertRecord, removeRecord, updateRecord } from './write-records.ts'

const accessVersion = 'access_version'

export const nobody: Who = { userId: '', userName: 'guest', roles: new Set(), isSystem: false }
export const system: Who = { userId: '', userName: 'system', roles: new Set(['admin']), isSystem: true }

/** Opens an instance's data, and fills a new file with the base tables. Each thread opens its own. */
export function openRecords(options: { file: string; clock: Clock }): Records {
  const database = openDatabase(options.file)
  writeBaseRows(database)
  const dictionary = openDictionary(database)
  const rules: RecordRules[] = []

  const records: Records = {
    clock: options.clock,
    dictionary,
    secrets: openSecrets(options.file),
    accessVersion: () =>
      database.get<{ value: number }>('SELECT value FROM counter WHERE name = ?', accessVersion)?.value ?? 0,
    newId: () => randomBytes(16).toString('hex'),
    property: (name) => propertyOf(database, name),
    useRules: (more) => {
      rules.push(more)
    },
    holdUnique: (table, columns) => database.holdUnique(rootOf(table), table, columns),
    together: (work) => database.transaction(work),
    close: () => database.close(),
    get(table, sysId) {
      const root = rootOf(table)
      const row = database.get<Stored>(
        'SELECT class, sys_id, data FROM record WHERE root = ? AND sys_id = ?',
        root,
        sysId,
      )
      if (!row || !dictionary.ancestors(row.class).includes(table)) return null
      return rowOf(row)
    },
    find(table, encodedQuery, findOptions = {}) {
      const compiled = compiledFor(table, encodedQuery, findOptions)
      const sql = `SELECT r.class, r.sys_id, r.data FROM record r WHERE ${compiled.sql} LIMIT ? OFFSET ?`
      const limits = [findOptions.limit ?? -1, findOptions.offset ?? 0]
      return database.all<Stored>(sql, ...compiled.parameters, ...limits).map(rowOf)
    },
    count(table, encodedQuery, who) {
      const compiled = compiledFor(table, encodedQuery, who ? { who } : {}, false)
      const sql = `SELECT count(*) AS n FROM record r WHERE ${compiled.sql}`
      return database.get<{ n: number }>(sql, ...compiled.parameters)?.n ?? 0
    },
    matches(table, row, encodedQuery, who) {
      rootOf(table)
      const compiled = compileQuery(table, parsed(encodedQuery), contextFor(who))
      const where = compiled.where.replace(/^r\.root = '\w+'( AND r\.class IN \([^)]*\))? AND /, '')
      const sql = `SELECT 1 FROM (SELECT ? AS sys_id, ? AS class, ? AS data) r WHERE ${where}`
      const kept = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))
      const own = [row.sys_id ?? '', row.sys_class_name || table, JSON.stringify(kept)]
      return database.get(sql, ...own, ...compiled.parameters) !== undefined
    },
    aggregate(table, encodedQuery, select, who, groupBy = []) {
      const compiled = compiledFor(table, encodedQuery, who ? { who } : {}, false)
      const groups = groupBy.length > 0 ? ` GROUP BY ${groupBy.join(', ')}` : ''
      return database.all(`SELECT ${select} FROM record r WHERE ${compiled.sql}${groups}`, ...compiled.parameters)
    },
    insert: (table, values, who, how = {}) => insertRecord(context, table, values, who, how),
    update: (table, sysId, values, who, how = {}) => updateRecord(context, table, sysId, values, who, how),
    remove: (table, sysId, who, how = {}) => removeRecord(context, table, sysId, who, how),
    display: (table, row, column, who) => displayValue(records, table, row, column, who),
    displayOf: (table, row) => displayOf(records, table, row),
  }
  const dictionaryChanged = () => {
    database.next(dictionaryVersion)
    dictionary.forget()
  }
  const accessChanged = () => {
    database.next(accessVersion)
  }
  const context: WriteContext = { database, records, rules, dictionaryChanged, accessChanged }
  return records

  function rootOf(table: string): string {
    if (!dictionary.has(table)) throw new NoSuchTable(table)
    return dictionary.ancestors(table).at(-1) ?? table
  }

  function rowOf({ class: table, sys_id, data }: Stored): Row {
    return { ...(JSON.parse(data) as Row), sys_id, sys_class_name: table }
  }

  function contextFor(who: Who | undefined) {
    const groupIds = () => groupsOf(records, who?.userId ?? '')
    return {
      dictionary,
      values: { now: options.clock.now(), userId: who?.userId ?? '', userName: who?.userName ?? '', groupIds },
      dynamicFilter: (id: string) => records.get('sys_filter_option_dynamic', id)?.script ?? null,
      invalidReturnsNothing: () => propertyOf(database, 'glide.invalid_query.returns_no_rows') === 'true',
    }
  }

  function compiledFor(table: string, encodedQuery: string | Query, find: FindOptions, isOrdered = true) {
    rootOf(table)
    const query = parsed(encodedQuery)
    const compiled = compileQuery(table, query, contextFor(find.who))
    const asked = (find.orderBy ?? []).map((name) => ({
      field: name.replace(/^-/, ''),
      isDescending: name.startsWith('-'),
    }))
    const order = compiled.order || orderSql(table, asked, { dictionary })
    const sql = isOrdered ? `${compiled.where} ORDER BY ${order ? `${order}, ` : ''}r.seq` : compiled.where
    return { sql, parameters: compiled.parameters }
  }
}

function parsed(query: string | Query): Query {
  return typeof query === 'string' ? parseQuery(query) : query
}

type Stored = { class: string; sys_id: string; data: string }

function propertyOf(database: Database, name: string): string | null {
  const sql = `SELECT r.data->>'value' AS value FROM record r WHERE r.root = 'sys_properties' AND (r.data->>'name') COLLATE NOCASE = ?`
  const row = database.get<{ value: string | null }>(sql, name)
  return row ? (row.value ?? '') : null
}
