import { expect, test } from 'vitest'
import { acsFrom, acsText, attributesFrom, attributesText } from './saml-values.ts'

test('the first address is the usual one, and an address that was there keeps its index', () => {
  const before = [
    { url: 'https://a.example/acs', index: 0, isDefault: true },
    { url: 'https://b.example/acs', index: 7, isDefault: false },
  ]
  expect(acsFrom('https://b.example/acs\n\nhttps://c.example/acs', before)).toEqual([
    { url: 'https://b.example/acs', index: 7, isDefault: true },
    { url: 'https://c.example/acs', index: 1, isDefault: false },
  ])
  expect(acsFrom(acsText(before), before)).toEqual(before)
})

test('attributes read back as they were written, whatever their values hold', () => {
  const before = [{ name: 'Role', nameFormat: 'uri' as const, value: '{groups|join:=}' }]
  expect(attributesFrom(attributesText(before), before)).toEqual(before)
})
