import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import { agentPages } from './agent-pages.ts'
import { approvalPages } from './approval-pages.ts'
import { catalogPages } from './catalog-pages.ts'
import { clientScripts } from './client-scripts.ts'
import { dashboardPages } from './dashboard-pages.ts'
import { html } from './html.ts'
import { orderPages } from './order-pages.ts'
import { said, sendPage, type Visitor, visitorOf } from './page.ts'
import type { PortalPage, PortalPages } from './pages.ts'
import { passwordPages } from './password-pages.ts'
import { clientScript } from './portal-script.ts'
import { providerPages } from './provider-pages.ts'
import { recordPages } from './record-pages.ts'
import { requestPages } from './request-pages.ts'
import { signInPages } from './sign-in-pages.ts'
import { styleSheet } from './style.ts'
import { widgetFiles, widgetPage } from './widget-pages.ts'

/** The Service Portal, rendered here: enough to order, follow, approve and work. */
export function portal(app: FastifyInstance, service: Service): void {
  const pages: PortalPages = { show: {}, act: {} }
  const added = [catalogPages, orderPages, requestPages, approvalPages, agentPages, providerPages]
  for (const add of [...added, dashboardPages, recordPages]) add(service, pages)
  signInPages(app, service)
  passwordPages(app, service)
  clientScripts(app, service)
  widgetFiles(app, service)
  app.get('/sp/style.css', (_request, reply) => reply.type('text/css').send(styleSheet))
  app.get('/sp/portal.js', (_request, reply) => reply.type('text/javascript').send(clientScript))
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send())
  app.get('/sp', (request, reply) => serve(service, pages.show, request, reply))
  app.post('/sp', (request, reply) => serve(service, pages.act, request, reply))
}

async function serve(
  service: Service,
  pages: Record<string, PortalPage>,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const query = request.query as Record<string, string | undefined>
  if (query.id === 'password_reset') return reply.redirect('/sp/password')
  const visitor = visitorOf(service, request)
  if (!visitor) return reply.redirect(`/sp/login?next=${encodeURIComponent(request.url)}`, 303)
  const page = pages[query.id ?? 'sc_home']
  try {
    if (!page) return (await widgetPage(service, reply, visitor, query.id ?? '')) ?? missing(service, reply, visitor)
    return await page({ request, reply, visitor, query })
  } catch (error) {
    if (!(error instanceof RestError)) throw error
    const message = said(`${error.message}. ${error.detail ?? ''}`, true)
    return sendPage(
      service,
      reply,
      visitor,
      { title: visitor.say('That did not work'), status: error.status, message },
      html`<p><a href="/sp">${visitor.say('To the catalog')}</a></p>`,
    )
  }
}

function missing(service: Service, reply: FastifyReply, visitor: Visitor) {
  const { say } = visitor
  return sendPage(
    service,
    reply,
    visitor,
    { title: say('Not here'), status: 404, message: said(say('There is no such page.'), true) },
    html`<p><a href="/sp">${say('To the catalog')}</a></p>`,
  )
}
