import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { html } from '../portal/html.ts'
import { checkedForm, sendPage, tokenField, visitorOf } from '../portal/page.ts'
import { RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import type { Row } from '../store/records.ts'
import { newToken, storeToken } from './oauth.ts'

const codeSeconds = 60

/** The page where a person lets an application act for him, and the code that comes of it (RFC 6749 §4.1, RFC 7636). */
export function oauthConsent(app: FastifyInstance, service: Service): void {
  const { records } = service
  app.get('/oauth_auth.do', async (request, reply) => {
    const asked = read(request)
    const visitor = visitorOf(service, request)
    if (!visitor) return reply.redirect(`/sp/login?next=${encodeURIComponent(request.url)}`, 303)
    const target = new URL(asked.redirectUri).origin
    const options = { title: 'Allow access?', isNarrow: true, formAction: target }
    return sendPage(
      service,
      reply,
      visitor,
      options,
      html`<form method="post" action="${request.url}" class="card">${tokenField(visitor)}
<p><strong>${asked.client.name}</strong> would like to act in this instance as ${visitor.user.name}.</p>
<div class="actions"><button name="decision" value="allow">Allow</button><button class="plain" name="decision" value="deny">Deny</button></div></form>`,
    )
  })
  app.post('/oauth_auth.do', async (request, reply) => {
    const asked = read(request)
    const visitor = visitorOf(service, request)
    if (!visitor) return reply.redirect(`/sp/login?next=${encodeURIComponent(request.url)}`, 303)
    const form = checkedForm(request, visitor)
    if (form.get('decision') !== 'allow') return back(reply, asked, { error: 'access_denied' })
    const code = newToken()
    storeToken(records, {
      client: asked.client,
      user: visitor.user,
      type: 'authorization_code',
      token: code,
      lifeSeconds: codeSeconds,
      redirect_uri: asked.redirectUri,
      code_challenge: asked.challenge,
      code_challenge_method: asked.challengeMethod,
    })
    return back(reply, asked, { code })
  })

  /** @throws RestError 400, without leading anywhere, where client or address are not known. */
  function read(request: FastifyRequest) {
    const query = request.query as Record<string, string | undefined>
    const client = records
      .find('oauth_entity', 'active=true^type=client')
      .find((row) => row.client_id === query.client_id)
    if (!client) throw new RestError(400, 'Invalid client_id')
    const redirectUri = query.redirect_uri ?? ''
    if (!(client.redirect_url ?? '').split(',').some((known) => known.trim() === redirectUri) || redirectUri === '')
      throw new RestError(400, 'Invalid redirect_uri')
    if (query.response_type !== 'code') throw new RestError(400, 'Invalid response_type', 'Only code is offered')
    const challenge = query.code_challenge ?? ''
    if (client.public_client === 'true' && challenge === '') throw new RestError(400, 'Missing code_challenge')
    return {
      client,
      redirectUri,
      state: query.state ?? '',
      challenge,
      challengeMethod: query.code_challenge_method ?? 'plain',
    }
  }
}

function back(
  reply: FastifyReply,
  asked: { client: Row; redirectUri: string; state: string },
  answer: Record<string, string>,
) {
  const url = new URL(asked.redirectUri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
  if (asked.state) url.searchParams.set('state', asked.state)
  return reply.redirect(url.toString(), 303)
}
