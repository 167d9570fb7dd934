import { afterAll, beforeAll, expect, it } from 'vitest'
import { goodPassword, type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it('an app kept first is first on every device, only for whoever kept it, and only while they let it be', async () => {
  const molly = await house.addPerson({ login: 'molly', password: goodPassword })
  const leo = await house.addPerson({ login: 'leo', password: goodPassword })
  const { appId, roleId } = await house.addApp('Salesforce', 'https://salesforce.example/')
  for (const { id } of [molly, leo]) await house.grant(id, roleId)
  const [phone, laptop, other] = [house.browser(), house.browser(), house.browser()]
  await phone.signIn('molly', goodPassword)
  await laptop.signIn('molly', goodPassword)
  await other.signIn('leo', goodPassword)
  const kept = async (browser: typeof phone) => (await browser.call('/api/my-apps')).json().items[0].favourite
  const keep = (browser: typeof phone, favourite: boolean) =>
    browser.call('/api/my-apps/favourites', { method: 'PUT', body: { appId, favourite } })

  expect(await kept(phone)).toBe(false)
  for (const _ of ['once', 'twice']) expect((await keep(phone, true)).statusCode).toBe(204)
  expect([await kept(phone), await kept(laptop), await kept(other)]).toEqual([true, true, false])
  for (const _ of ['once', 'twice']) expect((await keep(laptop, false)).statusCode).toBe(204)
  expect(await kept(phone)).toBe(false)
})

it('an app that is none of mine cannot be kept', async () => {
  const { appId } = await house.addApp('Jira', 'https://jira.example/')
  await house.addPerson({ login: 'sio', password: goodPassword })
  const browser = house.browser()
  await browser.signIn('sio', goodPassword)
  const keep = (who: typeof browser, body: object) => who.call('/api/my-apps/favourites', { method: 'PUT', body })
  const answer = await keep(browser, { appId, favourite: true })
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'app_not_found'])
  expect((await keep(browser, { appId: 'nonsense', favourite: true })).statusCode).toBe(400)
  const stranger = house.browser()
  await stranger.session()
  expect((await keep(stranger, { appId, favourite: true })).statusCode).toBe(401)
})
