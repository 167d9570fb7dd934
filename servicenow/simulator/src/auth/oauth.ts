import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { formBody } from '../rest/read-body.ts'
import type { Service } from '../rest/service.ts'
import { dateTimeMs, dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import { isPassword } from '../store/passwords.ts'
import type { Records, Row } from '../store/records.ts'
import { isUsable, userByName } from './who.ts'

type Refusal = { error: string; error_description: string }
type Grant = { user: Row; withRefresh: boolean; scopes?: string }

const denied: Refusal = { error: 'server_error', error_description: 'access_denied' }
const invalidClient: Refusal = { error: 'invalid_client', error_description: 'invalid_client' }

/** The token endpoint. A client that asks again while its token lives is given the same token. */
export function oauthRoutes(app: FastifyInstance, { records }: Service): void {
  app.post('/oauth_token.do', async (request, reply) => {
    const form = formBody(request)
    const client = authenticatedClient(records, form, request.headers.authorization ?? '')
    if (!client) return refuse(reply, invalidClient)
    const grant = granted(records, form, client)
    return 'error' in grant ? refuse(reply, grant) : reply.type('application/json').send(issue(records, client, grant))
  })
}

function refuse(reply: FastifyReply, refusal: Refusal) {
  return reply.code(401).type('application/json').send(refusal)
}

function authenticatedClient(records: Records, form: URLSearchParams, authorization: string): Row | null {
  const [name = '', secret = ''] = /^basic /i.test(authorization)
    ? Buffer.from(authorization.slice(6), 'base64').toString('utf8').split(':').map(decodeURIComponent)
    : [form.get('client_id') ?? '', form.get('client_secret') ?? '']
  if (name === '' || name.includes('^')) return null
  const client = records.find('oauth_entity', `client_id=${name}^active=true^type=client`, { limit: 1 })[0]
  if (!client) return null
  if (client.public_client === 'true') return secret === '' ? client : null
  return isSame(records.secrets.open(client.client_secret ?? ''), secret) ? client : null
}

function granted(records: Records, form: URLSearchParams, client: Row): Grant | Refusal {
  switch (form.get('grant_type')) {
    case 'password': {
      const user = userByName(records, form.get('username') ?? '')
      const isRight = user && isUsable(user) && isPassword(form.get('password') ?? '', user.user_password ?? '')
      return isRight ? { user, withRefresh: true } : denied
    }
    case 'client_credentials': {
      if (records.property('glide.oauth.inbound.client.credential.grant_type.enabled') !== 'true') return denied
      return forUser(records, client.user ?? '', { withRefresh: false })
    }
    case 'refresh_token': {
      const row = tokenRow(records, form.get('refresh_token') ?? '', 'refresh_token')
      return row?.peer === client.sys_id ? forUser(records, row?.user ?? '', { withRefresh: true }) : denied
    }
    case 'authorization_code':
      return redeem(records, form, client)
    default:
      return { error: 'unsupported_grant_type', error_description: 'grant_type is not supported' }
  }
}

function forUser(records: Records, userId: string, rest: { withRefresh: boolean }): Grant | Refusal {
  const user = userId ? records.get('sys_user', userId) : null
  return user && isUsable(user) ? { user, ...rest } : denied
}

/** A code works once, for the client and the address it was made for, and with the verifier of its challenge. */
function redeem(records: Records, form: URLSearchParams, client: Row): Grant | Refusal {
  const row = tokenRow(records, form.get('code') ?? '', 'authorization_code')
  if (!row || row.peer !== client.sys_id || row.redirect_uri !== form.get('redirect_uri')) return denied
  const taken = records.remove('oauth_credential', row.sys_id ?? '', system)
  if (!taken) return denied
  if (row.code_challenge) {
    const verifier = form.get('code_verifier') ?? ''
    const proof =
      row.code_challenge_method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier
    if (!isSame(row.code_challenge, proof)) return denied
  }
  return forUser(records, row.user ?? '', { withRefresh: true })
}

function issue(records: Records, client: Row, { user, withRefresh }: Grant) {
  const access = sameOrNew(records, client, user, 'access_token', Number(client.access_token_lifespan || 1800))
  const refresh = withRefresh
    ? sameOrNew(records, client, user, 'refresh_token', Number(client.refresh_token_lifespan || 8_640_000))
    : null
  return {
    access_token: access.token,
    ...(refresh ? { refresh_token: refresh.token } : {}),
    scope: 'useraccount',
    token_type: 'Bearer',
    expires_in: access.secondsLeft,
  }
}

function sameOrNew(records: Records, client: Row, user: Row, type: string, lifeSeconds: number) {
  const now = records.clock.now().getTime()
  const query = `peer=${client.sys_id}^user=${user.sys_id}^type=${type}^expires>${dateTimeText(new Date(now))}`
  const live = records.find('oauth_credential', query, { limit: 1 })[0]
  if (live) return { token: live.token ?? '', secondsLeft: Math.floor((dateTimeMs(live.expires ?? '') - now) / 1000) }
  const token = newToken()
  storeToken(records, { client, user, type, token, lifeSeconds })
  return { token, secondsLeft: lifeSeconds - 1 }
}

export function newToken(): string {
  return randomBytes(64).toString('base64url')
}

export function storeToken(
  records: Records,
  {
    client,
    user,
    type,
    token,
    lifeSeconds,
    ...more
  }: Record<string, unknown> & {
    client: Row
    user: Row
    type: string
    token: string
    lifeSeconds: number
  },
): void {
  const expires = dateTimeText(new Date(records.clock.now().getTime() + lifeSeconds * 1000))
  const values = { type, token, expires, peer: client.sys_id ?? '', user: user.sys_id ?? '', name: client.name ?? '' }
  records.insert('oauth_credential', { ...values, ...(more as Record<string, string>) }, system)
}

function tokenRow(records: Records, token: string, type: string): Row | null {
  if (!/^[\w.~+/=-]+$/.test(token)) return null
  const row = records.find('oauth_credential', `token=${token}^type=${type}`, { limit: 1 })[0]
  return row?.token === token && dateTimeMs(row.expires ?? '') > records.clock.now().getTime() ? row : null
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return a !== '' && left.length === right.length && timingSafeEqual(left, right)
}
