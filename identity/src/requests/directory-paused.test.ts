/** Requests that rest on somebody whose directory is paused, then removed. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { approveRequest } from './approve-request.ts'
import { managerStage, requestsWorld, system, type World } from './testing.ts'
import type { Request } from './types.ts'

let world: World
let directoryId: string
let gina: string
let request: Request
let round = 0

beforeAll(async () => {
  world = await requestsWorld()
  await world.makeAdministrator('ivan')
})
afterAll(() => world.close())

/** Gina, of another directory, has approved; finance has the last word. */
beforeEach(async () => {
  round += 1
  const { db, directory } = world
  const settings = { kind: 'built-in' } as const
  const name = `Other ${round}`
  directoryId = (await db.transaction((tx) => directory.connect(tx, system, { name, settings }))).id
  const draft = { directoryId, login: `gina-${round}`, displayName: 'Gina', mail: `gina-${round}@other.example` }
  gina = (await db.transaction((tx) => directory.createPerson(tx, system, draft))).id
  const { id: roleId } = await world.role(`Role ${round}`)
  const stage = (name: string, approvers: (typeof managerStage)['approvers']) => ({ ...managerStage, name, approvers })
  await world.policy(
    roleId,
    stage('Gina', { kind: 'person', personId: gina }),
    stage('Finance', { kind: 'group', groupId: world.finance }),
  )
  request = await world.ask('molly', roleId)
  const approver = { ...world.principal('ivan'), personId: gina }
  const actor = { kind: 'person', personId: gina } as const
  await approveRequest(world.requests.deps, { requestId: request.id, approver, stage: 0, actor })
  await pause()
})

const pause = () =>
  world.db.transaction((tx) => world.directory.pause(tx, { directoryId, reason: 'not ours', actor: system }))

test('while it is paused nothing is approved on their word, and the answer says why', async () => {
  const paused = { kind: 'unavailable', code: 'decision_paused' }
  await expect(world.approve('frank', request.id, 1)).rejects.toMatchObject(paused)
  await world.db.transaction((tx) => world.directory.resume(tx, { directoryId, actor: system }))
  expect(await world.approve('frank', request.id, 1)).toMatchObject({ state: 'fulfilling' })
})

test('while it is paused it can be denied by whoever else decides', async () => {
  expect(await world.deny('frank', request.id, 1)).toMatchObject({ state: 'denied', outcomeReason: 'not needed' })
})

test('once it is removed, the approval of whoever is gone lapses, is asked elsewhere, and the request can be decided', async () => {
  const removal = { directoryId, people: 1, reason: 'not ours', actor: system }
  await world.db.transaction((tx) => world.directory.remove(tx, removal))
  await world.settle()
  expect(await world.approve('frank', request.id, 1)).toMatchObject({ state: 'waiting', stage: 0 })
  expect(await world.asked(request.id)).toEqual(['ivan'])
  expect(await world.grantOf('molly', request.roleId)).toBeNull()
  expect(await world.approve('ivan', request.id, 0)).toMatchObject({ state: 'fulfilling' })
})
