import { createHash, createHmac } from 'node:crypto'

const hash = (algorithm: string, text: string, form: 'hex' | 'base64') =>
  createHash(algorithm).update(text, 'utf8').digest(form)

/** GlideDigest: hashes of UTF-8 text; hex in lower case. */
export class GlideDigest {
  getMD5Hex(text: string): string {
    return hash('md5', text, 'hex')
  }
  getMD5Base64(text: string): string {
    return hash('md5', text, 'base64')
  }
  getSHA1Hex(text: string): string {
    return hash('sha1', text, 'hex')
  }
  getSHA1Base64(text: string): string {
    return hash('sha1', text, 'base64')
  }
  getSHA256Hex(text: string): string {
    return hash('sha256', text, 'hex')
  }
  getSHA256Base64(text: string): string {
    return hash('sha256', text, 'base64')
  }
}

const macs: Readonly<Record<string, string>> = {
  hmacsha1: 'sha1',
  hmacsha224: 'sha224',
  hmacsha256: 'sha256',
  hmacsha384: 'sha384',
  hmacsha512: 'sha512',
}

/** CertificateEncryption (GlideCertificateEncryption outside of scopes): keyed hashes; the key and the answer are Base64. */
export class CertificateEncryption {
  generateMac(key: string, algorithm: string, data: string): string {
    return CertificateEncryption.generateMac(key, algorithm, data)
  }
  static generateMac(key: string, algorithm: string, data: string): string {
    const name = macs[algorithm.toLowerCase()]
    if (!name) throw new Error(`CertificateEncryption: no algorithm ${algorithm}`)
    return createHmac(name, Buffer.from(key, 'base64')).update(data, 'utf8').digest('base64')
  }
}
