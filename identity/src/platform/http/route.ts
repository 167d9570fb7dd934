import type { AnswerOf, BodyOf, ParamsOf, QueryOf, RouteSpec } from '@hallpass/contract/route'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Principal } from './principal.ts'

/** What a handler is given: input parsed by the route's schemas, and who is calling. */
export type Call<R extends RouteSpec> = {
  params: ParamsOf<R>
  query: QueryOf<R>
  body: BodyOf<R>
  /** Undefined on public routes when nobody is signed in; on every other route the caller is signed in. */
  principal: R['access'] extends 'public' ? Principal | undefined : Principal
  /** The client's address, taken from X-Forwarded-For only behind a listed proxy. */
  address: string
  requestId: string
  request: FastifyRequest
  reply: FastifyReply
}

/** 204 answers nothing; a stream or file is written by the handler itself. */
type Answer<R extends RouteSpec> = R['success'] extends { content: string }
  ? unknown
  : AnswerOf<R> extends undefined
    ? // biome-ignore lint/suspicious/noConfusingVoidType: a handler of a 204 has nothing to return
      void
    : AnswerOf<R>

export type Handler<R extends RouteSpec> = (call: Call<R>) => Promise<Answer<R>>

declare module 'fastify' {
  interface FastifyContextConfig {
    spec?: RouteSpec
    /** An address of a standard, answered by a library: calls are counted for their network, the rest is its own. */
    isStandard?: boolean
  }
  interface FastifyRequest {
    principal?: Principal | undefined
    /** For a call that turned out to be right, where what is right may come as often as it likes. */
    takeOutOfCount?: (() => void) | undefined
  }
}

/** Binds a handler to a route of the contract. Authentication, CSRF, limits and validation follow from the contract. */
export function serve<R extends RouteSpec>(server: FastifyInstance, spec: R, handle: Handler<R>): void {
  server.route({
    method: spec.method,
    url: spec.path,
    ...(spec.bodyBytesMax === undefined ? {} : { bodyLimit: spec.bodyBytesMax }),
    config: { spec },
    schema: {
      ...(spec.params ? { params: spec.params } : {}),
      ...(spec.query ? { querystring: spec.query } : {}),
      ...(spec.body ? { body: spec.body } : {}),
      ...(spec.success.schema && !spec.success.content
        ? { response: { [spec.success.status]: spec.success.schema } }
        : {}),
    },
    handler: async (request, reply) => {
      const answer = await handle({
        params: request.params,
        query: request.query,
        body: request.body,
        principal: request.principal,
        address: request.ip,
        requestId: request.id,
        request,
        reply,
      } as Call<R>)
      if (reply.sent || spec.success.content) return reply
      return reply.code(spec.success.status).send(answer)
    },
  })
}
