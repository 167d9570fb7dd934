import type { FastifyRequest } from 'fastify'
import { notAuthenticated } from '../rest/rest-error.ts'
import { dateTimeMs } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import { isPassword } from '../store/passwords.ts'
import type { Records, Row, Who } from '../store/records.ts'
import { mayUseBasic } from './basic-gate.ts'
import { type Sessions, sessionCookie } from './sessions.ts'
import { isUsable, userByName, whoIs } from './who.ts'

/** Finds out who calls a REST API. @throws RestError 401, always the same, whatever was wrong. */
export function authenticator(records: Records, sessions: Sessions): (request: FastifyRequest) => Promise<Who> {
  return async (request) => {
    const header = request.headers.authorization ?? ''
    const [scheme = '', credentials = ''] = header.split(' ')
    const user =
      scheme.toLowerCase() === 'bearer'
        ? bearer(records, credentials)
        : scheme.toLowerCase() === 'basic'
          ? basic(records, credentials)
          : (apiKey(records, single(request.headers['x-sn-apikey'])) ?? session(records, sessions, request))
    if (!user || !isUsable(user)) throw notAuthenticated()
    return whoIs(records, user)
  }
}

function bearer(records: Records, token: string): Row | null {
  if (!/^[\w.~+/=-]+$/.test(token)) return null
  const row = records.find('oauth_credential', `token=${token}^type=access_token`, { limit: 1 })[0]
  if (!row?.user || row.token !== token || dateTimeMs(row.expires ?? '') <= records.clock.now().getTime()) return null
  return records.get('sys_user', row.user)
}

function basic(records: Records, credentials: string): Row | null {
  const text = Buffer.from(credentials, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  const user = userByName(records, text.slice(0, colon))
  if (colon < 0 || !user || !isPassword(text.slice(colon + 1), user.user_password ?? '')) return null
  if (mayUseBasic(records, user)) return user
  const message = `SNCRestrictBasicAuthUserAuthenticationGate: denied basic-auth API call for interactive-login user [${user.user_name}] under enforce=true`
  records.insert('syslog', { level: '1', source: 'BasicAuth', message }, system)
  return null
}

function apiKey(records: Records, key: string): Row | null {
  if (key === '') return null
  for (const row of records.find('api_key', 'active=true')) {
    const isLive = !row.expires || dateTimeMs(row.expires) > records.clock.now().getTime()
    if (isLive && row.user && records.secrets.open(row.token ?? '') === key) return records.get('sys_user', row.user)
  }
  return null
}

/** A session counts only with its token: a cookie alone is what another site could send. */
function session(records: Records, sessions: Sessions, request: FastifyRequest): Row | null {
  const found = sessions.find(cookieOf(request, sessionCookie))
  if (!found || single(request.headers['x-usertoken']) !== found.token) return null
  return records.get('sys_user', found.userId)
}

export function cookieOf(request: FastifyRequest, name: string): string {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name) return value ?? ''
  }
  return ''
}

function single(header: string | string[] | undefined): string {
  return Array.isArray(header) ? (header[0] ?? '') : (header ?? '')
}
