import { describe, expect, test } from 'vitest'
import { builtInRules, eligibleApprovers, faultsOf, isWeaker, levelAfter, sourcesAt, versionFor } from './policy.ts'
import type { Approval, PolicyRules, PolicyStage, Request } from './types.ts'

const stage = (change: Partial<PolicyStage> = {}): PolicyStage => ({
  name: 'Manager',
  approvers: { kind: 'manager' },
  quorum: 1,
  remindAfterHours: 24,
  escalateAfterHours: 48,
  denyAfterHours: 96,
  fallback: null,
  escalateTo: { kind: 'administrators' },
  ...change,
})
const rules = (...stages: Partial<PolicyStage>[]): PolicyRules => ({
  stages: stages.map(stage),
  samePersonMayDecideSeveralStages: false,
})
const finance = { kind: 'group', groupId: 'finance' } as const

describe('who may decide', () => {
  const approval = (approverId: string, at: number, state: Approval['state'] = 'approved'): Approval => ({
    stage: at,
    approverId,
    state,
    askedAt: new Date(0),
    decidedAt: null,
    comment: null,
  })
  const about = (approvals: Approval[] = [], mayRepeat = false): Request =>
    ({
      requesterId: 'molly',
      beneficiaryId: 'sio',
      approvals,
      policy: { rules: { ...rules({}, {}), samePersonMayDecideSeveralStages: mayRepeat } },
    }) as unknown as Request

  test.each([
    ['neither the requester nor the beneficiary', about(), ['molly', 'sio', 'fiona'], ['fiona']],
    ['nobody twice', about(), ['fiona', 'fiona'], ['fiona']],
    ['not whoever approved another stage', about([approval('fiona', 0)]), ['fiona', 'frank'], ['frank']],
    ['unless the policy says so', about([approval('fiona', 0)], true), ['fiona', 'frank'], ['fiona', 'frank']],
    ['whoever was only asked at another stage', about([approval('fiona', 0, 'closed')]), ['fiona'], ['fiona']],
    ['whose approval lapsed', about([approval('fiona', 0, 'lapsed')]), ['fiona'], ['fiona']],
    ['nobody when nobody is named', about(), [], []],
  ])('%s', (_, request, candidates, expected) => {
    expect(eligibleApprovers(request, 1, candidates)).toEqual(expected)
  })

  test('each level keeps asking those of the levels before it', () => {
    const full = stage({ fallback: finance })
    expect(sourcesAt(full, 'first')).toEqual([{ kind: 'manager' }])
    expect(sourcesAt(full, 'fallback')).toEqual([{ kind: 'manager' }, finance])
    expect(sourcesAt(full, 'escalated')).toEqual([{ kind: 'manager' }, finance, { kind: 'administrators' }])
    expect(levelAfter(full, 'first')).toBe('fallback')
    expect(levelAfter(stage(), 'first')).toBe('escalated')
    expect(levelAfter(stage({ escalateTo: null }), 'first')).toBeNull()
    expect(levelAfter(full, 'escalated')).toBeNull()
  })
})

describe('a policy that is weaker than before', () => {
  const before = rules({}, { name: 'Finance', approvers: finance, quorum: 2 })
  test.each([
    ['the same', before, false],
    ['another name for a stage', rules({ name: 'Boss' }, { approvers: finance, quorum: 2 }), false],
    ['one stage more', rules({}, { approvers: { kind: 'role_owner' } }, { approvers: finance, quorum: 2 }), false],
    ['a higher quorum', rules({ quorum: 2 }, { approvers: finance, quorum: 3 }), false],
    ['no escalation: denied sooner', rules({ escalateTo: null }, { approvers: finance, quorum: 2 }), false],
    ['a stage gone', rules({ approvers: finance, quorum: 2 }), true],
    ['a lower quorum', rules({}, { approvers: finance, quorum: 1 }), true],
    [
      'other approvers',
      rules({ approvers: { kind: 'person', personId: 'me' } }, { approvers: finance, quorum: 2 }),
      true,
    ],
    ['a fallback that was not there', rules({ fallback: finance }, { approvers: finance, quorum: 2 }), true],
    ['the stages the other way round', rules({ approvers: finance, quorum: 2 }, {}), true],
    ['one person for several stages', { ...before, samePersonMayDecideSeveralStages: true }, true],
  ])('%s', (_, next, expected) => {
    expect(isWeaker(before, next)).toBe(expected)
  })
})

describe('rules that cannot be', () => {
  test.each([
    ['the built-in ones', builtInRules, []],
    ['a reminder after the escalation', rules({ remindAfterHours: 60 }), ['rules.stages.0.remindAfterHours']],
    ['an escalation after the end', rules({}, { escalateAfterHours: 96 }), ['rules.stages.1.escalateAfterHours']],
    ['an escalation to nobody', rules({ escalateTo: null }), ['rules.stages.0.escalateTo']],
    ['a name of blanks', rules({ name: '  ' }), ['rules.stages.0.name']],
  ])('%s', (_, given, fields) => {
    expect(faultsOf(given).map((fault) => fault.field)).toEqual(fields)
  })
})

describe('which version a person’s own request follows', () => {
  const strict = rules({}, { approvers: finance })
  const weak = rules({})
  test.each([
    [
      'the newest, when somebody else made it',
      [
        { authorId: 'ivan', rules: weak },
        { authorId: null, rules: strict },
      ],
      0,
    ],
    [
      'the one before, when they weakened it themselves',
      [
        { authorId: 'molly', rules: weak },
        { authorId: 'ivan', rules: strict },
      ],
      1,
    ],
    [
      'however often they weakened it',
      [
        { authorId: 'molly', rules: weak },
        { authorId: 'molly', rules: weak },
        { authorId: 'ivan', rules: strict },
      ],
      2,
    ],
    [
      'the newest, when they made it stricter',
      [
        { authorId: 'molly', rules: strict },
        { authorId: 'ivan', rules: weak },
      ],
      0,
    ],
    [
      'the newest, once somebody else stood behind it',
      [
        { authorId: 'ivan', rules: weak },
        { authorId: 'molly', rules: weak },
      ],
      0,
    ],
    ['the inherited one, when nobody else ever made one', [{ authorId: 'molly', rules: weak }], -1],
    [
      'the one before, when they dropped it for a weaker inherited one',
      [
        { authorId: 'molly', rules: null },
        { authorId: 'ivan', rules: rules({}, { approvers: finance }, { approvers: { kind: 'role_owner' } }) },
      ],
      1,
    ],
    ['the inherited one, when there is none', [], -1],
  ])('%s', (_, versions, expected) => {
    expect(versionFor(versions, 'molly', strict)).toBe(expected)
  })
})
