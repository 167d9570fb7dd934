import { expect, test } from 'vitest'
import { isNamedByEntitlements, saysWhoOneIs } from './own-values.ts'
import { factNames } from './person-facts.ts'

const facts = (place: string) => factNames.filter((fact) => saysWhoOneIs({ name: place, value: `{${fact}}` }))
const identity = ['login', 'mail', 'personId']

test.each([
  ...['nameId', 'email', 'upn', 'preferred_username', 'login', 'User.Email', 'urn:oid:0.9.2342.19200300.100.1.3'],
  ...['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name', 'urn:oid:1.3.6.1.4.1.5923.1.1.1.6', 'anything'],
])('%s is filled by what is nobody else’s alone', (place) => {
  expect(facts(place)).toEqual(identity)
})

test.each(['name', 'given_name', 'First Name', 'User.LastName', 'urn:oid:2.5.4.42'])('%s takes names', (place) => {
  expect(facts(place)).toEqual(['login', 'mail', 'displayName', 'givenName', 'familyName', 'personId'])
})

test.each([
  'groups',
  'Role',
  'https://aws.amazon.com/SAML/Attributes/Role',
  'urn:oid:1.3.6.1.4.1.5923.1.1.1.7',
  'title',
])('%s takes whatever is said about somebody', (place) => {
  expect(facts(place)).toEqual([...factNames])
  expect(saysWhoOneIs({ name: place, value: 'admin' })).toBe(false)
})

test('an app is named by what roles give where that may say who somebody is', () => {
  expect(isNamedByEntitlements({ name: 'nameId', value: '{entitlements|first:9}' })).toBe(true)
  expect(isNamedByEntitlements({ name: 'email', value: '{login}-{entitlements}' })).toBe(true)
  expect(isNamedByEntitlements({ name: 'groups', value: '{entitlements}' })).toBe(false)
  expect(isNamedByEntitlements({ name: 'email', value: '{mail}' })).toBe(false)
})
