import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ScriptedResponse } from '../glide/rest-exchange.ts'
import type { KnownPaths } from '../rest/known-paths.ts'
import { bodyBytes } from '../rest/read-body.ts'
import { RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import { nobody } from '../store/open-records.ts'
import type { Records, Row, Who } from '../store/records.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Scripted REST APIs of installed apps: whatever under /api no route of the platform's own has taken. */
export function scriptedRestRoutes(app: FastifyInstance, service: Service, known: KnownPaths): void {
  app.route({
    method: [...methods],
    url: '/api/*',
    handler: async (request, reply) => {
      const path = (request.url.split('?')[0] ?? '').replace(/\/$/, '')
      const found = findResource(service.records, request.method, path)
      if (!found) throw noResource(service.records, known, path)
      const who = await caller(service, request, found.row)
      requireType(request, found.row, found.definition)
      const input = { operation: found.row.sys_id ?? '', request: plain(request, path, found.parameters, service) }
      const task = { kind: 'operation', name: 'rest.resource', input, who } as const
      const said = (await service.executor.perform(task)) as ScriptedResponse
      reply.code(said.status).headers(said.headers).type(said.contentType)
      return reply.send(said.body)
    },
  })
}

/** 405 where the path is one of another method, else 400 (REST API HTTP response codes). */
function noResource(records: Records, known: KnownPaths, path: string): RestError {
  const isKnown = known.methodsOf(path).size > 0 || methods.some((method) => findResource(records, method, path))
  if (isKnown) return new RestError(405, 'Method not allowed', 'The HTTP action is not allowed for this REST API')
  return new RestError(400, `Requested URI does not represent any resource: ${path.replace(/^\/api/, '')}`)
}

type Found = { row: Row; definition: Row; parameters: Record<string, string> }

/** With a version in the path or without; names of the path before its parameters. */
function findResource(records: Records, method: string, path: string): Found | null {
  const rows = records.find('sys_ws_operation', `active=true^http_method=${method}`)
  const matches = rows.flatMap((row) => {
    const definition = records.get('sys_ws_definition', row.web_service_definition ?? '')
    if (definition?.active === 'false' || !definition) return []
    for (const uri of [row.operation_uri, row.default_operation_uri]) {
      const parameters = uri ? match(uri, path) : null
      if (parameters) return [{ row, definition, parameters }]
    }
    return []
  })
  const count = (found: Found) => Object.keys(found.parameters).length
  return matches.sort((a, b) => count(a) - count(b))[0] ?? null
}

function match(template: string, path: string): Record<string, string> | null {
  const [wanted, given] = [template.replace(/\/$/, '').split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const parameters: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const name = /^\{(.+)\}$/.exec(part)?.[1]
    if (name) parameters[name] = decodeURIComponent(given[at] ?? '')
    else if (part !== given[at]) return null
  }
  return parameters
}

/** Who calls, if the resource wants to know; and whether he holds what its access rules ask for. */
async function caller(service: Service, request: FastifyRequest, row: Row): Promise<Who> {
  if (row.requires_authentication === 'false') {
    if (!request.headers.authorization && !request.headers.cookie) return nobody
    return service.authenticate(request).catch(() => nobody)
  }
  const who = await service.authenticate(request)
  if (row.requires_acl_authorization === 'false' || who.roles.has('admin')) return who
  const rules = (row.enforce_acl ?? '').split(',').filter(Boolean)
  for (const id of rules)
    if (!mayCall(service.records, id, who))
      throw new RestError(403, 'User Not Authorized', 'Failed API level ACL Validation')
  return who
}

function mayCall(records: Records, acl: string, who: Who): boolean {
  const row = records.get('sys_security_acl', acl)
  // The platform's own default rule lets in every person who is no customer.
  if (!row || row.active === 'false') return true
  const needed = records
    .find('sys_security_acl_role', `sys_security_acl=${acl}`)
    .map((link) => records.get('sys_user_role', link.sys_user_role ?? '')?.name ?? '-')
  return needed.length === 0 || needed.some((name) => who.roles.has(name))
}

function requireType(request: FastifyRequest, row: Row, definition: Row): void {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (bodyBytes(request).length === 0 || type === '') return
  const customized = row.consumes_customized === 'true' ? row.consumes : ''
  const wanted = (customized || definition.consumes || 'application/json,application/xml,text/xml').split(',')
  if (!wanted.some((one) => one.trim() === type || one.trim() === '*/*'))
    throw new RestError(415, 'Unsupported Media Type', `Request media type not supported: ${type}`)
}

function plain(request: FastifyRequest, path: string, pathParams: Record<string, string>, service: Service) {
  const queryString = request.url.split('?')[1] ?? ''
  const queryParams: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(queryString))
    queryParams[name] = [...(queryParams[name] ?? []), value]
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '')
  delete headers.authorization
  delete headers.cookie
  const body = bodyBytes(request).toString('utf8')
  return {
    method: request.method,
    url: `${service.baseUrl(request)}${path}`,
    uri: path,
    queryString,
    headers,
    pathParams,
    queryParams,
    body,
  }
}
