import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { visit } from '../../simulator/src/portal/testing-visitor.ts'
import { companyPassword } from '../../simulator/src/seed/company.ts'
import { type Instance, startInstance } from './instance.ts'
import { heard } from './molly.ts'

/** The portal page for instances without the Password Reset application, as the server answers it; the story draws it. */
vi.setConfig({ testTimeout: 120_000 })
const secret = 'correct horse battery staple'
const waiting = {
  id: 'c-1',
  state: 'waiting',
  offers: [{ kind: 'totp', label: 'App' }],
  given: 0,
  expiresAt: '2099-01-01T00:00:00Z',
}
let instance: Instance
beforeAll(async () => {
  instance = await startInstance()
  instance.hallpass.answers.set('POST /desk/v1/challenges', { status: 200, body: waiting })
  const proven = { ...waiting, state: 'proven', given: 1 }
  instance.hallpass.answers.set('POST /desk/v1/challenges/c-1/answers', { status: 200, body: proven })
  const done = { status: 'success', message: 'Done', locked: false }
  instance.hallpass.answers.set('POST /desk/v1/password-resets', { status: 200, body: done })
}, 900_000)
afterAll(() => instance?.stop())

type Page = { requestId: string; state: string; message: string }
async function send(input: object): Promise<Page> {
  const { status, body } = await instance.as('molly', 'POST', '/api/now/sp/widget/hallpass-password', input)
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { result: { data: { page: Page } } }).result.data.page
}

describe('the page "Reset my password"', () => {
  it('goes from the proof to the new password, which no table holds', async () => {
    const begun = await send({})
    expect(begun).toMatchObject({ state: 'waiting' })
    const { requestId } = begun
    expect(await send({ action: 'answer', requestId, kind: 'totp', code: '123456' })).toMatchObject({ state: 'proven' })
    expect(await send({ action: 'set', requestId, newPassword: secret })).toMatchObject({ state: 'done' })
    expect(heard(instance, 'POST', '/desk/v1/password-resets').at(-1)?.body).toMatchObject({
      person: { userName: 'molly' },
      newPassword: secret,
    })
    for (const table of ['x_hlps_access_challenge', 'x_hlps_access_call', 'syslog', 'sys_outbound_http_log'])
      expect(JSON.stringify(instance.rows(table, '')), table).not.toContain(secret)
  })

  it('is no use to anybody else', async () => {
    const { requestId } = await send({})
    const path = '/api/now/sp/widget/hallpass-password'
    const { body } = await instance.as('leo', 'POST', path, { action: 'set', requestId, newPassword: secret })
    expect(body).toMatchObject({ result: { data: { page: { state: 'failed' } } } })
  })

  it('has a code sent on an answer with nothing in it, and says so', async () => {
    instance.hallpass.answers.set('POST /desk/v1/challenges/c-1/answers', { status: 200, body: waiting })
    const { requestId } = await send({})
    const sent = await send({ action: 'answer', requestId, kind: 'mail_code', code: ' ' })
    expect(sent).toMatchObject({ state: 'waiting', message: expect.stringMatching(/on its way/) })
    expect(heard(instance, 'POST', '/desk/v1/challenges/c-1/answers').at(-1)?.body).toMatchObject({ code: '' })
    const wrong = await send({ action: 'answer', requestId, kind: 'mail_code', code: '1' })
    expect(wrong.message).not.toMatch(/on its way/)
  })

  it('is drawn by the portal, as all its directives can be', async () => {
    const molly = await visit(instance.simulator.url, 'molly', companyPassword)
    const { status, text } = await molly.go('/sp?id=hallpass_password')
    expect(status).toBe(200)
    expect(text).toContain('<h1>Reset my password</h1>')
    const [, id] = /data-widget="(\w+)"/.exec(text) ?? []
    expect((await molly.go(`/sp/widget.js?sys_id=${id}`)).text).toContain('"c.send(\'answer\')"')
  })
})
