import { constants, createCipheriv, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto'
import { ds, saml } from './names.ts'

const xenc = 'http://www.w3.org/2001/04/xmlenc#'
const xenc11 = 'http://www.w3.org/2009/xmlenc11#'

/**
 * How the content key is wrapped. `rsa-oaep`: SHA-256 throughout. `rsa-oaep-mgf1p`: the form of XML Encryption 1.0 that
 * older readers know alone; its SHA-1 serves as a mask there, not as a digest of anything signed.
 */
export type KeyWrap = 'rsa-oaep' | 'rsa-oaep-mgf1p'

/**
 * An assertion for one reader: AES-256-GCM under a key wrapped by RSA-OAEP (xmlenc-core1 §5.2.4, §5.5.2). CBC and
 * PKCS #1 v1.5 are not offered: both let a reader be used as an oracle.
 *
 * @param certificate the reader's, PEM or base64 DER
 */
export function encryptAssertion(assertion: string, certificate: string, wrap: KeyWrap): string {
  const key = randomBytes(32)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([nonce, cipher.update(assertion, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const wrapped = publicEncrypt(
    {
      key: new X509Certificate(pemOf(certificate)).publicKey,
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: wrap === 'rsa-oaep' ? 'sha256' : 'sha1',
    },
    key,
  )
  return (
    `<saml:EncryptedAssertion xmlns:saml="${saml}">` +
    `<xenc:EncryptedData xmlns:xenc="${xenc}" Type="${xenc}Element">` +
    `<xenc:EncryptionMethod Algorithm="${xenc11}aes256-gcm"></xenc:EncryptionMethod>` +
    `<ds:KeyInfo xmlns:ds="${ds}"><xenc:EncryptedKey>${methods[wrap]}` +
    `<xenc:CipherData><xenc:CipherValue>${wrapped.toString('base64')}</xenc:CipherValue></xenc:CipherData>` +
    `</xenc:EncryptedKey></ds:KeyInfo>` +
    `<xenc:CipherData><xenc:CipherValue>${sealed.toString('base64')}</xenc:CipherValue></xenc:CipherData>` +
    '</xenc:EncryptedData></saml:EncryptedAssertion>'
  )
}

const methods: Record<KeyWrap, string> = {
  'rsa-oaep':
    `<xenc:EncryptionMethod Algorithm="${xenc11}rsa-oaep">` +
    `<ds:DigestMethod Algorithm="${xenc}sha256"></ds:DigestMethod>` +
    `<xenc11:MGF xmlns:xenc11="${xenc11}" Algorithm="${xenc11}mgf1sha256"></xenc11:MGF></xenc:EncryptionMethod>`,
  'rsa-oaep-mgf1p': `<xenc:EncryptionMethod Algorithm="${xenc}rsa-oaep-mgf1p"></xenc:EncryptionMethod>`,
}

export function pemOf(certificate: string): string {
  if (certificate.includes('-----BEGIN')) return certificate
  const lines = certificate.replaceAll(/\s/g, '').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
