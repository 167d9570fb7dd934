import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decision, decide, type Effect, isFinal, type RequestEvent } from './decide.ts'
import type { ApproverSource, PolicyStage, Request } from './types.ts'

const people = ['requester', 'beneficiary', 'ann', 'bob', 'cem', 'dee', 'eve'] as const
const begin = Date.parse('2026-03-02T08:00:00Z')
const hourMs = 3_600_000

const source: fc.Arbitrary<ApproverSource> = fc.constantFrom<ApproverSource>(
  { kind: 'manager' },
  { kind: 'role_owner' },
  { kind: 'administrators' },
)
const policyStage: fc.Arbitrary<PolicyStage> = fc.record({
  name: fc.constant('Stage'),
  approvers: source,
  quorum: fc.integer({ min: 1, max: 3 }),
  remindAfterHours: fc.option(fc.constant(5), { nil: null }),
  escalateAfterHours: fc.option(fc.constant(10), { nil: null }),
  denyAfterHours: fc.constant(20),
  fallback: fc.option(source, { nil: null }),
  escalateTo: fc.option(source, { nil: null }),
})
/** Whoever the directory happens to name at that moment: anybody, the requester included, differently each time. */
const crowd = fc.subarray([...people], { minLength: 0 })
const who = fc.constantFrom(...people)
const index = fc.integer({ min: 0, max: 3 })

/** What may come from outside at any time, in any order, honest or not. */
const outside = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('approve_current' as const), pick: fc.nat(9) }) },
  fc.record({
    kind: fc.constant('approved' as const),
    stage: index,
    by: who,
    comment: fc.constant(null),
    candidates: crowd,
  }),
  fc.record({
    kind: fc.constant('denied' as const),
    stage: index,
    by: who,
    reason: fc.constant('no'),
    candidates: crowd,
  }),
  fc.record({ kind: fc.constant('cancelled' as const), by: who, reason: fc.constant('changed my mind') }),
  fc.record({ kind: fc.constant('approvers_changed' as const) }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('settled' as const) }),
  fc.record({ kind: fc.constant('fulfilment_failed' as const), reason: fc.constant('by hand') }),
  fc.record({ kind: fc.constant('created' as const) }),
  fc.record({ kind: fc.constant('granted' as const), grantId: fc.constant('forged'), isActive: fc.boolean() }),
  fc.record({
    kind: fc.constant('verified' as const),
    obstacle: fc.constant(null),
    candidates: fc.array(crowd, { minLength: 3, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('approvers_resolved' as const),
    stage: index,
    level: fc.constantFrom('first' as const, 'fallback' as const, 'escalated' as const),
    candidates: crowd,
  }),
)

const play = fc.record({
  stages: fc.array(policyStage, { minLength: 1, maxLength: 3 }),
  mayRepeat: fc.boolean(),
  forSomebodyElse: fc.boolean(),
  events: fc.array(outside, { maxLength: 25 }),
  answers: fc.infiniteStream(fc.oneof({ weight: 3, arbitrary: fc.constant([...people]) }, crowd)),
  obstacles: fc.infiniteStream(
    fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.constant('asker_inactive' as const)),
  ),
})
type Play = typeof play extends fc.Arbitrary<infer P> ? P : never

type Accepted = { stage: number; by: string; wasStage: number; wasCandidate: boolean }
type Ending = {
  request: Request
  accepted: Accepted[]
  trace: Request[]
  effects: Effect[]
  verifiedAgainst: readonly (readonly string[])[] | null
}

