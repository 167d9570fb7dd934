import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SamlSettings } from '@hallpass/contract/saml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAppServer } from '../app.ts'
import { administratorPassword, openTestInstance, type TestInstance } from '../desk/servicenow/testing-instance.ts'
import { saveSamlApp } from '../sso/saml/store-saml.ts'
import { hallpass } from './testing-command.ts'
import { withApp } from './with-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'hallpass-sign-on-'))
const settings = {
  HALLPASS_DATA_DIR: join(folder, 'data'),
  HALLPASS_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  HALLPASS_INTERNAL_HOSTS: '*',
}
let instance: TestInstance
let appId = ''

beforeAll(async () => {
  instance = await openTestInstance({ start: new Date() })
  const { url } = instance
  await withApp(settings, async (app) => {
    // Makes the keys that assertions are signed with, as the first start of the service does.
    const server = await createAppServer(app, settings)
    const by = { kind: 'operator', name: 'test' } as const
    const connection = { name: 'Acme', instanceUrl: url, oauthClientId: 'hallpass', oauthClientSecret: 'a secret' }
    await app.servicenow.create(connection, by)
    appId = (await app.access.addApp({ name: 'Acme ServiceNow' }, by)).id
    await app.foundation.db.transaction((tx) =>
      saveSamlApp(tx, { appId, version: 0, settings: samlOf(url) }, app.foundation.clock.now()),
    )
    await server.close()
    return 0
  })
}, 120_000)
afterAll(async () => {
  await instance?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const samlOf = (url: string): SamlSettings => ({
  entityId: url,
  acs: [{ url: `${url}/navpage.do`, index: 0, isDefault: true }],
  slo: null,
  nameIdFormat: 'unspecified',
  nameId: '{login}',
  attributes: [],
  sign: 'both',
  encryption: null,
  requestsSigned: false,
  signingCertificates: [],
  idpInitiated: false,
  relayStates: [],
  clockSkewSeconds: 60,
  sessionMinutes: null,
})

const signOn = (words: string[], input?: string) => hallpass(['servicenow', 'sign-on', ...words], settings, input)
const asAdmin = ['--administrator', 'admin']
const providers = () => instance.find('saml2_update1_properties', '')

test('says how it is used, and wants the password where nobody sees it', async () => {
  const wrong = [[], ['Acme ServiceNow'], asAdmin, ['Acme ServiceNow', ...asAdmin, 'secret'], ['A', '--password', 'x']]
  for (const answer of await Promise.all(wrong.map((words) => signOn(words))))
    expect(answer).toMatchObject({ code: 2, out: expect.stringContaining('Usage: ') })
  const without = await signOn(['Acme ServiceNow', ...asAdmin])
  expect([without.code, without.err]).toEqual([1, expect.stringContaining('HALLPASS_SERVICENOW_ADMIN_PASSWORD')])
}, 60_000)

test('before anything is there the check names what is missing and changes nothing', async () => {
  const before = providers().length
  const { code, out, err } = await signOn(['acme servicenow', ...asAdmin, '--check'], `${administratorPassword}\n`)
  expect([code, err], out).toEqual([1, ''])
  expect(out).toContain('Acme ServiceNow: NOT good')
  expect(out).toMatch(/WRONG {2}Identity provider: /)
  expect(providers()).toHaveLength(before)
}, 60_000)

test('sets the sign-on up in the instance, by the id of the app too, and repeated it changes nothing', async () => {
  for (const name of ['Acme ServiceNow', appId]) {
    const { code, out, err } = await signOn([name, ...asAdmin], `${administratorPassword}\n`)
    expect([code, err], out).toEqual([0, ''])
    expect(out).toContain('Acme ServiceNow: good')
    expect(out).toMatch(/NOTE {3}Tested and active: /)
    expect(out).toContain(`${instance.url}/nav_to.do?uri=saml2_update1_properties.do`)
    expect(out).not.toContain(administratorPassword)
  }
  expect(providers().filter(({ name }) => name !== '')).toHaveLength(1)
  expect((await signOn(['Acme ServiceNow', ...asAdmin, '--check'], administratorPassword)).code).toBe(0)
}, 120_000)

test('a wrong password, and an app that is not there, are said in words', async () => {
  const wrong = await signOn(['Acme ServiceNow', ...asAdmin, '--check'], 'not the password\n')
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('did not let the administrator in')])
  expect(wrong.err).not.toContain('not the password')
  const nowhere = await signOn(['Nothing', ...asAdmin, '--check'], 'any\n')
  expect([nowhere.code, nowhere.err]).toEqual([1, 'There is no app "Nothing".\n'])
}, 60_000)
