import { afterAll, beforeAll, expect, test } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { openPage, openTestApp, operator, password, type TestApp } from '../testing-app.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
})
afterAll(() => world?.close())

const post = async (url: string, payload: object, headers: Record<string, string>) =>
  world.server.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'application/json' }, payload })

/** Mails of many kinds: asked for access, vouching, a reset, an own change of password, a new sign-in, a policy. */
async function sendManyMails(): Promise<void> {
  const { app, platform, id } = world
  await platform.jobs.runUntilIdle()
  const page = await openPage(world.server)
  await post('/api/password/resets', { login: 'molly' }, page.headers)
  await post('/api/session', { login: 'molly', password }, page.headers)
  const molly = await world.signIn('molly')
  await post(
    '/api/password/change',
    { oldPassword: password, newPassword: 'seven lanterns over the bridge' },
    molly.headers,
  )
  const { connector, ref } = await app.directory.connectorOf(app.foundation.db, id.leo)
  await connector.passwords?.reset(ref, new Secret(password))
  const ivan = await world.signIn('ivan')
  await post(`/api/people/${id.leo}/invite`, {}, ivan.headers)
  await app.sso.createBootstrapLink(operator)
  await platform.jobs.runUntilIdle()
}

test('whoever opens every link of every mail, as scanners do, changes nothing and uses nothing up', async () => {
  await sendManyMails()
  const { mailbox } = world.platform
  const links = [...new Set(mailbox.flatMap(({ text }) => text.match(/https?:\/\/[^\s<>"]+/g) ?? []))]
  expect(new Set(mailbox.map(({ kind }) => kind)).size).toBeGreaterThan(3)
  expect(links.length).toBeGreaterThan(3)
  const before = await world.fingerprint()
  for (const link of links) {
    const url = new URL(link)
    // What opens something stands behind the #, which no scanner sends; with it as a parameter it opens nothing either.
    const token = url.hash.slice(1)
    for (const path of [url.pathname + url.search, `${url.pathname}?token=${token}`, `${url.pathname}/${token}`])
      for (const method of ['GET', 'HEAD'] as const) {
        const answer = await world.server.inject({ method, url: path, remoteAddress: '203.0.113.77' })
        expect(answer.statusCode).toBeLessThan(500)
        expect(answer.headers['set-cookie']).toBeUndefined()
      }
    expect(url.search).not.toMatch(/token|code|secret/i)
  }
  expect(await world.fingerprint()).toEqual(before)
})
