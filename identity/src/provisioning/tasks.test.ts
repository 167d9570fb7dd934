import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assignTask } from './assign-task.ts'
import { finishTask } from './finish-task.ts'
import { provisioningWorld, system, type World } from './testing.ts'

let world: World
let appId: string
let roleId: string
let ivan: string
let molly: string
let made = 0
beforeAll(async () => {
  world = await provisioningWorld()
  ivan = await world.person('ivan')
})
afterAll(() => world.close())
beforeEach(async () => {
  made += 1
  molly = await world.person(`molly-${made}`)
  appId = await world.app(`Parking ${made}`, { kind: 'manual', taskOwnerId: ivan })
  roleId = await world.role(`Parking ${made}`, [{ appId, entitlements: ['Garage B'] }])
  world.mailbox.length = 0
  world.heard()
})

const open = async () => {
  const task = await world.task(appId, molly)
  if (task === null) throw new Error('There is no open task.')
  return task
}
const done = async (by = { personId: ivan, isAdmin: false }, remoteId: string | null = null) => {
  await finishTask(world.deps, { taskId: (await open()).id, by, note: null, remoteId }, system)
  await world.settle()
}

describe('an app without a connector', () => {
  test('is a task for its owner, who is told, and settles when they say so', async () => {
    const grantId = await world.grant(molly, roleId)
    await world.settle()
    expect(await open()).toMatchObject({ kind: 'make_account', ownerId: ivan, entitlements: ['Garage B'] })
    expect(world.mailbox).toMatchObject([{ to: 'ivan@acme.example', subject: `To do: Parking ${made}` }])
    expect(await world.provisioning.isSettled(world.db, molly, roleId)).toBe(false)
    expect(world.heard()).toEqual([`stuck ${molly}`])
    await done()
    expect(await world.provisioning.isSettled(world.db, molly, roleId)).toBe(true)
    expect(world.heard()).toEqual([`settled ${molly} ${grantId}`])
    expect(await world.account(appId, molly)).toMatchObject({ state: 'active', entitlements: ['Garage B'] })
  })

  test('needs a task to end an account, and another to change one', async () => {
    const grantId = await world.grant(molly, roleId)
    await world.settle()
    await done()
    const other = await world.role(`Parking ${made} more`, [{ appId, entitlements: ['Garage C'] }])
    await world.grant(molly, other)
    await world.settle()
    expect(await open()).toMatchObject({ kind: 'change_account', entitlements: ['Garage B', 'Garage C'] })
    await done()
    await world.end(grantId)
    await world.settle()
    expect(await open()).toMatchObject({ kind: 'change_account', entitlements: ['Garage C'] })
    await done()
    await world.setState(molly, 'disabled')
    await world.settle()
    expect(await open()).toMatchObject({ kind: 'end_account' })
    await done()
    expect(await world.account(appId, molly)).toMatchObject({ state: 'inactive' })
    expect(await world.task(appId, molly)).toBeNull()
  })

  test('has no task left when access ends before anything was made', async () => {
    const grantId = await world.grant(molly, roleId)
    await world.settle()
    await world.end(grantId)
    await world.settle()
    expect(await world.task(appId, molly)).toBeNull()
    expect(await world.account(appId, molly)).toMatchObject({ state: 'none' })
  })

  test('keeps one task up to date and does not tell its owner again every minute', async () => {
    await world.grant(molly, roleId)
    await world.settle()
    const first = await open()
    for (let hour = 0; hour < 3; hour++) await world.later(3600_000)
    expect(await open()).toEqual(first)
    expect(world.mailbox).toHaveLength(1)
    expect(world.heard().filter((line) => line.startsWith('stuck'))).toHaveLength(1)
  })
})

describe('a task', () => {
  test('whose owner leaves goes back to the administrators', async () => {
    const dora = await world.person(`dora-${made}`)
    await world.grant(molly, roleId)
    await world.settle()
    await assignTask(world.deps, { taskId: (await open()).id, ownerId: dora }, system)
    expect(await open()).toMatchObject({ ownerId: dora })
    await world.setState(dora, 'disabled')
    expect(await open()).toMatchObject({ ownerId: null })
    const assigned = { taskId: (await open()).id, ownerId: dora }
    await expect(assignTask(world.deps, assigned, system)).rejects.toMatchObject({ code: 'owner_not_active' })
  })

  test('is done once, by its owner or an administrator', async () => {
    await world.grant(molly, roleId)
    await world.settle()
    const task = await open()
    await expect(done({ personId: molly, isAdmin: false })).rejects.toMatchObject({ code: 'not_your_task' })
    const ends = await Promise.allSettled(
      [1, 2].map(() =>
        finishTask(
          world.deps,
          { taskId: task.id, by: { personId: molly, isAdmin: true }, note: null, remoteId: null },
          system,
        ),
      ),
    )
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(ends.find((end) => end.status === 'rejected')).toMatchObject({ reason: { code: 'task_closed' } })
  })
})

describe('a doubtful account', () => {
  test('is taken when somebody else says that it is the one, never by the person themselves', async () => {
    const appId = await world.app(`Salesforce ${made}`)
    const theirs = { userName: `molly-${made}@acme.example`, externalId: 'from-elsewhere', active: false }
    const { id } = world.server.addUser(theirs)
    await world.grant(molly, await world.role(`Salesforce ${made}`, [{ appId }]))
    await world.settle()
    const task = await world.task(appId, molly)
    const finish = (remoteId: string | null) =>
      finishTask(
        world.deps,
        { taskId: task?.id ?? '', by: { personId: ivan, isAdmin: true }, note: null, remoteId },
        system,
      )
    await expect(finish('another')).rejects.toMatchObject({ code: 'no_such_candidate' })
    const mine = { taskId: task?.id ?? '', by: { personId: molly, isAdmin: true }, note: null, remoteId: id }
    await expect(finishTask(world.deps, mine, system), 'nobody says which account is their own').rejects.toMatchObject({
      code: 'own_account',
    })
    await finish(id)
    await world.settle()
    expect(world.server.users()).toMatchObject([{ id, externalId: molly, active: true }])
    expect(await world.account(appId, molly)).toMatchObject({ state: 'active', remoteId: id, isChosen: false })
  })
})
