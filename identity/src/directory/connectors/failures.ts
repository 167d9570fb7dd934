/** The closed vocabulary of what a directory can answer to a write. Callers read `code` and `retryable`, never text. */
import { Failure, type FailureKind, type FailureOptions } from '../../platform/errors.ts'

/** Why a directory does not take a password; each is something the person can act on. */
export type PasswordFault =
  | { reason: 'too_short'; minLength: number | null }
  | { reason: 'too_long'; maxLength: number | null }
  | { reason: 'used_before'; historyCount: number | null }
  | { reason: 'too_common' }
  | { reason: 'contains_name' }
  | { reason: 'contains_company_word' }
  | { reason: 'too_simple' }
  | { reason: 'too_soon'; notBefore: Date | null }
  | { reason: 'current_wrong' }
  | { reason: 'not_changeable' }
  | { reason: 'refused' }

/** A failure of a directory. `retryable`: the same call may succeed later without anybody changing anything. */
export class DirectoryFailure extends Failure {
  readonly retryable: boolean
  /** `protected`: refused by ourselves before anything was sent (security A.1). */
  readonly reason: 'protected' | null

  constructor(
    kind: FailureKind,
    code: string,
    message: string,
    retryable: boolean,
    options: FailureOptions & { reason?: 'protected' } = {},
  ) {
    super(kind, code, message, options)
    this.name = 'DirectoryFailure'
    this.retryable = retryable
    this.reason = options.reason ?? null
  }
}

/** The directory refuses the new password; `reasons` say what to change. */
export class PasswordRejected extends DirectoryFailure {
  readonly reasons: PasswordFault[]

  constructor(reasons: PasswordFault[], cause?: unknown) {
    super('invalid', 'password_rejected', reasons.map(sentenceOf).join(' '), false, {
      cause,
      fields: reasons.map((fault) => ({
        field: 'password',
        message: sentenceOf(fault),
        code: fault.reason,
        values: valuesOf(fault),
      })),
    })
    this.name = 'PasswordRejected'
    this.reasons = reasons
  }
}

export const accountLocked = (cause?: unknown): DirectoryFailure =>
  new DirectoryFailure('conflict', 'account_locked', 'The account is locked in its directory.', false, { cause })

export const notFound = (cause?: unknown): DirectoryFailure =>
  new DirectoryFailure('not_found', 'not_in_directory', 'The directory no longer has this person.', false, { cause })

export const alreadyExists = (message: string, cause?: unknown): DirectoryFailure =>
  new DirectoryFailure('conflict', 'already_exists', message, false, { cause })

export const notAllowed = (message: string, cause?: unknown): DirectoryFailure =>
  new DirectoryFailure('conflict', 'not_allowed_by_directory', message, false, { cause })

/** Nothing was sent: administrators, machines, service accounts and whoever the operator lists are out of reach. */
export const protectedIdentity = (): DirectoryFailure =>
  new DirectoryFailure(
    'conflict',
    'not_allowed_by_directory',
    'This account is protected; change it in its directory.',
    false,
    {
      reason: 'protected',
    },
  )

/** Nothing was sent: one more wrong try would bring the directory's own lock too near (security B.9). */
export const triesUsedUp = (retryAfterSeconds: number): DirectoryFailure =>
  new DirectoryFailure('rate_limited', 'tries_used_up', 'Too many wrong tries. Wait before the next one.', true, {
    retryAfterSeconds,
  })

export const unreachable = (message: string, cause?: unknown): DirectoryFailure =>
  new DirectoryFailure('unavailable', 'directory_unreachable', message, true, { cause })

export const throttled = (retryAfterSeconds: number, cause?: unknown): DirectoryFailure =>
  new DirectoryFailure('unavailable', 'directory_busy', 'The directory is busy. Try again in a moment.', true, {
    cause,
    retryAfterSeconds,
  })

/** Nothing was asked: an administrator paused the directory. */
export const directoryPaused = (): DirectoryFailure =>
  new DirectoryFailure(
    'conflict',
    'directory_paused',
    'This directory is paused by an administrator: nobody signs in by it and nothing is changed in it until it goes on.',
    false,
  )

export const misconfigured = (message: string, cause?: unknown): DirectoryFailure =>
  new DirectoryFailure('unavailable', 'directory_misconfigured', message, false, { cause })

/** What the sentence names, for pages that say it in another language; times are RFC 3339. */
function valuesOf(fault: PasswordFault): Record<string, string | number> {
  const { reason: _, ...rest } = fault
  const named = Object.entries(rest).filter((entry): entry is [string, number | Date] => entry[1] !== null)
  return Object.fromEntries(named.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]))
}

/** The sentence for a person; names the rule and never the entry. */
export function sentenceOf(fault: PasswordFault): string {
  switch (fault.reason) {
    case 'too_short':
      return fault.minLength === null
        ? 'The password is too short.'
        : `The password needs at least ${fault.minLength} characters.`
    case 'too_long':
      return fault.maxLength === null
        ? 'The password is too long.'
        : `The password may have at most ${fault.maxLength} characters.`
    case 'used_before':
      return 'You used this password before. Choose another one.'
    case 'too_common':
      return 'This password is on lists that attackers try first. Choose another one.'
    case 'contains_name':
      return 'The password contains your name or login. Choose one without it.'
    case 'contains_company_word':
      return 'The password is little more than a word of your company. Choose another one.'
    case 'too_simple':
      return 'The directory finds this password too simple. Make it longer or mix it more.'
    case 'too_soon':
      return fault.notBefore === null
        ? 'The password was changed a short time ago and cannot be changed again yet.'
        : `The password was changed a short time ago. It can be changed again from ${fault.notBefore.toISOString()}.`
    case 'current_wrong':
      return 'The current password is not right.'
    case 'not_changeable':
      return 'The directory does not let you change this password yourself. Use "Forgot password" or ask the service desk.'
    case 'refused':
      return 'The directory refuses this password. Choose a longer one that you never used before.'
  }
}
