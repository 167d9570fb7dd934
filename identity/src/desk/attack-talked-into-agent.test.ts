/** An agent who believes the caller. Whatever they do, the caller gets nothing (ASVS 6.4.6). */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type DeskWorld, deskWorld, type Login } from './testing.ts'

// Dozens of calls, one after the other.
vi.setConfig({ testTimeout: 90_000 })

let world: DeskWorld
beforeAll(async () => {
  world = await deskWorld()
})
afterAll(() => world.close())

const record = (kind: string) => ({ kind, passed: true, note: 'knew everything' })

/** All that an agent who wants to help can do without the person, at one case. */
async function doEverything(agent: Login, caseId: string): Promise<void> {
  const at = (path: string, body: object = {}) => world.call(agent, 'POST', `/api/desk/cases/${caseId}/${path}`, body)
  const { channels, ladder } = await world.show(agent, caseId)
  const [address] = channels
  const [number] = ladder.steps[0]?.channels ?? []
  for (const body of [record('personal_data'), record('personal_data'), record('photo_id'), record('callback')])
    await at('proofs', body)
  // The caller offers a number and an address of their own.
  await at('proofs/callback', { ref: number?.ref ?? 'AAAAAAAAAAAAAAAA', number: '+44 7700 900123' })
  await at('proofs/callback', { ref: Buffer.from('+447700900123').toString('base64url') })
  await at('proofs/code', { ref: address?.ref, address: 'thief@elsewhere.example' })
  await at('proofs/code', { ref: Buffer.from('thief@elsewhere.example').toString('base64url') })
  // The caller guesses codes.
  await at('proofs/code', { ref: address?.ref ?? '' })
  for (const code of ['000000', '123456', '246810']) await at('proofs/code/check', { code })
  await at('proofs', { kind: 'voucher', passed: true, note: 'I vouch' })
  await at('proofs', { kind: 'prompt', passed: true, note: 'saw it' })
  await at('proofs/voucher')
  await at('override', { reason: 'very urgent' })
  for (const kind of ['reset_link', 'temporary_pass']) {
    await at('outcomes', { kind, ref: address?.ref ?? '' })
    await at('outcomes', { kind, ref: address?.ref ?? '', address: 'thief@elsewhere.example' })
    await at('outcomes/decide', { agree: true, reason: 'very urgent' })
  }
}

/** A second tab alters tier, points and state: there is no field for any of it. */
async function alterEverything(agent: Login, caseId: string): Promise<void> {
  const at = (path: string, body: object) => world.call(agent, 'POST', `/api/desk/cases/${caseId}/${path}`, body)
  for (const forged of [{ tier: 'standard' }, { points: 999 }, { threshold: 1 }, { isReached: true }, { round: 0 }])
    expect((await at('proofs', { ...record('photo_id'), ...forged })).status).toBe(400)
  const { channels } = await world.show(agent, caseId)
  const wish = { kind: 'reset_link', ref: channels[0]?.ref ?? '' }
  for (const forged of [{ state: 'sent' }, { tier: 'standard' }, { decidedBy: world.id.emil }])
    expect((await at('outcomes', { ...wish, ...forged })).status).toBe(400)
  expect((await at('override', { reason: 'urgent', agentId: world.id.emil })).status).toBe(400)
}

test('the caller knows everything personal and offers a new number: the threshold is never reached', async () => {
  // The directory's number was changed yesterday: the caller could do that much.
  await world.setPhone('molly', '+44 7700 900123', new Date(world.clock.now().getTime() - 86_400_000))
  const caseId = await world.callFrom('molly')
  await doEverything('dora', caseId)
  await alterEverything('dora', caseId)
  await world.settle()
  const { ladder, outcomes, events } = await world.show('dora', caseId)
  expect(ladder).toMatchObject({ points: 40, hasStrong: false, isReached: false, override: null })
  expect(outcomes).toEqual([])
  expect(events.filter(({ what }) => what === 'refused').length).toBeGreaterThan(5)
})

test('a second agent who believes the first lifts nothing without a strong proof', async () => {
  const { items } = await world.queue('emil', `?state=unsettled&personId=${world.id.molly}`)
  const url = `/api/desk/cases/${items[0]?.id}/override`
  const lifted = await world.call('emil', 'POST', url, { reason: 'Dora says so' })
  expect(lifted).toMatchObject({ status: 409, body: { code: 'strong_proof_missing' } })
})

test('the voucher is the agent: nobody vouches', async () => {
  const caseId = await world.callFrom('leo', 'dora')
  await doEverything('dora', caseId)
  const { ladder, outcomes } = await world.show('dora', caseId)
  expect(ladder.steps.find(({ kind }) => kind === 'voucher')).toMatchObject({ state: 'none', counts: false })
  expect([ladder.isReached, outcomes]).toEqual([false, []])
  expect((await world.call('dora', 'GET', '/api/desk/vouches')).body).toEqual({ items: [] })
})

test.each(['ivan', 'emil', 'dora'] as const)(
  'the caller is %s, or says so: nothing is proven at all',
  async (login) => {
    const opened = await world.call('gina', 'POST', '/api/desk/cases', { personId: world.id[login], note: '' })
    const found = (opened.body as { case?: { case: { id: string; version: number } } }).case?.case
    const agent = login === 'emil' ? 'dora' : 'emil'
    await world.work(agent, found?.id ?? '', 'assign', { assigneeId: world.id[agent], version: found?.version })
    await doEverything(agent, found?.id ?? '')
    const { ladder, outcomes } = await world.show(agent, found?.id ?? '')
    expect([ladder.points, ladder.isReached, outcomes]).toEqual([0, false, []])
  },
)

test('no answer held a link, a pass or a password, and none was made', async () => {
  await world.settle()
  expect(world.secrets()).toEqual([])
  expect(world.mailbox.filter(({ kind }) => kind === 'reset_link' || kind === 'desk_pass')).toEqual([])
  for (const answer of world.answers) {
    expect(answer).not.toMatch(/\/password\/|#[A-Za-z0-9_-]{20}/)
    expect(answer).not.toContain('900123')
    expect(answer).not.toMatch(/"(password|pass|link|token|secret|url)"/)
  }
  expect(world.mailbox.every(({ to }) => to.endsWith('@home.example'))).toBe(true)
})
