import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Method, openDoor, provisioningWorld, system, type World } from './testing.ts'

let world: World
beforeEach(async () => {
  world = await provisioningWorld()
})
afterEach(() => world.close())

async function mollyWithSalesforce(entitlements: string[] = []) {
  const molly = await world.person('molly', { displayName: 'Molly Byrne' })
  const appId = await world.app('Salesforce')
  const roleId = await world.role('Salesforce users', [{ appId, entitlements }])
  return { molly, appId, roleId }
}

async function asAdmin(method: Method, url: string, body: object): Promise<void> {
  const door = await openDoor(world)
  const { status, text } = await door.call({ personId: world.ids.next(), roles: ['admin'] }, method, url, body)
  await door.close()
  expect(status, text).toBe(200)
}

const membersOf = (name: string) => {
  const group = world.server.groups().find((one) => one.displayName === name)
  return ((group?.members ?? []) as { value: string }[]).map((member) => member.value)
}

describe('granting', () => {
  test('makes one active account that carries the person’s id as key, and tells that it settled', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce(['Sales read'])
    const grantId = await world.grant(molly, roleId)
    expect(await world.provisioning.isSettled(world.db, molly, roleId)).toBe(false)
    await world.settle()
    const [user, ...others] = world.server.users()
    expect(others).toEqual([])
    expect(user).toMatchObject({
      userName: 'molly@acme.example',
      externalId: molly,
      active: true,
      displayName: 'Molly Byrne',
    })
    expect(membersOf('Sales read')).toEqual([user?.id])
    expect(await world.account(appId, molly)).toMatchObject({
      state: 'active',
      entitlements: ['Sales read'],
      grantIds: [grantId],
    })
    expect(await world.provisioning.isSettled(world.db, molly, roleId)).toBe(true)
    expect(await world.provisioning.accountOf(world.db, molly, appId)).toMatchObject({ state: 'active' })
    expect(world.heard()).toEqual([`settled ${molly} ${grantId}`])
  })

  test('writes the intent before and the outcome after into the trail', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce()
    await world.grant(molly, roleId)
    await world.settle()
    const entries = (await world.entries({ appId })).filter((entry) => entry.action === 'account.created')
    expect(entries.map(({ kind, ok }) => ({ kind, ok }))).toEqual([
      { kind: 'intent', ok: undefined },
      { kind: 'outcome', ok: true },
    ])
    expect(await world.audit.openIntents(world.db)).toEqual([])
  })

  test('a second role adds its entitlements, and its end takes only those', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce(['Read'])
    const reports = await world.role('Report writers', [{ appId, entitlements: ['Read', 'Reports'] }])
    await world.grant(molly, roleId)
    await world.settle()
    const second = await world.grant(molly, reports)
    await world.settle()
    expect([membersOf('Read').length, membersOf('Reports').length]).toEqual([1, 1])
    await world.end(second)
    await world.settle()
    expect([membersOf('Read').length, membersOf('Reports').length]).toEqual([1, 0])
    expect(world.server.users()).toMatchObject([{ active: true }])
  })

  test('a start of the grant asks the app nothing more', async () => {
    const { molly, roleId } = await mollyWithSalesforce()
    const grantId = await world.grant(molly, roleId)
    await world.settle()
    world.server.forgetCalls()
    await world.db.transaction((tx) => world.access.startGrant(tx, grantId))
    await world.settle()
    expect(world.server.calls).toEqual([])
  })

  test('entitlements become values of the account where the app wants them there', async () => {
    const molly = await world.person('molly')
    const appId = await world.app('Salesforce', { entitlementsAs: ['entitlements'] })
    const roleId = await world.role('Salesforce users', [{ appId, entitlements: ['Standard User'] }])
    const grantId = await world.grant(molly, roleId)
    await world.settle()
    expect(world.server.users()).toMatchObject([{ entitlements: [{ value: 'Standard User' }] }])
    await world.end(grantId)
    await world.settle()
    await world.grant(molly, await world.role('Salesforce readers', [{ appId, entitlements: ['Read only'] }]))
    await world.settle()
    expect(world.server.users()).toMatchObject([{ active: true, entitlements: [{ value: 'Read only' }] }])
  })

  test('a role without automated apps settles at once', async () => {
    const molly = await world.person('molly')
    const { id: appId } = await world.access.addApp({ name: 'Wiki' }, system)
    const roleId = await world.role('Wiki readers', [{ appId }])
    const grantId = await world.grant(molly, roleId)
    await world.settle()
    expect(await world.provisioning.isSettled(world.db, molly, roleId)).toBe(true)
    expect(await world.provisioning.accountOf(world.db, molly, appId)).toBeNull()
    expect(world.heard()).toContain(`settled ${molly} ${grantId}`)
  })

  test('a role of several apps is settled when the last account is', async () => {
    const molly = await world.person('molly')
    const first = await world.app('Salesforce')
    const second = await world.app('Slack', { kind: 'manual' })
    const { id: third } = await world.access.addApp({ name: 'Wiki' }, system)
    const roleId = await world.role('Sales', [{ appId: first }, { appId: second }, { appId: third }])
    await world.grant(molly, roleId)
    await world.settle()
    expect(await world.provisioning.isSettled(world.db, molly, first)).toBe(true)
    expect(await world.provisioning.isSettled(world.db, molly, roleId)).toBe(false)
  })
})

