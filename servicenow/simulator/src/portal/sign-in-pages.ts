import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { cookieOf } from '../auth/authenticate.ts'
import { type SignOn, sessionCookie } from '../auth/sessions.ts'
import { formBody } from '../rest/read-body.ts'
import type { Service } from '../rest/service.ts'
import { logoutAddress } from '../sso/log-out.ts'
import { html } from './html.ts'
import { checkedForm, languageOf, said, sendPage, visitorOf } from './page.ts'
import { sayIn } from './words.ts'

/** Signing in with a local password, or by an identity provider that is active. */
export function signInPages(app: FastifyInstance, service: Service): void {
  app.get('/sp/login', (request, reply) => signInPage(service, reply, nextOf(request), false))
  app.get('/login.do', (_request, reply) => reply.redirect('/sp/login'))
  app.get('/', (_request, reply) => reply.redirect('/sp'))
  app.post('/sp/login', async (request, reply) => {
    const form = formBody(request)
    const verdict = service.sessions.signIn(form.get('user_name') ?? '', form.get('user_password') ?? '')
    const next = localPath(form.get('next') ?? '')
    if (!verdict.ok) return signInPage(service, reply, next, true)
    openSession(service, request, reply, verdict.userId)
    return reply.redirect(next, 303)
  })
  app.get('/logout.do', async (request, reply) => {
    return reply.redirect(signOut(request, reply) ?? '/login.do', 303)
  })
  app.post('/sp/logout', async (request, reply) => {
    const visitor = visitorOf(service, request)
    if (visitor) checkedForm(request, visitor)
    const next = signOut(request, reply)
    return next === null ? reply.redirect('/sp/login', 303) : onward(service, reply, next)
  })

  /** Ends the session here; where to go on signing out, for whom an identity provider let in. */
  function signOut(request: FastifyRequest, reply: FastifyReply): string | null {
    const cookie = cookieOf(request, sessionCookie)
    const next = logoutAddress(service, cookie)
    service.sessions.close(cookie)
    reply.header('set-cookie', `${sessionCookie}=; Path=/; Max-Age=0`)
    return next
  }
}

/** A form may lead to this instance alone, redirects included, so the way to the identity provider is a step of its own. */
function onward(service: Service, reply: FastifyReply, next: string) {
  reply.header('refresh', `0;url=${next}`)
  const say = sayIn(languageOf(service, null))
  const options = { title: say('Signing out'), isNarrow: true }
  return sendPage(service, reply, null, options, html`<p><a href="${next}">${say('Go on')}</a></p>`)
}

export function openSession(
  service: Service,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: string,
  signOn?: SignOn,
): void {
  const { cookie } = service.sessions.open(userId, signOn)
  const secure = service.baseUrl(request).startsWith('https:') ? '; Secure' : ''
  reply.header('set-cookie', `${sessionCookie}=${cookie}; Path=/; HttpOnly; SameSite=Lax${secure}`)
}

/** Only paths of this instance: a sign-in must not lead elsewhere. */
export function localPath(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path : '/sp'
}

function nextOf(request: FastifyRequest): string {
  return localPath((request.query as { next?: string }).next ?? '')
}

function signInPage(service: Service, reply: FastifyReply, next: string, isRefused: boolean) {
  const say = sayIn(languageOf(service, null))
  const isMulti = service.records.property('glide.authenticate.multisso.enabled') === 'true'
  const providers = isMulti ? service.records.find('sso_properties', 'active=true^ORDERBYname', { limit: 10 }) : []
  const options = {
    title: say('Sign in'),
    isNarrow: true,
    status: isRefused ? 401 : 200,
    message: isRefused ? said(say('User name or password are not right, or the account is locked.'), true) : null,
  }
  return sendPage(
    service,
    reply,
    null,
    options,
    html`
${providers.map((provider) => html`<p><a class="button" href="/login_with_sso.do?glide_sso_id=${provider.sys_id}&amp;next=${encodeURIComponent(next)}">${say('Sign in with {0}', provider.name ?? '')}</a></p>`)}
<form method="post" action="/sp/login" class="card"><input type="hidden" name="next" value="${next}">
<div class="field"><label for="user_name">${say('User name')}</label><input id="user_name" name="user_name" autocomplete="username" required></div>
<div class="field"><label for="user_password">${say('Password')}</label><input id="user_password" name="user_password" type="password" autocomplete="current-password" required></div>
<div class="actions"><button>${say('Sign in')}</button><a href="/sp/password">${say('Forgot your password?')}</a></div></form>`,
  )
}
