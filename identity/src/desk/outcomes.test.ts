import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { resetDisputed } from '../credentials/module.ts'
import { hourMs, minuteMs } from './limits.ts'
import { type DeskWorld, deskWorld, type Login } from './testing.ts'
import { voidOnRestore } from './void-on-restore.ts'

let world: DeskWorld
let caseId: string
beforeAll(async () => {
  world = await deskWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  // What was sent before lies back so far that it does not matter any more.
  world.clock.advance(48 * hourMs)
  caseId = await newCase('molly')
  world.mailbox.length = 0
})

async function newCase(login: Login): Promise<string> {
  const open = await world.queue('gina', `?state=unsettled&personId=${world.id[login]}`)
  for (const { id, version } of open.items)
    await world.work('gina', id, 'close', { result: 'not_needed', note: '', version })
  return world.callFrom(login)
}
const prove = async () => {
  const { case: found } = await world.show('dora', caseId)
  if (found.assignee?.id !== world.id.dora || found.state === 'waiting')
    await world.work('dora', caseId, 'assign', { assigneeId: world.id.dora, version: found.version })
  await world.prove('dora', caseId, 'callback')
  await world.prove('dora', caseId, 'address_code')
}
async function send(kind: 'reset_link' | 'temporary_pass') {
  const { channels } = await world.show('dora', caseId)
  const answer = await world.call('dora', 'POST', `/api/desk/cases/${caseId}/outcomes`, { kind, ref: channels[0]?.ref })
  await world.settle()
  return answer
}
const decide = (as: Login, agree: boolean) =>
  world.call(as, 'POST', `/api/desk/cases/${caseId}/outcomes/decide`, { agree, reason: 'checked with the manager' })

describe('what is sent', () => {
  test('is a link to an address of the directory, seen by nobody here', async () => {
    expect(await send('reset_link')).toMatchObject({ status: 409, body: { code: 'outcome_not_proven' } })
    await prove()
    const sent = await send('reset_link')
    expect(sent).toMatchObject({ status: 200, body: { case: { state: 'waiting' }, outcomes: [{ state: 'sent' }] } })
    expect(world.mails('reset_link')).toMatchObject([{ to: 'molly@home.example' }])
  })

  test('is a pass for an hour, which its person is told of everywhere', async () => {
    await prove()
    await send('temporary_pass')
    const [mail] = world.mails('desk_pass')
    expect(mail?.to).toBe('molly@home.example')
    expect(mail?.text).toContain(world.secrets().at(-1))
    expect(mail?.text).toContain('60 minutes')
  })

  test('is neither in an answer nor in the trail nor on the case', async () => {
    await prove()
    await send('reset_link')
    const lines = await world.audit.search(world.db, {}, { limit: 200 })
    const everything = [...world.answers, JSON.stringify(lines.items.map(({ body, values }) => [body, [...values]]))]
    for (const secret of world.secrets()) expect(everything.filter((text) => text.includes(secret))).toEqual([])
    expect(world.secrets().length).toBeGreaterThan(0)
  })

  test('lets the person choose a new password, which solves the case and is counted', async () => {
    // Marcus has no second factor that would be asked for as well.
    caseId = await newCase('marcus')
    await world.setPhone('marcus', '+44 20 7946 0021')
    await prove()
    await send('reset_link')
    const link = await world.call(null, 'POST', '/api/password/links/verify', { token: world.secrets().at(-1) })
    const { ticket } = link.body as { ticket?: string }
    const chosen = { ticket, password: 'seven lanterns over the bridge' }
    expect((await world.call(null, 'POST', '/api/password/tickets/finish', chosen)).status).toBe(204)
    await world.settle()
    expect((await world.show('dora', caseId)).case).toMatchObject({ state: 'solved', result: 'solved' })
    const report = await world.call('axel', 'GET', '/api/desk/report/entries?number=resets&door=desk')
    expect(report.body).toMatchObject({ items: [{ caseId, person: { id: world.id.marcus } }] })
  })

  test('solves the case when the person got in with it', async () => {
    await prove()
    await send('reset_link')
    const startedAt = world.clock.now()
    await world.recovered({ login: 'molly', kind: 'reset', door: 'desk', startedAt, finishedAt: startedAt, caseId })
    expect((await world.show('dora', caseId)).case).toMatchObject({ state: 'solved', result: 'solved' })
  })
})

describe('link and pass on one case', () => {
  test('need a second agent, a delay with notice, and proof anew', async () => {
    await prove()
    await send('reset_link')
    await prove()
    const asked = await send('temporary_pass')
    expect(asked.body).toMatchObject({ outcomes: [{ state: 'sent' }, { state: 'confirm', kind: 'temporary_pass' }] })
    expect(world.mails('desk_second_outcome')).toMatchObject([{ to: 'molly@home.example' }])
    expect(world.mails('desk_pass')).toEqual([])
    expect(await send('temporary_pass')).toMatchObject({ status: 409, body: { code: 'outcome_needs_second_agent' } })
    expect(await decide('dora', true)).toMatchObject({ status: 403, body: { code: 'second_agent_wanted' } })
    expect((await decide('emil', true)).status).toBe(200)
    expect(await send('temporary_pass')).toMatchObject({ status: 409, body: { code: 'outcome_too_early' } })
    world.clock.advance(24 * hourMs)
    expect(await send('temporary_pass')).toMatchObject({ status: 409, body: { code: 'outcome_not_proven' } })
    await prove()
    expect((await send('temporary_pass')).status).toBe(200)
    expect(world.mails('desk_pass')).toHaveLength(1)
    expect(await world.trail(caseId)).toEqual(
      expect.arrayContaining(['case.outcome_asked', 'case.outcome_agreed', 'case.outcome_sent', 'case.refused']),
    )
  })

  test('are two also on two cases, one after the other', async () => {
    await prove()
    await send('temporary_pass')
    const { version } = (await world.show('dora', caseId)).case
    await world.work('dora', caseId, 'close', { result: 'solved', note: '', version })
    world.clock.advance(minuteMs)
    caseId = await newCase('molly')
    await prove()
    expect((await send('reset_link')).body).toMatchObject({ outcomes: [{ state: 'confirm' }] })
    expect(world.mails('reset_link')).toEqual([])
  })

  test.each([
    ['an agent', async () => void (await decide('dora', false))],
    [
      'the end of the case',
      async () => {
        const { version } = (await world.show('dora', caseId)).case
        await world.work('dora', caseId, 'close', { result: 'suspicious', note: 'hangs up', version })
      },
    ],
    [
      '"this was not me"',
      async () => {
        await world.db.transaction((tx) => world.events.emit(tx, resetDisputed, { personId: world.id.molly }))
        await world.settle()
      },
    ],
  ])('are stopped by %s before anything is sent', async (_name, stop) => {
    await prove()
    await send('reset_link')
    await prove()
    await send('temporary_pass')
    await decide('emil', true)
    await stop()
    expect((await world.show('dora', caseId)).outcomes.at(-1)).toMatchObject({ state: 'denied' })
    expect(world.mails('desk_pass')).toEqual([])
    expect(await decide('emil', true)).toMatchObject({ status: 409 })
  })
})

describe('after a restore', () => {
  test('nothing that was proven counts, and nothing that waited is sent', async () => {
    await prove()
    await send('reset_link')
    await prove()
    await send('temporary_pass')
    for (const statement of voidOnRestore) await world.sql(sql.raw(statement))
    expect(await world.show('dora', caseId)).toMatchObject({
      ladder: { points: 0, isReached: false },
      outcomes: [{ state: 'sent' }, { state: 'denied' }],
    })
  })
})
