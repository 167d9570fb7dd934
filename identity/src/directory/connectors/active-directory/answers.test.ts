import { ConstraintViolationError, InsufficientAccessError, UnwillingToPerformError } from 'ldapts'
import { describe, expect, test } from 'vitest'
import { PasswordRejected } from '../failures.ts'
import { explainPasswordWrite } from './answers.ts'
import { waitBeforeTry } from './lockout.ts'
import type { AdTarget } from './person.ts'

const now = new Date('2026-03-02T10:00:00Z')
const policy = {
  minLength: 10,
  maxLength: 256,
  historyCount: 3,
  minAgeSeconds: 86_400,
  maxAgeSeconds: null,
  lockoutTries: 5,
  furtherChecks: false,
  refusesCommon: false,
  classes: 3,
  refusesNameParts: true,
}
const person = {
  login: 'molly',
  displayName: 'Molly Byrne-Walsh',
  now,
  setAt: new Date('2026-03-01T14:05:00Z'),
  policy,
  isComplex: true,
  observationSeconds: 1800,
  wrongTries: 0,
  lastWrongAt: null,
} as unknown as AdTarget

const reasonsOf = (error: Error) => (error instanceof PasswordRejected ? error.reasons.map(({ reason }) => reason) : [])

describe('a refused password', () => {
  test.each([
    ['Short-1', true, ['too_short']],
    ['only small letters', true, ['too_simple']],
    ['molly-Likes-9-dogs', true, ['contains_name']],
    ['A-BYRNE-of-9-dogs', true, ['contains_name']],
    ['molly', true, ['too_short', 'contains_name', 'too_simple']],
    ['Nothing-is-wrong-1', true, ['too_soon']],
    ['Nothing-is-wrong-1', false, ['used_before']],
    ['ПАРОЛЬ-из-букв-1', false, ['used_before']],
  ])('"%s" (own change: %s) is explained by what can be seen', (next, isOwnChange, reasons) => {
    const windows = new UnwillingToPerformError(
      '0000052D: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0',
    )
    const samba = new ConstraintViolationError('0000052D: Constraint violation - check_password_restrictions')
    for (const error of [windows, samba]) {
      expect(reasonsOf(explainPasswordWrite(error, person, { next, isOwnChange, obeysHistory: true }))).toEqual(reasons)
    }
  })

  test('of a reset that passes the history by is not laid to the history', () => {
    const error = new ConstraintViolationError('0000052D: refused')
    const given = { next: 'Nothing-is-wrong-1', isOwnChange: false }
    const reasonFor = (obeysHistory: boolean) =>
      reasonsOf(explainPasswordWrite(error, person, { ...given, obeysHistory }))
    expect([reasonFor(true), reasonFor(false)]).toEqual([['used_before'], ['refused']])
  })

  test('says from when a change is possible', () => {
    const error = new ConstraintViolationError('0000052D: refused')
    const explained = explainPasswordWrite(error, person, {
      next: 'Nothing-is-wrong-1',
      isOwnChange: true,
      obeysHistory: true,
    })
    expect(explained.message).toContain('2026-03-02T14:05:00.000Z')
  })

  test('of a wrong current one, a missing right and a channel without encryption is told apart', () => {
    const given = { next: 'Nothing-is-wrong-1', isOwnChange: true, obeysHistory: true }
    const wrong = new ConstraintViolationError('00000056: AtrErr: DSID-03190F80, #1')
    expect(reasonsOf(explainPasswordWrite(wrong, person, given))).toEqual(['current_wrong'])
    const right = new InsufficientAccessError('00000005: SecErr: DSID-031A11ED, problem 4003')
    expect(explainPasswordWrite(right, person, given)).toMatchObject({ code: 'not_allowed_by_directory', reason: null })
    const channel = new UnwillingToPerformError('0000001F: SvcErr: DSID-031A12D2, problem 5003')
    expect(explainPasswordWrite(channel, person, given)).toMatchObject({ code: 'directory_misconfigured' })
  })
})

describe('tries before the lock', () => {
  const wait = (lockoutTries: number | null, wrongTries: number, lastWrongAt = now) =>
    waitBeforeTry({ ...person, policy: { ...policy, lockoutTries }, wrongTries, lastWrongAt })

  test.each([
    [null, 1000, false],
    [5, 2, false],
    [5, 3, true],
    [3, 0, false],
    [3, 1, true],
    [2, 0, false],
    [2, 1, true],
    [1, 0, false],
    [1, 1, true],
  ])('a lock after %s and %i wrong ones so far: wait is %s', (lockoutTries, wrongTries, isWait) => {
    expect(wait(lockoutTries, wrongTries) !== null).toBe(isWait)
  })

  test('wrong ones are forgotten after the time of the policy', () => {
    expect(wait(5, 4)).toEqual({ until: new Date('2026-03-02T10:30:00Z'), seconds: 1800 })
    expect(wait(5, 4, new Date('2026-03-02T09:30:00Z'))).toBeNull()
  })
})
