import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, openTestApp, operator, type TestApp } from './testing-app.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
  const { access, foundation } = world.app
  const evidence = { source: 'operator' as const, approvals: [] }
  await foundation.db.transaction(async (tx) => {
    const roleId = await access.productRoleId(tx, 'admin')
    const input = { personId: world.id.diana, roleId, requestId: null, reason: 'second', durationDays: null, evidence }
    await access.startGrant(tx, (await access.grantRole(tx, input, operator)).grantId)
  })
  await world.platform.jobs.runUntilIdle()
})
afterAll(() => world.close())

async function mailsAfter(kind: string, work: () => Promise<unknown>): Promise<string[]> {
  world.platform.mailbox.length = 0
  await work()
  await world.platform.jobs.runUntilIdle()
  return world.platform.mailbox
    .filter((mail) => mail.kind === kind)
    .map(({ to }) => to)
    .sort()
}
const inTrail = async (action: string) =>
  (await world.app.audit.search(world.app.foundation.db, { action }, { limit: 100 })).items.length
const administrators = ['diana@acme.example', 'ivan@acme.example']

test('a changed directory is told to every administrator', async () => {
  const { headers } = await world.signIn('ivan')
  const url = `/api/directories/${world.things['/api/directories']}`
  const told = await mailsAfter('directory_changed', async () => {
    const { version, settings, sync } = (await world.server.inject({ url, headers })).json()
    const payload = { version, name: 'Acme people, renamed', settings, sync }
    const answer = await world.server.inject({ method: 'PUT', url, headers, payload })
    expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)])
  })
  expect(told).toEqual(administrators)
  expect(world.platform.mailbox[0]?.text).toContain('ivan Acme changed the directory')
})

test('a changed connection of an app is told to every administrator', async () => {
  const appId = world.things['/api/apps'] ?? ''
  const told = await mailsAfter('connection_changed', () =>
    world.app.provisioning.putConnection(
      { appId, kind: 'manual', taskOwnerId: world.id.dora },
      { kind: 'person', personId: world.id.ivan },
    ),
  )
  expect(told).toEqual(administrators)
})

test('one password tried on twenty people is told to every administrator, once, without the password', async () => {
  const { directory, foundation } = world.app
  const directoryId = world.things['/api/directories'] ?? ''
  const logins = Array.from({ length: 22 }, (_, n) => `worker-${n}`)
  await foundation.db.transaction(async (tx) => {
    for (const login of logins)
      await directory.createPerson(tx, operator, {
        directoryId,
        login,
        displayName: login,
        mail: `${login}@acme.example`,
      })
  })
  const { headers } = await openPage(world.server)
  const told = await mailsAfter('password_sprayed', async () => {
    const payloads = logins.map((login) => ({ login, password: 'Winter-2026!' }))
    const answers = await Promise.all(
      payloads.map((payload) => world.server.inject({ method: 'POST', url: '/api/session', headers, payload })),
    )
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([401]))
    // Refusals come by the clock; what they began is awaited by what the trail says of it.
    await expect.poll(() => inTrail('sign_in.refused'), { timeout: 15_000 }).toBe(22)
  })
  expect(await inTrail('sign_in.sprayed')).toBe(1)
  expect(told).toEqual(administrators)
  const news = world.platform.mailbox.map(({ subject, text }) => `${subject} ${text}`).join()
  expect(news).toContain('tried on 20 people within ten minutes')
  expect(news).not.toContain('Winter-2026!')
})
