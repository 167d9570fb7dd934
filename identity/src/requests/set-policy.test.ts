import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setPolicy } from './set-policy.ts'
import { showPolicies, showPolicy } from './show-policies.ts'
import { ghost, type Login, managerStage, requestsWorld, type World } from './testing.ts'
import type { PolicyRules, PolicyStage } from './types.ts'

let world: World

beforeAll(async () => {
  world = await requestsWorld()
  await world.makeAdministrator('ivan')
  await world.makeAdministrator('axel')
})
afterAll(() => world.close())

const owner: PolicyStage = { ...managerStage, name: 'Owner', approvers: { kind: 'role_owner' } }
const rules = (...stages: PolicyStage[]): PolicyRules => ({ stages, samePersonMayDecideSeveralStages: false })
const set = (login: Login, roleId: string | null, next: PolicyRules | null, version?: number) =>
  world.db.transaction((tx) => setPolicy(world.requests.deps, tx, { roleId, rules: next, version }, world.actor(login)))

describe('a policy', () => {
  test('of the role comes before the default, and the default before the built-in one', async () => {
    const role = await world.role('Own policy')
    const first = await world.ask('molly', role.id)
    expect(first.policy).toMatchObject({ version: 0, roleId: null })
    await set('ivan', role.id, rules(managerStage, owner))
    const second = await world.ask('sio', role.id)
    expect(second.policy).toMatchObject({ version: 1, roleId: role.id })
    expect((await world.request(first.id)).policy.version).toBe(0)
    expect((await showPolicy(world.requests.deps, world.db, role.id)).inherited).toBe(false)
    await set('ivan', role.id, null)
    expect(await showPolicy(world.requests.deps, world.db, role.id)).toMatchObject({ inherited: true, version: 2 })
    expect((await showPolicies(world.requests.deps, world.db)).roles).toEqual([])
  })

  test('that asks for less is told to all administrators, and stands in the trail with before and after', async () => {
    const role = await world.role('Weakened')
    await set('ivan', role.id, rules(managerStage, owner))
    await world.settle()
    world.mailbox.length = 0
    expect(await set('ivan', role.id, rules(managerStage))).toEqual({ version: 2, weaker: true })
    await world.settle()
    expect(
      world
        .mails('policy_weakened')
        .map((mail) => mail.to)
        .sort(),
    ).toEqual(['axel@acme.example', 'ivan@acme.example'])
    expect(world.mails('policy_weakened')[0]?.text).toContain('ivan')
    expect(await world.trail({ roleId: role.id })).toContain('policy.weakened')
    world.mailbox.length = 0
    expect(await set('ivan', role.id, rules(managerStage, owner))).toMatchObject({ weaker: false })
    await world.settle()
    expect(world.mails('policy_weakened')).toEqual([])
  })

  test('that an administrator weakened does not serve their own requests until a second one stands behind it', async () => {
    const role = await world.role('Self-service', { ownerIds: [world.id.fiona] })
    await set('axel', role.id, rules(managerStage, owner))
    await set('ivan', role.id, rules({ ...managerStage, approvers: { kind: 'person', personId: world.id.sio } }))
    const own = await world.ask('ivan', role.id)
    expect(own.policy.version).toBe(1)
    expect(own.policy.rules.stages).toHaveLength(2)
    expect((await world.ask('molly', role.id)).policy.version).toBe(2)
    await world.deny('diana', own.id, 0)
    await set('axel', role.id, rules({ ...managerStage, approvers: { kind: 'person', personId: world.id.sio } }))
    expect((await world.ask('ivan', role.id)).policy.version).toBe(3)
  })

  test('changed by two at once is changed once; the other reads it again', async () => {
    const role = await world.role('Two authors')
    const results = await Promise.allSettled([
      set('ivan', role.id, rules(managerStage), 0),
      set('axel', role.id, rules(owner), 0),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'policy_changed' })
    await expect(set('ivan', role.id, rules(owner), 0)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('names each fault: unknown groups and people, impossible numbers, unknown roles', async () => {
    const role = await world.role('Faulty policy')
    const faulty = rules(
      { ...managerStage, approvers: { kind: 'group', groupId: ghost } },
      { ...managerStage, fallback: { kind: 'person', personId: ghost } },
      { ...managerStage, quorum: 2, escalateTo: null, escalateAfterHours: null },
    )
    await expect(set('ivan', role.id, faulty)).rejects.toMatchObject({
      kind: 'invalid',
      fields: [
        { field: 'rules.stages.0.approvers.groupId' },
        { field: 'rules.stages.1.fallback.personId' },
        { field: 'rules.stages.2.quorum' },
      ],
    })
    await expect(set('ivan', ghost, rules(managerStage))).rejects.toMatchObject({ code: 'role_not_found' })
  })
})
