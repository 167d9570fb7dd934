import { applyCatalog } from './apply-catalog.ts'
import { applyFulfilment } from './apply-fulfilment.ts'
import { noteGrant } from './note-grant.ts'
import { settleRequest } from './password/settle-request.ts'
import type { Glide } from './ports.ts'
import { appVersion, properties } from './tables.ts'
import { tryOutward } from './try-outward.ts'
import { type Callback, verifyCallback } from './verify-callback.ts'
import {
  type CatalogCallback,
  type FulfilmentCallback,
  fulfilmentStates,
  type GrantCallback,
  type Health,
  type PasswordCallback,
} from './wire.ts'
import { instanceLanguage } from './words.ts'

export type Answer = { readonly status: number; readonly body: unknown }
type Taken = (keyId: string) => Answer

/** Checks a callback before anything of it is read, then takes it up. `id` is what the path names. */
export function takeCallback(glide: Glide, what: keyof typeof kinds, callback: Callback, id: string): Answer {
  const verdict = verifyCallback(glide, callback, { isIntroduction: what === 'health' })
  if (!verdict.ok) return failure(verdict.status, verdict.code, verdict.message)
  return kinds[what](glide, callback.body, id, callback.path)(verdict.keyId)
}

const kinds = {
  fulfilment: (glide: Glide, body: string, id: string): Taken => {
    const news = parse<FulfilmentCallback>(body)
    if (news === null || !fulfilmentStates.includes(news.state)) return bad('state')
    if (!Number.isInteger(news.version)) return bad('version')
    const done = applyFulfilment(glide, id, { ...news, message: String(news.message ?? '') })
    if (done === 'unknown') return () => failure(404, 'not_found', 'No order of Hallpass has this sys_id')
    return ok(done)
  },
  catalog: (glide: Glide, body: string): Taken => {
    const news = parse<CatalogCallback>(body)
    if (news === null || !Array.isArray(news.apps)) return bad('apps')
    if (!Number.isInteger(news.version)) return bad('version')
    return ok(applyCatalog(glide, { ...news, removed: news.removed ?? [] }))
  },
  grant: (glide: Glide, body: string): Taken => {
    const news = parse<GrantCallback>(body)
    if (news === null || typeof news.ritm !== 'string') return bad('ritm')
    if (news.state !== 'active' && news.state !== 'ended') return bad('state')
    return ok(noteGrant(glide, { ...news, roleId: news.role }))
  },
  passwordRequest: (glide: Glide, body: string, id: string): Taken => {
    const news = parse<PasswordCallback>(body)
    if (news === null || (news.status !== 'success' && news.status !== 'failure')) return bad('status')
    const done = settleRequest(glide, id, { status: news.status, message: String(news.message ?? '') })
    return done === 'unknown' ? () => failure(404, 'not_found', 'No password request has this sys_id') : ok(done)
  },
  health: (glide: Glide, _body: string, _id: string, path: string): Taken => {
    const instanceId = glide.property(properties.instanceId)
    const instanceUrl = glide.property(properties.instanceUrl).replace(/\/+$/, '')
    return (keyId) => {
      const outward = path.endsWith('?outward=true') ? tryOutward(glide) : null
      const result: Health = {
        instanceId,
        instanceUrl,
        version: appVersion,
        keyId,
        time: glide.now(),
        language: instanceLanguage(glide),
        ...(outward === null ? {} : { outward }),
      }
      return { status: 200, body: { result } }
    }
  },
} as const

function parse<T>(body: string): T | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as T) : null
  } catch {
    return null
  }
}

function ok(result: string): Taken {
  return () => ({ status: 200, body: { result } })
}

function bad(field: string): Taken {
  return () => failure(400, 'bad_body', `The field ${field} is missing or not what it has to be`)
}

function failure(status: number, message: string, detail: string): Answer {
  return { status, body: { error: { message, detail }, status: 'failure' } }
}
