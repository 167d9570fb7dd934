import type { Session } from '../runtime/session.ts'
import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { Row } from '../store/records.ts'

/**
 * An access token for an OAuth profile of the instance (oauth_entity_profile), asked for with client credentials at the
 * provider's token URL and kept, sealed, until a minute before it ends.
 * @throws when the profile is incomplete or the provider refuses; the message never holds the secret
 */
export function outboundToken(session: Session, profileId: string): string {
  const { records } = session
  const profile = records.get('oauth_entity_profile', profileId)
  const entity = profile && records.get('oauth_entity', profile.oauth_entity ?? '')
  if (!profile || !entity) throw new Error(`OAuth profile ${profileId} or its provider is missing`)
  const kept = keptToken(session, profileId)
  if (kept) return kept
  const scopes = scopesOf(session, profileId)
  const form = new URLSearchParams({ grant_type: 'client_credentials' })
  if (scopes) form.set('scope', scopes)
  const secret = records.secrets.open(entity.client_secret ?? '')
  const headers: Record<string, string> = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  }
  if (entity.send_credentials === 'header')
    headers.authorization = `Basic ${Buffer.from(`${entity.client_id}:${secret}`).toString('base64')}`
  else {
    form.set('client_id', entity.client_id ?? '')
    form.set('client_secret', secret)
  }
  const url = entity.token_url ?? ''
  const answer = session.callOut({ url, method: 'POST', headers, body: form.toString(), timeoutMs: 30_000 })
  if (!('status' in answer)) throw new Error(`OAuth token request failed: ${answer.failed}`)
  const body = parsed(answer.body)
  const token = typeof body.access_token === 'string' ? body.access_token : ''
  if (answer.status !== 200 || !token) throw new Error(`OAuth token request failed with status ${answer.status}`)
  keepToken(session, profileId, token, Number(body.expires_in ?? 1800))
  return token
}

/** A 401 means that the kept token is worth nothing any more. */
export function forgetToken(session: Session, profileId: string): void {
  for (const row of session.records.find('oauth_credential', `oauth_requestor_profile=${profileId}^type=access_token`))
    session.records.remove('oauth_credential', row.sys_id ?? '', system)
}

function keptToken(session: Session, profileId: string): string {
  const query = `oauth_requestor_profile=${profileId}^type=access_token`
  const rows: Row[] = session.records.find('oauth_credential', query)
  const limit = dateTimeText(new Date(session.records.clock.now().getTime() + 60_000))
  const row = rows.find((one) => (one.expires ?? '') > limit)
  return row ? session.records.secrets.open(row.token ?? '') : ''
}

function keepToken(session: Session, profileId: string, token: string, seconds: number): void {
  forgetToken(session, profileId)
  const values = {
    oauth_requestor_profile: profileId,
    type: 'access_token',
    token: session.records.secrets.seal(token),
    expires: dateTimeText(new Date(session.records.clock.now().getTime() + seconds * 1000)),
  }
  session.records.insert('oauth_credential', values, system, { withoutRules: true })
}

function scopesOf(session: Session, profileId: string): string {
  const links = session.records.find('oauth_entity_profile_scope', `oauth_entity_profile=${profileId}`)
  const names = links.map((link) => {
    const scope = session.records.get('oauth_entity_scope', link.oauth_entity_scope ?? '')
    return scope?.oauth_entity_scope || scope?.scope || scope?.name || ''
  })
  return names.filter(Boolean).join(' ')
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
