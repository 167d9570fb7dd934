import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { administrator } from '../../simulator/src/seed/base-system.ts'
import { system } from '../../simulator/src/store/open-records.ts'
import { type Instance, startInstance } from './instance.ts'

/** The tests the app brings for ServiceNow's own test framework, run where they were installed. */
vi.setConfig({ testTimeout: 120_000 })
let instance: Instance
beforeAll(async () => {
  instance = await startInstance()
}, 900_000)
afterAll(() => instance?.stop())

const run = async (name: string) => {
  const answer = await fetch(`${instance.simulator.url}/simulator/tests`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${administrator.userName}:${administrator.password}`)}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({ test: name }),
  })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { result: { status: string; output: string } }).result
}
const probe = 'GET /desk/v1/challenges/00000000-0000-7000-8000-000000000000'
const names = () => instance.rows('sys_atf_test', 'sys_scope.scope=x_hlps_access').map((row) => row.name ?? '')

describe('the tests the app brings', () => {
  it('all succeed on an instance that is connected', async () => {
    expect(names()).toHaveLength(3)
    for (const name of names()) expect(await run(name), name).toMatchObject({ status: 'success' })
  })

  it('tell a connection that Hallpass does not accept', async () => {
    const name = names().find((each) => each.includes('connection')) ?? ''
    instance.hallpass.answers.set(probe, { status: 503 })
    const told = await run(name)
    expect(told.status).toBe('failure')
    expect(told.output).toContain('accepts what this instance signs')
  })

  it('tell a credential store that lost one of its subflows', async () => {
    instance.hallpass.answers.clear()
    const store = instance.row('pwd_cred_store_type', 'name=Hallpass')
    instance.simulator.records.update(
      'pwd_cred_store_type',
      store?.sys_id ?? '',
      { unlock_account_subflow: '' },
      system,
    )
    const name = names().find((each) => each.includes('connection')) ?? ''
    expect((await run(name)).output).toContain('has its five subflows')
  })
})
