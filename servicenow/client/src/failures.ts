/** What can go wrong with an instance: a closed vocabulary. Callers read `code` and `isRetryable`, never the words. */

export type ServiceNowFailureCode =
  /** No answer, or one that says the instance is ill. What was asked may have happened all the same. */
  | 'unreachable'
  /** Too many calls; `retryAt` says from when on. */
  | 'throttled'
  /** The OAuth client or its token was refused. */
  | 'unauthorized'
  /** The client may not do this: a role or an access rule is missing. */
  | 'forbidden'
  /** No such record, or none this client may see. */
  | 'not_found'
  /** The instance understood and said no. */
  | 'rejected'
  /** The address is not an instance, or one that hibernates. */
  | 'misconfigured'
  /** A field that was asked for is missing from the answer: an access rule hides it, or it does not exist. */
  | 'field_hidden'
  /** Rows came that the filter does not admit: ServiceNow leaves out conditions on fields it does not know. */
  | 'filter_ignored'
  /** A value that cannot be sent safely: there is no escaping in an encoded query. */
  | 'unsafe_value'
  /** An answer of another shape than the documented one. */
  | 'unexpected_answer'

const retryable: ReadonlySet<ServiceNowFailureCode> = new Set(['unreachable', 'throttled'])

export type FailureFacts = {
  /** HTTP status, where there was an answer. */
  status?: number
  /** `table.field` or the table it is about. */
  subject?: string
  retryAt?: Date
  /** How long that is from when it was said. */
  retryAfterSeconds?: number
  /** `error.message` of a 404, for comparing alone: a resource of an app says there, in a code of its own, that it answered. */
  said?: string
  /** Of a hidden field: other rows of the same answer have it. */
  isOfSomeRows?: boolean
  cause?: unknown
}

/** The message is safe to show: it never holds a token, a secret, a value that was sent, or the body of an answer. */
export class ServiceNowFailure extends Error {
  readonly code: ServiceNowFailureCode
  readonly isRetryable: boolean
  readonly status: number | undefined
  readonly subject: string | undefined
  readonly retryAt: Date | undefined
  readonly retryAfterSeconds: number | undefined
  readonly said: string | undefined
  readonly isOfSomeRows: boolean

  constructor(code: ServiceNowFailureCode, message: string, facts: FailureFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.name = 'ServiceNowFailure'
    this.code = code
    this.isRetryable = retryable.has(code)
    this.status = facts.status
    this.subject = facts.subject
    this.retryAt = facts.retryAt
    this.retryAfterSeconds = facts.retryAfterSeconds
    this.said = facts.said
    this.isOfSomeRows = facts.isOfSomeRows ?? false
  }
}

export const unreachable = (cause?: unknown, status?: number): ServiceNowFailure =>
  new ServiceNowFailure('unreachable', 'ServiceNow did not answer.', {
    cause,
    ...(status === undefined ? {} : { status }),
  })

export const fieldHidden = (table: string, field: string, isOfSomeRows = false): ServiceNowFailure =>
  new ServiceNowFailure(
    'field_hidden',
    `ServiceNow left out the field ${table}.${field}: the integration user may not read it, or it does not exist.`,
    { subject: `${table}.${field}`, isOfSomeRows },
  )

export const filterIgnored = (table: string, field: string): ServiceNowFailure =>
  new ServiceNowFailure(
    'filter_ignored',
    `ServiceNow answered ${table} rows that the condition on ${field} does not admit; nothing was done with them.`,
    { subject: `${table}.${field}` },
  )

export const unexpected = (subject: string, cause?: unknown): ServiceNowFailure =>
  new ServiceNowFailure('unexpected_answer', `ServiceNow answered ${subject} in a way that is not documented.`, {
    subject,
    cause,
  })
