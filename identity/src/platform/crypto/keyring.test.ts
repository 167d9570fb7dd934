import { randomBytes } from 'node:crypto'
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Secret } from '../secret.ts'
import { createKeyring } from './keyring.ts'
import { parseMasterKeys, readOrMakeKeyFile } from './master-key.ts'

const one = randomBytes(32).toString('base64')
const two = randomBytes(32).toString('base64')
const keyring = (...keys: string[]) => createKeyring(parseMasterKeys(new Secret(keys.join(','))))

describe('keyring', () => {
  test('what was sealed opens only at its own place and purpose', () => {
    const keys = keyring(one)
    const sealed = keys.seal('connector-secret', 'apps.token:1', new Secret('s3cret'))
    expect(sealed).not.toContain('s3cret')
    expect(keys.open('connector-secret', 'apps.token:1', sealed).reveal()).toBe('s3cret')
    expect(() => keys.open('connector-secret', 'apps.token:2', sealed)).toThrow()
    expect(() => keys.open('mail-body', 'apps.token:1', sealed)).toThrow()
    expect(() => keys.open('connector-secret', 'apps.token:1', `${sealed.slice(0, -2)}AA`)).toThrow()
  })

  test('after a rotation old envelopes, codes and signatures still hold, and are known to be stale', () => {
    const before = keyring(one)
    const after = keyring(two, one)
    const sealed = before.seal('connector-secret', 'x', new Secret('kept'))
    expect(after.open('connector-secret', 'x', sealed).reveal()).toBe('kept')
    expect([before.isStale(sealed), after.isStale(sealed)]).toEqual([false, true])
    expect(after.hmacMatches('proof-code', '123456', before.hmac('proof-code', '123456'))).toBe(true)
    expect(after.verify(Buffer.from('head'), before.sign(Buffer.from('head')))).toBe(true)
    expect(() => keyring(two).open('connector-secret', 'x', sealed)).toThrow('not in the keyring')
    expect(keyring(two).verify(Buffer.from('head'), before.sign(Buffer.from('head')))).toBe(false)
  })

  test('a key of the wrong length is refused with a sentence', () => {
    expect(() => keyring('c2hvcnQ=')).toThrow('must be 32 bytes in base64')
  })

  test('the key file is made once, for its owner alone', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'hallpass-key-')), 'deep', 'master.key')
    const made = readOrMakeKeyFile(path, { makesKey: true })
    expect(readOrMakeKeyFile(path, { makesKey: true })).toBe(made)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })
})

describe('Secret', () => {
  test('prints as [secret] wherever it goes', () => {
    const secret = new Secret('hunter2')
    expect([`${secret}`, JSON.stringify({ secret }), String(secret)].join()).not.toContain('hunter2')
  })
})
