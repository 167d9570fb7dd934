import { describe, expect, it } from 'vitest'
import { applyCatalog } from '../src/server/apply-catalog.ts'
import { addCall } from '../src/server/calls.ts'
import { compareCatalog } from '../src/server/compare-catalog.ts'
import { decideRetry } from '../src/server/decide-retry.ts'
import { pollFulfilments } from '../src/server/poll-fulfilments.ts'
import { retryCall } from '../src/server/retry-call.ts'
import { runOutbox } from '../src/server/run-outbox.ts'
import { sendCall, takeAnswer } from '../src/server/send-call.ts'
import { parseSignature } from '../src/server/signature.ts'
import { connected, order } from './connected.ts'
import type { Memory } from './memory-glide.ts'

const fulfilled = { state: 'fulfilled', message: 'You can use it', version: 2, items: [] }

function fulfilment(glide: Memory): string {
  const itemId = order(glide, 'a'.repeat(32))
  const path = '/desk/v1/fulfilments'
  return addCall(glide, { kind: 'fulfilment', itemId, subject: '', method: 'POST', path, body: '{}' }) ?? ''
}

function row(glide: Memory, id: string) {
  return glide.all('x_hlps_access_call').find((call) => call.id === id)
}

describe('a call of the outbox', () => {
  it('is signed for the way out, with a new nonce and the time of now at every try', () => {
    const glide = connected()
    const id = fulfilment(glide)
    sendCall(glide, id)
    glide.move(600)
    runOutbox(glide)
    const [first, second] = glide.said.map((call) => parseSignature(call.signature))
    expect(first).toMatchObject({ keyId: 'outbound-1', instanceId: 'i-1' })
    expect(second?.nonce).not.toBe(first?.nonce)
    expect((second?.time ?? 0) - (first?.time ?? 0)).toBe(600)
    expect(glide.said.map((call) => call.body)).toEqual(['{}', '{}'])
  })

  it('waits while Hallpass is away for an hour, longer and longer, and is said once it is back', () => {
    const glide = connected()
    const id = fulfilment(glide)
    sendCall(glide, id)
    for (let minute = 0; minute < 60; minute += 1) {
      glide.move(60)
      runOutbox(glide)
    }
    expect(row(glide, id)).toMatchObject({ state: 'waiting', settled: 'false' })
    expect(glide.said.length).toBeLessThan(15)
    glide.answerWith(() => ({ status: 202, body: JSON.stringify(fulfilled) }))
    glide.move(1800)
    runOutbox(glide)
    expect(row(glide, id)).toMatchObject({ state: 'answered', settled: 'true', remote_state: 'fulfilled' })
  })

  it('obeys Retry-After', () => {
    const glide = connected()
    const id = fulfilment(glide)
    glide.answerWith(() => ({ status: 429, retryAfter: 300 }))
    sendCall(glide, id)
    glide.move(299)
    runOutbox(glide)
    expect(glide.said).toHaveLength(1)
    glide.move(1)
    runOutbox(glide)
    expect(glide.said).toHaveLength(2)
  })

  it('that is refused for good wakes the flow, and can be tried again by hand', () => {
    const glide = connected()
    const id = fulfilment(glide)
    glide.answerWith(() => ({ status: 409, body: JSON.stringify({ code: 'differs', detail: 'The item differs' }) }))
    sendCall(glide, id)
    expect(row(glide, id)).toMatchObject({ state: 'refused', settled: 'true', error: '409 differs: The item differs' })
    glide.answerWith(() => ({ status: 202, body: JSON.stringify(fulfilled) }))
    retryCall(glide, id)
    expect(row(glide, id)).toMatchObject({ state: 'answered', remote_state: 'fulfilled' })
  })

  it('that was being said when its node went down is said again', () => {
    const glide = connected()
    const id = fulfilment(glide)
    glide.tables.update('x_hlps_access_call', id, { state: 'sending', sent_at: '2020-01-01 00:00:00' })
    glide.answerWith(() => ({ status: 202, body: JSON.stringify(fulfilled) }))
    runOutbox(glide)
    expect(row(glide, id)?.state).toBe('answered')
  })

  it('never leaves a clone', () => {
    const glide = connected()
    const id = fulfilment(glide)
    glide.set('glide.servlet.uri', 'https://acmedev.service-now.com')
    sendCall(glide, id)
    runOutbox(glide)
    pollFulfilments(glide)
    compareCatalog(glide)
    expect(glide.said).toEqual([])
    expect(row(glide, id)).toMatchObject({ state: 'refused', error: expect.stringContaining('clone') })
  })

  it('in pull mode stays for Hallpass to read, and its answer is taken up all the same', () => {
    const glide = connected()
    glide.set('x_hlps_access.mode', 'pull')
    const id = fulfilment(glide)
    sendCall(glide, id)
    runOutbox(glide)
    expect(glide.said).toEqual([])
    takeAnswer(glide, id, { status: 202, body: JSON.stringify(fulfilled), error: '', retryAfter: null }, 1)
    expect(row(glide, id)).toMatchObject({ state: 'answered', settled: 'true', remote_state: 'fulfilled' })
  })

  it('about which nothing was heard for five minutes is asked about, so that a lost callback costs no more', () => {
    const glide = connected()
    const id = fulfilment(glide)
    glide.answerWith(() => ({ status: 202, body: JSON.stringify({ ...fulfilled, state: 'working', version: 1 }) }))
    sendCall(glide, id)
    glide.answerWith(() => ({ status: 200, body: JSON.stringify(fulfilled) }))
    pollFulfilments(glide)
    expect(row(glide, id)?.settled).toBe('false')
    glide.move(301)
    pollFulfilments(glide)
    expect(row(glide, id)).toMatchObject({ settled: 'true', remote_state: 'fulfilled' })
  })
})

