import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  administratorPassword,
  clientId,
  openTestInstance,
  type TestInstance,
} from '../desk/servicenow/testing-instance.ts'
import { hallpass } from './testing-command.ts'
import { withApp } from './with-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'hallpass-connect-'))
let instance: TestInstance
beforeAll(async () => {
  instance = await openTestInstance({ start: new Date() })
})
afterAll(async () => {
  await instance.stop()
  rmSync(folder, { recursive: true, force: true })
})
const settings = {
  HALLPASS_DATA_DIR: join(folder, 'data'),
  HALLPASS_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  HALLPASS_INTERNAL_HOSTS: '*',
}
const connect = (words: string[], more: Record<string, string> = {}) =>
  hallpass(['servicenow', 'connect', ...words], { ...settings, ...more })

test('says how it is used, and wants the secret where nobody sees it', async () => {
  const wrong = [[], ['nonsense'], [instance.url, clientId, '--mode', 'shout'], [instance.url, clientId, 'secret']]
  const answers = await Promise.all(wrong.map((words) => connect(words)))
  for (const answer of answers) expect(answer).toMatchObject({ code: 2, out: expect.stringContaining('Usage: ') })
  const without = await connect([instance.url, clientId])
  expect([without.code, without.err]).toEqual([1, expect.stringContaining('HALLPASS_SERVICENOW_SECRET')])
}, 60_000)

test('connects, tells the secrets once, names what is missing, and says when both directions work', async () => {
  const secret = { HALLPASS_SERVICENOW_SECRET: instance.clientSecret }
  const first = await connect([instance.url, clientId, '--name', 'Acme'], secret)
  expect(first.code, first.err).toBe(1)
  expect(first.out).toContain('ok     The OAuth client of the instance is accepted.')
  expect(first.out).toMatch(/WRONG .*did not accept the signature/)
  expect(first.out).toContain('now-sdk install')
  expect(first.out).not.toContain(instance.clientSecret)
  const keys = [...first.out.matchAll(/key id (\S+) {3}secret (\S+)/g)]
  expect([keys.length, first.out.match(/client secret \S+/g)?.length]).toEqual([2, 3])
  for (const [, id = '', base64 = ''] of keys) instance.keys.set(id, base64)
  const second = await connect([instance.url, clientId])
  expect([second.code, second.err], second.out).toEqual([0, ''])
  expect(second.out).toContain('Both directions work')
  for (const [, , base64 = ''] of keys) expect(second.out).not.toContain(base64)
}, 60_000)

test('with an administrator both sides are set up, no secret is shown, and again is as good as once', async () => {
  const admin = { HALLPASS_SERVICENOW_ADMIN_PASSWORD: administratorPassword }
  for (const run of ['first', 'second']) {
    const { code, out, err } = await connect([instance.url, '--administrator', 'admin', '--name', 'Acme'], admin)
    expect([run, code, err], out).toEqual([run, 0, ''])
    expect(out).toContain('Both directions work')
    expect(out).not.toMatch(/secret [A-Za-z0-9+/=_-]{20,}/)
    expect(out).not.toContain(administratorPassword)
  }
  // What the app may not write itself is written as a record; the rest it has taken.
  const names = instance.find('oauth_entity', 'nameSTARTSWITHHallpass').map((row) => row.name)
  expect(names).toContain('Hallpass read')
}, 120_000)

test('what was chosen for a connection stays when it is set up anew and not said again', async () => {
  const admin = { HALLPASS_SERVICENOW_ADMIN_PASSWORD: administratorPassword }
  const secret = { HALLPASS_SERVICENOW_SECRET: instance.clientSecret }
  const chosen: [string, string][] = []
  for (const [words, more] of [
    [['--administrator', 'admin', '--mode', 'pull', '--match', 'email'], admin],
    [['--administrator', 'admin'], admin],
    [['--administrator', 'admin', '--mode', 'push'], admin],
    [[clientId], secret],
  ] as const) {
    await connect([instance.url, ...words], more)
    await withApp(settings, async (app) => {
      for (const { mode, matchBy } of await app.servicenow.list()) chosen.push([mode, matchBy])
      return 0
    })
  }
  expect(chosen).toEqual([
    ['pull', 'email'],
    ['pull', 'email'],
    ['push', 'email'],
    ['push', 'email'],
  ])
}, 120_000)

test('a wrong password of the administrator is said in words and changes nothing', async () => {
  const wrong = { HALLPASS_SERVICENOW_ADMIN_PASSWORD: 'not the password' }
  const { code, err } = await connect([instance.url, '--administrator', 'admin'], wrong)
  expect([code, err]).toEqual([1, expect.stringContaining('did not let the administrator in')])
  expect(err).not.toContain('not the password')
}, 60_000)
