import { describe, expect, it } from 'vitest'
import { applyFulfilment } from '../src/server/apply-fulfilment.ts'
import { closeOrder } from '../src/server/close-order.ts'
import { finishOrder } from '../src/server/finish-order.ts'
import { onItemChanged } from '../src/server/on-item-changed.ts'
import { openApprovals } from '../src/server/open-approvals.ts'
import type { Glide } from '../src/server/ports.ts'
import { prepareOrder } from '../src/server/prepare-order.ts'
import { beginStage, endStage, nextStage, ruleOfItem } from '../src/server/run-stage.ts'
import { sendCall, takeAnswer } from '../src/server/send-call.ts'
import { startFulfilment } from '../src/server/start-fulfilment.ts'
import { toGlideTime } from '../src/server/times.ts'
import type { PolicyStage } from '../src/server/wire.ts'
import { connected, order, people } from './connected.ts'
import type { Memory } from './memory-glide.ts'
import { hallpass, opened, sendAll } from './ordering.ts'

const salesforce = 'a'.repeat(32)
const wiki = 'b'.repeat(32)
const stage = (kind: PolicyStage['kind'], label: string, ...names: string[]): PolicyStage => ({
  kind,
  label,
  quorum: 1,
  approvers: names.map((userName) => ({
    userName,
    email: '',
    name: userName,
    match: { field: 'user_name' as const, value: userName },
  })),
  problem: null,
})
const manager = stage('manager', 'Manager', 'marcus')
const finance = stage('group', 'Finance', 'fiona', 'otto')

function decide(glide: Memory, item: string, ...states: string[]): void {
  const stages = glide.all('x_hlps_access_stage').filter((each) => each.request_item === item)
  stages.forEach((each, index) => {
    if (beginStage(glide, item).go === '1') endStage(glide, each.id, states[index] ?? 'approved')
  })
}

function fulfilmentCall(glide: Memory) {
  return glide.all('x_hlps_access_call').find((call) => call.kind === 'fulfilment')
}

