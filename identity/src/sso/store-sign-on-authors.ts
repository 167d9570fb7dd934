import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept } from '../platform/database/kept.ts'

export type SignOnProtocol = 'saml' | 'oidc'
type Tables = {
  sign_on_authors: { app_id: string; protocol: SignOnProtocol; author_id: string; changed_at: Date }
}
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

type Of = { appId: string; protocol: SignOnProtocol; authorId: string }

/** This person says as whom the app knows people, and nobody else stands behind it yet; how long counts from the last change. */
export async function keepSignOnAuthor(tx: Tx, { appId, protocol, authorId }: Of, at: Date): Promise<void> {
  await tables(tx)
    .insertInto('sign_on_authors')
    .values({ app_id: appId, protocol, author_id: authorId, changed_at: at })
    .onConflict((conflict) => conflict.columns(['app_id', 'protocol', 'author_id']).doUpdateSet({ changed_at: at }))
    .execute()
}

/** Somebody else stands behind these settings now: whoever saved them. */
export const forgetOtherAuthors = (tx: Tx, of: Of): Promise<void> => forgetAuthors(tx, of, '<>')

/** What this person set says nothing but who people are. */
export const forgetSignOnAuthor = (tx: Tx, of: Of): Promise<void> => forgetAuthors(tx, of, '=')

async function forgetAuthors(tx: Tx, { appId, protocol, authorId }: Of, compare: '=' | '<>'): Promise<void> {
  await tables(tx)
    .deleteFrom('sign_on_authors')
    .where('app_id', '=', appId)
    .where('protocol', '=', protocol)
    .where('author_id', compare, authorId)
    .execute()
}

/** What this person changed up to a moment, and nobody else stood behind. */
export async function letSignOnAuthorEnd(r: Reader, authorId: string, until: Date): Promise<void> {
  await tables(r)
    .deleteFrom('sign_on_authors')
    .where('author_id', '=', authorId)
    .where('changed_at', '<=', until)
    .execute()
}

/** Whether this person waits because of these very settings. */
export async function isAuthorOf(r: Reader, { appId, protocol, authorId }: Of): Promise<boolean> {
  const row = await tables(r)
    .selectFrom('sign_on_authors')
    .select('app_id')
    .where('app_id', '=', appId)
    .where('protocol', '=', protocol)
    .where('author_id', '=', authorId)
    .executeTakeFirst()
  return row !== undefined
}

export async function isSignOnAuthor(r: Reader, personId: string, appId: string): Promise<boolean> {
  return (await ofAuthor(r, { personId, appId })).length > 0
}

const ofAuthor = kept((r, { personId, appId }: { personId: string; appId: string }) =>
  tables(r)
    .selectFrom('sign_on_authors')
    .select('app_id')
    .where('author_id', '=', personId)
    .where('app_id', '=', appId)
    .limit(1),
)
