import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remindApprovers } from './remind-approvers.ts'
import { hourMs, managerStage, requestsWorld, type World } from './testing.ts'

let world: World

beforeAll(async () => {
  world = await requestsWorld()
  await world.makeAdministrator('ivan')
})
afterAll(() => world.close())

const kinds = () => world.mailbox.map((mail) => `${mail.kind} ${mail.to.split('@')[0]}`).sort()

describe('a stage that nobody answers', () => {
  test('reminds, then asks further up beside the first, then denies with the reason', async () => {
    const role = await world.role('Slow')
    await world.policy(role.id, managerStage)
    const request = await world.ask('molly', role.id)
    await world.later(23 * hourMs)
    expect(kinds()).toEqual(['request_asked marcus'])

    world.mailbox.length = 0
    await world.later(2 * hourMs)
    expect(kinds()).toEqual(['request_reminded marcus'])
    await world.later(hourMs)
    expect(kinds()).toEqual(['request_reminded marcus'])

    world.mailbox.length = 0
    await world.later(24 * hourMs)
    expect(kinds()).toEqual(['request_escalated ivan'])
    expect(await world.asked(request.id)).toEqual(['ivan', 'marcus'])

    world.mailbox.length = 0
    await world.later(48 * hourMs)
    expect(kinds()).toEqual(['request_denied molly'])
    expect(await world.request(request.id)).toMatchObject({
      state: 'denied',
      outcomeReason: expect.stringContaining('in time'),
      outcomeCode: 'nobody_decided',
    })
    expect(await world.grantOf('molly', role.id)).toBeNull()
  })

  test('whoever was asked first may still decide after it escalated', async () => {
    const role = await world.role('Late answer')
    await world.policy(role.id, managerStage)
    const request = await world.ask('molly', role.id)
    await world.later(25 * hourMs)
    await world.later(25 * hourMs)
    expect(await world.approve('marcus', request.id, 0)).toMatchObject({ state: 'fulfilling' })
  })

  test('a service that was away for a week reminds first and denies later', async () => {
    const role = await world.role('Away')
    await world.policy(role.id, managerStage)
    const request = await world.ask('molly', role.id)
    await world.later(7 * 24 * hourMs)
    expect(await world.request(request.id)).toMatchObject({ state: 'waiting', dueFor: 'escalate' })
    await world.later(hourMs)
    expect(await world.request(request.id)).toMatchObject({ state: 'waiting' })
  })

  test('250 due requests are moved by one run of the sweep, each once', async () => {
    const role = await world.role('Many')
    await world.policy(role.id, managerStage)
    const first = await world.ask('molly', role.id)
    await world.settle()
    await world.crowd(first.id, 250)
    world.mailbox.length = 0
    await world.later(25 * hourMs)
    expect(world.mails('request_reminded')).toHaveLength(251)
    await world.later(0)
    expect(world.mails('request_reminded')).toHaveLength(251)
  }, 90_000)
})

describe('the requester’s own reminder', () => {
  const remind = (requestId: string, login: 'molly' | 'marcus' | 'sio' = 'molly') =>
    remindApprovers(world.requests.deps, {
      requestId,
      viewer: world.principal(login),
      actor: world.actor(login),
    })

  test('is sent once in a while, not whenever the button is pressed', async () => {
    const role = await world.role('Reminded')
    await world.policy(role.id, managerStage)
    const request = await world.ask('molly', role.id)
    await expect(remind(request.id)).rejects.toMatchObject({ kind: 'rate_limited', retryAfterSeconds: 3600 })
    await world.settle()
    world.clock.advance(hourMs)
    world.mailbox.length = 0
    expect(await remind(request.id)).toMatchObject({ reminded: 1 })
    await expect(remind(request.id)).rejects.toMatchObject({ kind: 'rate_limited' })
    await world.settle()
    expect(kinds()).toEqual(['request_reminded marcus'])
  })

  test('is for those who asked: not for approvers, and to strangers the request is not there', async () => {
    const role = await world.role('Not yours')
    await world.policy(role.id, managerStage)
    const request = await world.ask('molly', role.id)
    world.clock.advance(hourMs)
    await expect(remind(request.id, 'marcus')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(remind(request.id, 'sio')).rejects.toMatchObject({ kind: 'not_found' })
    await world.deny('marcus', request.id, 0)
    await expect(remind(request.id)).rejects.toMatchObject({ code: 'request_denied' })
  })
})
