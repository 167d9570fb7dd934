import { describe, expect, it } from 'vitest'
import { applyFulfilment } from '../src/server/apply-fulfilment.ts'
import { takeCallback } from '../src/server/callbacks.ts'
import { finishOrder } from '../src/server/finish-order.ts'
import { giveByHand } from '../src/server/give-by-hand.ts'
import { keepManualTask } from '../src/server/manual-task.ts'
import { openApprovals } from '../src/server/open-approvals.ts'
import { readRequest } from '../src/server/password/read-request.ts'
import { resetPassword } from '../src/server/password/reset-password.ts'
import { sendLink } from '../src/server/password/send-link.ts'
import { prepareOrder } from '../src/server/prepare-order.ts'
import { startFulfilment } from '../src/server/start-fulfilment.ts'
import { connected, order, people, signed } from './connected.ts'
import type { Memory } from './memory-glide.ts'
import { sendAll } from './ordering.ts'

const speaks = (glide: Memory, id: string, language: string) =>
  glide.tables.update('sys_user', id, { preferred_language: language })

describe('the language in which the app speaks', () => {
  it('is the one that a person chose, else that of the instance, else English', () => {
    const glide = connected()
    const item = order(glide, 'a'.repeat(32))
    glide.set('x_hlps_access.bound_instance_id', 'another')
    expect(openApprovals(glide, item).message).toMatch(/^clone \|/)
    glide.set('glide.sys.language', 'de')
    expect(openApprovals(glide, item).message).toMatch(/^de:clone \|/)
    speaks(glide, people.molly, 'fr')
    expect(openApprovals(glide, item).message).toMatch(/^fr:clone \|/)
  })

  it('is told to Hallpass with whoever an order or a password is for, and with the health of the app', () => {
    const glide = connected()
    glide.set('glide.sys.language', 'de')
    startFulfilment(glide, order(glide, 'a'.repeat(32)), 'approved')
    const [call] = glide.all('x_hlps_access_call')
    expect(JSON.parse(call?.body ?? '')).toMatchObject({ requestedFor: { language: 'de' } })
    speaks(glide, people.molly, 'fr')
    const request = glide.add('pwd_reset_request', { user: people.molly })
    expect(readRequest(glide, request)?.person.language).toBe('fr')
    const health = takeCallback(glide, 'health', signed(glide, '/api/x_hlps_access/v1/callback/health', null), '')
    expect(health).toMatchObject({ status: 200, body: { result: { language: 'de' } } })
  })

  it('is that of the instance for tasks, whoever the order is for', () => {
    const glide = connected()
    const item = order(glide, 'a'.repeat(32))
    glide.set('glide.sys.language', 'de')
    speaks(glide, people.molly, 'fr')
    const said = { state: 'manual', message: 'quelqu’un le fait', isWaitedFor: true } as const
    keepManualTask(glide, item, { ...said, note: 'Antrag 7' })
    giveByHand(glide, item, { message: '', note: '', group: '' })
    expect(glide.all('sc_task').map((task) => task.short_description)).toEqual(['de:manual_task', 'de:by_hand_task'])
    expect(glide.all('sc_task')[0]?.description).toBe('Antrag 7')
    const others = order(glide, 'a'.repeat(32))
    keepManualTask(glide, others, { ...said, note: '' })
    const [named] = glide.all('sc_task').filter((task) => task.request_item === others)
    expect(named?.description).toBe('Salesforce')
    speaks(glide, people.molly, 'de')
    const same = order(glide, 'a'.repeat(32))
    keepManualTask(glide, same, { ...said, message: 'jemand legt es an', note: 'Antrag 8' })
    const [told] = glide.all('sc_task').filter((task) => task.request_item === same)
    expect(told?.description).toBe('jemand legt es an')
  })

  it('is that of the instance for why a person has to do it, and what the person reads is in theirs', () => {
    const glide = connected()
    speaks(glide, people.molly, 'fr')
    const finished = (opened: string) => finishOrder(glide, item, opened, openApprovals(glide, item).message)
    let item = order(glide, 'a'.repeat(32))
    prepareOrder(glide, item)
    sendAll(glide)
    expect(finished(openApprovals(glide, item).outcome)).toMatchObject({ message: 'fr:by_hand', note: 'no_answer' })
    item = order(glide, 'a'.repeat(32))
    startFulfilment(glide, item, 'approved')
    expect(finished('approved')).toMatchObject({ outcome: 'by_hand', message: 'fr:by_hand', note: 'no_answer' })
    applyFulfilment(glide, item, { state: 'failed', message: 'Salesforce : en panne.', version: 1 })
    expect(finished('approved')).toMatchObject({ outcome: 'by_hand', message: 'fr:by_hand', note: 'by_hand_task' })
    speaks(glide, people.molly, 'en')
    applyFulfilment(glide, item, { state: 'failed', message: 'Salesforce: out of order.', version: 2 })
    expect(finished('approved')).toMatchObject({ note: 'Salesforce: out of order.' })
  })

  it('is that of the agent where an agent has a link sent', () => {
    const glide = connected()
    glide.set('x_hlps_access.mode', 'pull')
    speaks(glide, people.marcus, 'de')
    expect(sendLink(glide, people.molly, people.marcus).message).toBe('de:agents_link_coming')
    expect(sendLink(glide, 'nobody', people.marcus).message).toBe('de:no_user_name')
    glide.set('x_hlps_access.mode', 'push')
    glide.answerWith(() => ({ body: JSON.stringify({ status: 'link_sent', message: 'said by Hallpass' }) }))
    expect(sendLink(glide, people.molly, people.marcus).message).toBe('said by Hallpass')
    expect(JSON.parse(glide.said[0]?.body ?? '')).toMatchObject({ person: { userName: 'molly', language: 'de' } })
  })

  it('is that of the person while Hallpass cannot be asked about their password', () => {
    const glide = connected()
    speaks(glide, people.molly, 'de')
    const process = glide.add('pwd_process', { type: 'self_service' })
    const request = glide.add('pwd_reset_request', { user: people.molly, process })
    expect(resetPassword(glide, request, 'a new password').message).toBe('de:try_later')
  })
})
