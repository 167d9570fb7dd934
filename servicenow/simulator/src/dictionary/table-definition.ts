export type ColumnDefinition = {
  name: string
  type: string
  label?: string
  reference?: string
  max?: number
  default?: string
  mandatory?: boolean
  readOnly?: boolean
  /** 1: a list of choices. */
  dropdown?: number
  choices?: readonly (readonly [value: string, label: string])[]
}

export type TableDefinition = {
  name: string
  label?: string
  extends?: string
  /** The column whose value names a record. */
  display?: string
  /** Prefix of automatic numbers. */
  prefix?: string
  columns: readonly ColumnDefinition[]
}
