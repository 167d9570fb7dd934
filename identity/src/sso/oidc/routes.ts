import { oidcRoutes as routes } from '@hallpass/contract/oidc'
import type { FastifyInstance } from 'fastify'
import type Provider from 'oidc-provider'
import { actorOf } from '../../audit/module.ts'
import { toFailure } from '../../platform/http/problem.ts'
import { serve } from '../../platform/http/route.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { inWords } from '../sign-on/in-words.ts'
import { forEachCall } from './each-call.ts'
import { foresee, noteVisitor } from './foresee.ts'
import { hintsOf } from './hints.ts'
import { interact } from './interact.ts'
import { nameVisitor } from './interaction-policy.ts'
import { letGo } from './let-go.ts'
import { isProvenCaller } from './proven-callers.ts'
import { endSecretBefore, putOidc, removeOidc, renewSecret } from './put-oidc.ts'
import { showOidc } from './show-oidc.ts'

export function oidcRoutes(server: FastifyInstance, deps: SignOnDeps, provider: () => Promise<Provider>): void {
  serve(server, routes.getOidc, ({ params }) => showOidc(deps, params.id))

  serve(server, routes.putOidc, async (call) => {
    const { params, principal, body } = call
    await putOidc(deps, { appId: params.id, ...body, principal, actor: actorOf(call) })
    return await showOidc(deps, params.id)
  })

  serve(server, routes.removeOidc, (call) =>
    removeOidc(deps, { appId: call.params.id, principal: call.principal, actor: actorOf(call) }),
  )

  serve(server, routes.renewOidcSecret, (call) =>
    renewSecret(deps, { appId: call.params.id, ...call.query, principal: call.principal, actor: actorOf(call) }),
  )

  serve(server, routes.endOidcSecretBefore, (call) =>
    endSecretBefore(deps, { appId: call.params.id, principal: call.principal, actor: actorOf(call) }),
  )

  serve(server, routes.oidcInteraction, (call) =>
    inWords(call.request, call.reply, async () => {
      const { principal, address, request, reply } = call
      const actor = principal ? actorOf({ ...call, principal }) : null
      const input = { request: request.raw, response: reply.raw, principal, address, actor }
      const location = await interact(deps, await provider(), input)
      return reply.header('cache-control', 'no-store').redirect(location, 302)
    }),
  )

  protocol(server, deps, provider)
  formsOfApps(server)
}

/**
 * The provider adds the hash of its own script to `script-src`, where there is one: pages that send a form by themselves
 * (response_mode form_post, sign-out of somebody who is signed out already) stand still without it.
 */
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"

/**
 * The protocol's own addresses, answered by the provider: it reads bodies, sets headers and writes problems as the
 * specifications want them, so everything of ours but limits and the request id is left aside.
 */
function protocol(server: FastifyInstance, deps: SignOnDeps, provider: () => Promise<Provider>): void {
  const seen = forEachCall(deps)
  const hints = hintsOf(deps)
  const handlers = new WeakMap<Provider, ReturnType<Provider['callback']>>()
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.setErrorHandler((error, request, reply) => inWords(request, reply, () => Promise.reject(error)))
    scope.route({
      method: ['GET', 'POST', 'OPTIONS', 'DELETE'],
      url: '/oidc/*',
      config: { isStandard: true },
      handler: async (request, reply) => {
        foresee(seen, hints, request)
        const [answering, principal] = await Promise.all([provider(), deps.readPrincipal(request)])
        noteVisitor(hints, request, principal)
        const handler = handlers.get(answering) ?? answering.callback()
        handlers.set(answering, handler)
        nameVisitor(request.raw, { principal, address: request.ip, requestId: request.id })
        reply.hijack()
        const raw = reply.raw
        raw.setHeader('x-request-id', request.id)
        raw.setHeader('referrer-policy', 'no-referrer')
        raw.setHeader('x-content-type-options', 'nosniff')
        raw.setHeader('content-security-policy', pagePolicy)
        // Addresses in its answers are those of our settings, whatever the request says about host and protocol.
        const { host, protocol } = deps.publicUrl
        Object.assign(request.raw.headers, { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) })
        Object.assign(request.raw, { originalUrl: request.raw.url })
        request.raw.url = withinProvider(request.raw.url ?? '')
        await handler(request.raw, raw)
        if (isProvenCaller(request.raw)) request.takeOutOfCount?.()
        letGo(request.raw)
      },
    })
  })
}

/** Longer ones would not fit into an address. */
const formMax = 8192

/**
 * Apps may send a browser here by a form, to sign on (Core §3.1.2.1) and to sign out (RP-Initiated Logout §2). Our cookies are
 * not in a call from another site's form, so it is sent on to the same by its address, where they are (security C.17).
 */
function formsOfApps(server: FastifyInstance): void {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    const type = 'application/x-www-form-urlencoded'
    scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit: formMax }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    // Whatever else it is says nothing, and the page that follows says what is missing.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.setErrorHandler((error, request, reply) => inWords(request, reply, () => Promise.reject(toFailure(error))))
    for (const address of ['/oidc/auth', '/oidc/session/end'])
      scope.post(address, { config: { isStandard: true } }, (request, reply) =>
        reply.header('cache-control', 'no-store').redirect(`${address}?${request.body ?? ''}`, 303),
      )
  })
}

/**
 * The way back into a sign-on that waits (`/auth/:id`) has no parameters. With some, and nothing that waits any more, as
 * after the browser's back button, the provider would look for them where they are not.
 */
function withinProvider(url: string): string {
  const inner = url.replace(/^\/oidc/, '')
  return inner.replace(/^(\/auth\/[^/?]+)\?.*$/s, '$1')
}
