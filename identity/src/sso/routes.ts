import { credentialsRoutes } from '@hallpass/contract/credentials'
import { ssoRoutes as routes } from '@hallpass/contract/sso'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { hashOfToken } from '../credentials/module.ts'
import { Failure } from '../platform/errors.ts'
import { statusOf } from '../platform/http/problem.ts'
import { serve } from '../platform/http/route.ts'
import { Secret } from '../platform/secret.ts'
import { bootstrapAdministrator } from './bootstrap-administrator.ts'
import { changeOwnPassword } from './change-own-password.ts'
import { clearCookie, preSessionCookie, readCookie, sessionCookie, setCookie } from './cookies.ts'
import type { SsoDeps } from './deps.ts'
import { endOwnSession, endSessions, endSessionsOf } from './end-sessions.ts'
import { personUnknown } from './errors.ts'
import { keepFavourite } from './keep-favourite.ts'
import { launchApp } from './launch-app.ts'
import { listSessions } from './list-sessions.ts'
import { myApps } from './my-apps.ts'
import { pageLanguage } from './plain-page.ts'
import { refusalPage } from './refusal-page.ts'
import { doorRoutes, enterBrowser, userAgentOf } from './routes-doors.ts'
import { historyRoutes } from './routes-history.ts'
import { policyRoutes } from './routes-policy.ts'
import { beginChain } from './saml/begin-chain.ts'
import { formPagePolicy, startPage } from './saml/form-page.ts'
import { isUsableLink } from './store-bootstrap.ts'
import { whoAmI } from './who-am-i.ts'

export function ssoRoutes(server: FastifyInstance, deps: SsoDeps): void {
  thisSession(server, deps)
  allSessions(server, deps)
  firstRun(server, deps)
  apps(server, deps)
  doorRoutes(server, deps)
  historyRoutes(server, deps)
  policyRoutes(server, deps)
}

function thisSession(server: FastifyInstance, deps: SsoDeps): void {
  serve(server, routes.whoAmI, async ({ principal, request, reply }) => {
    const preSession = readCookie(request, preSessionCookie)
    const { answer, renewed, preSession: made } = await whoAmI(deps, { principal, preSession })
    if (renewed) setCookie(reply, sessionCookie, renewed)
    if (made) setCookie(reply, preSessionCookie, made)
    return answer
  })

  serve(server, credentialsRoutes.changePassword, (call) => {
    const { principal, body, reply } = call
    const [old, next] = [new Secret(body.oldPassword), new Secret(body.newPassword)]
    const renewed = (cookie: Secret) => setCookie(reply, sessionCookie, cookie)
    return changeOwnPassword(deps, { principal, old, next, actor: actorOf(call), renewed })
  })

  serve(server, routes.signOut, async (call) => {
    const { principal, reply } = call
    clearCookie(reply, sessionCookie)
    if (!principal) return { next: null }
    const { personId, sessionId: id } = principal
    const next = await beginChain(deps, id)
    await endSessions(deps, { personId, id, endReason: 'signed_out', actor: actorOf(call) })
    return { next }
  })
}

function allSessions(server: FastifyInstance, deps: SsoDeps): void {
  serve(server, routes.listSessions, async ({ principal }) => ({
    items: await listSessions(deps, { personId: principal.personId, currentId: principal.sessionId }),
  }))

  serve(server, routes.endSession, (call) =>
    endOwnSession(deps, { personId: call.principal.personId, id: call.params.id, actor: actorOf(call) }),
  )

  serve(server, routes.endOtherSessions, async (call) => {
    const { personId, sessionId: exceptId } = call.principal
    return { ended: await endSessions(deps, { personId, exceptId, endReason: 'ended_by_owner', actor: actorOf(call) }) }
  })

  serve(server, routes.listSessionsOf, async ({ params }) => {
    if (!(await deps.directory.person(deps.db, params.id))) throw personUnknown()
    return { items: await listSessions(deps, { personId: params.id, currentId: undefined }) }
  })

  serve(server, routes.endSessionsOf, async (call) => ({
    ended: await endSessionsOf(deps, {
      personId: call.params.id,
      reason: call.body.reason,
      id: call.body.sessionId,
      actor: actorOf(call),
      roles: call.principal.roles,
    }),
  }))
}

function firstRun(server: FastifyInstance, deps: SsoDeps): void {
  serve(server, routes.checkBootstrap, async ({ body }) => ({
    usable: await isUsableLink(deps.db, hashOfToken(body.token), deps.clock.now()),
  }))

  serve(server, routes.bootstrap, async ({ body, address, requestId, request, reply }) => {
    const { cookie } = await bootstrapAdministrator(deps, {
      ...body,
      token: new Secret(body.token),
      password: new Secret(body.password),
      address,
      requestId,
      userAgent: userAgentOf(request),
    })
    enterBrowser(reply, cookie)
    return { kind: 'signed_in' as const }
  })
}

function apps(server: FastifyInstance, deps: SsoDeps): void {
  serve(server, routes.myApps, async ({ principal }) => ({ items: await myApps(deps, principal.personId) }))
  serve(server, routes.keepFavourite, ({ principal, body }) =>
    keepFavourite(deps, { personId: principal.personId, appId: body.appId, isKept: body.favourite }),
  )

  serve(server, routes.launch, async (call) => {
    const { principal, reply, request } = call
    const appId = call.params.id
    // Back to this app after signing in: by its id, never by an address that a stranger could write.
    if (!principal) return reply.redirect(`/sign-in?app=${appId}`, 302)
    if (principal.isEnrolment) return reply.redirect('/enrol', 302)
    try {
      const { address } = call
      const launched = await launchApp(deps, { appId, principal, address, actor: actorOf(call) })
      reply.header('cache-control', 'no-store')
      if (launched.kind === 'start_here') {
        const isOurClick = request.headers['sec-fetch-site'] === 'same-origin'
        const page = startPage(
          { appId, token: deps.csrf.forSession(principal.sessionId), isOurClick },
          pageLanguage(request.headers),
        )
        return reply.header('content-security-policy', formPagePolicy).type('text/html; charset=utf-8').send(page)
      }
      const target = launched.kind === 'go' ? launched.address.href : `/confirm?app=${appId}`
      return reply.redirect(target, 302)
    } catch (error) {
      if (!(error instanceof Failure) || !prefersHtml(request)) throw error
      return reply
        .code(statusOf[error.kind])
        .type('text/html; charset=utf-8')
        .send(refusalPage(error, pageLanguage(request.headers), request.id))
    }
  })
}

const prefersHtml = (request: FastifyRequest): boolean => (request.headers.accept ?? '').includes('text/html')
