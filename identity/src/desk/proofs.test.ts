import type { DeskCase, DeskProofKind, DeskProofStep } from '@hallpass/contract/desk'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Principal } from '../platform/http/principal.ts'
import { requireSecondFactor } from './answer-vouch.ts'
import { dayMs, minuteMs } from './limits.ts'
import { type DeskWorld, deskWorld, ghost, type Login } from './testing.ts'

let world: DeskWorld
let caseId: string
beforeAll(async () => {
  world = await deskWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.setPhone('molly', '+44 20 7946 0018')
  caseId = await newCase('molly')
})

/** A case of its own, whatever happened before. */
async function newCase(login: Login, agent: Login = 'dora'): Promise<string> {
  const open = await world.queue('gina', `?state=unsettled&personId=${world.id[login]}`)
  for (const { id, version } of open.items)
    await world.work('gina', id, 'close', { result: 'not_needed', note: '', version })
  return world.callFrom(login, agent)
}
const url = (path: string) => `/api/desk/cases/${caseId}/${path}`
const step = (theCase: DeskCase, kind: DeskProofKind) =>
  theCase.ladder.steps.find((each) => each.kind === kind) as DeskProofStep

describe('a ladder of proofs', () => {
  test('adds up what was proven, and is reached by two channels of the directory', async () => {
    expect((await world.prove('dora', caseId, 'callback')).ladder).toMatchObject({ points: 50, isReached: false })
    const { ladder, can } = await world.prove('dora', caseId, 'address_code')
    expect(ladder).toMatchObject({ points: 100, threshold: 100, hasStrong: true, isReached: true })
    expect(can.send).toEqual(['reset_link', 'temporary_pass'])
  })

  test.each(['callback', 'address_code', 'prompt', 'voucher', 'photo_id', 'personal_data'] as const)(
    'counts %s for fifteen minutes and no longer',
    async (kind) => {
      const proven = await world.prove('dora', caseId, kind)
      expect(step(proven, kind)).toMatchObject({ state: 'passed', counts: true })
      expect(proven.ladder.points).toBe(step(proven, kind).points)
      world.clock.advance(15 * minuteMs)
      const later = await world.show('dora', caseId)
      expect(step(later, kind)).toMatchObject({ state: 'expired', counts: false })
      expect(later.ladder.points).toBe(0)
    },
  )

  test('begins anew when the case is opened again', async () => {
    await world.prove('dora', caseId, 'callback')
    const { case: found } = await world.prove('dora', caseId, 'address_code')
    const closed = await world.work('dora', caseId, 'close', { result: 'solved', note: '', version: found.version })
    const again = await world.work('dora', caseId, 'reopen', { reason: 'oops', version: closed.case.version })
    expect(again.ladder).toMatchObject({ points: 0, isReached: false })
  })

  test('is climbed by the agent who has the case, and by nobody else', async () => {
    const other = await world.call('emil', 'POST', url('proofs'), { kind: 'photo_id', passed: true, note: '' })
    expect(other).toMatchObject({ status: 409, body: { code: 'desk_not_yours' } })
    expect((await world.show('emil', caseId)).can).toMatchObject({ prove: false, obstacle: 'not_yours' })
    expect((await world.trail(caseId)).at(-1)).toBe('case.refused')
  })
})

