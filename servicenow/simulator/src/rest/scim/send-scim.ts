import type { FastifyReply } from 'fastify'

export function send(reply: FastifyReply, status: number, body: unknown) {
  return reply.code(status).type('application/scim+json').send(JSON.stringify(body))
}
