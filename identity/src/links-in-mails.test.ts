import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, openTestApp, type TestApp } from './testing-app.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp({
    HALLPASS_PUBLIC_URL: 'https://id.acme.example',
    HALLPASS_TRUSTED_PROXIES: '127.0.0.1',
  })
})
afterAll(() => world.close())

test('a mailed link leads to the address that the operator set, whatever host a caller names', async () => {
  const { headers } = await openPage(world.server)
  const named = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    forwarded: 'host=evil.example;proto=http',
    origin: 'https://id.acme.example',
  }
  world.platform.mailbox.length = 0
  const { platform } = world
  const answer = await world.server.inject({
    method: 'POST',
    url: '/api/password/resets',
    headers: { ...headers, ...named },
    payload: { login: 'molly' },
  })
  expect(answer.statusCode, answer.body).toBe(202)
  expect(JSON.stringify(answer.headers) + answer.body).not.toContain('evil.example')
  await platform.jobs.runUntilIdle()
  const texts = platform.mailbox.map(({ text }) => text).join('\n')
  expect(texts).toContain('https://id.acme.example/')
  expect(texts).not.toContain('evil.example')
})
