import { type Entry, PasswordPolicyError, type PasswordPolicyValue } from 'ldapts'
import type { PasswordPolicy, Verdict } from '../connector.ts'
import type { PasswordFault } from '../failures.ts'
import { isAnswer } from './connection.ts'
import { firstValue } from './entries.ts'
import type { LdapPolicy } from './flavour-type.ts'

/** Attributes of a pwdPolicy entry (draft-behera-ldap-password-policy §5.2) that tell something to a person. */
export const beheraAttributes = [
  'pwdMinLength',
  'pwdMaxLength',
  'pwdInHistory',
  'pwdMinAge',
  'pwdMaxAge',
  'pwdLockout',
  'pwdMaxFailure',
  'pwdFailureCountInterval',
  'pwdLockoutDuration',
  'pwdCheckQuality',
  'pwdAllowUserChange',
]

/**
 * Of rules that the server does not show. An overlay's default policy stands in no entry, and the settings of 389-ds may
 * be closed to us, so a lock is assumed rather than none: strangers must not reach one that nobody knows of. So is that
 * wrong tries are forgotten, since a right password has to get in again at some time that can be told.
 */
export const unknownPolicy: LdapPolicy = {
  minLength: null,
  maxLength: null,
  historyCount: 0,
  minAgeSeconds: null,
  maxAgeSeconds: null,
  lockoutTries: 5,
  furtherChecks: true,
  refusesCommon: false,
  classes: null,
  refusesNameParts: false,
  lockSeconds: null,
  observationSeconds: 15 * 60,
}

export function behera(entry: Entry): LdapPolicy {
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
    lockSeconds: number('pwdLockoutDuration'),
    observationSeconds: number('pwdFailureCountInterval'),
  }
}

/** A time so many seconds later; null where either is not known. */
export function after(time: Date | null, seconds: number | null): Date | null {
  return time === null || seconds === null ? null : new Date(time.getTime() + seconds * 1000)
}

/** What a bind that the server accepted says about the password (§6.2, §9.1). */
export function verdictOfAcceptedBind(
  control: PasswordPolicyValue | undefined,
  facts: { mustChange: boolean; changedAt: Date | null },
): Verdict {
  if (control?.error === PasswordPolicyError.ChangeAfterReset || facts.mustChange) return { kind: 'must_change' }
  return {
    kind: 'ok',
    graceSignInsLeft: control?.graceAuthNsRemaining ?? null,
    expiresInSeconds: control?.timeBeforeExpiration ?? null,
    oldPasswordMayBind: false,
    passwordSetAt: facts.changedAt,
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

/** What is known of a refused password beside the answer of the server. */
export type Refused = {
  policy: PasswordPolicy
  notBefore: Date | null
  length: number
  /** It contains a piece of the person's names. */
  hasNamePart: boolean
  silentRefusalIsHistory: boolean
}

/** Why a new password was refused; null when the refusal is about something else. */
export function faultOf(
  error: unknown,
  control: PasswordPolicyValue | undefined,
  { policy, notBefore, length, hasNamePart, silentRefusalIsHistory }: Refused,
): PasswordFault | null {
  switch (control?.error) {
    case PasswordPolicyError.PasswordModNotAllowed:
    case PasswordPolicyError.MustSupplyOldPassword:
      return { reason: 'not_changeable' }
    case PasswordPolicyError.InsufficientPasswordQuality:
      // Servers that look at several things at once say only this.
      if (policy.minLength !== null && length < policy.minLength) {
        return { reason: 'too_short', minLength: policy.minLength }
      }
      return policy.refusesNameParts && hasNamePart ? { reason: 'contains_name' } : { reason: 'too_simple' }
    case PasswordPolicyError.PasswordTooShort:
      return { reason: 'too_short', minLength: policy.minLength }
    case PasswordPolicyError.PasswordTooYoung:
      return { reason: 'too_soon', notBefore }
    case PasswordPolicyError.PasswordInHistory:
      return { reason: 'used_before', historyCount: policy.historyCount || null }
    default:
      if (!isAnswer(error) || error.code !== 19) return null
      return silentRefusalIsHistory && policy.historyCount > 0
        ? { reason: 'used_before', historyCount: policy.historyCount }
        : { reason: 'refused' }
  }
}
