import type { Column } from '../store/dictionary.ts'
import type { Records, Row } from '../store/records.ts'

/** What the parts of the double share of a GlideRecord and no script may see. */
export type Innards = {
  readonly records: Records
  /** The values as the script has set them. */
  values: Record<string, string>
  /** As the record was before; null where there is no such thing. */
  previous: Row | null
  isAborted: boolean
  /** Whether the instance holds the record already; what of a new one is set counts as changed all the same. */
  isStored: boolean
  operation: 'insert' | 'update' | 'delete' | ''
  fromDisplay(column: Column, shown: string): string
  reference(table: string, sysId: string): object | null
  journal(column: string, count: number): string
  may(operation: 'read' | 'write' | 'create' | 'delete', column?: string): boolean
}

const all = new WeakMap<object, Innards>()

export function keepInnards(record: object, parts: Innards): void {
  all.set(record, parts)
}

export function innards(record: object): Innards {
  const found = all.get(record)
  if (!found) throw new TypeError('not a GlideRecord')
  return found
}
