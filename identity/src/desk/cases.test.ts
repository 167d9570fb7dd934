import type { DeskCaseSummary } from '@hallpass/contract/desk'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { resetAbandoned, resetDisputed, resetFailed } from '../credentials/module.ts'
import { endEventStreams } from '../platform/http/event-stream.ts'
import { hourMs } from './limits.ts'
import { type DeskWorld, deskWorld, ghost, type Login } from './testing.ts'

let world: DeskWorld
beforeAll(async () => {
  world = await deskWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  for (const found of (await world.queue('dora', '?state=unsettled&limit=200')).items)
    await world.work('gina', found.id, 'close', { result: 'not_needed', note: '', version: found.version })
  await world.settle()
  world.mailbox.length = 0
})

async function fail(login: Login, kind: typeof resetFailed | typeof resetAbandoned = resetFailed): Promise<void> {
  const reason = kind === resetFailed ? { reason: 'tries_used' as const } : {}
  const event = { personId: world.id[login], attemptId: world.ids.next(), ...reason }
  await world.db.transaction((tx) => world.events.emit(tx, kind as typeof resetFailed, event as never))
  await world.settle()
}
const unsettled = async (query = ''): Promise<DeskCaseSummary[]> =>
  (await world.queue('dora', `?state=unsettled${query}`)).items
async function only(): Promise<DeskCaseSummary> {
  const [found] = await unsettled()
  if (!found) throw new Error('no case')
  return found
}

