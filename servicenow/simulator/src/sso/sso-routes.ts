import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SignOn } from '../auth/sessions.ts'
import { isUsable } from '../auth/who.ts'
import { html } from '../portal/html.ts'
import { said, sendPage, visitorOf } from '../portal/page.ts'
import { localPath, openSession } from '../portal/sign-in-pages.ts'
import { formBody } from '../rest/read-body.ts'
import { notAuthorized, RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import { authnRequestUrl, metadata } from './authn-request.ts'
import { keyStoreOf } from './key-store.ts'
import { logoutRoutes } from './logout-routes.ts'
import { type Provider, providerByEntityId, providerById } from './providers.ts'
import { claimsOf, type Subject, verifyResponse } from './verify-response.ts'

type Pending = { providerId: string; next: string; isTest: boolean; startedAt: number }
type ByProvider = { Querystring: { glide_sso_id?: string; next?: string } }

const pendingMs = 10 * 60_000

/**
 * Multi-Provider SSO: the instance as a SAML service provider. Sign-in begins here or at the identity provider; the
 * answer comes to /navpage.do. Requests under way and assertions already used are known to this process only.
 */
export function ssoRoutes(app: FastifyInstance, service: Service): void {
  const { records, clock } = service
  const pending = new Map<string, Pending>()
  const used = new Map<string, number>()

  app.get<ByProvider>('/login_with_sso.do', async (request, reply) => {
    const provider = providerById(records, request.query.glide_sso_id ?? '')
    if (!provider?.isActive) throw new RestError(404, 'No such identity provider', 'It does not exist or is not active')
    return begin(reply, provider, localPath(request.query.next ?? ''), false)
  })
  app.get<ByProvider>('/sso_test_connection.do', async (request, reply) => {
    const visitor = visitorOf(service, request)
    if (!visitor?.who.roles.has('admin')) throw notAuthorized('Connections are tested by administrators')
    const provider = providerById(records, request.query.glide_sso_id ?? '')
    if (!provider) throw new RestError(404, 'No such identity provider')
    return begin(reply, provider, '/sp', true)
  })
  app.get<ByProvider>('/sso_metadata.do', async (request, reply) => {
    const provider = providerById(records, request.query.glide_sso_id ?? '')
    if (!provider) throw new RestError(404, 'No such identity provider')
    return reply.type('application/samlmetadata+xml').send(metadata(provider, keyStoreOf(records)?.certificate ?? null))
  })
  app.post('/navpage.do', (request, reply) => consume(request, reply))
  logoutRoutes(app, service)

  function begin(reply: FastifyReply, provider: Provider, next: string, isTest: boolean) {
    const now = clock.now()
    for (const [id, one] of pending) if (now.getTime() - one.startedAt > pendingMs) pending.delete(id)
    const id = `SNC${randomBytes(20).toString('hex')}`
    pending.set(id, { providerId: provider.id, next, isTest, startedAt: now.getTime() })
    return reply.redirect(authnRequestUrl(provider, id, next, now), 303)
  }

  function consume(request: FastifyRequest, reply: FastifyReply) {
    const xml = Buffer.from(formBody(request).get('SAMLResponse') ?? '', 'base64').toString('utf8')
    const claims = claimsOf(xml)
    const asked = claims?.inResponseTo ? pending.get(claims.inResponseTo) : undefined
    const provider = asked
      ? providerById(records, asked.providerId)
      : claims
        ? providerByEntityId(records, claims.issuer)
        : null
    if (!claims || !provider || (claims.inResponseTo !== '' && !asked))
      return refuse(reply, 'The answer belongs to no request of this instance')
    if (asked) pending.delete(claims.inResponseTo)
    const now = clock.now()
    const verdict = verifyResponse(xml, provider, claims.inResponseTo, now)
    const outcome = 'refused' in verdict ? verdict.refused : signIn(provider, verdict.subject, now.getTime())
    if (asked?.isTest) return tested(reply, provider, typeof outcome === 'string' ? outcome : null)
    if (typeof outcome === 'string') return refuse(reply, outcome)
    if (!provider.isActive) return refuse(reply, 'The identity provider is not active')
    openSession(service, request, reply, outcome.userId, outcome.signOn)
    const next = asked?.next ?? localPath(formBody(request).get('RelayState') ?? '')
    return reply.redirect(next, 303)
  }

  /** The person the assertion means, or why there is none. An assertion counts once. */
  function signIn(provider: Provider, subject: Subject, now: number): { userId: string; signOn: SignOn } | string {
    for (const [id, until] of used) if (until < now) used.delete(id)
    if (used.has(subject.assertionId)) return 'The assertion was used before'
    used.set(subject.assertionId, subject.expiresAt)
    const value = provider.userAttribute ? (subject.attributes[provider.userAttribute]?.[0] ?? '') : subject.nameId
    const query = {
      groups: [[[{ field: provider.userField, operator: '=' as const, value }]]],
      orderBy: [],
      groupBy: [],
      invalid: [],
    }
    const found = value === '' ? [] : records.find('sys_user', query, { limit: 2 })
    const [user] = found
    if (!user || found.length > 1 || !records.dictionary.column('sys_user', provider.userField))
      return 'Nobody here has that name'
    if (!isUsable(user)) return 'The account is not active'
    records.update('sys_user', user.sys_id ?? '', { last_login_time: dateTimeText(clock.now()) }, system)
    const { nameId, nameIdFormat, sessionIndex } = subject
    return { userId: user.sys_id ?? '', signOn: { providerId: provider.id, nameId, nameIdFormat, sessionIndex } }
  }

  function tested(reply: FastifyReply, provider: Provider, fault: string | null) {
    const values = {
      test_connection_result: fault === null ? 'success' : 'failure',
      test_connection_date: dateTimeText(clock.now()),
    }
    records.update('saml2_update1_properties', provider.id, values, system)
    const words =
      fault === null
        ? 'The connection works. The identity provider may be made active.'
        : `The connection does not work: ${fault}.`
    return sendPage(
      service,
      reply,
      null,
      { title: 'Test connection', isNarrow: true, status: fault ? 400 : 200, message: said(words, fault !== null) },
      html`<p><a href="/sp">To the portal</a></p>`,
    )
  }

  function refuse(reply: FastifyReply, why: string) {
    records.insert('syslog', { level: '2', source: 'SAML2', message: why }, system)
    const message = said('You could not be signed in. The administrator finds the reason in the system log.', true)
    return sendPage(
      service,
      reply,
      null,
      { title: 'Not signed in', isNarrow: true, status: 403, message },
      html`<p><a href="/sp/login">Try again</a></p>`,
    )
  }
}
