import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseInput, decide, isSettled } from './decide.ts'
import { confirmOutcome, decideOutcome } from './decide-outcome.ts'
import { minuteMs, proofMinutes } from './limits.ts'
import { builtInSettings } from './settings.ts'
import type { Case, Outcome, Override, Proof, ProofKind, Settings } from './types.ts'
import { agentsOn, isStrong, type Weighing, weighProofs } from './weigh-proofs.ts'

const begin = new Date('2026-03-02T08:00:00Z')
const at = (minutes: number) => new Date(begin.getTime() + minutes * minuteMs)
const subject = 'molly'
const people = [subject, 'dora', 'emil', 'marcus'] as const
const who = fc.constantFrom(...people)
const kinds = ['callback', 'address_code', 'prompt', 'voucher', 'photo_id', 'personal_data'] as const
const rank = { standard: 0, privileged: 1 }

const proof: fc.Arbitrary<Proof> = fc
  .record({
    kind: fc.constantFrom<ProofKind>(...kinds),
    state: fc.constantFrom(
      'waiting' as const,
      'passed' as const,
      'passed' as const,
      'failed' as const,
      'replaced' as const,
    ),
    agentId: fc.constantFrom('dora', 'emil'),
    voucherId: who,
    minute: fc.integer({ min: -60, max: 60 }),
    round: fc.integer({ min: 1, max: 2 }),
    id: fc.uuid(),
  })
  .map(({ minute, state, kind, voucherId, ...rest }) => ({
    ...rest,
    kind,
    state,
    caseId: 'case',
    startedAt: at(minute - 1),
    decidedAt: state === 'passed' || state === 'failed' ? at(minute) : null,
    expiresAt: at(minute + proofMinutes),
    voucherId: kind === 'voucher' ? voucherId : null,
    detail: null,
    challengeId: null,
    opened: 0,
  }))

const override: fc.Arbitrary<Override> = fc
  .record({
    agentId: who,
    minute: fc.integer({ min: -60, max: 60 }),
    round: fc.integer({ min: 1, max: 2 }),
    id: fc.uuid(),
  })
  .map(({ minute, ...rest }) => ({
    ...rest,
    caseId: 'case',
    reason: 'known for years',
    points: 50,
    givenAt: at(minute),
    expiresAt: at(minute + proofMinutes),
  }))

/** Any settings an administrator may come up with, foolish ones too. */
const settings: fc.Arbitrary<Settings> = fc
  .record({
    points: fc.record(
      Object.fromEntries(kinds.map((kind) => [kind, fc.nat(300)])) as Record<ProofKind, fc.Arbitrary<number>>,
    ),
    standard: fc.integer({ min: 1, max: 300 }),
    privileged: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ points, ...thresholds }) => ({ ...builtInSettings, points, thresholds }))

const weighing: fc.Arbitrary<Weighing> = fc.record({
  theCase: fc.record({
    tier: fc.constantFrom('standard' as const, 'privileged' as const),
    round: fc.integer({ min: 1, max: 2 }),
    personId: fc.constant(subject),
  }),
  proofs: fc.array(proof, { maxLength: 12 }),
  overrides: fc.array(override, { maxLength: 3 }),
  settings,
  now: fc.constant(begin),
})

