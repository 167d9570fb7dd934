/** A route as data: the service binds a handler to it, openapi.json and the portal's client are generated from it. */
import type { Static, TSchema } from 'typebox'
import type { ProductRole } from './common.ts'

/** What a program may be allowed to call, by the scope of its token. */
export type ClientScope = 'desk.fulfil' | 'desk.password' | 'desk.read'

/**
 * Who may call: anyone; whoever is signed in (the use case checks whose object it is); holders of one of the roles; or a
 * program whose token has the scope. A route is for people or for programs, never for both.
 */
export type Access = 'public' | 'person' | { readonly roles: readonly ProductRole[] } | { readonly client: ClientScope }

/**
 * What a good answer is where it is not JSON: events as they come, another address to go on at, a page of ours where a form
 * has to be sent to go on, or a file by its media type.
 */
export type OtherContent = 'stream' | 'redirect' | 'redirect or page' | `${string}/${string}`

export type RouteSpec = {
  /** `slice.verbNoun`, unique; the operationId of openapi.json. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify form: `/api/requests/:id`. */
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  /** Answer of the good case; 204 has no schema. */
  readonly success: {
    readonly status: 200 | 201 | 202 | 204 | 302
    readonly schema?: TSchema
    readonly content?: OtherContent
  }
  /** Statuses beyond those that follow from access, params and body (see `openapi.ts`). */
  readonly problems?: readonly (400 | 401 | 403 | 404 | 409 | 429 | 503)[]
  /** Calls allowed per minute for one caller (the person, else the client's network); the general limit applies when left out. */
  readonly perMinute?: number
  /** A session that may only add a factor may call it too. */
  readonly inEnrolment?: true
  /** Not stopped while the caller's directory has not been read for long: it takes no power, or is the way out. */
  readonly evenWhenStale?: true
  /** Sent by a browser from the page of an app, as a form: no token of ours comes along, and nothing is done in a session's name. */
  readonly isForm?: true
  /** Largest body in bytes; 64 KiB when left out. */
  readonly bodyBytesMax?: number
}

/** Keeps the literal types of a route, so that handlers are checked against its schemas. */
export function route<const R extends RouteSpec>(spec: R): R {
  return spec
}

type Of<S> = S extends TSchema ? Static<S> : undefined
export type ParamsOf<R extends RouteSpec> = Of<R['params']>
export type QueryOf<R extends RouteSpec> = Of<R['query']>
export type BodyOf<R extends RouteSpec> = Of<R['body']>
export type AnswerOf<R extends RouteSpec> = Of<R['success']['schema']>
