import type pg from 'pg'

/** What a statement's rows look like: their columns, how the text of each is read, and a row in which nothing stands yet. */
export type Shape = {
  readonly columns: readonly { name: string; read: (text: string) => unknown }[]
  readonly empty: Readonly<Record<string, null>>
}

export const noShape: Shape = { columns: [], empty: {} }

export function shapeOf(fields: readonly pg.FieldDef[], readerOf: (type: number) => (text: string) => unknown): Shape {
  return {
    columns: fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) })),
    empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
  }
}

/** A copy of the empty row, filled: an object that gets one column after the other is a different one to V8 each time. */
export function rowOf({ columns, empty }: Shape, texts: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = { ...empty }
  let index = 0
  for (const { name, read } of columns) {
    const text = texts[index++]
    if (text !== null && text !== undefined) row[name] = read(text)
  }
  return row
}
