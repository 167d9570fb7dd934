/** A table name that the dictionary does not hold. */
export class NoSuchTable extends Error {
  readonly table: string
  constructor(table: string) {
    super(`Invalid table ${table}`)
    this.name = 'NoSuchTable'
    this.table = table
  }
}
