import { afterAll, beforeAll, expect, test } from 'vitest'
import { hourMs, minuteMs, provisioningWorld, type World } from './testing.ts'

let world: World
let appId: string
let roleId: string
let people = 0
beforeAll(async () => {
  world = await provisioningWorld()
  // The app lets anybody make two of anything: only our own care keeps it at one.
  world.server.traits.allowsDuplicates = true
  appId = await world.app('Salesforce')
  roleId = await world.role('Salesforce users', [{ appId, entitlements: ['Sales read'] }])
})
afterAll(() => world.close())

const accountsOf = (person: string) => world.server.users().filter((user) => user.externalId === person)
const memberships = (person: string) => {
  const ids = accountsOf(person).map((user) => user.id)
  return world.server
    .groups()
    .flatMap((group) => group.members as { value: string }[])
    .filter((member) => ids.includes(member.value)).length
}

/** Kills the process at one seam, starts it again, and lets it do what it does by itself. True when that seam exists. */
async function killAt(seam: number, work: () => Promise<void>): Promise<boolean> {
  world.seams.revive()
  world.seams.crashAt = seam
  await work().catch(() => {})
  await world.settle()
  const wasKilled = world.seams.count >= seam
  world.seams.revive()
  for (let step = 0; step < 3; step++) await world.later(2 * minuteMs)
  return wasKilled
}

async function everySeam(run: (seam: number) => Promise<boolean>): Promise<number> {
  let seam = 1
  while (await run(seam)) seam += 1
  return seam - 1
}

test('killed at any seam of the making, there is one active account in its group once', async () => {
  const seams = await everySeam(async (seam) => {
    const person = await world.person(`maker-${++people}`)
    const wasKilled = await killAt(seam, async () => void (await world.grant(person, roleId)))
    expect(accountsOf(person), `killed at seam ${seam}`).toMatchObject([{ active: true }])
    expect(memberships(person), `killed at seam ${seam}`).toBe(1)
    expect(await world.account(appId, person)).toMatchObject({ state: 'active' })
    return wasKilled
  })
  expect(seams).toBeGreaterThan(12)
  expect(world.server.groups()).toHaveLength(1)
  expect(await world.audit.openIntents(world.db)).toEqual([])
}, 120_000)

test('killed at any seam of the ending, the account is inactive and in no group', async () => {
  const seams = await everySeam(async (seam) => {
    const person = await world.person(`leaver-${++people}`)
    await world.grant(person, roleId)
    await world.settle()
    const wasKilled = await killAt(seam, () => world.setState(person, 'disabled'))
    expect(accountsOf(person), `killed at seam ${seam}`).toMatchObject([{ active: false }])
    expect(memberships(person), `killed at seam ${seam}`).toBe(0)
    expect(await world.account(appId, person)).toMatchObject({ state: 'inactive' })
    return wasKilled
  })
  expect(seams).toBeGreaterThan(8)
  expect(await world.audit.openIntents(world.db)).toEqual([])
}, 120_000)

test('nothing is left behind: no dead job, no wish unmet, after every one of these kills', async () => {
  await world.later(hourMs)
  expect(await world.jobs.inspect({ state: 'dead' })).toEqual([])
  expect(await world.jobs.inspect({ task: 'provisioning.reconcile' })).toEqual([])
})
