import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askForAccess } from './ask-for-access.ts'
import { extendAccess } from './extend-access.ts'
import { listRequests } from './list-requests.ts'
import { dayMs, ghost, hourMs, type Login, managerStage, requestsWorld, type World } from './testing.ts'

let world: World

beforeAll(async () => {
  world = await requestsWorld()
  await world.policy(null, managerStage)
})
afterAll(() => world.close())

const ask = (login: Login, items: { roleId: string; durationDays: number | null }[], reason = 'for work') =>
  askForAccess(world.requests.deps, { requesterId: world.id[login], items, reason, actor: world.actor(login) })

async function held(login: Login, roleId: string, days: number | null): Promise<string> {
  const request = await world.ask(login, roleId, days)
  await world.approve('marcus', request.id, 0)
  await world.settle()
  return (await world.grantOf(login, roleId))?.id ?? ''
}

describe('asking', () => {
  test('several roles become one request each, made together', async () => {
    const one = await world.role('Cart one')
    const two = await world.role('Cart two', { daysMax: 10 })
    const made = await ask('molly', [
      { roleId: one.id, durationDays: null },
      { roleId: two.id, durationDays: 5 },
    ])
    expect(made.items.map((item) => item.request?.cartId)).toEqual([made.cartId, made.cartId])
    expect(made.items.map((item) => item.request?.durationDays)).toEqual([null, 5])
  })

  test('what is held already is said, not asked for again', async () => {
    const role = await world.role('Held')
    await held('molly', role.id, null)
    const made = await ask('molly', [{ roleId: role.id, durationDays: null }])
    expect(made.items).toEqual([{ roleId: role.id, outcome: 'already_held', request: null }])
  })

  test('what is over, and only not swept yet, is asked for anew', async () => {
    const role = await world.role('Over', { daysMax: 10 })
    const grantId = await held('molly', role.id, 1)
    world.clock.advance(2 * dayMs)
    const made = await ask('molly', [{ roleId: role.id, durationDays: 1 }])
    expect(made.items).toMatchObject([{ outcome: 'requested' }])
    await world.approve('marcus', made.items[0]?.request?.id ?? '', 0)
    await world.settle()
    const now = await world.grantOf('molly', role.id)
    expect(now).toMatchObject({ state: 'active' })
    expect(now?.id).not.toBe(grantId)
  })

  test('a second open request for the same role is refused and names the first; none of the cart is made', async () => {
    const role = await world.role('Asked twice')
    const other = await world.role('Not made')
    const first = await world.ask('molly', role.id)
    const again = ask('molly', [
      { roleId: other.id, durationDays: null },
      { roleId: role.id, durationDays: null },
    ])
    await expect(again).rejects.toMatchObject({
      kind: 'conflict',
      code: 'already_requested',
      fields: [{ field: 'items.1.roleId' }],
      extra: { openRequestId: first.id },
    })
    const { items } = await listRequests(world.requests.deps, world.db, { roleId: other.id, limit: 10 })
    expect(items).toEqual([])
  })

  test('ten windows asking at the same instant make one request', async () => {
    const role = await world.role('Ten windows')
    const tries = Array.from({ length: 10 }, () => world.ask('molly', role.id))
    const results = await Promise.allSettled(tries)
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'already_requested' })
  })

  test('the duration is at most what the role allows, and a role with a longest duration needs one', async () => {
    const role = await world.role('Ninety days', { daysMax: 90 })
    for (const durationDays of [91, null])
      await expect(ask('molly', [{ roleId: role.id, durationDays }])).rejects.toMatchObject({
        kind: 'invalid',
        fields: [{ field: 'items.0.durationDays' }],
      })
  })

  test('a role that this person may not ask for is not there', async () => {
    const closed = await world.role('Closed', { askedBy: 'nobody' })
    for (const roleId of [closed.id, ghost])
      await expect(ask('molly', [{ roleId, durationDays: null }])).rejects.toMatchObject({ code: 'role_not_found' })
  })

  test('a reason of blanks and a role listed twice are named as faults', async () => {
    const role = await world.role('Faulty')
    const item = { roleId: role.id, durationDays: null }
    await expect(ask('molly', [item], ' \n')).rejects.toMatchObject({ fields: [{ field: 'reason' }] })
    await expect(ask('molly', [item, item])).rejects.toMatchObject({ fields: [{ field: 'items.1.roleId' }] })
  })

  test('what people type is kept as they typed it: quotes, umlauts, emoji, right to left', async () => {
    const role = await world.role("Étoile “O'Neill” 🦊 حداد")
    const reason = `Für O'Neill "Shiv" 🦊; drop table requests; -- عمر`
    await world.settle()
    world.mailbox.length = 0
    const made = await ask('sio', [{ roleId: role.id, durationDays: null }], reason)
    expect((await world.request(made.items[0]?.request?.id ?? '')).reason).toBe(reason)
    await world.settle()
    expect(world.mails('request_asked')[0]?.text).toContain(reason)
  })
})

describe('extending', () => {
  const extend = (login: Login, grantId: string, durationDays = 10) =>
    extendAccess(world.requests.deps, {
      requesterId: world.id[login],
      grantId,
      durationDays,
      reason: 'still needed',
      actor: world.actor(login),
    })

  test('goes through the same approvals and then lengthens the grant, which never stops working', async () => {
    const role = await world.role('Extended', { daysMax: 30 })
    const grantId = await held('molly', role.id, 20)
    const endsAt = (await world.grantOf('molly', role.id))?.endsAt?.getTime() ?? 0
    world.clock.advance(15 * dayMs)
    world.mailbox.length = 0
    const request = await extend('molly', grantId)
    expect(request).toMatchObject({ kind: 'extend', state: 'waiting' })
    expect(await world.asked(request.id)).toEqual(['marcus'])
    expect(await world.grantOf('molly', role.id)).toMatchObject({ state: 'active', endsAt: new Date(endsAt) })

    expect(await world.approve('marcus', request.id, 0)).toMatchObject({ state: 'fulfilled' })
    const grant = await world.grantOf('molly', role.id)
    expect(grant).toMatchObject({ id: grantId, state: 'active', endsAt: new Date(endsAt + 10 * dayMs) })
    expect(grant?.evidence.extensions).toMatchObject([
      { requestId: request.id, days: 10, approvals: [{ stage: 'Manager', approverId: world.id.marcus }] },
    ])
    await world.settle()
    expect(world.mailbox.map((mail) => mail.kind)).toEqual(['request_asked', 'request_fulfilled'])
    expect(world.mails('request_fulfilled')[0]?.subject).toContain('Extended')
  })

  test('somebody else’s access is not there; ended or endless access cannot be extended', async () => {
    const endless = await world.role('Endless')
    const grantId = await held('molly', endless.id, null)
    await expect(extend('sio', grantId)).rejects.toMatchObject({ code: 'grant_not_found' })
    await expect(extend('molly', ghost)).rejects.toMatchObject({ code: 'grant_not_found' })
    await expect(extend('molly', grantId)).rejects.toMatchObject({ code: 'extension_not_possible' })
  })

  test('when the access ends first, the request for more of it is cancelled', async () => {
    const role = await world.role('Too late', { daysMax: 30 })
    const grantId = await held('molly', role.id, 1)
    const request = await extend('molly', grantId)
    world.clock.advance(dayMs + hourMs)
    await world.jobs.runSweep('access.expire-grants')
    await world.settle()
    expect(await world.request(request.id)).toMatchObject({
      state: 'cancelled',
      outcomeReason: 'The access has ended.',
    })
  })
})
