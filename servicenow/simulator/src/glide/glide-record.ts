import { currentSession } from '../runtime/session.ts'
import type { Column } from '../store/dictionary.ts'
import { system } from '../store/open-records.ts'
import type { Records, Row, Who, WriteOutcome } from '../store/records.ts'
import { type AccessOperation, mayAccess } from './access.ts'
import { openVariables } from './catalog-variables.ts'
import { textOf } from './condition.ts'
import { requireCrossScope } from './cross-scope.ts'
import { openElement } from './glide-element.ts'
import { innards, keepInnards } from './innards.ts'
import { parts, QueryBuilding } from './query-building.ts'

/**
 * GlideRecord on the simulator's records. Fields are properties by a proxy, as on the platform; access rules are asked
 * by GlideRecordSecure only.
 */
export class GlideRecord extends QueryBuilding {
  readonly #table: string
  readonly #records: Records
  #rows: readonly Row[] = []
  #index = -1
  #isNew = false
  #withRules = true
  #withSysFields = true
  #isForced = false
  #lastError = ''
  protected isSecure = false

  constructor(table: string, records?: Records) {
    super()
    const found = records ?? currentSession()?.records
    if (!found) throw new Error('GlideRecord outside of a script')
    this.#table = table
    this.#records = found
    keepInnards(this, {
      records: found,
      values: {},
      previous: null,
      isAborted: false,
      isStored: false,
      operation: '',
      fromDisplay: (column, shown) => fromDisplay(found, this.#class(), column, shown),
      reference: (to, id) => loaded(to, found, id),
      journal: (column, count) => this.#journal(column, count),
      may: (operation, column) => this.#may(operation, column),
    })
    // biome-ignore lint/correctness/noConstructorReturn: fields are properties, so what scripts hold is a proxy.
    return opened(this)
  }

  #class(): string {
    return innards(this).values.sys_class_name || this.#table
  }
  #who(): Who {
    return currentSession()?.who ?? system
  }

  // Reading
  query(...given: unknown[]): void {
    if (given.length > 0) this.addQuery(...given)
    requireCrossScope(this.#records, this.#table, 'read')
    const limits = {
      ...(this[parts].limit === undefined ? {} : { limit: this[parts].limit }),
      offset: this[parts].offset,
      who: this.#who(),
    }
    const found = this.#records.dictionary.has(this.#table)
      ? this.#records.find(this.#table, this[parts].conditions.query(), limits)
      : []
    this.#rows = this.isSecure
      ? found.filter((row) => mayAccess(this.#records, this.#who(), 'read', this.#table, row))
      : found
    this.#index = -1
  }
  _query(...given: unknown[]): void {
    this.query(...given)
  }
  next(): boolean {
    const row = this.#rows[this.#index + 1]
    if (!row) return false
    this.#index++
    this.#load(row)
    return true
  }
  _next(): boolean {
    return this.next()
  }
  hasNext(): boolean {
    return this.#index + 1 < this.#rows.length
  }
  getRowCount(): number {
    return this.#rows.length
  }
  /** By sys_id, or by a field and its value. */
  get(...given: unknown[]): boolean {
    const [name, value] = given.length === 1 ? ['sys_id', given[0]] : given
    this[parts].conditions.groups.splice(0, this[parts].conditions.groups.length, [])
    this[parts].conditions.add(String(name), '=', textOf(value))
    this[parts].limit = 1
    this.query()
    return textOf(value) !== '' && this.next()
  }
  _get(...given: unknown[]): boolean {
    return this.get(...given)
  }
  #load(row: Row): void {
    const inside = innards(this)
    inside.values = { ...row }
    inside.previous = row
    inside.isStored = true
    this.#isNew = false
  }

  // The record
  initialize(): void {
    const inside = innards(this)
    inside.values = {}
    for (const column of this.#records.dictionary.columns(this.#table).values())
      if (column.defaultValue && !column.defaultValue.startsWith('javascript:'))
        inside.values[column.name] = column.defaultValue
    inside.previous = null
    inside.isStored = false
    this.#isNew = true
  }
  newRecord(): void {
    this.initialize()
    innards(this).values.sys_id = this.#records.newId()
  }
  isNewRecord(): boolean {
    return this.#isNew || !innards(this).isStored
  }
  isValid(): boolean {
    return this.#records.dictionary.has(this.#table)
  }
  isValidRecord(): boolean {
    return innards(this).isStored
  }
  isValidField(name: string): boolean {
    return this.#records.dictionary.column(this.#table, name) !== null
  }
  isActionAborted(): boolean {
    return innards(this).isAborted
  }
  setAbortAction(isAborted: boolean): void {
    innards(this).isAborted = isAborted
  }
  getTableName(): string {
    return this.#table
  }
  getRecordClassName(): string {
    return this.#class()
  }
  getLabel(): string {
    return this.#records.dictionary.label(this.#table)
  }
  getClassDisplayValue(): string {
    return this.#records.dictionary.label(this.#class())
  }
  getUniqueValue(): string {
    return innards(this).values.sys_id ?? ''
  }
  getElement(path: string): unknown {
    return path
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], this.#self())
  }
  getFields(): unknown[] {
    return [...this.#records.dictionary.columns(this.#class()).keys()].map((name) => this.getElement(name))
  }
  getElements(): unknown[] {
    return this.getFields()
  }
  /** The value as stored; null when empty; a boolean reads as '1' or '0', as on the platform. */
  getValue(name: string): string | null {
    const value = innards(this).values[name] ?? ''
    const column = this.#records.dictionary.column(this.#class(), name)
    if (column?.type === 'boolean') return value === 'true' || value === '1' ? '1' : '0'
    return value === '' ? null : value
  }
  setValue(name: string, value: unknown): void {
    if (name === 'sys_id' && !this.#isNew) return
    innards(this).values[name] = textOf(value)
  }
  setNewGuidValue(id: string): void {
    innards(this).values.sys_id = id
  }
  setDisplayValue(name: string, shown: unknown): void {
    const column = this.#records.dictionary.column(this.#class(), name)
    if (column) innards(this).values[name] = fromDisplay(this.#records, this.#class(), column, textOf(shown))
  }
  getDisplayValue(name?: string): string {
    const { values } = innards(this)
    if (!name) return this.#records.displayOf(this.#class(), values)
    if (!name.includes('.')) return this.#records.display(this.#class(), values, name, this.#who())
    const at = this.getElement(name) as { getDisplayValue?: () => string } | undefined
    return at?.getDisplayValue?.() ?? ''
  }
  getLink(): string {
    return `${this.#table}.do?sys_id=${this.getUniqueValue()}`
  }
  changes(): boolean {
    return Object.keys(this.#changed()).length > 0
  }
  operation(): string {
    return innards(this).operation
  }
  setWorkflow(isOn: boolean): void {
    this.#withRules = isOn
  }
  autoSysFields(isOn: boolean): void {
    this.#withSysFields = isOn
  }
  setForceUpdate(isOn: boolean): void {
    this.#isForced = isOn
  }
  setUseEngines(): void {}
  getLastErrorMessage(): string {
    return this.#lastError
  }
  canRead(): boolean {
    return this.#may('read')
  }
  canWrite(): boolean {
    return this.#may('write')
  }
  canCreate(): boolean {
    return this.#may('create')
  }
  canDelete(): boolean {
    return this.#may('delete')
  }
  #may(operation: AccessOperation, column?: string): boolean {
    return mayAccess(this.#records, this.#who(), operation, this.#class(), innards(this).values, column)
  }
  get variables(): unknown {
    return openVariables(this.#records, this.#class(), this.getUniqueValue())
  }

  // Writing
  insert(): string | null {
    requireCrossScope(this.#records, this.#table, 'create')
    if (this.isSecure && !this.#may('create')) return null
    return this.#settle(this.#records.insert(this.#table, innards(this).values, this.#who(), this.#options()))
  }
  update(): string | null {
    requireCrossScope(this.#records, this.#table, 'write')
    if (!innards(this).isStored) return this.insert()
    if (this.isSecure && !this.#may('write')) return null
    return this.#settle(
      this.#records.update(this.#table, this.getUniqueValue(), this.#changed(), this.#who(), this.#options()),
    )
  }
  updateMultiple(): void {
    const asked = this.#changed()
    this.query()
    for (const row of this.#rows)
      this.#records.update(this.#table, row.sys_id ?? '', asked, this.#who(), this.#options())
  }
  deleteRecord(): boolean {
    requireCrossScope(this.#records, this.#table, 'delete')
    if (this.isSecure && !this.#may('delete')) return false
    const outcome = this.#records.remove(this.#table, this.getUniqueValue(), this.#who(), this.#options())
    return outcome !== null && 'row' in outcome
  }
  deleteMultiple(): void {
    requireCrossScope(this.#records, this.#table, 'delete')
    this.query()
    for (const row of this.#rows) this.#records.remove(this.#table, row.sys_id ?? '', this.#who(), this.#options())
  }
  #options() {
    return {
      withoutRules: !this.#withRules,
      withoutSysFields: !this.#withSysFields,
      isForced: this.#isForced,
    }
  }
  #changed(): Record<string, string> {
    const { values, previous } = innards(this)
    return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== (previous?.[name] ?? '')))
  }
  #settle(outcome: WriteOutcome | null): string | null {
    if (outcome === null) return null
    if ('aborted' in outcome) {
      this.#lastError = outcome.aborted
      return null
    }
    this.#load(outcome.row)
    return this.getUniqueValue()
  }
  #journal(column: string, count: number): string {
    const query = `element_id=${this.getUniqueValue()}^element=${column}^ORDERBYDESCsys_created_on`
    const entries = this.#records.find('sys_journal_field', query, count > 0 ? { limit: count } : {})
    return entries.map((row) => `${row.sys_created_on} - ${row.sys_created_by}\n${row.value}\n`).join('\n')
  }
  #self(): object {
    return proxies.get(this) ?? this
  }
  override toString(): string {
    return this.getUniqueValue()
  }
}

/** GlideRecord that asks the access rules first. */
export class GlideRecordSecure extends GlideRecord {
  protected override isSecure = true
}

const proxies = new WeakMap<object, object>()

function opened(record: GlideRecord): GlideRecord {
  const proxy = new Proxy(record, {
    get(target, name) {
      if (typeof name !== 'string' || name in target) {
        const value = Reflect.get(target, name, target) as unknown
        return typeof value === 'function' ? value.bind(target) : value
      }
      const column = innards(target).records.dictionary.column(target.getRecordClassName(), name)
      return column ? openElement(proxy, column) : undefined
    },
    set(target, name, value) {
      target.setValue(String(name), value)
      return true
    },
    has: (target, name) => name in target || target.isValidField(String(name)),
    getPrototypeOf: (target) => Reflect.getPrototypeOf(target),
  })
  keepInnards(proxy, innards(record))
  proxies.set(record, proxy)
  return proxy
}

/** A GlideRecord that stands on a record. */
export function loaded(table: string, records: Records, sysId: string): GlideRecord | null {
  const row = records.dictionary.has(table) ? records.get(table, sysId) : null
  return row ? standingOn(row.sys_class_name || table, records, row) : null
}

/** A GlideRecord that holds these values, stored or not. */
export function standingOn(
  table: string,
  records: Records,
  row: Row,
  change?: { previous: Row | null; isStored: boolean; operation: 'insert' | 'update' | 'delete' },
): GlideRecord {
  const record = new GlideRecord(table, records)
  const inside = innards(record)
  inside.values = { ...row }
  inside.previous = change ? change.previous : row
  inside.isStored = change?.isStored ?? true
  inside.operation = change?.operation ?? ''
  return record
}

function fromDisplay(records: Records, table: string, column: Column, shown: string): string {
  if (column.type === 'password2') return records.secrets.seal(shown)
  const choice = records.dictionary.choices(table, column.name).find((one) => one.label === shown)
  if (choice) return choice.value
  if (column.reference && shown !== '' && !/^[0-9a-f]{32}$/.test(shown)) {
    const name = records.dictionary.displayColumn(column.reference)
    return records.find(column.reference, `${name}=${shown.replaceAll('^', '')}`, { limit: 1 })[0]?.sys_id ?? ''
  }
  return shown
}
