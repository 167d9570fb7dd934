/** A call that failed, as the service's problem+json says it, or as the network left it. */
import type { Problem } from '@hallpass/contract/common'
import { say } from '../strings/say.ts'

export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export function offline(): ProblemError {
  return new ProblemError({ type: 'about:blank', title: '', status: 0, detail: '', code: 'offline', requestId: '' })
}

/** What a failed answer says. Something that is no problem document (a proxy's page) becomes a plain one. */
export function problemOf(body: unknown, response: { status: number; headers: Headers }): ProblemError {
  if (isProblem(body)) return new ProblemError(body)
  return new ProblemError({
    type: 'about:blank',
    title: '',
    status: response.status,
    detail: '',
    code: 'unreadable_answer',
    requestId: response.headers.get('x-request-id') ?? '',
  })
}

/** Status of a failure; 0 when the service was not reached. */
export function statusOf(error: unknown): number {
  return error instanceof ProblemError ? error.problem.status : -1
}

export function codeOf(error: unknown): string {
  return error instanceof ProblemError ? error.problem.code : 'unexpected'
}

/**
 * Marks an input as the one that the service calls `field`, with what was said about it or about one of its lines; the box
 * of the form leads to it. `otherwise`: what it is called while it is empty or as a whole.
 */
export function fieldProps(error: unknown, field: string, otherwise = field) {
  return { 'data-field': field, error: messageOf(error, field) ?? messageOf(error, otherwise) }
}

export type FieldProps = ReturnType<typeof fieldProps>

function messageOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  const fault = error.problem.fields?.find((named) => plainField(named.field).replace(/\.\d+$/, '') === field)
  return fault && say(fault.message)
}

/** `/body/displayName`, `body.displayName` and `displayName` name the same input. */
export function plainField(field: string): string {
  return field
    .replace(/^[/.]?(body|query|params)[/.]/, '')
    .replace(/^\//, '')
    .replaceAll('/', '.')
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'status' in body && 'detail' in body
}
