import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, openHouse } from './testing-house.ts'

let house: House
let browser: Browser
let personId: string
beforeAll(async () => {
  house = await openHouse()
  personId = (await house.addPerson({ login: 'molly', password: goodPassword })).id
  browser = house.browser()
  await browser.signIn('molly', goodPassword)
})
afterAll(() => house.close())

const tiles = async () => (await browser.call('/api/my-apps')).json().items
const dayMs = 24 * 3_600_000

it('a tile is a ghost while the account is made, leads in once it is there, and is gone when the time is up', async () => {
  const { appId, roleId } = await house.addApp('Salesforce', 'https://acme.my.salesforce.example/')
  expect(await tiles()).toEqual([])
  const grantId = await house.grant(personId, roleId, { start: false, days: 30 })
  expect(await tiles()).toMatchObject([{ app: { id: appId }, state: 'pending', launch: null, grantId }])
  const early = await browser.call(`/launch/${appId}`)
  expect([early.statusCode, early.json().code]).toEqual([403, 'app_refused'])

  await house.db.transaction((tx) => house.access.startGrant(tx, grantId))
  const endsAt = new Date(house.clock.now().getTime() + 30 * dayMs).toISOString()
  expect(await tiles()).toMatchObject([
    { app: { name: 'Salesforce' }, state: 'ready', launch: `/launch/${appId}`, endsAt, roleName: 'Salesforce users' },
  ])
  const launched = await browser.call(`/launch/${appId}`)
  expect([launched.statusCode, launched.headers.location]).toEqual([302, 'https://acme.my.salesforce.example/'])
  expect(launched.headers['cache-control']).toBe('no-store')

  house.clock.advance(30 * dayMs)
  await house.jobs.runSweep('access.expire-grants')
  await browser.signIn('molly', goodPassword)
  expect(await tiles()).toEqual([])
  expect((await browser.call(`/launch/${appId}`)).statusCode).toBe(403)
})

it('a refused launch is a page in words for a browser and a problem for a program', async () => {
  const { appId } = await house.addApp('Payroll', 'https://payroll.example/')
  const page = await browser.call(`/launch/${appId}`, { headers: { accept: 'text/html,*/*' } })
  expect([page.statusCode, page.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8'])
  expect(page.body).toContain('You have no access to this app now.')
  const problem = await browser.call(`/launch/${appId}`)
  expect(problem.headers['content-type']).toContain('application/problem+json')
})

it('an app that is not there, has no address or is no id is said so', async () => {
  const { appId, roleId } = await house.addApp('Bare', null)
  await house.grant(personId, roleId)
  expect((await browser.call(`/launch/${appId}`)).json()).toMatchObject({ status: 409, code: 'app_without_address' })
  expect((await tiles()).map(({ launch }: { launch: unknown }) => launch)).toEqual([null])
  expect((await browser.call(`/launch/${house.ids.next()}`)).statusCode).toBe(404)
  expect((await browser.call('/launch/not-an-id')).statusCode).toBe(400)
})

it('an address that is none of the web is never followed, however it came to be stored', async () => {
  const { appId, roleId } = await house.addApp('Odd', 'https://odd.example/')
  await house.grant(personId, roleId)
  const owner = new pg.Client({ connectionString: house.place.ownerUrl })
  await owner.connect()
  const odd = JSON.stringify({ signOn: 'javascript:alert(1)' })
  await owner.query('update apps set addresses = addresses || $1::jsonb where id = $2', [odd, appId])
  await owner.end()
  expect((await browser.call(`/launch/${appId}`)).statusCode).toBe(409)
})
