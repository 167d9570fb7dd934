import { expect, test } from 'vitest'
import { keysOfText, textOfKeys } from './oidc-keys-text.ts'

const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', kid: 'one' }

test('a set, a list and one key are read alike, and shown as a set', () => {
  const set = { jwks: { keys: [key] } }
  for (const pasted of [{ keys: [key] }, [key], key]) expect(keysOfText(JSON.stringify(pasted))).toEqual(set)
  expect(keysOfText(textOfKeys(set.jwks))).toEqual(set)
  expect(textOfKeys(undefined)).toBe('')
})

test('a private key is not sent, and what is no key is told at once', () => {
  expect(keysOfText(JSON.stringify({ keys: [key, { ...key, d: 'secret' }] }))).toEqual({ fault: 'private' })
  expect(keysOfText(JSON.stringify({ kty: 'oct', k: 'secret' }))).toEqual({ fault: 'private' })
  expect(keysOfText('  ')).toEqual({ fault: 'empty' })
  const wrong = ['-----BEGIN PUBLIC KEY-----', '[]', '{"keys":[]}', '{"keys":{}}', 'null', '7', '{"crv":"P-256"}']
  for (const text of wrong) expect([text, keysOfText(text)]).toEqual([text, { fault: 'unread' }])
})
