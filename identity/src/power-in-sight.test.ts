import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, operator, type TestApp } from './testing-app.ts'

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
