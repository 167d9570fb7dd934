import type { SignOnDemand } from '@hallpass/contract/sign-on-policy'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addTotp, codeAt } from './testing-authenticator.ts'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, openHouse } from './testing-house.ts'

let house: House
let ivan: Browser
let secret: string
beforeAll(async () => {
  house = await openHouse()
  const { id } = await house.addPerson({ login: 'ivan', displayName: 'Ivan', password: goodPassword })
  await house.addPerson({ login: 'molly', displayName: 'Molly', password: goodPassword })
  await house.grantProduct(id, 'admin')
  ivan = house.browser()
  await ivan.signIn('ivan', goodPassword)
  secret = await addTotp(ivan, () => house.clock.now())
})
afterAll(() => house.close())

const path = '/api/sign-on-policy'
const hourMs = 3_600_000
const read = async () => (await ivan.call(path)).json()
async function put(proof: SignOnDemand['proof']) {
  const otherwise: SignOnDemand = { proof, kinds: [], maxAgeMinutes: null, rememberDays: 0 }
  return await ivan.call(path, { method: 'PUT', body: { version: (await read()).version, rules: [], otherwise } })
}
const kindFor = async (login: string) => (await house.browser().signIn(login, goodPassword)).json().kind

it('the only administrator makes nothing easier for themselves within a day', async () => {
  expect((await put('two')).json()).toMatchObject({
    awaitsConfirmation: false,
    authorHeldUntil: new Date(house.clock.now().getTime() + 24 * hourMs).toISOString(),
  })
  // Stricter than before, so it holds at once, for its author too.
  expect(await kindFor('molly')).toBe('enrol_wanted')

  house.clock.advance(25 * hourMs)
  await ivan.signIn('ivan', goodPassword)
  const answer = codeAt(secret, house.clock.now())
  await ivan.call('/api/session/factor', { method: 'POST', body: { kind: 'totp', answer } })
  await ivan.session()
  expect(await read()).toMatchObject({ authorHeldUntil: null })
  await put('one')
  expect([await kindFor('ivan'), await kindFor('molly')]).toEqual(['factor_wanted', 'signed_in'])
  house.clock.advance(24 * hourMs - 1)
  expect(await kindFor('ivan')).toBe('factor_wanted')
  house.clock.advance(1)
  expect(await kindFor('ivan')).toBe('signed_in')
})
