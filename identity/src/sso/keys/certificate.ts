import 'reflect-metadata'
import { createPrivateKey, type KeyObject, webcrypto } from 'node:crypto'
import { X509CertificateGenerator } from '@peculiar/x509'

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
}

/** An RSA key with a certificate signed by itself: SAML uses certificates to carry keys, nobody follows their chain. */
export async function newSigningCertificate(input: {
  commonName: string
  notBefore: Date
  notAfter: Date
  serialNumber: string
}): Promise<{ privateKey: KeyObject; certificate: string }> {
  const keys = (await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])) as CryptoKeyPair
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [input.commonName] }],
    serialNumber: input.serialNumber,
    notBefore: input.notBefore,
    notAfter: input.notAfter,
    signingAlgorithm: rsa,
    keys,
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  return {
    privateKey: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
    certificate: Buffer.from(certificate.rawData).toString('base64'),
  }
}

type CryptoKeyPair = { publicKey: webcrypto.CryptoKey; privateKey: webcrypto.CryptoKey }
