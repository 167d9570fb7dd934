/**
 * An item that somebody edits while it is under way: an edited item, like an edited flow, gives nothing that our own policy
 * would not have given for what was approved.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { operator } from '../../testing-app.ts'
import { type House, openHouse } from './testing-house.ts'
import type { Order } from './testing-instance.ts'

let house: House
/** Another role with the same approvers, so that only the edit speaks against it. */
let otherRole: string
beforeAll(async () => {
  house = await openHouse()
  const role = { name: 'Payroll', askedBy: 'everyone' as const, apps: [], ownerIds: [house.id.ivan], daysMax: 90 }
  otherRole = (await house.app.access.createRole(role, operator)).id
  await house.settle()
})
afterAll(() => house.close())
beforeEach(async () => {
  const { db } = house.app.foundation
  for (const roleId of [house.roleId, otherRole]) {
    const held = await house.app.access.heldGrant(db, house.id.molly, roleId)
    const actor = { kind: 'system', name: 'test' } as const
    if (held) await db.transaction((tx) => house.app.access.endGrant(tx, held.id, 'given_back', actor))
  }
  await house.later(600)
})

const held = async () => {
  const { db } = house.app.foundation
  const grants = await Promise.all(
    [house.roleId, otherRole].map((roleId) => house.app.access.heldGrant(db, house.id.molly, roleId)),
  )
  return grants.map((grant) => grant?.durationDays ?? null)
}

type Ritm = ReturnType<House['ordered']>
async function approved(input: Partial<Order> = {}): Promise<Ritm> {
  const ritm = house.ordered(input)
  await house.later(60)
  house.instance.approve(ritm.sysId, 'marcus')
  house.instance.approve(ritm.sysId, 'ivan')
  house.instance.set('sc_req_item', ritm.sysId, { approval: 'approved' })
  await house.later(60)
  return ritm
}

/** As the editor of variables on the form of an item writes an answer. */
function answer(ritm: Ritm, name: string, value: string): void {
  const query = `request_item=${ritm.sysId}^sc_item_option.item_option_new.name=${name}`
  const [link] = house.instance.find('sc_item_option_mtom', query)
  const changed = { value, sys_updated_on: house.instance.now() }
  house.instance.set('sc_item_option', link?.sc_item_option ?? '', changed)
}

async function outcome(ritm: Ritm) {
  await house.bring(ritm)
  await house.settle()
  return house.last(ritm)
}

test.each([
  ['another app', (ritm) => answer(ritm, 'roles', otherRole)],
  ['one app more', (ritm) => answer(ritm, 'roles', `${house.roleId},${otherRole}`)],
  ['a longer time', (ritm) => answer(ritm, 'duration_days', '90')],
  ['another reason', (ritm) => answer(ritm, 'reason', 'something else altogether')],
] as [string, (ritm: Ritm) => void][])(
  '%s written into an item after it was approved gives nothing, and says why',
  async (_name, edit) => {
    const ritm = await approved()
    edit(ritm)
    expect(await outcome(ritm)).toMatchObject({
      state: 'denied',
      message: expect.stringContaining('what was ordered was changed after'),
    })
    expect(await held()).toEqual([null, null])
  },
)

test('an app of the list whose role is exchanged after the approvals gives neither of the two', async () => {
  const [row, other] = [house.instance.offer(house.roleId), house.instance.offer(otherRole)]
  const chosen = { roles: [], variables: { apps: row } }
  expect(await outcome(await approved(chosen))).toMatchObject({ state: 'fulfilled' })
  expect(await held()).toEqual([30, null])
  const { db } = house.app.foundation
  const grant = await house.app.access.heldGrant(db, house.id.molly, house.roleId)
  const actor = { kind: 'system', name: 'test' } as const
  await db.transaction((tx) => house.app.access.endGrant(tx, grant?.id ?? '', 'given_back', actor))
  await house.later(600)

  const ritm = await approved(chosen)
  house.instance.set('x_hlps_access_app', row, { role_id: otherRole })
  house.instance.set('x_hlps_access_app', other, { role_id: house.roleId })
  expect(await outcome(ritm)).toMatchObject({
    state: 'denied',
    message: expect.stringContaining('has to be ordered again'),
  })
  expect(await held()).toEqual([null, null])
  const { rows } = await house.owner.query("select 1 from audit_entries where action = 'servicenow.order_refused'")
  expect(rows).toHaveLength(1)
})

test('an answer exchanged for that of another item is noticed like one that was edited', async () => {
  const other = house.ordered({ roles: [otherRole] })
  const ritm = await approved()
  const optionOf = (sysId: string) =>
    house.instance.find('sc_item_option_mtom', `request_item=${sysId}^sc_item_option.item_option_new.name=roles`)[0]
  const link = optionOf(ritm.sysId)?.sys_id ?? ''
  const changed = { sc_item_option: optionOf(other.sysId)?.sc_item_option ?? '', sys_updated_on: house.instance.now() }
  house.instance.set('sc_item_option_mtom', link, changed)
  expect((await outcome(ritm))?.state).toBe('denied')
  expect(await held()).toEqual([null, null])
})

