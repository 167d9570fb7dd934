/** Attack 10, the service's half: what held when somebody approved need not hold when access is given. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approveRequest } from './approve-request.ts'
import { managerStage, requestsWorld, type World } from './testing.ts'
import type { Request } from './types.ts'

let world: World
let roleId: string
let request: Request
let round = 0

beforeAll(async () => {
  world = await requestsWorld()
  await world.makeAdministrator('ivan')
})
afterAll(() => world.close())

/** The manager has approved; finance has the last word. No listener has run since: only what is read when granting counts. */
beforeEach(async () => {
  round += 1
  roleId = (await world.role(`Role ${round}`)).id
  const approvers = { kind: 'group' as const, groupId: world.finance }
  await world.policy(roleId, managerStage, { ...managerStage, name: 'Finance', approvers })
  request = await world.ask('molly', roleId)
  await world.approve('marcus', request.id, 0)
})

describe('between an approval and the grant', () => {
  test('the manager was swapped: no grant; the new manager is asked, and only then it is given', async () => {
    await world.sql(sql`update people set manager_id = ${world.id.diana} where id = ${world.id.molly}`)
    const after = await world.approve('frank', request.id, 1)
    expect(after).toMatchObject({ state: 'waiting', stage: 0 })
    expect(await world.grantOf('molly', roleId)).toBeNull()
    expect(after.approvals.find((a) => a.approverId === world.id.marcus)?.state).toBe('lapsed')
    expect(await world.asked(request.id)).toEqual(['diana'])
    expect(await world.approve('diana', request.id, 0)).toMatchObject({ state: 'fulfilling' })
    expect(await world.grantOf('molly', roleId)).toMatchObject({ state: 'pending' })
    await world.setManager('molly', 'marcus')
  })

  test('an earlier approver was disabled: no grant', async () => {
    await world.sql(sql`update people set state = 'disabled' where id = ${world.id.marcus}`)
    const after = await world.approve('frank', request.id, 1)
    expect(after).toMatchObject({ state: 'waiting', stage: 0 })
    expect(after.stages[0]?.level).toBe('escalated')
    expect(await world.asked(request.id)).toEqual(['ivan'])
    expect(await world.grantOf('molly', roleId)).toBeNull()
    await world.sql(sql`update people set state = 'active' where id = ${world.id.marcus}`)
  })

  test('the approver of the last stage was disabled or left the group: their approval is refused and others are asked', async () => {
    await world.sql(sql`delete from group_members where person_id = ${world.id.frank}`)
    await expect(world.approve('frank', request.id, 1)).rejects.toMatchObject({ code: 'no_longer_approver' })
    expect(await world.grantOf('molly', roleId)).toBeNull()
    expect(await world.asked(request.id)).toEqual(['fiona'])
    await world.setMembers(world.finance, 'fiona', 'frank')
  })

  test('the requester was disabled: no grant; the request is cancelled with the reason', async () => {
    await world.sql(sql`update people set state = 'disabled' where id = ${world.id.molly}`)
    expect(await world.approve('frank', request.id, 1)).toMatchObject({
      state: 'cancelled',
      outcomeReason: 'The person who asked is no longer active.',
    })
    expect(await world.grantOf('molly', roleId)).toBeNull()
    await world.sql(sql`update people set state = 'active' where id = ${world.id.molly}`)
  })

  test('the role was retired or is no longer for this person: no grant', async () => {
    await world.sql(sql`update roles set asked_by = 'nobody' where id = ${roleId}`)
    expect(await world.approve('frank', request.id, 1)).toMatchObject({ state: 'cancelled' })
    expect(await world.grantOf('molly', roleId)).toBeNull()
  })

  test('the policy was edited meanwhile: the request keeps the one it was made under', async () => {
    await world.policy(roleId, { ...managerStage, approvers: { kind: 'person', personId: world.id.sio } })
    expect(await world.approve('frank', request.id, 1)).toMatchObject({ state: 'fulfilling' })
  })

  test('the directory has not answered for a while: nobody decides on what was true before; afterwards they do', async () => {
    const before = await world.request(request.id)
    await world.sql(
      sql`update directories set kind = 'ldap', last_sync_at = ${new Date(world.clock.now().getTime() - 16 * 60_000)}`,
    )
    await expect(world.approve('frank', request.id, 1)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'directory_stale',
    })
    await expect(world.deny('frank', request.id, 1)).rejects.toMatchObject({ code: 'directory_stale' })
    expect(await world.request(request.id)).toEqual(before)
    await world.sql(sql`update directories set kind = 'built-in'`)
    expect(await world.approve('frank', request.id, 1)).toMatchObject({ state: 'fulfilling' })
  })

  test('the grant cannot be made: the approval is not kept either', async () => {
    const before = await world.request(request.id)
    const broken = {
      ...world.requests.deps.access,
      grantRole: () => Promise.reject(new Error('the database went away')),
    }
    const deps = { ...world.requests.deps, access: broken }
    const input = { requestId: request.id, approver: world.principal('frank'), stage: 1, actor: world.actor('frank') }
    await expect(approveRequest(deps, input)).rejects.toThrow('went away')
    expect(await world.request(request.id)).toEqual(before)
    expect(await world.approve('frank', request.id, 1)).toMatchObject({ state: 'fulfilling' })
  })
})
