import type { Reader } from './database.ts'

type Seen = Map<string, Map<string, Promise<unknown>>>

/**
 * What a remembering reader has read, by kind and key. Readers without it remember nothing. A property, and not a WeakMap:
 * what such a map holds outlives V8's quick collections.
 */
const seenKey = Symbol('seen')
type Remembering = Reader & { [seenKey]?: Seen }
const seenBy = (reader: Reader): Seen | undefined => (reader as Remembering)[seenKey]

/**
 * Facts read once for the life of a transaction (or of one answer, see `remembering`): who asks again is told the same.
 * A slice that changes or locks such a row calls `forget` for its kind, so that what it reads next is what is there.
 * Through any other reader nothing is kept. Values are shared between callers and must not be changed by them.
 */
export function once<T>(reader: Reader, kind: string, key: string, load: () => Promise<T>): Promise<T> {
  const seen = seenBy(reader)
  if (!seen) return load()
  const known = keysOf(seen, kind)
  const before = known.get(key) as Promise<T> | undefined
  if (before) return before
  const value = load()
  keep(known, key, value)
  return value
}

/** The same for many keys: those not known yet are loaded together. Keys that `load` does not find are left out. */
export async function onceEach<T>(
  reader: Reader,
  kind: string,
  keys: readonly string[],
  load: (keys: string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<Map<string, T>> {
  const seen = seenBy(reader)
  const wanted = [...new Set(keys)]
  if (!seen) return new Map(wanted.length === 0 ? [] : await load(wanted))
  const known = keysOf(seen, kind)
  const missing = wanted.filter((key) => !known.has(key))
  if (missing.length > 0) {
    const loading = load(missing)
    for (const key of missing)
      keep(
        known,
        key,
        loading.then((values) => values.get(key)),
      )
  }
  const values = await Promise.all(wanted.map((key) => known.get(key) as Promise<T | undefined>))
  return new Map(wanted.flatMap((key, index) => (values[index] === undefined ? [] : [[key, values[index] as T]])))
}

/** Whether this was read already, or is being read. */
export function isRemembered(reader: Reader, kind: string, key: string): boolean {
  return seenBy(reader)?.get(kind)?.has(key) ?? false
}

/** After a change or a lock: facts of this kind are read anew. */
export function forget(reader: Reader, kind: string): void {
  seenBy(reader)?.delete(kind)
}

/** Lets a reader remember; `from` hands on what another one knows. */
export function remember<R extends Reader>(reader: R, from?: Reader): R {
  const seen = (from && seenBy(from)) ?? new Map()
  Object.defineProperty(reader, seenKey, { value: seen, configurable: true, enumerable: false })
  return reader
}

/** Only what could be read is kept. */
function keep(known: Map<string, Promise<unknown>>, key: string, value: Promise<unknown>): void {
  known.set(key, value)
  value.catch(() => known.delete(key))
}

function keysOf(seen: Seen, kind: string): Map<string, Promise<unknown>> {
  const before = seen.get(kind)
  if (before) return before
  const known = new Map<string, Promise<unknown>>()
  seen.set(kind, known)
  return known
}
