import { expect, test } from 'vitest'
import { foldDn } from './dn.ts'

test.each([
  ['uid=molly,ou=people,dc=acme', 'UID=Molly, OU=People ,dc=ACME'],
  ['cn=o\\,neil,dc=acme', 'CN=O\\2CNeil,DC=acme'],
  ['cn=a+sn=b,dc=acme', 'SN=B + CN=A,dc=acme'],
  ['cn=jürgen 🦊,dc=acme', 'cn=J\\C3\\BCrgen 🦊,dc=acme'],
  ['cn=J\\u0308,dc=x', 'cn=j\\u0308,dc=x'],
  ['cn=a b,dc=x', 'cn=a  b,dc=x'],
  ['cn=x\\ ,dc=x', 'cn=x\\20,dc=x'],
  ['cn=#1,dc=x', 'cn=\\#1,dc=x'],
  ['cn=,dc=x', 'cn= ,dc=x'],
])('%s and %s are one name', (one, other) => {
  expect(foldDn(one)).not.toBeNull()
  expect(foldDn(one)).toBe(foldDn(other))
})

test.each([
  ['cn=a,cn=b', 'cn=a\\,cn\\=b'],
  ['cn=a+sn=b', 'cn=a,sn=b'],
  ['cn=a', 'cn=a\\ '],
  ['cn=ab', 'cn=a b'],
])('%s and %s are two names', (one, other) => {
  expect(foldDn(one)).not.toBe(foldDn(other))
})

test.each(['', 'molly', '=x', 'cn', 'cn=a,', 'cn=a+', ',cn=a', 'cn=a,,cn=b'])('%s is no name', (text) => {
  expect(foldDn(text)).toBeNull()
})