describe('a call back', () => {
  test('goes to the number of the directory, and counts only after it was taken from there', async () => {
    const early = await world.call('dora', 'POST', url('proofs'), { kind: 'callback', passed: true, note: '' })
    expect(early).toMatchObject({ status: 409, body: { code: 'proof_not_started' } })
    const shown = step(await world.show('dora', caseId), 'callback')
    expect(shown.channels).toMatchObject([{ label: '+44…18', unavailable: null }])
    const begun = await world.call('dora', 'POST', url('proofs/callback'), { ref: shown.channels[0]?.ref ?? '' })
    expect(begun.body).toMatchObject({ number: '+44 20 7946 0018' })
  })

  test.each([
    ['that changed within seven days', -6 * dayMs, false],
    ['that two people have', null, true],
  ] as const)('is never made to a number %s', async (_name, ago, isShared) => {
    await world.setPhone('molly', '+44 20 7946 0999', ago === null ? null : new Date(world.clock.now().getTime() + ago))
    if (isShared) await world.setPhone('leo', '+44 20 7946 0999')
    const { channels, unavailable } = step(await world.show('dora', caseId), 'callback')
    expect(unavailable).not.toBeNull()
    const begun = await world.call('dora', 'POST', url('proofs/callback'), { ref: channels[0]?.ref ?? '' })
    expect(begun).toMatchObject({ status: 409, body: { code: 'proof_unavailable' } })
    expect(begun.text).not.toContain('0999')
  })

  test('is never made to a number the caller offers: there is no field for it', async () => {
    const ref = step(await world.show('dora', caseId), 'callback').channels[0]?.ref ?? ''
    const offered = { ref, number: '+44 7700 900123' }
    expect(await world.call('dora', 'POST', url('proofs/callback'), offered)).toMatchObject({ status: 400 })
    const forged = await world.call('dora', 'POST', url('proofs/callback'), { ref: 'AAAAAAAAAAAAAAAA' })
    expect(forged).toMatchObject({ status: 400, body: { code: 'channel_unknown' } })
  })

  test('of another agent is not recorded as one’s own', async () => {
    const ref = step(await world.show('dora', caseId), 'callback').channels[0]?.ref ?? ''
    await world.call('dora', 'POST', url('proofs/callback'), { ref })
    const { case: found } = await world.show('emil', caseId)
    await world.work('emil', caseId, 'assign', { assigneeId: world.id.emil, version: found.version })
    const recorded = await world.call('emil', 'POST', url('proofs'), { kind: 'callback', passed: true, note: '' })
    expect(recorded).toMatchObject({ status: 409, body: { code: 'proof_not_started' } })
  })
})

describe('a code to an address', () => {
  test('is tried as often as credentials allows, and noted each time', async () => {
    const { channels } = await world.show('dora', caseId)
    await world.work('dora', caseId, 'proofs/code', { ref: channels[0]?.ref })
    await world.settle()
    const wrong = await world.work('dora', caseId, 'proofs/code/check', { code: '000000' })
    expect(step(wrong, 'address_code')).toMatchObject({ state: 'waiting', counts: false })
    const right = await world.work('dora', caseId, 'proofs/code/check', { code: world.lastCode() })
    expect(step(right, 'address_code')).toMatchObject({ state: 'passed', detail: 'm…y@home.example' })
    expect(right.events.map(({ what }) => what)).toEqual(expect.arrayContaining(['proof_failed', 'proof_passed']))
    const again = await world.call('dora', 'POST', url('proofs/code/check'), { code: world.lastCode() })
    expect(again).toMatchObject({ status: 409, body: { code: 'proof_not_started' } })
  })

  test('fails when its tries are used up', async () => {
    const { channels } = await world.show('dora', caseId)
    await world.work('dora', caseId, 'proofs/code', { ref: channels[0]?.ref })
    await world.settle()
    for (let tries = 0; tries < 5; tries++) await world.work('dora', caseId, 'proofs/code/check', { code: '000000' })
    expect(step(await world.show('dora', caseId), 'address_code')).toMatchObject({ state: 'failed', counts: false })
  })

  test('never reaches the agent through an answer or the trail', async () => {
    await world.prove('dora', caseId, 'address_code')
    const code = world.lastCode()
    const lines = await world.audit.search(world.db, { subjects: { caseId } }, { limit: 50 })
    expect(JSON.stringify(lines.items.map(({ body, values }) => [body, [...values]]))).not.toContain(code)
    expect(world.answers.some((answer) => answer.includes(`"${code}"`))).toBe(false)
  })
})

