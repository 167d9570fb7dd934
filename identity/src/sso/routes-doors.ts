/** The doors: password, second factor, passkey, temporary pass, and "it is still me". */

import type { SignInAnswer } from '@hallpass/contract/sign-in'
import { signInRoutes as doors } from '@hallpass/contract/sign-in'
import { ssoRoutes as routes } from '@hallpass/contract/sso'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../audit/module.ts'
import type { Principal } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import { Secret } from '../platform/secret.ts'
import { answerFactor } from './answer-factor.ts'
import { confirmFactor, confirmPassword, startConfirm } from './confirm.ts'
import {
  clearCookie,
  deviceCookie,
  halfCookie,
  preSessionCookie,
  readCookie,
  sessionCookie,
  setCookie,
} from './cookies.ts'
import type { SsoDeps } from './deps.ts'
import type { Door, Entered } from './enter.ts'
import { followEnrolment } from './follow-enrolment.ts'
import { deviceDays } from './purge-sessions.ts'
import { signIn } from './sign-in.ts'
import { signInByPass, signInByPasskey } from './sign-in-otherwise.ts'

export function doorRoutes(server: FastifyInstance, deps: SsoDeps): void {
  signingIn(server, deps)
  confirming(server, deps)
  followEnrolment(server, deps)
}

function signingIn(server: FastifyInstance, deps: SsoDeps): void {
  serve(server, routes.signIn, async (call) => {
    const { login, password } = call.body
    const entered = await signIn(deps, { login, password: new Secret(password), door: doorOf(call) })
    if ('ticket' in entered) {
      const { kind, ticket, expiresAt, more } = entered
      return { kind, ticket: ticket.reveal(), expiresAt: expiresAt.toISOString(), more }
    }
    return answer(call.reply, entered)
  })

  serve(server, doors.answerFactor, async (call) => {
    const { kind, factorId, answer: given, rememberDevice = false } = call.body
    const half = readCookie(call.request, halfCookie)
    const input = { half, kind, factorId, answer: given, rememberDevice, door: doorOf(call) }
    const entered = await answerFactor(deps, input)
    return entered.kind === 'waiting' ? entered : answer(call.reply, entered)
  })

  serve(server, doors.startPasskey, async () => {
    const { challengeId, options } = await deps.credentials.startPasskeySignIn()
    return { challengeId, options }
  })

  serve(server, doors.answerPasskey, async (call) => {
    const { challengeId, response } = call.body
    return answer(call.reply, await signInByPasskey(deps, { challengeId, response, door: doorOf(call) }))
  })

  serve(server, doors.redeemPass, async (call) => {
    const { login, pass } = call.body
    return answer(call.reply, await signInByPass(deps, { login, pass: new Secret(pass), door: doorOf(call) }))
  })
}

function confirming(server: FastifyInstance, deps: SsoDeps): void {
  serve(server, doors.startConfirm, (call) => {
    const { principal, address, requestId } = call
    const { appId, continue: pendingId } = call.body
    return startConfirm(deps, { principal, address, requestId, actor: actorOf(call), appId, pendingId })
  })

  serve(server, routes.confirmPassword, async (call) => {
    const { principal, address, requestId, body } = call
    const { cookie } = await confirmPassword(deps, {
      principal,
      password: new Secret(body.password),
      appId: body.appId,
      address,
      requestId,
      actor: actorOf(call),
    })
    setCookie(call.reply, sessionCookie, cookie)
  })

  serve(server, doors.confirmFactor, async (call) => {
    const { principal, address, requestId, body } = call
    const { challengeId, kind, factorId, answer: given, appId } = body
    const asked = { challengeId, kind, factorId, answer: given, appId }
    const confirmed = await confirmFactor(deps, { principal, address, requestId, actor: actorOf(call), ...asked })
    if (confirmed.kind === 'confirmed') setCookie(call.reply, sessionCookie, confirmed.cookie)
    return { kind: confirmed.kind }
  })
}

type DoorCall = { principal?: Principal | undefined; address: string; requestId: string; request: FastifyRequest }

const doorOf = ({ principal, address, requestId, request }: DoorCall): Door => ({
  address,
  requestId,
  userAgent: userAgentOf(request),
  device: readCookie(request, deviceCookie),
  before: principal,
})

function answer(reply: FastifyReply, entered: Entered): SignInAnswer {
  switch (entered.kind) {
    case 'signed_in':
      enterBrowser(reply, entered.cookie)
      setCookie(reply, deviceCookie, entered.device, deviceDays * 86_400)
      return { kind: 'signed_in' }
    case 'enrol_wanted': {
      enterBrowser(reply, entered.cookie)
      const { kind, kinds, expiresAt } = entered
      return { kind, kinds, expiresAt: expiresAt.toISOString() }
    }
    case 'factor_wanted': {
      setCookie(reply, halfCookie, entered.half)
      const { kind, offers, restsUntil, gone, rememberDays, expiresAt } = entered
      const until = restsUntil?.toISOString() ?? null
      return { kind, offers, restsUntil: until, gone, rememberDays, expiresAt: expiresAt.toISOString() }
    }
  }
}

/** The browser is somebody now: what it was before signing in is worth nothing any more. */
export function enterBrowser(reply: FastifyReply, cookie: Secret): void {
  setCookie(reply, sessionCookie, cookie)
  clearCookie(reply, preSessionCookie)
  clearCookie(reply, halfCookie)
}

export const userAgentOf = (request: FastifyRequest): string => request.headers['user-agent'] ?? ''