describe('ending', () => {
  test('makes the account inactive, takes it out of its groups, and keeps it for a return', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce(['Sales read'])
    const grantId = await world.grant(molly, roleId)
    await world.settle()
    await world.end(grantId)
    await world.settle()
    expect(world.server.users()).toMatchObject([{ externalId: molly, active: false }])
    expect(membersOf('Sales read')).toEqual([])
    expect(await world.account(appId, molly)).toMatchObject({ state: 'inactive', entitlements: [], grantIds: [] })
    await world.grant(molly, roleId)
    await world.settle()
    expect(world.server.users()).toMatchObject([{ externalId: molly, active: true }])
    expect(membersOf('Sales read')).toHaveLength(1)
  })

  test('before anything was made asks the app to make nothing', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce()
    await world.end(await world.grant(molly, roleId))
    await world.settle()
    expect(world.server.users()).toEqual([])
    expect(await world.account(appId, molly)).toMatchObject({ state: 'none' })
  })

  test('grant, revoke and grant again in one breath ends in one active account', async () => {
    const { molly, roleId } = await mollyWithSalesforce()
    await world.end(await world.grant(molly, roleId))
    const last = await world.grant(molly, roleId)
    await world.settle()
    expect(world.server.users()).toMatchObject([{ externalId: molly, active: true }])
    expect(world.heard()).toEqual([`settled ${molly} ${last}`])
  })

  test('while the account is being made, it is ended right after', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce()
    const grantId = await world.grant(molly, roleId)
    const held = world.server.hold('user.create')
    const settling = world.settle()
    await held.arrived
    await world.end(grantId)
    held.release()
    await settling
    await world.settle()
    expect(world.server.users()).toMatchObject([{ externalId: molly, active: false }])
    expect(await world.account(appId, molly)).toMatchObject({ state: 'inactive' })
    expect(await world.provisioning.isSettled(world.db, molly, roleId)).toBe(false)
    expect(world.heard()).toEqual([`settled ${molly}`])
  })

  test('of an app retires every account in it', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce()
    const leo = await world.person('leo')
    for (const person of [molly, leo]) await world.grant(person, roleId)
    await world.settle()
    await asAdmin('POST', `/api/apps/${appId}/retire`, { reason: 'replaced' })
    await world.settle()
    expect(world.server.users().map((user) => user.active)).toEqual([false, false])
  })
})

describe('people', () => {
  test('who are disabled lose every account without anyone asking, and have them back when enabled', async () => {
    const { molly, roleId } = await mollyWithSalesforce()
    await world.grant(molly, roleId)
    await world.settle()
    await world.setState(molly, 'disabled')
    await world.settle()
    expect(world.server.users()).toMatchObject([{ active: false }])
    await world.setState(molly, 'active')
    await world.settle()
    expect(world.server.users()).toMatchObject([{ active: true }])
  })

  test('who leave while their account is being made end with an inactive one', async () => {
    const { molly, roleId } = await mollyWithSalesforce()
    await world.grant(molly, roleId)
    const held = world.server.hold('user.create')
    const settling = world.settle()
    await held.arrived
    await world.setState(molly, 'disabled')
    held.release()
    await settling
    await world.settle()
    expect(world.server.users()).toMatchObject([{ externalId: molly, active: false }])
  })

  test('who are gone from their directory lose every account', async () => {
    const { molly, roleId } = await mollyWithSalesforce()
    await world.grant(molly, roleId)
    await world.settle()
    await world.setState(molly, 'gone')
    await world.settle()
    expect(world.server.users()).toMatchObject([{ active: false }])
  })

  test('with a new name are renamed in the app, and those without an account cost nothing', async () => {
    const { molly, roleId } = await mollyWithSalesforce()
    const leo = await world.person('leo')
    await world.grant(molly, roleId)
    await world.settle()
    await world.change(molly, { displayName: 'Molly O’Byrne "Mol" 🦊' })
    await world.change(leo, { displayName: 'Leo' })
    await world.settle()
    expect(world.server.users()).toMatchObject([{ displayName: 'Molly O’Byrne "Mol" 🦊' }])
  })

  test('without the address the app wants become a task, and are served once they have one', async () => {
    const omar = await world.person('omar', { mail: null })
    const appId = await world.app('Salesforce')
    await world.grant(omar, await world.role('Salesforce users', [{ appId }]))
    await world.settle()
    expect(await world.account(appId, omar)).toMatchObject({ state: 'needs_task' })
    expect(await world.task(appId, omar)).toMatchObject({ kind: 'fix_account' })
    await world.change(omar, { mail: 'omar@acme.example' })
    await world.settle()
    expect(world.server.users()).toMatchObject([{ userName: 'omar@acme.example' }])
    expect(await world.task(appId, omar)).toBeNull()
  })
})