test('what was changed and then approved anew is given as it is now', async () => {
  const ritm = await approved()
  answer(ritm, 'duration_days', '7')
  await house.later(60)
  house.instance.approve(ritm.sysId, 'marcus')
  house.instance.approve(ritm.sysId, 'ivan')
  expect(await outcome(ritm)).toMatchObject({ state: 'fulfilled' })
  expect(await held()).toEqual([7, null])
})

test('an approval from before a change and one from after it are not both', async () => {
  const ritm = await approved()
  answer(ritm, 'duration_days', '7')
  await house.later(60)
  house.instance.approve(ritm.sysId, 'marcus')
  expect((await outcome(ritm))?.state).toBe('denied')
})

test('an approval that was removed, or set back, is none any more', async () => {
  for (const undo of ['remove', 'requested', 'rejected', 'not requested']) {
    const ritm = await approved()
    const [row] = house.instance.find('sysapproval_approver', `sysapproval=${ritm.sysId}`)
    if (undo === 'remove') house.instance.simulator.records.remove('sysapproval_approver', row?.sys_id ?? '', asAdmin)
    else house.instance.set('sysapproval_approver', row?.sys_id ?? '', { state: undo })
    expect([undo, (await outcome(ritm))?.state]).toEqual([undo, 'denied'])
  }
  expect(await held()).toEqual([null, null])
})
const asAdmin = { userId: '', userName: 'admin', roles: new Set(['admin']), isSystem: true }

test('an approval handed to somebody else afterwards is theirs, and counts only if they may decide', async () => {
  const ritm = await approved()
  const [row] = house.instance.find('sysapproval_approver', `sysapproval=${ritm.sysId}`)
  house.instance.set('sysapproval_approver', row?.sys_id ?? '', { approver: house.instance.user('fiona') })
  expect((await outcome(ritm))?.state).toBe('denied')
})

test('an item handed on to somebody else after it was approved gives nothing to either', async () => {
  const ritm = await approved()
  house.instance.set('sc_req_item', ritm.sysId, { requested_for: house.instance.user('leo') })
  expect((await outcome(ritm))?.message).toContain('was changed after it was ordered')
  expect(await held()).toEqual([null, null])
})

test('an item rewritten to name another as who ordered it does not let its maker approve', async () => {
  const ritm = await approved({ by: 'marcus' })
  house.instance.set('sc_req_item', ritm.sysId, { opened_by: house.instance.user('molly') })
  expect((await outcome(ritm))?.message).toContain('says that molly ordered it, and was made by marcus')
  expect(await held()).toEqual([null, null])
})

test('an edit in the very second of the approval counts as one after it', async () => {
  const ritm = house.ordered()
  await house.later(60)
  house.instance.approve(ritm.sysId, 'marcus')
  house.instance.approve(ritm.sysId, 'ivan')
  answer(ritm, 'duration_days', '90')
  expect((await outcome(ritm))?.message).toContain('what was ordered was changed after')
  expect(await held()).toEqual([null, null])
})

test('how many were ordered, and answers to questions of the customer’s own, change nothing', async () => {
  const ritm = await approved()
  house.instance.set('sc_req_item', ritm.sysId, { quantity: '40', short_description: 'forty of them' })
  expect(await outcome(ritm)).toMatchObject({ state: 'fulfilled' })
  expect(await held()).toEqual([30, null])
})

test('what was decided stays decided, whatever is written into the item then', async () => {
  const ritm = await approved()
  await outcome(ritm)
  answer(ritm, 'roles', otherRole)
  answer(ritm, 'duration_days', '90')
  const [row] = house.instance.find('sysapproval_approver', `sysapproval=${ritm.sysId}`)
  house.instance.set('sysapproval_approver', row?.sys_id ?? '', { state: 'rejected' })
  expect((await house.bring(ritm)).json()).toMatchObject({ state: 'fulfilled' })
  await house.later(3600)
  expect(await held()).toEqual([30, null])
})

test('an approval row that the platform wrote over counts by its history, where that may be read', async () => {
  const { records } = house.instance.simulator
  const overwritten = async () => {
    const ritm = await approved()
    const [row] = house.instance.find('sysapproval_approver', `sysapproval=${ritm.sysId}`)
    const sysId = row?.sys_id ?? ''
    const by = house.instance.find('sys_user', `sys_id=${row?.approver}`)[0]?.user_name ?? ''
    const entry = { tablename: 'sysapproval_approver', documentkey: sysId, fieldname: 'state', newvalue: 'approved' }
    records.insert('sys_audit', { ...entry, user: by }, asAdmin)
    house.instance.set('sysapproval_approver', sysId, { sys_updated_by: 'system' })
    return ritm
  }
  expect(await outcome(await overwritten())).toMatchObject({
    state: 'denied',
    message: expect.stringContaining('system wrote it'),
  })
  const rule = records.insert(
    'sys_security_acl',
    { name: 'sys_audit', operation: 'read', type: 'record', active: 'true', decision_type: 'allow' },
    asAdmin,
  )
  expect('row' in rule).toBe(true)
  expect(await outcome(await overwritten())).toMatchObject({ state: 'fulfilled' })
  expect(await held()).toEqual([30, null])
})
