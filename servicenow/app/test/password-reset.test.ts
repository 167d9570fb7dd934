import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { nobody, system } from '../../simulator/src/store/open-records.ts'
import { type Instance, startInstance } from './instance.ts'

/** ServiceNow's Password Reset application, as the simulator plays it, over the app's five subflows and its verification. */
vi.setConfig({ testTimeout: 120_000 })
const chosen = 'quiet lanterns over Dublin bay'
let instance: Instance
let verification = ''
let store = ''
const processes = { self_service: '', service_desk: '' }

beforeAll(async () => {
  instance = await startInstance()
  const type = instance.row('pwd_cred_store_type', 'name=Hallpass')?.sys_id ?? ''
  store = instance.add('pwd_cred_store', { name: 'Hallpass', type, active: 'true' })
  const verificationType = instance.row('pwd_verification_type', 'name=Hallpass')?.sys_id ?? ''
  verification = instance.add('pwd_verification', { name: 'Hallpass', type: verificationType, active: 'true' })
  for (const kind of ['self_service', 'service_desk'] as const) {
    const process = instance.add('pwd_process', { name: kind, type: kind, active: 'true', apply_to_all: 'true' })
    processes[kind] = process
    instance.add('pwd_map_proc_to_cred_store', { process, cred_store: store })
    if (kind === 'self_service') {
      instance.add('pwd_map_proc_to_verification', { process, verification, mandatory: 'true', order: '1' })
    }
  }
}, 900_000)
afterAll(() => instance?.stop())

const challenge = (state: string, given: number) => ({
  id: 'ch-1',
  state,
  given,
  offers: [{ kind: 'totp', label: 'Code of your app', number: null }],
  expiresAt: '2099-01-01T00:00:00Z',
})

beforeEach(() => {
  const { answers } = instance.hallpass
  answers.clear()
  answers.set('POST /desk/v1/challenges', { status: 201, body: challenge('waiting', 0) })
  answers.set('GET /desk/v1/challenges/ch-1', { status: 200, body: challenge('waiting', 0) })
  answers.set('POST /desk/v1/challenges/ch-1/answers', { status: 200, body: challenge('proven', 1) })
  for (const path of ['password-resets', 'password-changes', 'unlocks']) {
    answers.set(`POST /desk/v1/${path}`, { status: 200, body: { status: 'success', message: '' } })
  }
  answers.set('POST /desk/v1/lock-states', { status: 200, body: { locked: 'yes', message: '' } })
  // Two resets of one person in a row are refused by the application itself.
  for (const row of instance.rows('pwd_reset_request', '')) {
    instance.simulator.records.remove('pwd_reset_request', row.sys_id ?? '', system)
  }
})

type Outcome = { requestId: string; refused?: string; status?: string; message?: string; isVerified?: boolean }
async function perform(name: string, input: unknown, who = nobody): Promise<Outcome> {
  const { executor } = instance.simulator.runtime
  const done = (await executor.perform({ kind: 'operation', name, input, who })) as Outcome
  await instance.settle()
  return done
}

const begin = (kind: 'self_service' | 'service_desk', action = 'reset') =>
  perform(
    'pwd.begin',
    { process: processes[kind], userName: 'molly', action },
    kind === 'service_desk' ? system : nobody,
  )
const verify = (requestId: string, code = '123456') =>
  perform('pwd.verify', { requestId, verificationId: verification, answers: { sysparm_hallpass_totp: code } })
const heard = (path: string) => instance.hallpass.heard.filter((each) => each.path === path)

/** Every value of every row of the instance, history and logs included. */
function everything(): string {
  const { records } = instance.simulator
  return records
    .find('sys_db_object', '')
    .flatMap((table) => records.find(table.name ?? '', '').map((row) => JSON.stringify(row)))
    .join('\n')
}