/** Plays all events, answering every `resolve`, `verify` and `grant` as the service would, with facts that keep changing. */
function run({ stages, mayRepeat, forSomebodyElse, events, answers, obstacles }: Play): Ending {
  let now = begin
  const ending: Ending = { request: fresh(), accepted: [], trace: [], effects: [], verifiedAgainst: null }
  happen({ kind: 'created' })
  for (const event of events) {
    if (event.kind === 'wait') {
      now += event.hours * hourMs
      happen({ kind: 'due' })
    } else if (event.kind === 'approve_current') {
      const open = ending.request.approvals.filter((a) => a.stage === ending.request.stage && a.state === 'open')
      const by = open[event.pick % Math.max(1, open.length)]?.approverId
      if (by) happen({ kind: 'approved', stage: ending.request.stage, by, comment: null, candidates: [by] })
    } else happen(event)
  }
  return ending

  function fresh(): Request {
    return {
      id: 'r',
      cartId: 'c',
      kind: 'grant',
      roleId: 'role',
      requesterId: 'requester',
      beneficiaryId: forSomebodyElse ? 'beneficiary' : 'requester',
      grantId: null,
      reason: 'because',
      durationDays: 30,
      state: 'waiting',
      stage: 0,
      policy: { id: null, roleId: null, version: 1, rules: { stages, samePersonMayDecideSeveralStages: mayRepeat } },
      stages: stages.map(() => ({ level: 'first', startedAt: null, decidedAt: null })),
      approvals: [],
      dueAt: null,
      dueFor: null,
      remindedAt: null,
      byHand: false,
      outcomeReason: null,
      outcomeCode: null,
      version: 0,
      createdAt: new Date(begin),
      approvedAt: null,
      settledAt: null,
    }
  }

  function happen(first: RequestEvent): void {
    const queue = [first]
    for (let event = queue.shift(); event; event = queue.shift()) {
      const before = ending.request
      const decision: Decision = decide(before, event, new Date(now))
      if (decision.kind === 'refused') continue
      if (event.kind === 'approved')
        ending.accepted.push({
          stage: event.stage,
          by: event.by,
          wasStage: before.stage,
          wasCandidate: event.candidates.includes(event.by),
        })
      if (event.kind === 'verified') ending.verifiedAgainst = event.candidates
      ending.request = decision.next
      ending.trace.push(decision.next)
      ending.effects.push(...decision.effects)
      for (const effect of decision.effects) queue.push(...answer(effect))
    }
  }

  function answer(effect: Effect): RequestEvent[] {
    if (effect.kind === 'resolve')
      return [
        {
          kind: 'approvers_resolved',
          stage: effect.stage,
          level: effect.level,
          candidates: answers.next().value ?? [],
        },
      ]
    if (effect.kind === 'verify')
      return [
        {
          kind: 'verified',
          obstacle: obstacles.next().value ?? null,
          candidates: stages.map(() => answers.next().value ?? []),
        },
      ]
    return effect.kind === 'grant' ? [{ kind: 'granted', grantId: 'g', isActive: false }] : []
  }
}

function always(claim: (ending: Ending, played: Play) => void): void {
  fc.assert(
    fc.property(play, (played) => claim(run(played), played)),
    { numRuns: 3000 },
  )
}

