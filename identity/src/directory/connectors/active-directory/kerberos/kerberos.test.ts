import { describe, expect, test } from 'vitest'
import { decrypt, decryptStealing, encrypt, encryptStealing } from './cipher.ts'
import { integer, one, read, sequence, tagged, toNumber } from './der.ts'
import { keyOfPassword, nFold } from './keys.ts'
import { readAnswer } from './messages.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('keys', () => {
  test.each([
    ['012345', 8, 'be072631276b1955'],
    ['password', 7, '78a07b6caf85fa'],
    ['Rough Consensus, and Running Code', 8, 'bb6ed30870b7f0e0'],
    ['kerberos', 8, '6b65726265726f73'],
    ['kerberos', 16, '6b65726265726f737b9b5b2b93132b93'],
  ])('n-fold of "%s" is that of RFC 3961, A.1', (input, bytes, folded) => {
    expect(nFold(Buffer.from(input), bytes).toString('hex')).toBe(folded)
  })

  test.each([
    [1, 16, '42 26 3c 6e 89 f4 fc 28 b8 df 68 ee 09 79 9f 15'],
    [1, 32, 'fe 69 7b 52 bc 0d 3c e1 44 32 ba 03 6a 92 e6 5b bb 52 28 09 90 a2 fa 27 88 39 98 d7 2a f3 01 61'],
    [1200, 32, '55 a6 ac 74 0a d1 7b 48 46 94 10 51 e1 e8 b0 a7 54 8d 93 b0 ab 30 a8 bc 3f f1 62 80 38 2b 8c 2a'],
  ])('a password becomes the key of RFC 3962, B (%i iterations, %i bytes)', async (iterations, bytes, key) => {
    const made = await keyOfPassword('password', 'ATHENA.MIT.EDUraeburn', { bytes, iterations })
    expect(made).toEqual(hex(key))
  })
})

describe('encryption', () => {
  const key = Buffer.from('chicken teriyaki')
  test.each([
    ['I would like the ', 'c6 35 35 68 f2 bf 8c b4 d8 a5 80 36 2d a7 ff 7f 97'],
    [
      "I would like the General Gau's ",
      'fc 00 78 3e 0e fd b2 c1 d4 45 d4 c8 ef f7 ed 22 97 68 72 68 d6 ec cc c0 c0 7b 25 e2 5e cf e5',
    ],
    [
      "I would like the General Gau's C",
      '39 31 25 23 a7 86 62 d5 be 7f cb cc 98 eb f5 a8 97 68 72 68 d6 ec cc c0 c0 7b 25 e2 5e cf e5 84',
    ],
  ])('"%s" is stolen as in RFC 3962, B, and back', (plain, sealed) => {
    expect(encryptStealing(key, Buffer.from(plain))).toEqual(hex(sealed))
    expect(decryptStealing(key, hex(sealed)).toString()).toBe(plain)
  })

  test('a message of any length is opened with its key and usage only, and not when one bit was turned', () => {
    const right = Buffer.alloc(32, 7)
    for (const size of [0, 1, 15, 16, 17, 31, 32, 33, 200]) {
      const message = Buffer.alloc(size, 'm')
      const sealed = encrypt(right, 3, message)
      expect(decrypt(right, 3, sealed)).toEqual(message)
      expect(decrypt(right, 1, sealed)).toBeNull()
      expect(decrypt(Buffer.alloc(32, 8), 3, sealed)).toBeNull()
      sealed[size] = (sealed[size] ?? 0) ^ 1
      expect(decrypt(right, 3, sealed)).toBeNull()
    }
    expect(decrypt(right, 3, Buffer.alloc(5))).toBeNull()
  })
})

describe('messages', () => {
  test.each([0, 1, 127, 128, 255, 256, 65_535, 65_536, 0x7fffffff])('the number %i is the same again', (number) => {
    expect(toNumber(one(integer(number)))).toBe(number)
  })

  test('a long part is the same again', () => {
    const inside = Buffer.alloc(70_000, 1)
    const made = sequence(tagged(1, sequence(inside)))
    expect(one(one(one(made).body).body).body).toEqual(inside)
  })

  test.each(['', '30', '3080', '30820fff00', '6b00', '7e00', '7e023000', '6b023000', 'ff'])(
    'an answer of the bytes %s is refused, not misread',
    (bytes) => {
      expect(() => readAnswer(hex(bytes))).toThrow()
    },
  )

  test('what ends early is refused', () => {
    expect(() => read(hex('0405aa'))).toThrow(RangeError)
  })
})
