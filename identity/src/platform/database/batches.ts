/** So many rows of the widest table stay far below what `toAsk` takes. */
const rowsMax = 500

/** Rows that one statement of many could not carry: one insert for each batch, in the same transaction. */
export function* batches<T>(rows: readonly T[], size = rowsMax): Generator<T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}
