import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { hashOfToken } from '../../credentials/module.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { readCookie, sessionCookie } from '../cookies.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { knownFacts } from '../sign-on/person-facts.ts'
import { knownSubjectOf } from '../sign-on/subjects.ts'
import { hashOf } from './adapter.ts'
import { cookieNames } from './cookie-names.ts'
import { withinCall } from './each-call.ts'
import type { Hints } from './hints.ts'
import { decideOnce } from './interaction-policy.ts'
import { sessionBehind } from './session-behind.ts'
import { oidcClientById } from './store-clients.ts'
import { knownParticipants, knownRecord } from './store-records.ts'

/**
 * Reads in one trip what a call of the provider will look at, as far as its address, its cookies and its body tell; the
 * provider itself asks for one thing after the other. Who looks later finds it (`once`). What was foreseen in vain, or could
 * not be read, changes nothing but the time it takes.
 */
export function foresee(deps: SignOnDeps, hints: Hints, request: FastifyRequest): void {
  const path = request.url.split('?', 1)[0]
  const ahead = readAhead(withinCall(deps, request.raw), hints)
  if (path === '/oidc/auth') foreseeAuthorization(deps, hints, request, ahead)
  else if (request.method === 'POST') foreseeTokens(hints, request.raw, ahead)
}

type Ahead = ReturnType<typeof readAhead>

function readAhead(seen: SignOnDeps, hints: Hints) {
  const read = (reading: Promise<unknown>): void => void reading.catch(() => {})
  return {
    seen,
    read,
    record: (kind: string, by: { idHash: Buffer } | { uid: string }) =>
      read(knownRecord(seen.db, kind, by, seen.clock.now())),
    /** Its app as well, where that is known. */
    client(clientId: string): string | undefined {
      const appId = hints.apps.get(clientId)
      read(oidcClientById(seen.db, clientId))
      if (appId !== undefined) read(seen.access.app(seen.db, appId))
      return appId
    },
  }
}

function foreseeAuthorization(deps: SignOnDeps, hints: Hints, request: FastifyRequest, ahead: Ahead): void {
  const { seen, read, record } = ahead
  const clientId = String((request.query as Record<string, unknown>).client_id ?? '')
  const appId = ahead.client(clientId)
  const cookie = request.cookies[cookieNames(deps.publicUrl).session]
  if (cookie) {
    const idHash = hashOf(cookie)
    record('Session', { idHash })
    const grantId = hints.grants.get(`${idHash.toString('hex')} ${clientId}`)
    if (grantId !== undefined) record('Grant', { idHash: hashOf(grantId) })
  }
  const visitor = hints.sessions.get(keyOf(request) ?? '')
  if (!visitor || appId === undefined) return
  read(knownParticipants(seen.db, visitor.sessionId, clientId))
  read(decideOnce(seen, { ...visitor, appId, address: request.ip }))
  read(seen.credentials.validity(seen.db, visitor.personId))
}

function foreseeTokens(hints: Hints, request: IncomingMessage, ahead: Ahead): void {
  const { seen, read, record, client } = ahead
  const form = peek(request)
  const clientId = basicName(request.headers.authorization) ?? form?.get('client_id')
  const appId = clientId ? client(clientId) : undefined
  const token = form?.get('token')
  if (token && appId !== undefined) foreseeToken(hashOf(token), hints, appId, ahead)
  const code = form?.get('code')
  if (!code || appId === undefined) return
  const idHash = hashOf(code)
  const made = hints.codes.get(idHash.toString('hex'))
  if (!made || made.clientId !== clientId) return
  const { personId, grantId, sessionUid } = made
  record('AuthorizationCode', { idHash })
  record('Grant', { idHash: hashOf(grantId) })
  if (sessionUid !== '') record('Session', { uid: sessionUid })
  read(seen.access.mayUse(seen.db, personId, appId))
  read(seen.credentials.validity(seen.db, personId))
  read(sessionBehind(seen.db, made, seen.clock.now()))
  read(knownFacts(seen, seen.db, personId, appId))
  read(seen.directory.vouchedMails(seen.db, personId))
  read(knownSubjectOf(seen.db, personId, appId))
}

/** A token that is asked about: what it is, and whether it still holds. */
function foreseeToken(idHash: Buffer, hints: Hints, appId: string, { seen, read, record }: Ahead): void {
  const made = hints.codes.get(idHash.toString('hex'))
  if (!made) return
  record('AccessToken', { idHash })
  record('Grant', { idHash: hashOf(made.grantId) })
  read(seen.access.mayUse(seen.db, made.personId, appId))
  read(seen.credentials.validity(seen.db, made.personId))
  read(sessionBehind(seen.db, made, seen.clock.now()))
  read(knownSubjectOf(seen.db, made.personId, appId))
}

/** Whose session of ours a cookie is, for the calls that follow. */
export function noteVisitor(hints: Hints, request: FastifyRequest, principal: Principal | undefined): void {
  const key = keyOf(request)
  if (principal && key) hints.sessions.note(key, { personId: principal.personId, sessionId: principal.sessionId })
}

function keyOf(request: FastifyRequest): string | undefined {
  const token = readCookie(request, sessionCookie)
  return token && hashOfToken(token).toString('hex')
}

/** The name in HTTP Basic (RFC 6749 §2.3.1), whatever the secret beside it is worth. */
function basicName(authorization: string | undefined): string | undefined {
  const given = /^basic ([\w+/]+=*)$/i.exec(authorization ?? '')?.[1]
  if (given === undefined) return undefined
  const [name = ''] = Buffer.from(given, 'base64').toString('latin1').split(':', 1)
  return /^[\w-]{1,200}$/.test(name) ? name : undefined
}

/** Longer bodies are not looked into. */
const peekedMax = 8192

/**
 * What of a body has come with the head of its request, mostly all of it, which the provider is then handed at once; what is
 * only a part is put back for it to read.
 */
function peek(request: IncomingMessage): URLSearchParams | undefined {
  const { readableLength } = request
  if (readableLength === 0 || readableLength > peekedMax) return undefined
  // Named, since whoever reads "all" of a body that has come to its end ends it, before the provider looks.
  const begun: Buffer | null = request.read(readableLength)
  if (begun === null) return undefined
  if (String(begun.length) === request.headers['content-length']) handOn(request, begun)
  else request.unshift(begun)
  return new URLSearchParams(begun.toString('latin1'))
}

/** The provider reads bodies by this method; of a stream it would be a dozen promises and listeners. */
function handOn(request: IncomingMessage, body: Buffer): void {
  request.iterator = () => [body] as never
}
