/** What is known of one column; from sys_dictionary. */
export type Column = {
  name: string
  label: string
  /** The internal type: string, integer, boolean, reference, glide_date_time, journal_input, password2, … */
  type: string
  /** The table a reference or glide_list points to; '' for other types. */
  reference: string
  maxLength: number
  defaultValue: string
  isMandatory: boolean
  isReadOnly: boolean
  isDisplay: boolean
  /** 0: no choices; 1, 3: a list of sys_choice. */
  choice: number
  /** The table it is declared on; a class below inherits it. */
  table: string
}

export type Choice = { value: string; label: string; sequence: number; isInactive: boolean }

/** What tables and columns there are, seen through class inheritance. */
export type Dictionary = {
  tables(): string[]
  has(table: string): boolean
  label(table: string): string
  /** The sys_scope (by sys_id) that brought the table; 'global' for the base system. */
  scope(table: string): string
  /** The table itself first, then what it extends, up to the root. */
  ancestors(table: string): readonly string[]
  /** The table itself and all that extend it. */
  descendants(table: string): readonly string[]
  /** All columns, the inherited ones included, by name. */
  columns(table: string): ReadonlyMap<string, Column>
  column(table: string, name: string): Column | null
  /** The column that names a record: the one marked, else name, u_name, number, else sys_id. */
  displayColumn(table: string): string
  choices(table: string, column: string): readonly Choice[]
  /** Does many changes to tables and columns, and reads them again only when all are made. */
  hold(work: () => void): void
}
