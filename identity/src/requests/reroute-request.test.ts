import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { managerStage, requestsWorld, type World } from './testing.ts'
import type { PolicyStage } from './types.ts'

let world: World
const byFinance = () => ({
  ...managerStage,
  name: 'Finance',
  approvers: { kind: 'group' as const, groupId: world.finance },
})

beforeAll(async () => {
  world = await requestsWorld()
  await world.makeAdministrator('ivan')
})
afterAll(() => world.close())

async function waiting(name: string, ...stages: Partial<PolicyStage>[]) {
  const role = await world.role(name)
  await world.policy(role.id, ...stages)
  const request = await world.ask('molly', role.id)
  await world.settle()
  world.mailbox.length = 0
  return request.id
}

describe('whoever is asked', () => {
  test('is asked no longer when disabled: the stage asks further up, and an approval that was given stays', async () => {
    const id = await waiting('Approver leaves', managerStage)
    await world.setState('marcus', 'disabled')
    await world.settle()
    expect(await world.asked(id)).toEqual(['ivan'])
    expect(world.mails('request_escalated').map((mail) => mail.to)).toEqual(['ivan@acme.example'])
    expect((await world.request(id)).approvals.find((a) => a.approverId === world.id.marcus)?.state).toBe('rerouted')
    await expect(world.approve('marcus', id, 0)).rejects.toMatchObject({ kind: 'conflict' })
    await world.setState('marcus', 'active')
    await world.settle()
    expect(await world.approve('ivan', id, 0)).toMatchObject({ state: 'fulfilling' })
  })

  test('is another when the manager changes', async () => {
    const id = await waiting('Manager changes', managerStage)
    await world.setManager('molly', 'fiona')
    await world.settle()
    expect(await world.asked(id)).toEqual(['fiona'])
    await world.setManager('molly', 'marcus')
    await world.settle()
    expect(await world.asked(id)).toEqual(['marcus'])
  })

  test('follows the group: new members are asked, those who left are not', async () => {
    const id = await waiting('Group changes', byFinance())
    await world.setMembers(world.finance, 'frank', 'sio')
    await world.settle()
    expect(await world.asked(id)).toEqual(['frank', 'sio'])
    expect(world.mails('request_asked').map((mail) => mail.to)).toEqual(['sio@acme.example'])
    await world.setMembers(world.finance, 'fiona', 'frank')
    await world.settle()
  })

  test('is nobody when nobody is left, and then the request is denied, not granted', async () => {
    const id = await waiting('Empty group', { ...byFinance(), escalateTo: null, escalateAfterHours: null })
    await world.setMembers(world.finance)
    await world.settle()
    expect(await world.request(id)).toMatchObject({ state: 'denied' })
    await world.setMembers(world.finance, 'fiona', 'frank')
    await world.settle()
  })

  test('is looked up again by the sweep, should an event have been lost', async () => {
    const id = await waiting('Lost event', managerStage)
    await world.setStateQuietly('marcus', 'disabled')
    await world.later(25 * 3_600_000)
    expect(await world.asked(id)).toEqual(['ivan'])
    await world.setStateQuietly('marcus', 'active')
  })
})

describe('whoever asked', () => {
  test.each(['disabled', 'gone'] as const)(
    'is %s: the request is cancelled with the reason, and nobody is asked',
    async (state) => {
      const id = await waiting(`Requester ${state}`, managerStage)
      await world.setState('molly', state)
      await world.settle()
      expect(await world.request(id)).toMatchObject({
        state: 'cancelled',
        outcomeReason: 'The person who asked is no longer active.',
        outcomeCode: 'asker_inactive',
        dueAt: null,
      })
      expect(await world.asked(id)).toEqual([])
      await world.setState('molly', 'active')
      await world.setStateQuietly('molly', 'active')
    },
  )

  test('asked for a role that is retired: the request is cancelled', async () => {
    const id = await waiting('Retired', managerStage)
    const { roleId } = await world.request(id)
    await world.retireRole(roleId)
    await world.settle()
    expect(await world.request(id)).toMatchObject({
      state: 'cancelled',
      outcomeReason: 'This role is no longer in use.',
    })
  })
})
