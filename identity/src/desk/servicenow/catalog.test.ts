import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '../../testing-app.ts'
import { type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const told = () => house.instance.told.filter(({ path }) => path === 'catalog')
const names = (n = -1) => (told().at(n)?.body.apps as { name: string }[] | undefined)?.map(({ name }) => name)
const shown = async () => {
  const ivan = await house.signIn('ivan')
  return (
    await house.server.inject({
      method: 'GET',
      url: `/api/servicenow/connections/${house.connectionId}`,
      headers: ivan.headers,
    })
  ).json()
}

test('a role that changes is told at once, that role alone, and a retired one is taken out', async () => {
  const { access } = house.app
  const role = await access.createRole({ name: 'Tableau', askedBy: 'everyone', apps: [] }, operator)
  await house.settle()
  await house.app.foundation.jobs.runSweep('servicenow.compare-catalog')
  await house.settle()
  house.instance.told.length = 0
  const ivan = await house.signIn('ivan')
  const change = (body: object) =>
    house.server.inject({ method: 'PATCH', url: `/api/roles/${role.id}`, headers: ivan.headers, payload: body })
  const changed = await change({ version: role.version, description: 'Pictures of numbers' })
  expect(changed.statusCode, changed.body).toBe(200)
  const before = house.platform.clock.now().getTime()
  await house.settle()
  expect(names()).toEqual(['Tableau'])
  expect((told().at(-1)?.at ?? 0) - before).toBeLessThan(5000)
  const retired = await house.server.inject({
    method: 'POST',
    url: `/api/roles/${role.id}/retire`,
    headers: ivan.headers,
    payload: { reason: 'no longer used' },
  })
  expect(retired.statusCode, retired.body).toBeLessThan(300)
  await house.settle()
  expect(told().at(-1)?.body.removed).toEqual([role.id])
})

test('once a night everything is compared, whatever was lost', async () => {
  house.instance.told.length = 0
  await house.later(25 * 3600)
  await house.app.foundation.jobs.runSweep('servicenow.compare-catalog')
  await house.settle()
  expect(told().at(-1)?.body).toMatchObject({ isFull: true, removed: [] })
  expect(names()).toContain('Salesforce')
  const { catalogComparedAt, catalogSyncedAt } = await shown()
  expect(catalogComparedAt).toBe(house.platform.clock.now().toISOString())
  expect(catalogSyncedAt).toBe(catalogComparedAt)
})

test('versions only go up, and an instance that was down is told when it is back', async () => {
  house.instance.told.length = 0
  house.instance.weather.callbacks = 'down'
  await house.app.access.createRole({ name: 'Miro', askedBy: 'everyone', apps: [] }, operator)
  await house.settle()
  expect(told()).toEqual([])
  house.instance.weather.callbacks = 'ok'
  await house.later(700)
  const versions = told().map(({ body }) => Number(body.version))
  expect(names()).toEqual(['Miro'])
  expect(versions).toEqual([...versions].sort((a, b) => a - b))
})