describe('whatever happens to a request, in whatever order', () => {
  test('nothing is granted unless every stage was approved by enough eligible people, none of them the requester or the beneficiary', () => {
    let grants = 0
    always((ending, { stages, mayRepeat }) => {
      if (!ending.effects.some((effect) => effect.kind === 'grant')) return
      grants += 1
      const { request } = ending
      stages.forEach((stage, at) => {
        const approved = request.approvals.filter((a) => a.stage === at && a.state === 'approved')
        expect(new Set(approved.map((a) => a.approverId)).size).toBeGreaterThanOrEqual(stage.quorum)
        for (const { approverId } of approved) {
          expect([request.requesterId, request.beneficiaryId]).not.toContain(approverId)
          expect(ending.accepted).toContainEqual({ stage: at, by: approverId, wasStage: at, wasCandidate: true })
          expect(ending.verifiedAgainst?.[at]).toContain(approverId)
        }
      })
      const everybody = request.approvals.filter((a) => a.state === 'approved').map((a) => a.approverId)
      if (!mayRepeat) expect(new Set(everybody).size).toBe(everybody.length)
    })
    // The claim means something only when the game is won now and then.
    expect(grants).toBeGreaterThan(50)
  })

  test('a stage cannot be skipped: an approval counts only at the stage the request waits at, from somebody who was asked', () => {
    always(({ accepted }) => {
      for (const approval of accepted) {
        expect(approval.wasStage).toBe(approval.stage)
        expect(approval.wasCandidate).toBe(true)
      }
    })
  })

  test('nobody is asked who may not decide: not the requester, not the beneficiary, not whoever approved another stage', () => {
    always(({ trace }, { mayRepeat }) => {
      for (const request of trace) {
        const approvedAt = (id: string) =>
          request.approvals.filter((a) => a.approverId === id && a.state === 'approved').map((a) => a.stage)
        for (const { approverId, stage } of request.approvals.filter((a) => a.state === 'open')) {
          expect([request.requesterId, request.beneficiaryId]).not.toContain(approverId)
          if (!mayRepeat) expect(approvedAt(approverId).filter((at) => at !== stage)).toEqual([])
        }
      }
    })
  })

  test('a stage is decided exactly when it has its quorum, and the request waits at the first that is not', () => {
    always(({ trace }, { stages }) => {
      for (const request of trace.filter((r) => r.state === 'waiting')) {
        const isDecided = stages.map(
          ({ quorum }, at) =>
            request.approvals.filter((a) => a.stage === at && a.state === 'approved').length >= quorum,
        )
        expect(request.stages.map((progress) => progress.decidedAt !== null)).toEqual(isDecided)
        const first = isDecided.indexOf(false)
        expect(request.stage).toBe(first === -1 ? stages.length : first)
      }
    })
  })

  test('it is fulfilling or fulfilled only after it was granted, and granted at most once', () => {
    always(({ trace, effects }) => {
      const fulfilling = trace.findIndex((r) => r.state === 'fulfilling')
      const fulfilled = trace.findIndex((r) => r.state === 'fulfilled')
      if (fulfilled !== -1) expect(fulfilling).toBeLessThan(fulfilled)
      if (fulfilled !== -1) expect(fulfilling).toBeGreaterThanOrEqual(0)
      const grants = effects.filter((effect) => effect.kind === 'grant').length
      expect(grants).toBe(fulfilling === -1 ? 0 : 1)
    })
  })

  test('there is one outcome, told once, and final states are final', () => {
    always(({ trace, effects, request }) => {
      const firstFinal = trace.findIndex(isFinal)
      if (firstFinal !== -1) expect(firstFinal).toBe(trace.length - 1)
      const outcomes = effects.filter(
        (e) => e.kind === 'tell' && ['fulfilled', 'denied', 'cancelled'].includes(e.news),
      ).length
      expect(outcomes).toBe(isFinal(request) ? 1 : 0)
      if (!isFinal(request)) return
      const events: RequestEvent[] = [
        { kind: 'created' },
        { kind: 'approved', stage: request.stage, by: 'ann', comment: null, candidates: [...people] },
        { kind: 'denied', stage: request.stage, by: 'ann', reason: 'no', candidates: [...people] },
        { kind: 'cancelled', by: 'requester', reason: 'no' },
        { kind: 'withdrawn', why: 'asker_inactive' },
        { kind: 'verified', obstacle: null, candidates: [[...people], [...people], [...people]] },
        { kind: 'due' },
        { kind: 'settled' },
        { kind: 'granted', grantId: 'g2', isActive: true },
      ]
      for (const event of events)
        expect(decide(request, event, new Date(begin + 1e12))).toEqual({ kind: 'refused', refusal: 'settled' })
    })
  })

  test('while it waits somebody is asked and a time is set, and afterwards nobody is asked and nothing falls due', () => {
    always(({ request, trace }) => {
      const open = request.approvals.filter((a) => a.state === 'open')
      if (request.state === 'waiting') {
        expect(request.dueAt).not.toBeNull()
        expect(open.length).toBeGreaterThan(0)
        expect(open.every((a) => a.stage === request.stage)).toBe(true)
      } else {
        expect(request.dueAt).toBeNull()
        expect(open).toEqual([])
      }
      expect(trace.map((r) => r.version)).toEqual(trace.map((_, i) => i + 1))
    })
  })

  test('left alone it ends in denial within the time its stages give', () => {
    fc.assert(
      fc.property(play, (played) => {
        const alone = Array.from({ length: 24 }, () => ({ kind: 'wait' as const, hours: 12 }))
        const { request } = run({ ...played, events: alone })
        expect(request.state).toBe('denied')
        expect(request.outcomeReason).toBeTruthy()
      }),
    )
  })
})