describe('a prompt', () => {
  test('is answered by the person on their own device, and says nothing of who they are', async () => {
    const { prompt } = (await world.work('dora', caseId, 'proofs/prompt')) as unknown as { prompt: string }
    expect(prompt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const page = await world.call(null, 'POST', '/api/desk/prompts/open', { prompt: prompt.toLowerCase() })
    expect(page).toMatchObject({ status: 200, body: { agent: 'dora Acme', offers: [{ kind: 'totp' }] } })
    expect(page.text).not.toContain('molly')
    const answer = (code: string) =>
      world.call(null, 'POST', '/api/desk/prompts/answer', { prompt, kind: 'totp', code })
    expect((await answer('000000')).body).toEqual({ state: 'refused', triesLeft: 4 })
    expect((await answer(world.totp())).body).toMatchObject({ state: 'proven' })
    expect(step(await world.show('dora', caseId), 'prompt')).toMatchObject({ state: 'passed', detail: 'totp' })
    expect((await answer(world.totp())).status).toBe(404)
  })

  test('opens three times at most, and not after fifteen minutes or on a settled case', async () => {
    const start = async () =>
      ((await world.work('dora', caseId, 'proofs/prompt')) as unknown as { prompt: string }).prompt
    const open = async (prompt: string) => (await world.call(null, 'POST', '/api/desk/prompts/open', { prompt })).status
    const prompt = await start()
    expect([await open(prompt), await open(prompt), await open(prompt), await open(prompt)]).toEqual([
      200, 200, 200, 404,
    ])
    const late = await start()
    world.clock.advance(15 * minuteMs)
    expect(await open(late)).toBe(404)
    const settled = await start()
    const { version } = (await world.show('dora', caseId)).case
    await world.work('dora', caseId, 'close', { result: 'no_answer', note: '', version })
    expect(await open(settled)).toBe(404)
    expect(await open('0000-0000')).toBe(404)
  })

  test('is not begun for somebody who has nothing to answer with', async () => {
    caseId = await newCase('marcus')
    expect(await world.call('dora', 'POST', url('proofs/prompt'), {})).toMatchObject({
      status: 409,
      body: { code: 'proof_unavailable' },
    })
  })

  test('is kept as an HMAC alone', async () => {
    const { prompt } = (await world.work('dora', caseId, 'proofs/prompt')) as unknown as { prompt: string }
    const rows = JSON.stringify(await world.sql((await import('kysely')).sql`select * from desk_proofs`))
    expect(rows).not.toContain(prompt)
    expect(rows).not.toContain(prompt.replace('-', ''))
  })
})

describe('a voucher', () => {
  const ask = async () => {
    await world.work('dora', caseId, 'proofs/voucher')
    await world.settle()
    const { body } = await world.call('marcus', 'GET', '/api/desk/vouches')
    return (body as unknown as { items: { id: string }[] }).items[0]?.id ?? ''
  }
  const vouch = (as: Login, id: string, methods: ('password' | 'otp')[] = ['otp'], says = true) =>
    world.call(as, 'POST', `/api/desk/vouches/${id}/answer`, { vouch: says, note: 'spoke by video' }, methods)

  test('is the manager, asked by mail, signed in with a second factor', async () => {
    const id = await ask()
    expect(world.mails('desk_vouch').at(-1)).toMatchObject({ to: 'marcus@home.example' })
    expect(await vouch('marcus', id, ['password'])).toMatchObject({
      status: 401,
      body: { code: 'insufficient_user_authentication', acr_values: 'mfa' },
    })
    expect(await vouch('marcus', id)).toMatchObject({ status: 200, body: { state: 'vouched' } })
    const proven = step(await world.show('dora', caseId), 'voucher')
    expect(proven).toMatchObject({ state: 'passed', by: { displayName: 'marcus Acme' } })
    expect(await vouch('marcus', id)).toMatchObject({ status: 409 })
  })

  test('shows that factor now: one of this morning is none, however fresh the password beside it', () => {
    const now = world.clock.now()
    const shownAt = (at: Date): Principal => ({
      ...{ kind: 'person', personId: world.id.marcus, sessionId: ghost, roles: new Set() },
      assurance: {
        methods: ['password', 'otp'],
        at: now,
        proofs: [
          { method: 'password', at: now },
          { method: 'otp', at },
        ],
      },
    })
    expect(() => requireSecondFactor(shownAt(now), now)).not.toThrow()
    expect(() => requireSecondFactor(shownAt(new Date(now.getTime() - 90 * minuteMs)), now)).toThrow(
      expect.objectContaining({ code: 'insufficient_user_authentication' }),
    )
  })

  test('may refuse, which is on the case', async () => {
    expect(await vouch('marcus', await ask(), ['otp'], false)).toMatchObject({ body: { state: 'refused' } })
    expect(step(await world.show('dora', caseId), 'voucher')).toMatchObject({ state: 'failed', counts: false })
  })

  test('is nobody else: to them there is nothing to vouch for', async () => {
    const id = await ask()
    for (const login of ['diana', 'dora', 'molly'] as const) {
      expect([login, (await vouch(login, id)).status]).toEqual([login, 404])
      expect((await world.call(login, 'GET', `/api/desk/vouches/${id}`)).status).toBe(404)
    }
    expect((await vouch('marcus', ghost)).status).toBe(404)
  })

  test('is never an agent of the desk', async () => {
    caseId = await newCase('leo', 'emil')
    expect(step(await world.show('emil', caseId), 'voucher').unavailable).toBe('manager_is_agent')
    expect(await world.call('emil', 'POST', url('proofs/voucher'), {})).toMatchObject({ status: 409 })
  })

  test('answers too late after fifteen minutes', async () => {
    const id = await ask()
    world.clock.advance(15 * minuteMs)
    expect(await vouch('marcus', id)).toMatchObject({ status: 409, body: { code: 'proof_not_started' } })
  })
})

describe('an override', () => {
  const lift = (as: Login) => world.call(as, 'POST', url('override'), { reason: 'known for years' })

  test('is a second agent who lifts missing points beside a strong proof, with the reason on the case', async () => {
    expect(await lift('emil')).toMatchObject({ status: 409, body: { code: 'strong_proof_missing' } })
    await world.prove('dora', caseId, 'callback')
    expect(await lift('dora')).toMatchObject({ status: 403, body: { code: 'second_agent_wanted' } })
    expect((await world.show('emil', caseId)).can.override).toBe(true)
    expect((await lift('emil')).status).toBe(200)
    const { ladder, events } = await world.show('dora', caseId)
    expect(ladder).toMatchObject({
      points: 50,
      isReached: true,
      override: { by: { displayName: 'emil Acme' }, points: 50 },
    })
    expect(events.at(-1)).toMatchObject({ what: 'override', text: 'known for years' })
    expect(await lift('gina')).toMatchObject({ status: 409, body: { code: 'nothing_to_override' } })
    world.clock.advance(15 * minuteMs)
    expect((await world.show('dora', caseId)).ladder.isReached).toBe(false)
  })

  test('is never for the privileged', async () => {
    caseId = await newCase('axel')
    await world.setPhone('axel', '+44 20 7946 0020')
    const proven = await world.prove('dora', caseId, 'callback')
    expect(proven.ladder).toMatchObject({ tier: 'privileged', threshold: 150 })
    expect(await lift('emil')).toMatchObject({ status: 403, body: { code: 'never_for_privileged' } })
  })
})

describe('out of reach', () => {
  test.each([
    ['an administrator', 'ivan', 'desk_beyond_desk'],
    ['another agent', 'emil', 'desk_beyond_desk'],
  ] as const)('is %s', async (_name, login, code) => {
    caseId = await newCase(login)
    const photo = await world.call('dora', 'POST', url('proofs'), { kind: 'photo_id', passed: true, note: '' })
    expect(photo).toMatchObject({ status: 403, body: { code } })
    expect((await world.show('dora', caseId)).can).toMatchObject({ prove: false, send: [] })
  })

  test('is who is protected, also when they become so half-way', async () => {
    await world.prove('dora', caseId, 'callback')
    const { channels } = await world.prove('dora', caseId, 'address_code')
    await world.setProtected('molly', true)
    const sent = await world.call('dora', 'POST', url('outcomes'), { kind: 'reset_link', ref: channels[0]?.ref })
    expect(sent).toMatchObject({ status: 403, body: { code: 'desk_protected' } })
    const { case: found, ladder } = await world.show('dora', caseId)
    expect([found.tier, ladder.isReached]).toEqual(['privileged', false])
    await world.setProtected('molly', false)
    // It was seen once; it does not go away with a second look.
    expect((await world.show('dora', caseId)).ladder.threshold).toBe(150)
  })

  test('is who was disabled', async () => {
    caseId = await newCase('diana')
    const { connector, ref } = await world.directory.connectorOf(world.db, world.id.diana)
    await connector.accounts?.disable(ref)
    await world.directory.refresh(world.id.diana)
    const photo = await world.call('dora', 'POST', url('proofs'), { kind: 'photo_id', passed: true, note: '' })
    expect(photo).toMatchObject({ status: 409, body: { code: 'desk_not_active' } })
  })
})
