import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visitor } from './page.ts'

/** A page of the portal: `/sp?id=…`, as its address is on every instance. */
export type PortalPage = (context: {
  request: FastifyRequest
  reply: FastifyReply
  visitor: Visitor
  query: Readonly<Record<string, string | undefined>>
}) => Promise<unknown> | unknown

export type PortalPages = { show: Record<string, PortalPage>; act: Record<string, PortalPage> }
