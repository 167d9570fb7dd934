import { expect, test } from 'vitest'
import { appDenied, appRefused, appUnknown, appWithoutAddress, pageOutdated } from './errors.ts'
import { refusalWords } from './page-words.ts'
import { pageLanguage, plainPage } from './plain-page.ts'
import { malformedMessage, signOnExpired, unknownSender, untrustedMessage } from './saml/errors.ts'

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['fr, de', 'de'],
  ['en-GB,de', 'en'],
  ['x'.repeat(5000), 'en'],
])('a browser that asks for %j reads the page in %s', (asked, language) => {
  expect(pageLanguage({ 'accept-language': asked })).toBe(language)
})

test('every refusal on the way to an app has a German sentence of its own', () => {
  const refusals = [
    ...[appUnknown(), appRefused(), appDenied(), appWithoutAddress(), pageOutdated(), signOnExpired()],
    ...[unknownSender(), untrustedMessage('It is too old.'), malformedMessage('It is too large.')],
  ]
  for (const refusal of refusals) {
    expect(refusalWords('en', refusal)).toBe(refusal.message)
    expect(refusalWords('de', refusal)).not.toBe(refusal.message)
  }
})

test('what a stranger chose stays text', () => {
  expect(plainPage('en', '<script>', '')).not.toContain('<script>')
})
