import type { FastifyReply, FastifyRequest } from 'fastify'
import { Failure } from '../../platform/errors.ts'
import { statusOf } from '../../platform/http/problem.ts'
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
    request.log.warn({ code: error.code, err: error.cause }, 'sign-on refused')
    return reply.code(statusOf[error.kind]).type('text/html; charset=utf-8').send(refusalPage(error, request.id))
  }
}
