import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { visit } from '../../simulator/src/portal/testing-visitor.ts'
import { companyPassword } from '../../simulator/src/seed/company.ts'
import { type Instance, startInstance } from './instance.ts'
import { approvedOrder, begin, call, heard } from './molly.ts'

/** What an agent sees and presses: the dashboard and the actions the app brings, where they were installed. */
vi.setConfig({ testTimeout: 120_000 })
let instance: Instance
let dora: Awaited<ReturnType<typeof visit>>
beforeAll(async () => {
  instance = await startInstance()
  begin(instance)
  const role = instance.row('sys_user_role', 'name=x_hlps_access.agent')?.sys_id ?? ''
  instance.add('sys_user_has_role', { user: instance.idOf('dora'), role })
  dora = await visit(instance.simulator.url, 'dora', companyPassword)
}, 900_000)
afterAll(() => instance?.stop())

describe('an agent', () => {
  it('sees on the dashboard what is under way and what failed', async () => {
    await approvedOrder(instance)
    const board = instance.row('par_dashboard', 'nameSTARTSWITHHallpass')?.sys_id
    const { text, status } = await dora.go(`/sp?id=dashboard&sys_id=${board}`)
    expect(status).toBe(200)
    expect(text).toMatch(/<h3>Orders under way<\/h3><p class="score"><a [^>]+>1<\/a>/)
    expect(text).toMatch(/<h3>Failures<\/h3><p class="score"><a [^>]+>0<\/a>/)
    expect(text).toMatch(/<h3>Synchronisations that failed, 7 days<\/h3><p class="score"><a [^>]+>0<\/a>/)
    expect(text).not.toContain('not drawn')
  })

  it('puts a call that was given up back into the outbox', async () => {
    instance.hallpass.answers.set('POST /desk/v1/fulfilments', { status: 400 })
    const id = await approvedOrder(instance)
    const failed = call(instance, id, 'fulfilment')
    expect(failed).toMatchObject({ state: 'refused' })
    instance.hallpass.answers.clear()
    const path = `/sp?id=record&table=x_hlps_access_call&sys_id=${failed?.sys_id}`
    const action = instance.row('sys_ui_action', 'action_name=hallpass_try_again')?.sys_id ?? ''
    const before = heard(instance, 'POST', '/desk/v1/fulfilments').length
    expect((await dora.go(path)).text).toContain('>Try again</button>')
    expect((await dora.send(path, { action })).status).toBe(200)
    await instance.settle()
    expect(heard(instance, 'POST', '/desk/v1/fulfilments')).toHaveLength(before + 1)
    expect((await dora.go(path)).text).not.toContain('>Try again</button>')
  })

  it('compares the list of apps, and sends a password link, neither of which the person themselves is offered', async () => {
    const run = instance.add('x_hlps_access_sync_run', { outcome: 'failed' })
    const compare = instance.row('sys_ui_action', 'action_name=hallpass_compare_now')?.sys_id ?? ''
    const path = `/sp?id=record&table=x_hlps_access_sync_run&sys_id=${run}`
    expect((await dora.send(path, { action: compare })).text).toContain('Compared')

    const molly = `/sp?id=record&table=sys_user&sys_id=${instance.idOf('molly')}`
    const link = instance.row('sys_ui_action', 'action_name=hallpass_password_link')?.sys_id ?? ''
    instance.hallpass.answers.set('POST /desk/v1/password-resets', { status: 200, body: { state: 'link_sent' } })
    expect((await dora.send(molly, { action: link })).status).toBe(200)
    expect(heard(instance, 'POST', '/desk/v1/password-resets').at(-1)?.body).toMatchObject({
      person: { userName: 'molly' },
    })
    const herself = await visit(instance.simulator.url, 'molly', companyPassword)
    expect((await herself.go(molly)).text).not.toContain('Send a password link')
    expect((await herself.send(molly, { action: link })).status).toBe(403)
  })
})