describe('the self-service process', () => {
  it('proves the person to Hallpass and sets the password they chose; the instance keeps it nowhere', async () => {
    const { requestId } = await begin('self_service')
    expect(await verify(requestId)).toMatchObject({ isVerified: true })
    await perform('pwd.reset', { requestId, password: chosen })
    expect(await perform('pwd.state', { requestId })).toMatchObject({ status: 'success' })
    expect(heard('/desk/v1/password-resets').at(-1)).toMatchObject({
      scope: 'desk.password',
      body: {
        requestId,
        person: { userName: 'molly' },
        process: 'self_service',
        challengeId: 'ch-1',
        newPassword: chosen,
      },
    })
    const rows = everything()
    expect(rows).toContain(requestId)
    expect(rows).not.toContain(chosen)
  })

  it('without the proof sets nothing', async () => {
    instance.hallpass.answers.set('POST /desk/v1/challenges/ch-1/answers', {
      status: 200,
      body: challenge('waiting', 0),
    })
    const before = heard('/desk/v1/password-resets').length
    const { requestId } = await begin('self_service')
    expect(await verify(requestId, '000000')).toMatchObject({ isVerified: false })
    expect(await perform('pwd.reset', { requestId, password: chosen })).toMatchObject({ refused: expect.any(String) })
    expect(heard('/desk/v1/password-resets')).toHaveLength(before)
  })

  it('shows the person what to change when the directory refuses the password', async () => {
    const message = 'Use at least 12 characters'
    instance.hallpass.answers.set('POST /desk/v1/password-resets', {
      status: 200,
      body: { status: 'failure', message },
    })
    const { requestId } = await begin('self_service')
    await verify(requestId)
    await perform('pwd.reset', { requestId, password: 'short' })
    expect(await perform('pwd.state', { requestId })).toMatchObject({ status: 'failure', message })
  })

  it('waits for the callback when the directory takes its time', async () => {
    const pending = { status: 'pending', message: '' }
    instance.hallpass.answers.set('POST /desk/v1/password-resets', { status: 200, body: pending })
    const { requestId } = await begin('self_service')
    await verify(requestId)
    await perform('pwd.reset', { requestId, password: chosen })
    expect(await perform('pwd.state', { requestId })).toMatchObject({ status: 'pending' })
    const called = await instance.callBack(`password-requests/${requestId}`, { status: 'success', message: '' })
    expect(called).toMatchObject({ status: 200 })
    await instance.settle()
    expect(await perform('pwd.state', { requestId })).toMatchObject({ status: 'success' })
  })

  it('unlocks', async () => {
    const { requestId } = await begin('self_service', 'unlock')
    await verify(requestId)
    await perform('pwd.unlock', { requestId })
    expect(await perform('pwd.state', { requestId })).toMatchObject({ status: 'success' })
    expect(heard('/desk/v1/unlocks').at(-1)?.body).toMatchObject({ requestId, challengeId: 'ch-1' })
  })
})

describe('the service-desk process', () => {
  it('leaves the password of the agent behind: the person gets a link', async () => {
    const link = { status: 'link_sent', message: 'A link was sent to the person' }
    instance.hallpass.answers.set('POST /desk/v1/password-resets', { status: 200, body: link })
    const { requestId } = await begin('service_desk')
    await perform('pwd.reset', { requestId, password: chosen }, system)
    const said = heard('/desk/v1/password-resets').at(-1)?.body
    expect(said).toMatchObject({ requestId, process: 'service_desk', challengeId: null })
    expect(JSON.stringify(said)).not.toContain(chosen)
    expect(everything()).not.toContain(chosen)
  })
})

describe('a change, and the test of the connection', () => {
  it('go through their own subflows', async () => {
    const { requestId } = await begin('self_service', 'change')
    await perform('pwd.change', { requestId, oldPassword: 'the old one', password: chosen }, system)
    expect(heard('/desk/v1/password-changes').at(-1)?.body).toMatchObject({
      requestId,
      oldPassword: 'the old one',
      newPassword: chosen,
    })
    const started = (await perform('pwd.test_store', { store })) as unknown as { context: string }
    expect(await perform('pwd.store_state', { context: started.context })).toMatchObject({ status: 'success' })
  })

  it('tell whether the account is locked', async () => {
    const { requestId } = await begin('self_service')
    const started = (await perform('pwd.lock_state', { requestId })) as unknown as { context: string }
    expect(await perform('pwd.store_state', { context: started.context })).toMatchObject({
      status: 'success',
      isLocked: true,
    })
  })
})
