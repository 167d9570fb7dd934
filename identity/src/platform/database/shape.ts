import type pg from 'pg'

/** The columns of a statement's rows: what they are called, and how their text is read. */
export type Shape = readonly { name: string; read: (text: string) => unknown }[]

export function shapeOf(fields: readonly pg.FieldDef[], readerOf: (type: number) => (text: string) => unknown): Shape {
  return fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) }))
}

export function rowOf(shape: Shape, texts: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  let index = 0
  for (const { name, read } of shape) {
    const text = texts[index++]
    row[name] = text === null || text === undefined ? null : read(text)
  }
  return row
}
