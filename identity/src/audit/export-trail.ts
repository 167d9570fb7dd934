import type { Reader } from '../platform/database/database.ts'
import { searchEntries } from './store.ts'
import type { StoredEntry, TrailFilter } from './types.ts'

const batchSize = 500

/** The matching entries as JSON lines, oldest first, read as fast as the receiver takes them. */
export async function* exportTrail(reader: Reader, filter: TrailFilter): AsyncGenerator<string> {
  for (let after: string | undefined; ; ) {
    const entries = await searchEntries(reader, filter, { order: 'oldest', after, limit: batchSize })
    if (entries.length === 0) return
    yield `${entries.map(toLine).join('\n')}\n`
    after = entries.at(-1)?.body.id
  }
}

function toLine({ chain, seq, prev, hash, body, values }: StoredEntry): string {
  return JSON.stringify({
    chain,
    seq,
    prev: prev.toString('hex'),
    hash: hash.toString('hex'),
    body,
    values: Object.fromEntries(values),
  })
}
