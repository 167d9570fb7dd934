import { createHmac, createSecretKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { CookieSignatures } from './cookie-signatures.ts'

const signatures = new CookieSignatures(createSecretKey(Buffer.alloc(32, 7)))

test('a signature holds for its own cookie, by name and value, and for no other', () => {
  const signature = signatures.sign('hallpass-oidc=one')
  const right = createHmac('sha256', Buffer.alloc(32, 7)).update('hallpass-oidc=one').digest('base64url')
  expect(signature).toBe(right)
  expect([signatures.verify('hallpass-oidc=one', signature), signatures.index('hallpass-oidc=one', signature)]).toEqual(
    [true, 0],
  )
  for (const data of ['hallpass-oidc=two', 'hallpass-step=one', '']) expect(signatures.index(data, signature)).toBe(-1)
})

test.each(['', 'x', 'ü', '='.repeat(43), 'A'.repeat(43), 'A'.repeat(10_000)])('%j is no signature', (given) => {
  expect(signatures.index('hallpass-oidc=one', given)).toBe(-1)
})

test('another key makes other signatures', () => {
  const other = new CookieSignatures(createSecretKey(Buffer.alloc(32, 8)))
  expect(other.verify('a=b', signatures.sign('a=b'))).toBe(false)
})