describe('the queue', () => {
  test('holds self-service that failed or was abandoned, "not me" and calls, each once', async () => {
    await fail('molly')
    await fail('leo', resetAbandoned)
    await world.db.transaction((tx) => world.events.emit(tx, resetDisputed, { personId: world.id.marcus }))
    await world.settle()
    await world.callFrom('diana')
    const found = await unsettled()
    expect(found.map(({ kind, door, person }) => [kind, door, person.displayName]).sort()).toEqual([
      ['phone_call', 'desk', 'diana Acme'],
      ['reset_abandoned', 'self_service', 'leo Acme'],
      ['reset_disputed', 'self_service', 'marcus Acme'],
      ['reset_failed', 'self_service', 'molly Acme'],
    ])
  })

  test('begins with what was disputed, which is due within a quarter of an hour, page by page', async () => {
    await world.callFrom('leo')
    world.clock.advance(hourMs)
    await world.callFrom('diana')
    for (const login of ['marcus', 'molly'] as const)
      await world.db.transaction((tx) => world.events.emit(tx, resetDisputed, { personId: world.id[login] }))
    await world.settle()
    const seen: string[] = []
    for (let cursor = ''; cursor !== 'end'; ) {
      const at = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const page = await world.queue('dora', `?state=unsettled&limit=1${at}`)
      seen.push(...page.items.map(({ kind, person }) => `${kind} ${person.displayName}`))
      cursor = page.next ?? 'end'
    }
    expect(seen.slice(0, 2).sort()).toEqual(['reset_disputed marcus Acme', 'reset_disputed molly Acme'])
    expect(seen.slice(2)).toEqual(['phone_call leo Acme', 'phone_call diana Acme'])
    const [first] = await unsettled()
    expect(Date.parse(first?.dueAt ?? '') - Date.parse(first?.openedAt ?? '')).toBe(15 * 60_000)
  })

  test('says on each why it was not done alone', async () => {
    await fail('molly')
    await fail('leo', resetAbandoned)
    await world.settle()
    const codes = []
    for (const { id } of await unsettled()) {
      const { events } = await world.show('dora', id)
      codes.push(events[0]?.code)
    }
    expect(codes.sort()).toEqual(['self_service_abandoned', 'self_service_tries_used'])
  })

  test('opens no case for a stranger', async () => {
    const event = { personId: null, attemptId: ghost, reason: 'tries_used' as const } as never
    await world.db.transaction((tx) => world.events.emit(tx, resetFailed, event))
    await world.settle()
    expect(await unsettled()).toEqual([])
  })

  test('joins what happens again, however much at once, and counts it', async () => {
    const events = Array.from({ length: 4 }, () => ({
      personId: world.id.molly,
      attemptId: ghost,
      reason: 'tries_used' as const,
    }))
    await Promise.all(events.map((event) => world.db.transaction((tx) => world.events.emit(tx, resetFailed, event))))
    await world.settle()
    expect(await unsettled()).toMatchObject([{ times: 4, state: 'open' }])
    const caller = { personId: world.id.leo, note: '' }
    const calls = await Promise.all([1, 2, 3].map(() => world.call('dora', 'POST', '/api/desk/cases', caller)))
    expect(calls.map(({ status, body }) => [status, body.joined]).sort()).toEqual([
      [201, false],
      [201, true],
      [201, true],
    ])
  })

  test('is narrowed by state, kind, directory, agent and words', async () => {
    await fail('molly')
    const called = await world.callFrom('leo', 'emil')
    const names = async (query: string) =>
      (await unsettled(query)).map(({ person }) => person.displayName.split(' ')[0])
    expect(await names('&kind=reset_failed')).toEqual(['molly'])
    expect(await names('&assigned=nobody')).toEqual(['molly'])
    expect(await names(`&assigneeId=${world.id.emil}`)).toEqual(['leo'])
    expect(await names('&assigned=me')).toEqual([])
    expect(await names(`&directoryId=${world.directoryId}`)).toHaveLength(2)
    expect(await names(`&directoryId=${ghost}`)).toEqual([])
    expect(await names(`&text=${encodeURIComponent('MOL acm')}`)).toEqual(['molly'])
    const { reference } = (await world.show('dora', called)).case
    expect(await names(`&text=${reference}`)).toEqual(['leo'])
    expect((await world.queue('dora', '?state=assigned')).items).toMatchObject([{ id: called }])
    const { counts } = await world.queue('emil', '?state=unsettled')
    expect(counts).toEqual({ unsettled: 2, unassigned: 1, mine: 1, overdue: 0 })
  })

  test('is paged by when cases are due without losing or repeating one', async () => {
    const people = ['molly', 'leo', 'marcus', 'diana', 'axel'] as const
    for (const login of people) await fail(login)
    const waiting = await world.callFrom('leo')
    const { version } = (await world.show('dora', waiting)).case
    await world.work('dora', waiting, 'wait', { reason: 'calls back', version })
    const all = (await unsettled()).map(({ id }) => id)
    expect(all).toHaveLength(6)
    expect(all.at(-1)).toBe(waiting)
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await world.queue('dora', `?state=unsettled&limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    expect(seen).toEqual(all)
    // Auditors hold a role of Hallpass: theirs is due sooner.
    const [first] = await unsettled()
    expect(first).toMatchObject({ tier: 'privileged', person: { displayName: 'axel Acme' } })
  })

  test('is shown to agents, administrators and auditors, and worked on by agents alone', async () => {
    await fail('molly')
    const { id, version } = await only()
    for (const login of ['ivan', 'axel'] as const) {
      expect((await world.show(login, id)).can).toMatchObject({ assign: false, prove: false, note: false })
      const note = await world.call(login, 'POST', `/api/desk/cases/${id}/notes`, { text: 'hm' })
      expect([login, note.status]).toEqual([login, 403])
    }
    expect((await world.call('molly', 'GET', '/api/desk/cases')).status).toBe(403)
    expect((await world.call(null, 'GET', '/api/desk/cases')).status).toBe(401)
    const unknown = await world.call('dora', 'POST', `/api/desk/cases/${ghost}/assign`, { assigneeId: null, version })
    expect(unknown.status).toBe(404)
  })
})

describe('a case', () => {
  test('is taken, noted on, made to wait, closed and opened again, with everything in the trail', async () => {
    await fail('molly')
    const opened = await only()
    const { id } = opened
    const taken = await world.work('dora', id, 'assign', { assigneeId: world.id.dora, version: opened.version })
    expect(taken.case).toMatchObject({ state: 'assigned', assignee: { displayName: 'dora Acme' } })
    const given = await world.work('dora', id, 'assign', { assigneeId: world.id.emil, version: taken.case.version })
    await world.work('dora', id, 'notes', { text: 'speaks fast' })
    const waiting = await world.work('emil', id, 'wait', { reason: 'calls back at noon', version: given.case.version })
    expect(waiting.case).toMatchObject({ state: 'waiting', dueAt: null })
    const closing = { result: 'no_answer', note: 'tried twice', version: waiting.case.version }
    const closed = await world.work('emil', id, 'close', closing)
    expect(closed.case).toMatchObject({ state: 'closed', result: 'no_answer' })
    const again = await world.work('emil', id, 'reopen', { reason: 'called back', version: closed.case.version })
    expect(again.case).toMatchObject({ state: 'assigned', result: null, settledAt: null })
    expect(again.events.map(({ what, by, text }) => [what, by?.displayName.split(' ')[0] ?? null, text])).toEqual([
      ['opened', null, 'Too many wrong codes were entered.'],
      ['taken', 'dora', null],
      ['assigned', 'dora', null],
      ['note', 'dora', 'speaks fast'],
      ['waiting', 'emil', 'calls back at noon'],
      ['closed', 'emil', 'tried twice'],
      ['reopened', 'emil', 'called back'],
    ])
    expect(await world.trail(id)).toEqual(again.events.map(({ what }) => `case.${what}`))
  })

  test('does not move for an agent who saw an older version', async () => {
    await fail('molly')
    const { id, version } = await only()
    await world.work('dora', id, 'assign', { assigneeId: world.id.dora, version })
    const late = await world.call('emil', 'POST', `/api/desk/cases/${id}/assign`, {
      assigneeId: world.id.emil,
      version,
    })
    expect([late.status, late.body.code]).toEqual([409, 'case_changed'])
  })

  test('of two agents who take it at one instant one has it', async () => {
    await fail('molly')
    const { id, version } = await only()
    const take = (agent: 'dora' | 'emil') =>
      world.server.inject({
        method: 'POST',
        url: `/api/desk/cases/${id}/assign`,
        payload: { assigneeId: world.id[agent], version },
      })
    await world.call('dora', 'GET', '/api/desk/agents')
    const both = await Promise.all([take('dora'), take('emil')])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  test('is given to active agents only, and never to whom it is about', async () => {
    await fail('molly')
    const { id, version } = await only()
    const give = (assigneeId: string) =>
      world.call('dora', 'POST', `/api/desk/cases/${id}/assign`, { assigneeId, version })
    expect(await give(world.id.marcus)).toMatchObject({ status: 400, body: { code: 'not_an_agent' } })
    expect(await give(ghost)).toMatchObject({ status: 400 })
    await fail('emil')
    const own = (await unsettled('&kind=reset_failed')).find(({ person }) => person.id === world.id.emil)
    const url = `/api/desk/cases/${own?.id}`
    const body = { assigneeId: world.id.emil, version: own?.version }
    expect(await world.call('emil', 'POST', `${url}/assign`, body)).toMatchObject({
      status: 403,
      body: { code: 'case_own_case' },
    })
    expect(await world.call('dora', 'POST', `${url}/assign`, body)).toMatchObject({ status: 403 })
    expect(await world.call('emil', 'POST', `${url}/notes`, { text: 'me' })).toMatchObject({ status: 403 })
    const close = { result: 'not_needed', note: '', version: own?.version }
    expect(await world.call('emil', 'POST', `${url}/close`, close)).toMatchObject({ status: 403 })
    const mine = { personId: world.id.emil, note: '' }
    expect(await world.call('emil', 'POST', '/api/desk/cases', mine)).toMatchObject({ status: 403 })
  })

  test('that is overdue is told to the team once', async () => {
    await fail('molly')
    world.clock.advance(4 * hourMs)
    await world.jobs.runSweep('desk.tell-overdue')
    await world.jobs.runSweep('desk.tell-overdue')
    await world.settle()
    const mails = world.mails('desk_overdue')
    expect(mails.map(({ to }) => to).sort()).toEqual(['dora@home.example', 'emil@home.example', 'gina@home.example'])
    expect(mails[0]?.text).toContain('molly Acme')
    expect((await unsettled('&overdue=yes'))[0]).toMatchObject({ isOverdue: true })
    expect(await world.trail((await only()).id)).toContain('case.overdue')
  })
})

describe('open pages', () => {
  test('show the queue and a case at once', async () => {
    await fail('molly')
    const { id } = await only()
    await world.call('dora', 'GET', '/api/desk/agents')
    const lines = async (url: string) => {
      const ending = setInterval(endEventStreams, 5)
      const { body, statusCode } = await world.server.inject({ method: 'GET', url })
      clearInterval(ending)
      return { statusCode, sent: JSON.parse(/^data: (.*)$/m.exec(body)?.[1] ?? 'null') }
    }
    expect(await lines('/api/desk/cases/events?state=unsettled')).toMatchObject({
      statusCode: 200,
      sent: { items: [{ id }], counts: { unsettled: 1 } },
    })
    expect(await lines(`/api/desk/cases/${id}/events`)).toMatchObject({ sent: { case: { id } } })
    expect(await lines(`/api/desk/cases/${ghost}/events`)).toMatchObject({ statusCode: 404 })
  })
})
