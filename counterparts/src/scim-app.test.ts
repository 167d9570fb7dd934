import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castPerson } from './acme.ts'
import { type ScimApp, startScimApp } from './scim-app.ts'

let app: ScimApp
const folder = mkdtempSync(join(tmpdir(), 'hallpass-scim-app-test-'))
beforeAll(async () => {
  app = await startScimApp({ title: 'Sales <CRM>', dataFile: join(folder, 'app.sqlite') })
})
afterAll(async () => {
  await app?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const call = (method: string, path: string, body?: unknown, token = app.token) =>
  fetch(app.baseUrl + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

const sio = castPerson('sio')
const account = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: sio.mail,
  externalId: 'person-1',
  displayName: sio.displayName,
  name: { givenName: sio.givenName, familyName: sio.familyName },
  emails: [{ value: sio.mail, type: 'work', primary: true }],
  entitlements: [{ value: 'Sales user' }],
  active: true,
}

test('an account made by SCIM is in the list of the app and on its page, names intact', async () => {
  expect((await call('POST', '/Users', account)).status).toBe(201)
  expect(await app.users()).toMatchObject([
    {
      userName: sio.mail,
      externalId: 'person-1',
      displayName: sio.displayName,
      active: true,
      entitlements: ['Sales user'],
    },
  ])
  const page = await (await fetch(app.url)).text()
  expect(page).toContain('<h1>Sales &lt;CRM&gt;</h1>')
  expect(page).toContain('O&#39;Neill &quot;Shiv&quot; 🦊')
})

test('a second account of the same name is refused, and so is a wrong token', async () => {
  expect((await call('POST', '/Users', { ...account, externalId: 'other' })).status).toBe(409)
  expect((await call('GET', '/Users', undefined, 'wrong')).status).toBe(401)
})

test('an inactive account is shown as one, and a killed app comes back with what it had', async () => {
  const [made] = await app.users()
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp']
  await call('PATCH', `/Users/${made?.id}`, { schemas, Operations: [{ op: 'replace', path: 'active', value: false }] })
  await app.kill()
  await app.restart()
  expect(await app.users()).toMatchObject([{ userName: sio.mail, active: false }])
  expect(await (await fetch(app.url)).text()).toContain('Inactive')
})