describe('an order', () => {
  it('waits for what Hallpass says, and is woken when the last answer is in', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    const item = order(glide, salesforce)
    const prepared = prepareOrder(glide, item)
    expect(prepared.next).toBe('wait')
    const [apps, policy] = glide.all('x_hlps_access_call')
    sendCall(glide, apps?.id ?? '')
    expect(glide.tables.get('x_hlps_access_call', prepared.call)?.get('settled')).toBe('false')
    sendCall(glide, policy?.id ?? '')
    expect(glide.tables.get('x_hlps_access_call', prepared.call)?.get('settled')).toBe('true')
  })

  it('asks the stages of the policy in turn, and lets Hallpass act only after the last approval', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager, finance] })
    const item = order(glide, salesforce)
    expect(opened(glide, item)).toEqual({ outcome: 'ask', message: '' })
    const [first, second] = glide.all('x_hlps_access_stage')
    expect(nextStage(glide, item)).toBe('manager')
    expect(beginStage(glide, item)).toEqual({ go: '1', stage: first?.id })
    expect(ruleOfItem(glide, item)).toBe(`ApprovesRejectsAnyU[${people.marcus}]`)
    expect(endStage(glide, first?.id ?? '', 'approved')).toEqual({ approved: '1' })
    expect(startFulfilment(glide, item, 'ask').next).toBe('go_on')
    expect(nextStage(glide, item)).toBe('group')
    expect(beginStage(glide, item)).toEqual({ go: '1', stage: second?.id })
    expect(ruleOfItem(glide, item)).toBe(`ApprovesRejectsAnyU[${people.fiona},${people.otto}]`)
    endStage(glide, second?.id ?? '', 'approved')
    expect(startFulfilment(glide, item, 'ask').next).toBe('wait')
    expect(JSON.parse(fulfilmentCall(glide)?.body ?? '')).toEqual({
      ritm: { sysId: item, number: 'RITM0010001' },
      request: { sysId: glide.all('sc_request')[0]?.id, number: 'REQ0010001' },
      requestedFor: { sysId: people.molly, userName: 'molly', email: 'molly@acme.example', language: 'en' },
      openedBy: { sysId: people.molly, userName: 'molly', email: 'molly@acme.example', language: 'en' },
      roles: ['role-sf'],
      durationDays: 30,
      reason: 'Project with sales',
    })
  })

  it('ends at the first refusal: nobody behind it is asked, and nothing is said to Hallpass', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager, finance] })
    const item = order(glide, salesforce)
    opened(glide, item)
    decide(glide, item, 'rejected')
    expect(glide.all('x_hlps_access_stage').map((each) => each.state)).toEqual(['rejected', 'skipped'])
    expect(startFulfilment(glide, item, 'ask')).toEqual({ next: 'go_on', call: '' })
    expect(finishOrder(glide, item, 'ask', '')).toMatchObject({ outcome: 'incomplete', message: 'rejected | Manager' })
    expect(fulfilmentCall(glide)).toBeUndefined()
  })

  it('of a row that names another role than its own is to be ordered again, and nobody is asked', () => {
    const glide = connected()
    const role = '0192f0c4-1111-7000-8000-00000000c001'
    hallpass(glide, { [role]: [manager] })
    const ask = (id: string) => {
      glide.add('x_hlps_access_app', { role_id: role, name: 'CRM', requestable: 'true' }, id)
      return opened(glide, order(glide, id))
    }
    expect(ask('c'.repeat(32))).toEqual({ outcome: 'refused', message: 'nothing_chosen' })
    expect(glide.said).toEqual([])
    expect(glide.all('x_hlps_access_stage')).toEqual([])
    expect(ask(role.replaceAll('-', ''))).toMatchObject({ outcome: 'ask' })
  })

  it('has the name that Hallpass knows it by, whatever somebody wrote into the list', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    glide.tables.update('x_hlps_access_app', salesforce, { name: 'Wiki' })
    const item = order(glide, salesforce)
    expect(opened(glide, item).outcome).toBe('ask')
    expect(glide.all('x_hlps_access_stage').map((each) => each.apps)).toEqual(['Salesforce'])
    expect(glide.tables.get('x_hlps_access_app', salesforce)?.get('name')).toBe('Salesforce')
    beginStage(glide, item)
    expect(glide.tables.journal('sc_req_item', item, 'comments')).toContain('waiting_for | Manager | Salesforce')
  })

  it('leaves a newer name in the list alone', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    const item = order(glide, salesforce)
    prepareOrder(glide, item)
    sendAll(glide)
    glide.move(3600)
    const renamed = { name: 'Salesforce Cloud', synced_at: toGlideTime(glide.now()) }
    glide.tables.update('x_hlps_access_app', salesforce, renamed)
    expect(openApprovals(glide, item).outcome).toBe('ask')
    expect(glide.tables.get('x_hlps_access_app', salesforce)?.get('name')).toBe('Salesforce Cloud')
  })

  it('of several apps is asked for, however soon Hallpass answers', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager], 'role-wiki': [manager] })
    const atOnce: Glide['tables'] = {
      ...glide.tables,
      insert: (table, values) => {
        const id = glide.tables.insert(table, values)
        if (table === 'x_hlps_access_call' && id !== null) sendCall(glide, id)
        return id
      },
    }
    const item = order(glide, `${salesforce},${wiki}`)
    expect(prepareOrder({ ...glide, tables: atOnce }, item).next).toBe('go_on')
    expect(openApprovals(glide, item)).toEqual({ outcome: 'ask', message: '' })
  })

  it('waits for what is on the wire at this moment', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    const item = order(glide, salesforce)
    prepareOrder(glide, item)
    for (const { id } of glide.all('x_hlps_access_call'))
      glide.tables.update('x_hlps_access_call', id, { state: 'sending' })
    expect(prepareOrder(glide, item).next).toBe('wait')
  })

  it('of an app that Hallpass does not name is refused, and nobody is asked', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    const asked = prepareOrder(glide, order(glide, wiki))
    sendAll(glide)
    const item = glide.tables.get('x_hlps_access_call', asked.call)?.get('request_item') ?? ''
    expect(openApprovals(glide, item)).toEqual({ outcome: 'refused', message: 'app_gone' })
    expect(glide.all('x_hlps_access_stage')).toEqual([])
  })

  it.each([
    ['knows nobody like', 'person_unknown', 'not_in_hallpass | molly'],
    ['knows several people like', 'person_ambiguous', 'twice_in_hallpass | molly'],
    ['names no app', 'role_not_found', 'app_gone'],
  ])('for whom Hallpass %s says just that', (_what, code, message) => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    const item = order(glide, salesforce)
    prepareOrder(glide, item)
    const [call] = glide.all('x_hlps_access_call').filter((each) => each.subject === 'role-sf')
    const body = JSON.stringify({ code, detail: 'In the words of Hallpass.' })
    takeAnswer(glide, call?.id ?? '', { status: 404, body, error: '', retryAfter: null }, 1)
    sendAll(glide)
    expect(openApprovals(glide, item)).toEqual({ outcome: 'refused', message })
    expect(glide.all('x_hlps_access_stage')).toEqual([])
  })

  it('closes complete without asking anybody when the person has it already', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] }, ['role-sf'])
    const item = order(glide, salesforce)
    const open = opened(glide, item)
    expect(open).toMatchObject({ outcome: 'held' })
    expect(glide.all('x_hlps_access_stage')).toEqual([])
    expect(finishOrder(glide, item, open.outcome, open.message)).toMatchObject({ outcome: 'complete' })
  })

  it('asks for what is missing only, when the person has one of two apps', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager], 'role-wiki': [finance] }, ['role-sf'])
    expect(opened(glide, order(glide, `${salesforce},${wiki}`)).outcome).toBe('ask')
    expect(glide.all('x_hlps_access_stage').map((each) => each.label)).toEqual(['Finance'])
  })

  it('asks the same people once for two apps', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager, finance], 'role-wiki': [manager] })
    opened(glide, order(glide, `${salesforce},${wiki}`))
    expect(glide.all('x_hlps_access_stage').map((each) => [each.label, each.apps])).toEqual([
      ['Manager', 'Salesforce, Wiki'],
      ['Finance', 'Salesforce'],
    ])
  })

  it('is refused when nobody but the one who asks could approve: no manager is not a yes', () => {
    for (const stages of [[stage('manager', 'Manager', 'molly')], [stage('manager', 'Manager')]]) {
      const glide = connected()
      hallpass(glide, { 'role-sf': stages })
      expect(opened(glide, order(glide, salesforce))).toMatchObject({ outcome: 'refused' })
    }
  })

  it('goes on by hand when Hallpass cannot be reached, and says nothing a second time', () => {
    const glide = connected()
    const item = order(glide, salesforce)
    prepareOrder(glide, item)
    sendAll(glide)
    expect(glide.all('x_hlps_access_call').map((call) => call.state)).toEqual(['waiting', 'waiting'])
    const open = openApprovals(glide, item)
    expect(open.outcome).toBe('by_hand')
    expect(finishOrder(glide, item, open.outcome, open.message).outcome).toBe('by_hand')
  })

  it('in a clone is refused with words, and no call leaves', () => {
    const glide = connected()
    glide.set('glide.servlet.uri', 'https://acmedev.service-now.com/')
    const item = order(glide, salesforce)
    expect(prepareOrder(glide, item).next).toBe('go_on')
    expect(openApprovals(glide, item)).toMatchObject({ outcome: 'refused', message: expect.stringContaining('clone') })
    expect(glide.said).toEqual([])
  })

  it('prepared again, as when a flow is retried, puts nothing twice in the outbox and makes no stage twice', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    const item = order(glide, salesforce)
    opened(glide, item)
    expect(opened(glide, item).outcome).toBe('ask')
    expect(glide.all('x_hlps_access_call')).toHaveLength(2)
    expect(glide.all('x_hlps_access_stage')).toHaveLength(1)
    decide(glide, item)
    expect(startFulfilment(glide, item, 'ask')).toEqual(startFulfilment(glide, item, 'ask'))
    expect(glide.all('x_hlps_access_call')).toHaveLength(3)
  })
})