describe('proofs', () => {
  test('never reach the threshold without something the person has or a voucher who is outside', () => {
    fc.assert(
      fc.property(weighing, (given) => {
        const { isReached } = weighProofs(given)
        const agents = agentsOn(given.proofs)
        const hasStrong = given.proofs.some(
          (each) =>
            isStrong(each.kind) &&
            each.state === 'passed' &&
            (each.kind !== 'voucher' || (each.voucherId !== subject && !agents.has(each.voucherId ?? ''))),
        )
        expect(isReached && !hasStrong).toBe(false)
      }),
    )
  })

  test('of personal data and a photo id alone are never enough, whatever they are worth', () => {
    const weak = weighing.map((given) => ({ ...given, proofs: given.proofs.filter((each) => !isStrong(each.kind)) }))
    fc.assert(
      fc.property(weak, (given) => {
        expect(weighProofs(given).isReached).toBe(false)
      }),
    )
  })

  test('never count once they are expired, or when they are of an earlier round', () => {
    fc.assert(
      fc.property(weighing, (given) => {
        const { counted } = weighProofs(given)
        for (const each of counted) {
          expect(each.expiresAt > given.now && (each.decidedAt ?? at(999)) <= given.now).toBe(true)
          expect(each.round).toBe(given.theCase.round)
        }
        const later = { ...given, now: at(60 + 2 * proofMinutes) }
        expect(weighProofs(later)).toMatchObject({ points: 0, isReached: false })
      }),
    )
  })

  test('of one kind count once, however often they are given', () => {
    fc.assert(
      fc.property(weighing, (given) => {
        const once = weighProofs(given)
        expect(new Set(once.counted.map((each) => each.kind)).size).toBe(once.counted.length)
        const again = {
          ...given,
          proofs: [...given.proofs, ...given.proofs.map((each) => ({ ...each, id: `${each.id}-2` }))],
        }
        expect(weighProofs(again).points).toBe(once.points)
      }),
    )
  })

  test('that are reached for the privileged are reached for everybody', () => {
    fc.assert(
      fc.property(weighing, (given) => {
        const privileged = weighProofs({ ...given, theCase: { ...given.theCase, tier: 'privileged' } })
        const standard = weighProofs({ ...given, theCase: { ...given.theCase, tier: 'standard' } })
        expect(privileged.isReached && !standard.isReached).toBe(false)
        expect(privileged.override).toBeNull()
      }),
    )
  })

  test('say until when they are enough, and are no longer at that time', () => {
    fc.assert(
      fc.property(weighing, (given) => {
        const { isReached, reachedUntil } = weighProofs(given)
        expect(reachedUntil !== null).toBe(isReached)
        if (reachedUntil === null) return
        expect(weighProofs({ ...given, now: new Date(reachedUntil.getTime() - 1) }).isReached).toBe(true)
      }),
    )
  })

  test('missing are lifted only by an agent who took no part', () => {
    fc.assert(
      fc.property(weighing, (given) => {
        const { override: counted } = weighProofs(given)
        if (!counted) return
        expect(counted.agentId === subject || agentsOn(given.proofs).has(counted.agentId)).toBe(false)
      }),
    )
  })
})

const input: fc.Arbitrary<CaseInput> = fc.oneof(
  fc.record({ kind: fc.constant('joined' as const) }),
  fc.record({
    kind: fc.constant('tier_seen' as const),
    tier: fc.constantFrom('standard' as const, 'privileged' as const),
  }),
  fc.record({ kind: fc.constant('assigned' as const), by: who, to: fc.option(who, { nil: null }) }),
  fc.record({ kind: fc.constant('waits' as const), by: who }),
  fc.record({ kind: fc.constant('sent' as const) }),
  fc.record({
    kind: fc.constant('closed' as const),
    by: who,
    result: fc.constantFrom('solved' as const, 'no_answer' as const, 'suspicious' as const),
  }),
  fc.record({ kind: fc.constant('reopened' as const), by: who }),
  fc.record({ kind: fc.constant('recovered' as const), byThisCase: fc.boolean() }),
  fc.record({ kind: fc.constant('overdue' as const) }),
  fc.record({ kind: fc.constant('left' as const) }),
)

const play = fc.record({
  kind: fc.constantFrom('reset_failed' as const, 'reset_disputed' as const, 'phone_call' as const),
  steps: fc.array(fc.record({ input, minutes: fc.integer({ min: 0, max: 500 }) }), { maxLength: 30 }),
})

const newCase = (kind: Case['kind']): Case => ({
  id: 'case',
  reference: 'C-7K2M9QX',
  kind,
  state: 'open',
  tier: 'standard',
  door: 'desk',
  personId: subject,
  directoryId: 'acme',
  assigneeId: null,
  round: 1,
  times: 1,
  openedAt: begin,
  changedAt: begin,
  takenAt: null,
  dueAt: at(240),
  leftSeconds: null,
  overdueToldAt: null,
  result: null,
  settledAt: null,
  wasDueAt: at(240),
  version: 1,
})

function playAll({ kind, steps }: typeof play extends fc.Arbitrary<infer P> ? P : never) {
  let theCase = newCase(kind)
  let minute = 0
  const trace: { before: Case; after: Case; input: CaseInput; isMoved: boolean; now: Date }[] = []
  for (const step of steps) {
    minute += step.minutes
    const now = at(minute)
    const decision = decide(theCase, step.input, now, builtInSettings)
    const after = decision.kind === 'moved' ? decision.next : theCase
    trace.push({ before: theCase, after, input: step.input, isMoved: decision.kind === 'moved', now })
    theCase = after
  }
  return trace
}

