import type { Records } from '../store/records.ts'

export type KeyStore = { privateKey: string; certificate: string }

/**
 * The key this instance signs with: of the X.509 record that the property names. An instance keeps a Java key store in an
 * attachment of it; here the record holds both as PEM.
 */
export function keyStoreOf(records: Records): KeyStore | null {
  const row = records.get('sys_certificate', records.property('glide.authenticate.sso.saml2.keystore') ?? '')
  if (row?.active !== 'true' || !row.pem_certificate || !row.private_key_pem) return null
  return { privateKey: records.secrets.open(row.private_key_pem), certificate: row.pem_certificate }
}
