/** Builds openapi.json (OpenAPI 3.1) from the routes of the contract. */
import type { TSchema } from 'typebox'
import { allShapes } from './all-shapes.ts'
import { Problem } from './common.ts'
import type { RouteSpec } from './route.ts'
import { type WriteOnce, writeOnce } from './write-once.ts'

const clientScopes = {
  'desk.fulfil': 'Bring approved items, and take them back',
  'desk.password': 'Passwords and locks of people who proved who they are',
  'desk.read': 'What can be asked for, and who approves it',
}

const texts: Record<number, string> = {
  200: 'Done',
  201: 'Made',
  202: 'Taken up',
  204: 'Done, nothing to say',
  302: 'Go on there',
  400: 'Input that cannot be accepted; `fields` names each',
  401: 'Not signed in, or not recently enough',
  403: 'Signed in without the role, or without the token of the session',
  404: 'Nothing there, or nothing this caller may see',
  409: 'The state no longer allows it',
  413: 'Body too large',
  415: 'Not JSON',
  429: 'Over the limit; see Retry-After',
  503: 'Not possible just now; see Retry-After',
}

/** The document for all routes, in the order given. Paths are written in OpenAPI form. */
export function buildOpenApi(routes: readonly RouteSpec[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  const once = writeOnce(allShapes)
  for (const spec of routes) {
    const path = spec.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [spec.method.toLowerCase()]: operation(spec, once) }
  }
  const responses = refusals(routes, once)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hallpass',
      version,
      description: 'Everything a person can do in the portal, a program can do here, with the same checks.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: once.shapesIn({ paths, responses }),
      responses,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-hallpass' },
        client: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/oidc/token', scopes: clientScopes } } },
        signature: { type: 'apiKey', in: 'header', name: 'X-Hallpass-Signature' },
      },
    },
  }
}

function operation(spec: RouteSpec, once: WriteOnce): object {
  return {
    operationId: spec.id,
    summary: spec.summary,
    tags: [spec.id.split('.')[0]],
    security: securityOf(spec),
    'x-hallpass-access': accessOf(spec),
    parameters: [...parameters(spec.params, 'path', once), ...parameters(spec.query, 'query', once)],
    ...(spec.body ? { requestBody: { required: true, content: bodyOf(once.of(spec.body), spec.isForm) } } : {}),
    responses: responsesOf(spec, once),
  }
}

function securityOf({ access }: RouteSpec): object[] {
  if (access === 'public') return []
  if (typeof access !== 'string' && 'client' in access) return [{ client: [access.client], signature: [] }]
  return [{ session: [] }]
}

function accessOf({ access }: RouteSpec): string | readonly string[] {
  if (typeof access === 'string') return access
  return 'client' in access ? access.client : access.roles
}

function bodyOf(schema: object, isForm = false): object {
  return { 'application/json': { schema }, ...(isForm ? { 'application/x-www-form-urlencoded': { schema } } : {}) }
}

type ObjectSchema = { properties: Record<string, TSchema>; required?: string[] }

function parameters(schema: TSchema | undefined, where: 'path' | 'query', once: WriteOnce): object[] {
  if (!schema) return []
  const { properties, required = [] } = schema as unknown as ObjectSchema
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: once.of(property),
  }))
}

function responsesOf(spec: RouteSpec, once: WriteOnce): object {
  const bad = problemsOf(spec).map((code) => [code, { $ref: `#/components/responses/Problem${code}` }])
  return { ...goodOf(spec, once), ...Object.fromEntries(bad) }
}

function goodOf({ success }: RouteSpec, once: WriteOnce): Record<number, object> {
  const { status, schema, content } = success
  const description = texts[status]
  switch (content) {
    case undefined:
      return { [status]: { description, ...(schema ? { content: bodyOf(once.of(schema)) } : {}) } }
    case 'stream':
      return { [status]: { description, content: as('text/event-stream', schema && once.of(schema)) } }
    case 'redirect':
      return { 302: redirect }
    case 'redirect or page':
      return { 200: { description: texts[200], content: as('text/html') }, 302: redirect }
    default:
      return { [status]: { description, content: as(content) } }
  }
}

const as = (type: string, schema: object = { type: 'string' }): object => ({ [type]: { schema } })

/** Without a body. */
const redirect = {
  description: texts[302],
  headers: { Location: { required: true, schema: { type: 'string', format: 'uri-reference' } } },
}

/** Refusals look the same everywhere; each status is written once. */
function refusals(routes: readonly RouteSpec[], once: WriteOnce): Record<string, object> {
  const codes = [...new Set(routes.flatMap(problemsOf))].sort((a, b) => a - b)
  const content = { 'application/problem+json': { schema: once.of(Problem) } }
  return Object.fromEntries(codes.map((code) => [`Problem${code}`, { description: texts[code], content }]))
}

/** The statuses a route can answer with besides its good one: what follows from its access and input, and what it adds. */
export function problemsOf(spec: RouteSpec): number[] {
  const codes = new Set<number>([429, ...(spec.problems ?? [])])
  if (spec.params || spec.query || spec.body) codes.add(400)
  if (spec.params) codes.add(404)
  if (spec.access !== 'public') codes.add(401)
  if (typeof spec.access !== 'string') codes.add(403)
  if (spec.method !== 'GET') codes.add(403)
  if (spec.body) for (const code of [413, 415]) codes.add(code)
  return [...codes].sort((a, b) => a - b)
}
