import { randomInt } from 'node:crypto'

/** No letters that look like digits, no vowels that make words: read from paper, typed on a phone. */
const alphabet = '23456789BCDFGHJKMNPQRTVWXYZ'
export const recoveryCodeCount = 10

/** Ten codes like `7KQ4-M2RX-9TBC`: 57 bits each, so that a keyed hash and few tries are guard enough. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => [4, 4, 4].map(letters).join('-'))
}

/** How a code is compared: as typed by anybody, with or without hyphens, in any case. */
export function normalizeCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
}

const letters = (count: number): string =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('')
