import type { FastifyInstance, FastifyReply } from 'fastify'
import { html } from '../portal/html.ts'
import { said, sendPage } from '../portal/page.ts'
import type { Service } from '../rest/service.ts'
import { system } from '../store/open-records.ts'
import { logoutAnswer } from './log-out.ts'
import { type Provider, providerByEntityId } from './providers.ts'
import { isSignedBy, type LogoutRequest, readLogout } from './read-logout.ts'

type ByMessage = { Querystring: { SAMLRequest?: string; RelayState?: string } }

/** Single logout: a provider that signs people out comes to /navpage.do; the way back from one ends on a static page. */
export function logoutRoutes(app: FastifyInstance, service: Service): void {
  const { records, clock, sessions } = service

  app.get<ByMessage>('/navpage.do', async (request, reply) => {
    const { SAMLRequest: message, RelayState: relayState = '' } = request.query
    if (message === undefined) return reply.redirect('/sp')
    const asked = readLogout(message)
    const provider = asked && providerByEntityId(records, asked.issuer)
    if (!asked || !provider) return refuse(reply, 'A sign-out of no identity provider of this instance')
    const fault = faultOf(asked, provider, request.url)
    if (fault !== null) return refuse(reply, fault)
    sessions.closeNamed(provider.id, asked.nameId, asked.sessionIndexes)
    if (provider.logoutUrl === '') return reply.redirect('/external_logout_complete.do', 303)
    return reply.redirect(logoutAnswer(service, provider, { id: asked.id, relayState }), 303)
  })

  app.get('/external_logout_complete.do', (_request, reply) =>
    sendPage(
      service,
      reply,
      null,
      { title: 'Signed out', isNarrow: true, status: 200, message: said('You are signed out.', false) },
      html`<p><a href="/sp/login">Sign in again</a></p>`,
    ),
  )

  function faultOf(asked: LogoutRequest, provider: Provider, url: string): string | null {
    if (!isSignedBy(provider, url.slice(url.indexOf('?') + 1))) return 'The sign-out is not signed by its provider'
    if (asked.destination !== '' && asked.destination !== provider.acsUrl) return 'The destination is another'
    const latest = clock.now().getTime() - provider.clockSkewSeconds * 1000
    if (asked.notOnOrAfter && asked.notOnOrAfter.getTime() <= latest) return 'The sign-out is too old'
    return null
  }

  function refuse(reply: FastifyReply, why: string) {
    records.insert('syslog', { level: '2', source: 'SAML2', message: why }, system)
    const message = said('Nobody was signed out. The administrator finds the reason in the system log.', true)
    const options = { title: 'Not signed out', isNarrow: true, status: 403, message }
    return sendPage(service, reply, null, options, html`<p><a href="/sp">To the portal</a></p>`)
  }
}
