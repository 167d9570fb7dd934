import { dateTimeMs } from '../store/clock.ts'
import type { Column } from '../store/dictionary.ts'
import { textOf } from './condition.ts'
import { GlideDateTime } from './glide-date-time.ts'
import { GlideDuration } from './glide-duration.ts'
import { innards } from './innards.ts'

/** As much of a GlideRecord as a field needs of the one it belongs to. */
export type Holder = {
  getTableName(): string
  getDisplayValue(name: string): string
  setValue(name: string, value: unknown): void
}

/**
 * One field of a GlideRecord. Dot-walking goes on by property: `current.caller_id.manager`; fields of the record a
 * reference points to are made when they are asked for.
 */
export class GlideElement {
  readonly #record: Holder
  readonly #column: Column

  constructor(record: Holder, column: Column) {
    this.#record = record
    this.#column = column
  }

  getName(): string {
    return this.#column.name
  }
  getLabel(): string {
    return this.#column.label
  }
  getTableName(): string {
    return this.#record.getTableName()
  }
  getValue(): string {
    return this.toString()
  }
  toString(): string {
    return innards(this.#record).values[this.#column.name] ?? ''
  }
  valueOf(): string {
    return this.toString()
  }
  toJSON(): string {
    return this.toString()
  }
  getDisplayValue(maxCharacters?: number): string {
    const shown = this.#record.getDisplayValue(this.#column.name) ?? ''
    return maxCharacters ? shown.slice(0, maxCharacters) : shown
  }
  getHTMLValue(maxCharacters?: number): string {
    return this.getDisplayValue(maxCharacters)
  }
  setValue(value: unknown): void {
    this.#record.setValue(this.#column.name, value)
  }
  /** A label of a choice, the name of a record, the clear text of a password2 field. */
  setDisplayValue(shown: unknown): void {
    this.setValue(innards(this.#record).fromDisplay(this.#column, textOf(shown)))
  }
  nil(): boolean {
    return this.toString() === ''
  }
  isNil(): boolean {
    return this.nil()
  }
  changes(): boolean {
    return this.toString() !== this.#before()
  }
  changesTo(value: unknown): boolean {
    return this.changes() && this.toString() === textOf(value)
  }
  changesFrom(value: unknown): boolean {
    return this.changes() && this.#before() === textOf(value)
  }
  #before(): string {
    return innards(this.#record).previous?.[this.#column.name] ?? ''
  }

  getRefRecord(): object | null {
    const { reference } = this.#column
    if (!reference || this.nil()) return null
    return innards(this.#record).reference(reference, this.toString())
  }
  getReferenceTable(): string {
    return this.#column.reference
  }
  getED(): { getName(): string; getLabel(): string; getInternalType(): string; getLength(): number } {
    const { name, label, type, maxLength } = this.#column
    return { getName: () => name, getLabel: () => label, getInternalType: () => type, getLength: () => maxLength }
  }
  getAttribute(): string {
    return ''
  }
  getChoices(): string[] {
    const { records } = innards(this.#record)
    return records.dictionary.choices(this.#record.getTableName(), this.#column.name).map((choice) => choice.value)
  }
  getChoiceValue(): string {
    return this.getDisplayValue()
  }
  /** The clear text of a password2 field; '' for anything else, as nothing else is kept in a form to decrypt. */
  getDecryptedValue(): string {
    const { records } = innards(this.#record)
    return this.#column.type === 'password2' ? records.secrets.open(this.toString()) : ''
  }
  getGlideObject(): GlideDateTime | GlideDuration {
    return this.#column.type === 'glide_duration'
      ? new GlideDuration(this.toString())
      : new GlideDateTime(this.toString())
  }
  dateNumericValue(): number {
    const ms = dateTimeMs(this.toString())
    return Number.isNaN(ms) ? 0 : ms
  }
  setDateNumericValue(ms: number): void {
    const at = new GlideDateTime()
    at.setNumericValue(ms)
    this.setValue(at.getValue())
  }
  getJournalEntry(count: number): string {
    return innards(this.#record).journal(this.#column.name, count)
  }
  canRead(): boolean {
    return innards(this.#record).may('read', this.#column.name)
  }
  canWrite(): boolean {
    return innards(this.#record).may('write', this.#column.name)
  }
  canCreate(): boolean {
    return innards(this.#record).may('create', this.#column.name)
  }
}

/** The element, with the fields of the record it refers to as properties. */
export function openElement(record: Holder, column: Column): GlideElement {
  const element = new GlideElement(record, column)
  return new Proxy(element, {
    get(target, name) {
      if (typeof name === 'string' && column.reference && !(name in target)) return walked(target, name)
      const value = Reflect.get(target, name, target) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** A field beyond an empty reference reads as an empty one, as on the platform; an unknown field is undefined. */
function walked(element: GlideElement, name: string): unknown {
  const referred = element.getRefRecord()
  if (referred) return (referred as Record<string, unknown>)[name]
  return { toString: () => '', getDisplayValue: () => '', nil: () => true, getValue: () => '' }
}
