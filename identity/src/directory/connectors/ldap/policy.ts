import { type Entry, PasswordPolicyError, type PasswordPolicyValue } from 'ldapts'
import type { PasswordPolicy, Verdict } from '../connector.ts'
import type { PasswordFault } from '../failures.ts'
import { isAnswer } from './connection.ts'
import { firstValue, toDate } from './entries.ts'

/** Attributes of a pwdPolicy entry (draft-behera-ldap-password-policy §5.2) that tell something to a person. */
export const policyAttributes = [
  'pwdMinLength',
  'pwdMaxLength',
  'pwdInHistory',
  'pwdMinAge',
  'pwdMaxAge',
  'pwdLockout',
  'pwdMaxFailure',
  'pwdLockoutDuration',
  'pwdCheckQuality',
  'pwdAllowUserChange',
]

export const unknownPolicy: PasswordPolicy = {
  minLength: null,
  maxLength: null,
  historyCount: 0,
  minAgeSeconds: null,
  maxAgeSeconds: null,
  lockoutTries: null,
  furtherChecks: true,
  refusesCommon: false,
  classes: null,
  refusesNameParts: false,
}

export function toPolicy(entry: Entry): PasswordPolicy {
  const number = (attribute: string) => {
    const value = Number(firstValue(entry, attribute) ?? '0')
    return Number.isInteger(value) && value > 0 ? value : null
  }
  // Lengths are looked at only where quality is (§5.2.5).
  const isChecked = (number('pwdCheckQuality') ?? 0) > 0
  return {
    minLength: isChecked ? number('pwdMinLength') : null,
    maxLength: isChecked ? number('pwdMaxLength') : null,
    historyCount: number('pwdInHistory') ?? 0,
    minAgeSeconds: number('pwdMinAge'),
    maxAgeSeconds: number('pwdMaxAge'),
    lockoutTries: firstValue(entry, 'pwdLockout') === 'TRUE' ? number('pwdMaxFailure') : null,
    furtherChecks: isChecked,
    refusesCommon: false,
    classes: null,
    refusesNameParts: false,
  }
}

/** How long a lock lasts; null until somebody ends it. */
export function lockSecondsOf(entry: Entry): number | null {
  const seconds = Number(firstValue(entry, 'pwdLockoutDuration') ?? '0')
  return seconds > 0 ? seconds : null
}

/** A lock by wrong tries: it has a time, and is over when its duration is. */
export function isLocked(lockedTime: string | null, lockSeconds: number | null, now: Date): boolean {
  const since = toDate(lockedTime)
  if (since === null) return false
  return lockSeconds === null || since.getTime() + lockSeconds * 1000 > now.getTime()
}

/** What a bind that the server accepted says about the password (§6.2, §9.1). */
export function verdictOfAcceptedBind(control: PasswordPolicyValue | undefined, mustChange: boolean): Verdict {
  if (control?.error === PasswordPolicyError.ChangeAfterReset || mustChange) return { kind: 'must_change' }
  return {
    kind: 'ok',
    graceSignInsLeft: control?.graceAuthNsRemaining ?? null,
    expiresInSeconds: control?.timeBeforeExpiration ?? null,
    oldPasswordMayBind: false,
    passwordSetAt: null,
  }
}

/**
 * What a refused bind says; null when the refusal is not about this person. OpenLDAP says 49 and tells more in the
 * control; 389-ds says 19 for too many tries and 53 for an inactivated account.
 */
export function verdictOfRefusedBind(error: unknown, control: PasswordPolicyValue | undefined): Verdict | null {
  if (!isAnswer(error)) return null
  if (error.code === 49 && control?.error === PasswordPolicyError.PasswordExpired) return { kind: 'expired' }
  if (error.code === 49 && control?.error === PasswordPolicyError.AccountLocked) return { kind: 'locked' }
  if (error.code === 19) return { kind: 'locked' }
  if (error.code === 53) return { kind: 'disabled' }
  if ([49, 48, 32].includes(error.code)) return { kind: 'wrong' }
  return null
}

/** Why a new password was refused; null when the refusal is about something else. */
export function faultOf(
  error: unknown,
  control: PasswordPolicyValue | undefined,
  policy: PasswordPolicy,
  changedAt: Date | null,
): PasswordFault | null {
  switch (control?.error) {
    case PasswordPolicyError.PasswordModNotAllowed:
    case PasswordPolicyError.MustSupplyOldPassword:
      return { reason: 'not_changeable' }
    case PasswordPolicyError.InsufficientPasswordQuality:
      return { reason: 'too_simple' }
    case PasswordPolicyError.PasswordTooShort:
      return { reason: 'too_short', minLength: policy.minLength }
    case PasswordPolicyError.PasswordTooYoung: {
      const known = changedAt !== null && policy.minAgeSeconds !== null
      return {
        reason: 'too_soon',
        notBefore: known ? new Date(changedAt.getTime() + (policy.minAgeSeconds ?? 0) * 1000) : null,
      }
    }
    case PasswordPolicyError.PasswordInHistory:
      return { reason: 'used_before', historyCount: policy.historyCount || null }
    default:
      return isAnswer(error) && error.code === 19 ? { reason: 'refused' } : null
  }
}
