/** Whoever gets no code because their address is new: the desk and the administrator see why, and from when on it counts. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, openTestApp, type TestApp } from './testing-app.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
  const changedAt = world.platform.clock.now()
  await world.owner.query('update person_addresses set changed_at = $1 where person_id = $2', [changedAt, world.id.leo])
})
afterAll(() => world.close())

const get = async (login: 'ivan' | 'dora', url: string) => {
  const { headers } = await world.signIn(login)
  return (await world.server.inject({ url, headers })).json()
}

test('the page of a person says from when on an address receives codes that rests after a change', async () => {
  const until = new Date(world.platform.clock.now().getTime() + 7 * 86_400_000).toISOString()
  const resting = async (id: string) => (await get('ivan', `/api/people/${id}/credentials`)).restingAddresses
  expect(await resting(world.id.leo)).toEqual([{ mail: 'leo@acme.example', until }])
  expect(await resting(world.id.marcus)).toEqual([])
})

test('the case of the desk says why self-service was not possible', async () => {
  const { headers } = await openPage(world.server)
  const payload = { login: 'leo' }
  const asked = await world.server.inject({ method: 'POST', url: '/api/password/resets', headers, payload })
  expect(asked.statusCode).toBe(202)
  await world.platform.jobs.runUntilIdle()
  const { items } = await get('dora', `/api/desk/cases?state=unsettled&kind=reset_failed&personId=${world.id.leo}`)
  const { events } = await get('dora', `/api/desk/cases/${items[0].id}`)
  expect(events).toMatchObject([
    { what: 'opened', code: 'self_service_address_rests', text: expect.stringContaining('changed a short time ago') },
  ])
})
