import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/**
 * What the provider's cookies are signed and checked with: HMAC-SHA-256. The library's own takes SHA-1, makes its key anew for
 * each cookie, and hashes each comparison twice again.
 */
export class CookieSignatures {
  readonly #key: KeyObject

  constructor(key: KeyObject) {
    this.#key = key
  }

  sign(data: string): string {
    return this.#digest(data).toString('base64url')
  }

  verify(data: string, signature: string): boolean {
    const given = Buffer.from(signature, 'base64url')
    const right = this.#digest(data)
    return given.length === right.length && timingSafeEqual(given, right)
  }

  /** Which of the keys it was; there is one. */
  index(data: string, signature: string): number {
    return this.verify(data, signature) ? 0 : -1
  }

  #digest(data: string): Buffer {
    return createHmac('sha256', this.#key).update(data).digest()
  }
}