/** An approved order that Hallpass is working on. */
function underWay() {
  const glide = connected()
  hallpass(glide, { 'role-sf': [manager] })
  const item = order(glide, salesforce)
  opened(glide, item)
  decide(glide, item)
  startFulfilment(glide, item, 'ask')
  sendAll(glide)
  return { glide, item }
}

describe('news of a fulfilment', () => {
  it('wakes the flow when it is final, and closes the item in the words of Hallpass', () => {
    const { glide, item } = underWay()
    expect(fulfilmentCall(glide)).toMatchObject({ settled: 'false', remote_state: 'checking' })
    applyFulfilment(glide, item, { state: 'working', message: '', version: 2 })
    expect(fulfilmentCall(glide)?.settled).toBe('false')
    applyFulfilment(glide, item, { state: 'fulfilled', message: 'You can use Salesforce^now', version: 3 })
    expect(fulfilmentCall(glide)?.settled).toBe('true')
    expect(finishOrder(glide, item, 'ask', '')).toMatchObject({
      outcome: 'complete',
      message: 'You can use Salesforce now',
    })
  })

  it('changes nothing when it is repeated or older', () => {
    const { glide, item } = underWay()
    expect(applyFulfilment(glide, item, { state: 'fulfilled', message: '', version: 5 })).toBe('applied')
    expect(applyFulfilment(glide, item, { state: 'fulfilled', message: '', version: 5 })).toBe('unchanged')
    expect(applyFulfilment(glide, item, { state: 'working', message: '', version: 4 })).toBe('unchanged')
    expect(fulfilmentCall(glide)).toMatchObject({ remote_state: 'fulfilled', settled: 'true' })
  })

  it('of a denial closes the item as incomplete with the reason', () => {
    const { glide, item } = underWay()
    applyFulfilment(glide, item, { state: 'denied', message: 'The stage Finance is missing', version: 2 })
    expect(finishOrder(glide, item, 'ask', '')).toMatchObject({
      outcome: 'incomplete',
      message: 'The stage Finance is missing',
    })
  })

  it('keeps a row about the access the item gave, and none about what was held before', () => {
    const { glide, item } = underWay()
    const role = { roleName: 'Salesforce', state: 'fulfilled' as const, message: '', endsAt: '2027-03-01T09:00:00Z' }
    const given = { ...role, roleId: 'role-sf', alreadyHeld: false, startsAt: '2027-02-01T09:00:00Z' }
    const items = [given, { ...given, roleId: 'role-wiki', alreadyHeld: true }]
    applyFulfilment(glide, item, { state: 'fulfilled', message: '', version: 2, items })
    expect(glide.all('x_hlps_access_grant')).toMatchObject([
      { role_id: 'role-sf', state: 'active', starts_at: '2027-02-01 09:00:00', ends_at: '2027-03-01 09:00:00' },
    ])
  })

  it('that a person makes the account opens one task, which closes with the item', () => {
    const { glide, item } = underWay()
    applyFulfilment(glide, item, { state: 'manual', message: 'Make it by hand', version: 2 })
    applyFulfilment(glide, item, { state: 'manual', message: 'Make it by hand', version: 3 })
    expect(glide.all('sc_task')).toHaveLength(1)
    applyFulfilment(glide, item, { state: 'fulfilled', message: '', version: 4 })
    // The flow closes the item first, in words; its last task would have the platform close it without any.
    expect(glide.all('sc_task')[0]?.state).toBeUndefined()
    closeOrder(glide, item, '3', 'Salesforce is ready')
    expect(glide.all('sc_task')[0]?.state).toBe('3')
  })
})

