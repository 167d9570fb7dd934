import { expect, test } from 'vitest'
import { isSignedBy, readSignature, writeSignature } from './signature.ts'

const key = Buffer.alloc(32, 7)
const signed = { method: 'POST', target: '/desk/v1/fulfilments?a=1', body: '{"a":1}' }
const meta = { keyId: 'k1', instanceId: 'i-9', at: 1_772_442_000, nonce: 'ab'.repeat(16) }
const header = writeSignature(key, { ...signed, ...meta })
const read = () => {
  const signature = readSignature(header)
  if (!signature) throw new Error('unreadable')
  return signature
}

test('what one end writes the other end reads, and it is the documented spelling', () => {
  expect(header).toMatch(/^v=1,kid=k1,iid=i-9,ts=1772442000,nonce=(ab){16},mac=[A-Za-z0-9+/]{43}=$/)
  expect(read()).toMatchObject(meta)
  expect(isSignedBy(key, read(), signed)).toBe(true)
  // The method is one and the same however it is spelt.
  expect(isSignedBy(key, read(), { ...signed, method: 'post' })).toBe(true)
})

test.each([
  ['body', { body: '{"a":2}' }],
  ['path', { target: '/desk/v1/revocations?a=1' }],
  ['query', { target: '/desk/v1/fulfilments?a=2' }],
  ['method', { method: 'PUT' }],
])('another %s is another signature', (_name, change) => {
  expect(isSignedBy(key, read(), { ...signed, ...change })).toBe(false)
})

test.each(['keyId', 'instanceId', 'at', 'nonce'] as const)('%s is part of what is signed', (name) => {
  const other = { keyId: 'k2', instanceId: 'i-8', at: 1_772_442_001, nonce: 'cd'.repeat(16) }
  expect(isSignedBy(key, { ...read(), [name]: other[name] }, signed)).toBe(false)
})

test('another key did not make it', () => {
  expect(isSignedBy(Buffer.alloc(32, 8), read(), signed)).toBe(false)
})

test.each([
  undefined,
  '',
  ['a', 'b'],
  header.replace('v=1', 'v=2'),
  header.replace(',mac=', ', mac='),
  `${header},x=1`,
  header.replace(/nonce=[0-9a-f]{32}/, 'nonce=short'),
])('%j is no signature', (given) => {
  expect(readSignature(given)).toBeNull()
})
