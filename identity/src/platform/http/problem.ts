import { STATUS_CODES } from 'node:http'
import type { Problem } from '@hallpass/contract/common'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Failure, type FailureKind, type FieldFault } from '../errors.ts'

/** The one table from a failure's kind to the HTTP status. */
export const statusOf: Record<FailureKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_media: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
}

/** Answers any thrown value as RFC 9457 problem+json; only 5xx is logged as an error, and says nothing of its cause. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const failure = toFailure(error)
  const status = statusOf[failure.kind]
  if (status >= 500) request.log.error({ err: error, code: failure.code }, 'request failed')
  if (failure.retryAfterSeconds !== undefined) reply.header('retry-after', Math.ceil(failure.retryAfterSeconds))
  if (failure.code === 'insufficient_user_authentication') {
    reply.header('www-authenticate', `Session error="${failure.code}", max_age=${failure.extra.max_age ?? 300}`)
  }
  return reply
    .code(status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(toProblem(failure, request.id)))
}

export function toProblem(failure: Failure, requestId: string): Problem {
  const { code, message: detail } = failure
  return {
    ...failure.extra,
    ...problemOf({ status: statusOf[failure.kind], code, detail }, requestId),
    ...(failure.fields.length > 0 ? { fields: failure.fields } : {}),
    ...(failure.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: failure.retryAfterSeconds }),
  }
}

export function problemOf(what: { status: number; code: string; detail: string }, requestId: string): Problem {
  const { status, code, detail } = what
  return {
    type: `urn:hallpass:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    code,
    requestId,
  }
}

/** Fastify's own errors, by code; anything unknown is an internal failure whose text is never shown. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const { code, validation, validationContext, statusCode } = error as Partial<FastifyError>
  if (validation)
    return new Failure('invalid', 'invalid_input', 'Some of the input cannot be accepted.', {
      fields: faults(validation, validationContext),
    })
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Failure('too_large', 'body_too_large', 'The request is larger than this address accepts.')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Failure('unsupported_media', 'unsupported_media_type', 'Send the request as application/json.')
  if (code === 'FST_ERR_BAD_URL' || statusCode === 414)
    return new Failure(
      'invalid',
      'malformed_address',
      'This address cannot be read; check its encoding and its length.',
    )
  // Thrown by the server of files, for a path that leads out of its folder: to strangers there is nothing there.
  if (statusCode === 403 || statusCode === 404)
    return new Failure('not_found', 'not_found', 'There is nothing at this address.', { cause: error })
  if (statusCode === 400 || error instanceof SyntaxError) {
    const message = 'The request could not be read; send well-formed JSON.'
    return new Failure('invalid', 'malformed_request', message, {
      fields: [{ field: 'body', message: 'must be well-formed JSON' }],
    })
  }
  if (isOverloaded(error))
    return new Failure('unavailable', 'temporarily_unavailable', 'This did not work just now. Try again in a moment.', {
      retryAfterSeconds: 5,
      cause: error,
    })
  return new Failure(
    'internal',
    'internal_error',
    'Something went wrong on our side. Try again, and quote the reference if it stays.',
    { cause: error },
  )
}

/** PostgreSQL is restarting, out of connections or gone (SQLSTATE classes 08, 53, 57P) or the socket broke. */
function isOverloaded(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return false
  return /^(08|53|57P)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'].includes(code)
}

type ValidationFault = {
  instancePath: string
  keyword?: string
  message?: string | undefined
  params?: Record<string, unknown>
}

function faults(validation: readonly ValidationFault[], context = 'body'): FieldFault[] {
  return validation.filter(isTelling).flatMap((fault) => {
    const base = fault.instancePath.replace(/^\//, '').replaceAll('/', '.')
    const names = namesOf(fault.params)
    const message = fault.keyword === 'additionalProperties' ? 'is not known here' : fault.message
    if (names.length === 0) return [{ field: base || context, message: message ?? 'cannot be accepted' }]
    return names.map((name) => ({ field: base ? `${base}.${name}` : name, message: message ?? 'cannot be accepted' }))
  })
}

/** An unknown property is told twice: by the object that has it, and as the schema `false` of the property itself. */
const isTelling = ({ keyword }: ValidationFault): boolean => keyword !== 'boolean'

/** A missing or unknown property is named in the parameters of the fault, not in its path. */
function namesOf(params: Record<string, unknown> | undefined): string[] {
  const names = params?.requiredProperties ?? params?.additionalProperties ?? []
  return Array.isArray(names) ? names.map(String) : []
}
