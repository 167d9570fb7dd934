import type { FastifyReply, FastifyRequest } from 'fastify'
import { Failure } from '../../platform/errors.ts'
import { statusOf } from '../../platform/http/problem.ts'
import { pageLanguage } from '../plain-page.ts'
import { refusalPage } from '../refusal-page.ts'

/** A person on the way to an app reads a page in words; a program gets the problem document. */
export async function inWords(
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Failure) || !(request.headers.accept ?? '').includes('text/html')) throw error
    request.log.warn({ code: error.code, detail: error.message, err: error.cause }, 'sign-on refused')
    if (error.retryAfterSeconds !== undefined) reply.header('retry-after', Math.ceil(error.retryAfterSeconds))
    const page = refusalPage(error, pageLanguage(request.headers), request.id)
    return reply.code(statusOf[error.kind]).type('text/html; charset=utf-8').send(page)
  }
}
