import type { SamlSettings } from '@hallpass/contract/saml'
import { expect, test } from 'vitest'
import { formFrom, settingsFrom } from './saml-values.ts'

const settings: SamlSettings = {
  ...formFrom(null).settings,
  entityId: 'https://a.example',
  acs: [
    { url: 'https://a.example/acs', index: 0, isDefault: true },
    { url: 'https://b.example/acs', index: 7, isDefault: false },
  ],
  slo: { url: 'https://a.example/slo', responseUrl: null, binding: 'post' },
  attributes: [{ name: 'Role', nameFormat: 'uri', value: '{groups|join:=}' }],
  relayStates: ['/home', '/reports'],
}

test('what the form shows and nobody changed is saved as it was', () => {
  expect(settingsFrom(formFrom(settings))).toEqual(settings)
})

test('the first address is the usual one, and an address that was there keeps its index', () => {
  const form = { ...formFrom(settings), acs: 'https://b.example/acs\n\nhttps://c.example/acs' }
  expect(settingsFrom(form).acs).toEqual([
    { url: 'https://b.example/acs', index: 7, isDefault: true },
    { url: 'https://c.example/acs', index: 1, isDefault: false },
  ])
})

test('an emptied sign-out address means no sign-out', () => {
  const form = formFrom({ ...settings, slo: { url: ' ', responseUrl: null, binding: 'redirect' } })
  expect(settingsFrom(form).slo).toBeNull()
})
