import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

type Tables = {
  saml_app_certificates: { app_id: string; key_id: string; noted_at: Date }
  certificate_warnings: { about: string; certificate_sha256: string; days: number; told_at: Date }
}
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export type GivenCertificate = { appId: string; keyId: string; notedAt: Date }

export async function givenCertificates(r: Reader): Promise<GivenCertificate[]> {
  const rows = await tables(r).selectFrom('saml_app_certificates').selectAll().orderBy('noted_at').execute()
  return rows.map((row) => ({ appId: row.app_id, keyId: row.key_id, notedAt: row.noted_at }))
}

/** False when it was noted before. */
export async function noteGiven(tx: Tx, { appId, keyId, notedAt }: GivenCertificate): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('saml_app_certificates')
    .values({ app_id: appId, key_id: keyId, noted_at: notedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('app_id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when there was no such note. */
export async function forgetGiven(tx: Tx, { appId, keyId }: Omit<GivenCertificate, 'notedAt'>): Promise<boolean> {
  const row = await tables(tx)
    .deleteFrom('saml_app_certificates')
    .where('app_id', '=', appId)
    .where('key_id', '=', keyId)
    .returning('app_id')
    .executeTakeFirst()
  return row !== undefined
}

export type CertificateWarning = { about: string; certificateSha256: string; days: number }

/** False when administrators were told so before, or another node tells them at this moment. */
export async function putWarning(tx: Tx, warning: CertificateWarning, now: Date): Promise<boolean> {
  const { about, certificateSha256, days } = warning
  const row = await tables(tx)
    .insertInto('certificate_warnings')
    .values({ about, certificate_sha256: certificateSha256, days, told_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('days')
    .executeTakeFirst()
  return row !== undefined
}