describe('an item closed or cancelled by hand', () => {
  const close = (glide: Memory, item: string) => {
    glide.tables.update('sc_req_item', item, { state: '4', sys_updated_by: 'ida' })
    const row = glide.tables.get('sc_req_item', item)
    if (row !== null) onItemChanged(glide, row)
  }

  it('while Hallpass is at work has the work stopped, once', () => {
    const { glide, item } = underWay()
    close(glide, item)
    close(glide, item)
    const revocations = glide.all('x_hlps_access_call').filter((call) => call.kind === 'revocation')
    expect(revocations).toHaveLength(1)
    expect(JSON.parse(revocations[0]?.body ?? '')).toMatchObject({
      ritm: { sysId: item },
      reason: 'closed_by_hand | ida',
    })
    expect(finishOrder(glide, item, 'ask', '')).toMatchObject({ outcome: 'cancelled' })
  })

  it('during approvals asks nobody else, and says nothing to Hallpass', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager, finance] })
    const item = order(glide, salesforce)
    opened(glide, item)
    close(glide, item)
    expect(glide.all('x_hlps_access_stage').map((each) => each.state)).toEqual(['skipped', 'skipped'])
    expect(startFulfilment(glide, item, 'ask').next).toBe('go_on')
    expect(glide.all('x_hlps_access_call').some((call) => call.kind === 'revocation')).toBe(false)
  })

  it('is known as cancelled by its stage or by not being active as well, as releases differ', () => {
    for (const change of [{ stage: 'request_cancelled' }, { stage: 'Request Cancelled' }, { active: 'false' }]) {
      const { glide, item } = underWay()
      glide.tables.update('sc_req_item', item, change as Record<string, string>)
      const row = glide.tables.get('sc_req_item', item)
      if (row !== null) onItemChanged(glide, row)
      expect(glide.all('x_hlps_access_call').some((call) => call.kind === 'revocation')).toBe(true)
    }
  })

  it('by the flow itself takes nothing back', () => {
    const { glide, item } = underWay()
    applyFulfilment(glide, item, { state: 'fulfilled', message: '', version: 2 })
    finishOrder(glide, item, 'ask', '')
    glide.tables.update('sc_req_item', item, { state: '3' })
    close(glide, item)
    expect(glide.all('x_hlps_access_call').some((call) => call.kind === 'revocation')).toBe(false)
  })
})