describe('what follows from an answer', () => {
  it.each([
    [200, 1, 'fulfilment', { state: 'answered' }],
    [202, 1, 'fulfilment', { state: 'answered' }],
    [0, 1, 'fulfilment', { state: 'waiting', inSeconds: 5 }],
    [503, 3, 'fulfilment', { state: 'waiting', inSeconds: 60 }],
    [401, 1, 'fulfilment', { state: 'waiting', inSeconds: 5 }],
    [403, 1, 'fulfilment', { state: 'waiting', inSeconds: 5 }],
    [403, 1, 'password', { state: 'refused' }],
    [429, 2, 'password', { state: 'waiting', inSeconds: 15 }],
    [404, 1, 'fulfilment', { state: 'refused' }],
    [409, 1, 'fulfilment', { state: 'refused' }],
    [500, 40, 'fulfilment', { state: 'given_up' }],
  ] as const)('%i at try %i of a %s', (status, attempts, kind, next) => {
    expect(decideRetry({ status, retryAfter: null }, attempts, kind)).toEqual(next)
  })
})

describe('old nonces', () => {
  it('are forgotten after eleven minutes', () => {
    const glide = connected()
    glide.add('x_hlps_access_nonce', { nonce: 'x', expires_at: '2020-01-01 00:00:00' })
    glide.add('x_hlps_access_nonce', { nonce: 'y', expires_at: '2099-01-01 00:00:00' })
    runOutbox(glide)
    expect(glide.all('x_hlps_access_nonce').map((each) => each.nonce)).toEqual(['y'])
  })
})

describe('the list of apps', () => {
  const entry = (id: string, name: string) => ({
    id,
    name,
    description: '',
    appName: name,
    icon: null,
    held: false,
    requestable: true,
    daysMax: 90,
    daysDefault: null,
    policyVersion: 1,
  })

  it('takes changes up, and takes off what is gone from a full list without deleting it', () => {
    const glide = connected()
    const apps = [entry('role-sf', 'Salesforce CRM'), entry('role-new', 'Jira')]
    expect(applyCatalog(glide, { version: 7, isFull: true, apps, removed: [] })).toBe('applied')
    expect(glide.all('x_hlps_access_app').map((app) => [app.role_id, app.name, app.requestable])).toEqual([
      ['role-sf', 'Salesforce CRM', 'true'],
      ['role-wiki', 'Wiki', 'false'],
      ['role-new', 'Jira', 'true'],
    ])
    expect(glide.all('x_hlps_access_sync_run')[0]).toMatchObject({
      added: '1',
      changed: '1',
      removed: '1',
      outcome: 'done',
    })
  })

  it('keeps a role in the row that has its id, and puts right what was exchanged there', () => {
    const glide = connected()
    const [crm, wiki] = ['01a22e61-8435-7000-9e03-dc2ec072d38d', '01a22e61-8445-7000-b8ad-0a16218bd2fc']
    const full = { version: 7, isFull: true, apps: [entry(crm, 'CRM'), entry(wiki, 'Wiki')], removed: [] }
    glide.add('x_hlps_access_app', { role_id: crm, name: 'Of old', requestable: 'true' }, 'c'.repeat(32))
    applyCatalog(glide, full)
    const [crmRow, wikiRow] = [crm, wiki].map((id) => id.replaceAll('-', ''))
    const shown = () =>
      glide.all('x_hlps_access_app').flatMap((app) => (app.requestable === 'true' ? [[app.id, app.role_id]] : []))
    expect(shown()).toEqual([
      [crmRow, crm],
      [wikiRow, wiki],
    ])
    glide.tables.update('x_hlps_access_app', wikiRow ?? '', { role_id: crm })
    applyCatalog(glide, { ...full, version: 8 })
    expect(shown()).toEqual([
      [crmRow, crm],
      [wikiRow, wiki],
    ])
  })

  it('of a version that is older than what is here changes nothing', () => {
    const glide = connected()
    applyCatalog(glide, { version: 7, isFull: true, apps: [entry('role-sf', 'Salesforce')], removed: [] })
    expect(applyCatalog(glide, { version: 6, isFull: true, apps: [], removed: [] })).toBe('unchanged')
    expect(applyCatalog(glide, { version: 7, isFull: false, apps: [], removed: ['role-sf'] })).toBe('unchanged')
    expect(glide.all('x_hlps_access_app').find((app) => app.role_id === 'role-sf')?.requestable).toBe('true')
  })

  it('is compared in full at night, and says so when Hallpass did not answer', () => {
    const glide = connected()
    expect(compareCatalog(glide)).toBe('failed')
    expect(glide.all('x_hlps_access_sync_run')[0]).toMatchObject({ outcome: 'failed', kind: 'full' })
    glide.answerWith(() => ({ body: JSON.stringify({ version: 8, apps: [entry('role-sf', 'Salesforce')] }) }))
    expect(compareCatalog(glide)).toBe('done')
    expect(glide.said.at(-1)).toMatchObject({ client: 'read', path: '/desk/v1/apps' })
  })
})
