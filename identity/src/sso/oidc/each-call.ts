import Provider from 'oidc-provider'
import type { Database } from '../../platform/database/database.ts'
import { remembering } from '../../platform/database/remembering.ts'

const readers = new WeakMap<object, Database>()

/**
 * The same deps, with a database that remembers for the length of one call of the provider: it asks for its client, its
 * account and their access again at each of its steps, and all steps of a call are one decision. The next call reads anew.
 */
export function forEachCall<Deps extends { db: Database }>(deps: Deps): Deps {
  return Object.create(deps, { db: { get: () => readerOf(deps.db) } }) as Deps
}

function readerOf(db: Database): Database {
  // The call that is being answered, which its types leave out.
  const { ctx } = Provider as unknown as { ctx: object | undefined }
  if (!ctx) return db
  const known = readers.get(ctx) ?? remembering(db)
  readers.set(ctx, known)
  return known
}
