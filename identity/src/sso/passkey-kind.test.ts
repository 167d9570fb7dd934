import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPasskey, securityKey } from './testing-authenticator.ts'
import { goodPassword, type House, openHouse, publicUrl } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

it.each([
  ['a stick that keeps its key', false, 'hwk'],
  ['a passkey that is copied between devices', true, 'swk'],
])('%s is recorded as what it says it is, from the moment it is added', async (_title, isSynced, method) => {
  const login = `owner-of-${method}`
  await house.addPerson({ login, password: goodPassword })
  const browser = house.browser()
  await browser.signIn(login, goodPassword)
  await addPasskey(browser, securityKey(publicUrl.origin, { isSynced }))
  const { assurance } = (await browser.call('/api/session')).json()
  expect(assurance.methods).toEqual(['password', method])
})