describe('a case', () => {
  test('keeps to what the table of cases takes', () => {
    fc.assert(
      fc.property(play, (given) => {
        for (const { after } of playAll(given)) {
          expect(isSettled(after)).toBe(after.settledAt !== null)
          expect(isSettled(after)).toBe(after.result !== null)
          expect(after.state === 'open' || after.state === 'assigned').toBe(after.dueAt !== null)
          expect(after.state === 'waiting').toBe(after.leftSeconds !== null)
          if (after.state === 'open') expect(after.assigneeId).toBeNull()
          if (after.state === 'assigned' || after.state === 'waiting') expect(after.assigneeId).not.toBeNull()
        }
      }),
    )
  })

  test('only rises in tier, counts every change, and begins a new round when it is opened again', () => {
    fc.assert(
      fc.property(play, (given) => {
        for (const { before, after, input: event, isMoved } of playAll(given)) {
          expect(rank[after.tier]).toBeGreaterThanOrEqual(rank[before.tier])
          expect(after.version).toBe(before.version + (isMoved ? 1 : 0))
          expect(after.round).toBe(before.round + (isMoved && event.kind === 'reopened' ? 1 : 0))
        }
      }),
    )
  })

  test('is never moved by or given to the person it is about', () => {
    fc.assert(
      fc.property(play, (given) => {
        for (const { after, input: event, isMoved } of playAll(given)) {
          expect(after.assigneeId).not.toBe(subject)
          if ('by' in event && event.by === subject) expect(isMoved).toBe(false)
        }
      }),
    )
  })

  test('that somebody disputed is never closed because the person got in', () => {
    fc.assert(
      fc.property(play, (given) => {
        for (const { before, after } of playAll(given))
          if (before.kind === 'reset_disputed') expect(after.result).not.toBe('by_themselves')
      }),
    )
  })

  test('loses no time while it waits for the person, and gains none', () => {
    const opened = newCase('phone_call')
    const step = (theCase: Case, event: CaseInput, minute: number) => {
      const decision = decide(theCase, event, at(minute), builtInSettings)
      if (decision.kind !== 'moved') throw new Error(decision.refusal)
      return decision.next
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 9000 }), (worked, waited) => {
        const taken = step(opened, { kind: 'assigned', by: 'dora', to: 'dora' }, 0)
        const waiting = step(taken, { kind: 'waits', by: 'dora' }, worked)
        const back = step(waiting, { kind: 'joined' }, worked + waited)
        expect(back.dueAt).toEqual(at(240 + waited))
      }),
    )
  })
})

describe('what is sent', () => {
  const outcome: fc.Arbitrary<Outcome> = fc
    .record({
      kind: fc.constantFrom('reset_link' as const, 'temporary_pass' as const),
      state: fc.constantFrom('confirm' as const, 'delayed' as const, 'sent' as const, 'denied' as const),
      caseId: fc.constantFrom('case', 'other'),
      askedBy: fc.constantFrom('dora', 'emil'),
      minute: fc.integer({ min: -3000, max: 0 }),
    })
    .map(({ minute, ...rest }) => ({
      ...rest,
      id: 'outcome',
      personId: subject,
      channel: 'm…y@home.example',
      askedAt: at(minute),
      decidedBy: null,
      decidedAt: null,
      notBefore: rest.state === 'confirm' || rest.state === 'delayed' ? at(minute + 1440) : null,
      sentAt: rest.state === 'sent' ? at(minute) : null,
      expiresAt: null,
    }))
  const given = fc.record({
    kind: fc.constantFrom('reset_link' as const, 'temporary_pass' as const),
    outcomes: fc.array(outcome, { maxLength: 5 }),
    isReached: fc.boolean(),
  })

  test('is never sent without proof, nor link and pass on one case without a second agent and a delay', () => {
    fc.assert(
      fc.property(given, ({ kind, outcomes, isReached }) => {
        const facts = { caseId: 'case', weight: { isReached }, outcomes, settings: builtInSettings, now: begin }
        const decision = decideOutcome(kind, facts)
        if (decision.kind !== 'send') return
        expect(isReached).toBe(true)
        const other = outcomes.some((each) => each.state === 'sent' && each.caseId === 'case' && each.kind !== kind)
        if (other) expect(decision.pending).toMatchObject({ state: 'delayed' })
        if (decision.pending) expect((decision.pending.notBefore ?? at(1)) <= begin).toBe(true)
      }),
    )
  })

  test('is never agreed to by whoever asked or took part', () => {
    const input = fc.record({ by: who, agree: fc.boolean(), involved: fc.subarray([...people]) })
    fc.assert(
      fc.property(outcome, input, (pending, { by, agree, involved }) => {
        const decision = confirmOutcome(pending, { by, agree, involved: new Set(involved) }, begin)
        if (decision.kind !== 'decided' || decision.next.state !== 'delayed') return
        expect([pending.state, by === pending.askedBy, involved.includes(by as never)]).toEqual([
          'confirm',
          false,
          false,
        ])
      }),
    )
  })
})
