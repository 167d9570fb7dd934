import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/**
 * The file an instance lives in; several threads have it open at once. All records are rows of one table: `root` is the
 * top of the class hierarchy, `class` the record's own table, `data` its filled columns as JSON. New tables and columns
 * need no change of the file that way, and a class query is one comparison.
 */
export type Database = {
  all<T>(sql: string, ...values: SQLInputValue[]): T[]
  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined
  run(sql: string, ...values: SQLInputValue[]): number
  /** Adds one to a counter and returns it; atomic over threads. */
  next(counter: string, from?: number): number
  transaction(work: () => void): void
  /** Writes that would make two records of a class alike in these columns throw `isTaken` from here on, in every thread. */
  holdUnique(root: string, table: string, columns: readonly string[]): void
  close(): void
}

const schema = `
CREATE TABLE IF NOT EXISTS record (
  seq INTEGER PRIMARY KEY, root TEXT NOT NULL, class TEXT NOT NULL, sys_id TEXT NOT NULL, data TEXT NOT NULL,
  UNIQUE (root, sys_id)
);
CREATE INDEX IF NOT EXISTS record_by_class ON record (root, class, seq);
CREATE INDEX IF NOT EXISTS record_by_key ON record (root, sys_id COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
`

/** Columns that lists are looked up by all day. */
const indexed: Readonly<Record<string, readonly string[]>> = {
  task: ['number', 'request', 'request_item', 'parent', 'correlation_id', 'sys_updated_on'],
  sys_user: ['user_name', 'email', 'name'],
  sys_user_group: ['name'],
  sys_user_grmember: ['user', 'group'],
  sys_user_has_role: ['user'],
  sys_group_has_role: ['group'],
  sys_user_role_contains: ['role'],
  sysapproval_approver: ['sysapproval', 'document_id', 'approver', 'group'],
  sc_item_option_mtom: ['request_item', 'sc_item_option'],
  sc_cart_item: ['cart'],
  sys_journal_field: ['element_id'],
  sys_properties: ['name'],
  sys_metadata: ['name', 'cat_item', 'question'],
  oauth_credential: ['token'],
  sysevent: ['state'],
  sys_trigger: ['state', 'document_key'],
  sys_flow_wait: ['record', 'context', 'state'],
  sys_flow_context: ['source_record', 'parent_context'],
  pwd_reset_request: ['user'],
  sys_number: ['category'],
}

export function openDatabase(file: string): Database {
  const db = new DatabaseSync(file)
  db.exec(
    'PRAGMA busy_timeout = 20000; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000',
  )
  db.exec(schema)
  for (const [root, columns] of Object.entries(indexed))
    for (const column of columns)
      db.exec(
        `CREATE INDEX IF NOT EXISTS "${root}.${column}" ON record ((data->>'${column}') COLLATE NOCASE) WHERE root = '${root}'`,
      )
  if (!isPlanned(db)) plan(db)
  addFunctions(db)
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string) => {
    let statement = statements.get(sql)
    if (!statement) {
      if (statements.size > 400) statements.clear()
      statement = db.prepare(sql)
      statements.set(sql, statement)
    }
    return statement
  }
  return {
    all: <T>(sql: string, ...values: SQLInputValue[]) => prepare(sql).all(...values) as T[],
    get: <T>(sql: string, ...values: SQLInputValue[]) => prepare(sql).get(...values) as T | undefined,
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    next(counter, from = 0) {
      const sql = `INSERT INTO counter VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`
      return (prepare(sql).get(counter, from + 1) as { value: number }).value
    },
    holdUnique(root, table, columns) {
      const each = columns.map((column) => `(data->>'${column}') COLLATE NOCASE`).join(', ')
      db.exec(`CREATE UNIQUE INDEX IF NOT EXISTS "unique ${table}.${columns.join('.')}" ON record (${each})
        WHERE root = '${root}' AND class = '${table}'`)
    },
    transaction(work) {
      if (db.isTransaction) return work()
      db.exec('BEGIN IMMEDIATE')
      try {
        work()
        db.exec('COMMIT')
      } catch (error) {
        db.exec('ROLLBACK')
        throw error
      }
    },
    close: () => db.close(),
  }
}

function isPlanned(db: DatabaseSync): boolean {
  return db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'`).get() !== undefined
}

/**
 * How many rows a value of each index is expected to have. Left to itself SQLite takes a whole table for smaller than fifty
 * records of it that are named, and reads the table.
 */
function plan(db: DatabaseSync): void {
  const expect = (index: string, rows: string) => `INSERT INTO sqlite_stat1 VALUES ('record', '${index}', '${rows}');`
  const columns = Object.entries(indexed).flatMap(([root, names]) => names.map((column) => `${root}.${column}`))
  db.exec(`BEGIN IMMEDIATE;
    ANALYZE record;
    DELETE FROM sqlite_stat1;
    ${expect('sqlite_autoindex_record_1', '100000 5000 1')}
    ${expect('record_by_key', '100000 5000 1')}
    ${expect('record_by_class', '100000 5000 5000 1')}
    ${columns.map((index) => expect(index, '5000 4')).join('\n')}
    ANALYZE sqlite_schema;
    COMMIT`)
}

/** Text is compared without regard to case, beyond ASCII too, as the platform's database does. */
function addFunctions(db: DatabaseSync): void {
  const fold = (value: unknown) => (value === null || value === undefined ? '' : String(value).toLowerCase())
  const options = { deterministic: true }
  db.function('contains', options, (text, part) => Number(fold(text).includes(fold(part))))
  db.function('starts_with', options, (text, part) => Number(fold(text).startsWith(fold(part))))
  db.function('ends_with', options, (text, part) => Number(fold(text).endsWith(fold(part))))
  db.function('matches', options, (text, pattern) => Number(new RegExp(String(pattern), 'i').test(String(text ?? ''))))
}

const constraintUnique = 2067

/** Whether a write was refused because another record has its key, or its values in a unique index. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === constraintUnique
}