describe('an account that is there already', () => {
  const theirs = { userName: 'Molly@acme.example', emails: [{ value: 'molly@acme.example' }], active: true }

  test('is adopted on one exact match, and carries our key from then on', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce()
    const { id } = world.server.addUser(theirs)
    await world.grant(molly, roleId)
    await world.settle()
    expect(world.server.users()).toMatchObject([{ id, externalId: molly, active: true }])
    expect((await world.entries({ appId })).map((entry) => entry.action)).toContain('account.adopted')
  })

  test.each([
    ['belongs to another key', [{ ...theirs, externalId: 'from-elsewhere' }]],
    ['has the address of somebody else', [{ ...theirs, emails: [{ value: 'molly.before@acme.example' }] }]],
    ['was ended by somebody', [{ ...theirs, active: false }]],
    ['is there twice', [theirs, theirs]],
  ])('and %s is left alone and becomes a task', async (_what, users) => {
    world.server.traits.allowsDuplicates = true
    const { molly, appId, roleId } = await mollyWithSalesforce()
    for (const user of users) world.server.addUser(user)
    const before = world.server.users()
    await world.grant(molly, roleId)
    await world.settle()
    expect(world.server.users()).toEqual(before)
    expect(await world.account(appId, molly)).toMatchObject({ state: 'needs_task' })
    expect(await world.task(appId, molly)).toMatchObject({
      kind: 'resolve_account',
      candidates: before.map((user) => ({ remoteId: user.id, active: user.active })),
    })
    expect(world.heard()).toEqual([`stuck ${molly}`])
  })

  test('is never ended unless it was ours', async () => {
    const { molly, roleId } = await mollyWithSalesforce()
    world.server.addUser(theirs)
    await world.end(await world.grant(molly, roleId))
    await world.setState(molly, 'disabled')
    await world.settle()
    expect(world.server.users()).toMatchObject([{ active: true }])
  })

  test('and is another person’s account here becomes a task', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce()
    await world.grant(molly, roleId)
    await world.settle()
    const [user] = world.server.users()
    world.server.traits.dropsExternalId = true
    world.server.changeUser(String(user?.id), { externalId: null, userName: 'leo@acme.example', emails: [] })
    const leo = await world.person('leo')
    await world.grant(leo, roleId)
    await world.settle()
    expect(await world.account(appId, leo)).toMatchObject({ state: 'needs_task', remoteId: null })
    expect(world.server.users()).toHaveLength(1)
  })
})

describe('a role that changes', () => {
  test('makes accounts in an app it gains and ends them in one it loses', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce()
    await world.grant(molly, roleId)
    await world.settle()
    const slack = await world.app('Slack', { userName: 'login' })
    const apps = [{ appId: slack, entitlements: [] }]
    await asAdmin('PATCH', `/api/roles/${roleId}`, { version: 1, apps })
    await world.settle()
    expect(await world.account(appId, molly)).toMatchObject({ state: 'inactive' })
    expect(await world.account(slack, molly)).toMatchObject({ state: 'active' })
  })
})

test('an account deleted in the app is made again when it is looked at', async () => {
  const { molly, roleId } = await mollyWithSalesforce()
  await world.grant(molly, roleId)
  await world.settle()
  world.server.removeUser(String(world.server.users()[0]?.id))
  await world.change(molly, { displayName: 'Molly again' })
  await world.settle()
  expect(world.server.users()).toMatchObject([{ externalId: molly, active: true, displayName: 'Molly again' }])
})
