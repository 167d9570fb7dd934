/** What sort of failure it is; `platform/http/problem.ts` maps each to one HTTP status. */
export type FailureKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unsupported_media'
  | 'rate_limited'
  | 'unavailable'
  | 'internal'

/**
 * One field of the input and what it wants, for a form to show beside it. `code` and `values` let a page say it in another
 * language: what the message says, and what it names.
 */
export type FieldFault = {
  field: string
  message: string
  code?: string
  values?: Record<string, string | number>
}

export type FailureOptions = {
  cause?: unknown
  fields?: FieldFault[]
  retryAfterSeconds?: number
  /** Further members of the problem document; never secrets, never another person's data. */
  extra?: Record<string, string | number | boolean>
}

/**
 * A failure with a stable snake_case code and a sentence that is safe to show to whoever asked.
 * Each slice's `errors.ts` is the catalogue of its own; nothing matches on text.
 */
export class Failure extends Error {
  readonly kind: FailureKind
  readonly code: string
  readonly fields: FieldFault[]
  readonly retryAfterSeconds: number | undefined
  readonly extra: Record<string, string | number | boolean>

  constructor(kind: FailureKind, code: string, message: string, options: FailureOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Failure'
    this.kind = kind
    this.code = code
    this.fields = options.fields ?? []
    this.retryAfterSeconds = options.retryAfterSeconds
    this.extra = options.extra ?? {}
  }
}

/** Shorthand for input that parsed but cannot be accepted: names the field and what it wants. */
export function invalidField(field: string, message: string, code = 'invalid_input'): Failure {
  return new Failure('invalid', code, message, { fields: [{ field, message }] })
}
