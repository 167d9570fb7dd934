import { expect, test } from 'vitest'
import { shownValue } from './settings-routes.ts'

test.each([
  [undefined, null],
  ['4000', '4000'],
  ['Acme access <access@acme.example>', 'Acme access <access@acme.example>'],
  ['https://id.acme.example', 'https://id.acme.example'],
  ['https://sms.acme.example/hooks/T0P-S3CRET?key=k', 'https://sms.acme.example/…'],
  ['https://user:S3CRET@sms.acme.example', 'https://sms.acme.example'],
])('%s is shown as %s', (given, shown) => {
  expect(shownValue(given)).toBe(shown)
})
