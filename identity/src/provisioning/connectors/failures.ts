/** The closed vocabulary of what an app can answer. Callers read `code`, `scope` and `retryable`, never text. */
import { Failure, type FailureKind, type FailureOptions } from '../../platform/errors.ts'

export type AppFailureCode =
  | 'already_in_app'
  | 'not_in_app'
  | 'not_allowed_by_app'
  | 'app_unreachable'
  | 'app_busy'
  | 'app_misconfigured'
  | 'rejected_by_app'

/**
 * A failure of an app. `retryable`: the same call may succeed later without anybody changing anything.
 * `scope`: whether it is about one account, or would meet every account of the app until somebody mends the connection.
 */
export class AppFailure extends Failure {
  declare readonly code: AppFailureCode
  readonly retryable: boolean
  readonly scope: 'account' | 'app'

  constructor(
    kind: FailureKind,
    code: AppFailureCode,
    message: string,
    traits: { retryable: boolean; scope: 'account' | 'app' },
    options: FailureOptions = {},
  ) {
    super(kind, code, message, options)
    this.name = 'AppFailure'
    this.retryable = traits.retryable
    this.scope = traits.scope
  }
}

const ofAccount = { retryable: false, scope: 'account' } as const
const ofApp = { retryable: false, scope: 'app' } as const
const passing = { retryable: true, scope: 'app' } as const

/** Another account holds the user name, address or key. */
export const alreadyExists = (message: string, cause?: unknown): AppFailure =>
  new AppFailure('conflict', 'already_in_app', message, ofAccount, { cause })

/** The account or group that was to be changed is gone; looking again from the start may find or make it. */
export const notFound = (message: string, cause?: unknown): AppFailure =>
  new AppFailure('not_found', 'not_in_app', message, { retryable: true, scope: 'account' }, { cause })

/** The token may not do this to this account. */
export const notAllowed = (message: string, cause?: unknown): AppFailure =>
  new AppFailure('conflict', 'not_allowed_by_app', message, ofAccount, { cause })

/** No answer, or one that says the app itself is ill. What was asked may have happened all the same. */
export const unreachable = (message: string, cause?: unknown): AppFailure =>
  new AppFailure('unavailable', 'app_unreachable', message, passing, { cause })

export const throttled = (retryAfterSeconds: number): AppFailure =>
  new AppFailure('unavailable', 'app_busy', 'The app asked Hallpass to slow down.', passing, { retryAfterSeconds })

/** The address, token or settings are wrong: no account of this app can be worked on until they are mended. */
export const misconfigured = (message: string, cause?: unknown): AppFailure =>
  new AppFailure('unavailable', 'app_misconfigured', message, ofApp, { cause })

/** The app understood and refused, or said yes and did nothing. */
export const rejected = (message: string, cause?: unknown): AppFailure =>
  new AppFailure('conflict', 'rejected_by_app', message, ofAccount, { cause })
