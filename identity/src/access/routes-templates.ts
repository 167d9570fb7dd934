import { accessRoutes as spec } from '@hallpass/contract/access'
import type { FastifyInstance } from 'fastify'
import { serve } from '../platform/http/route.ts'
import type { Catalog } from './catalog.ts'
import { iconNotFound, templateNotFound } from './errors.ts'
import { showTemplate } from './show-template.ts'

const dayS = 24 * 60 * 60

export function templateRoutes(server: FastifyInstance, deps: Catalog): void {
  serve(server, spec.searchTemplates, async ({ query }) =>
    deps.searchTemplates({ q: query.q, category: query.category, protocol: query.protocol, limit: query.limit ?? 30 }),
  )

  serve(server, spec.getTemplate, async ({ params }) => {
    const template = deps.templates.get(params.slug)
    if (!template) throw templateNotFound()
    return showTemplate(template)
  })

  serve(server, spec.getIcon, async ({ params, request, reply }) => {
    const icon = await deps.icons.get(params.slug)
    if (!icon) throw iconNotFound()
    reply
      .header('content-type', 'image/svg+xml; charset=utf-8')
      .header('cache-control', `public, max-age=${dayS}`)
      .header('etag', icon.tag)
      .header('x-content-type-options', 'nosniff')
      // Opened by itself it is a document: nothing in it may load or run.
      .header('content-security-policy', "default-src 'none'; sandbox")
    if (request.headers['if-none-match'] === icon.tag) reply.code(304).send()
    else reply.send(icon.svg)
  })
}
