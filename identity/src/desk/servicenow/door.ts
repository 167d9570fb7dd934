import type { ClientScope } from '@hallpass/contract/route'
import { signatureHeader } from '@hallpass/contract/servicenow'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ServiceNowDeps } from './deps.ts'
import { scopeNeeded, signatureWrong, tokenNeeded } from './errors.ts'
import type { Connection } from './types.ts'
import { type VerifyCallDeps, verifyCall } from './verify-call.ts'

/** Who is behind a call of an app: the connection, what its token is for, and how far its clock is off. */
export type Caller = { connection: Connection; scope: ClientScope; offsetSeconds: number }

type Marked = FastifyRequest & { programOwner?: string; signedBody?: Buffer; deskCaller?: Caller }

/**
 * The door of programs: a bearer token of a client with the scope of the route, then a signature over the bytes that came,
 * before anything of them is looked at. What is bound within has a caller.
 */
export function guardDoor(server: FastifyInstance, deps: VerifyCallDeps & Pick<ServiceNowDeps, 'programs'>): void {
  server.removeContentTypeParser('application/json')
  const parse = server.getDefaultJsonParser('error', 'error')
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    ;(request as Marked).signedBody = body as Buffer
    void parse(request, body.toString('utf8'), done)
  })

  server.addHook('onRequest', async (request: Marked) => {
    const { spec } = request.routeOptions.config
    const token = /^Bearer ([\w-]{16,200})$/.exec(request.headers.authorization ?? '')?.[1]
    const program = token === undefined ? null : await deps.programs.byToken(token)
    if (!program) throw tokenNeeded()
    const access = spec?.access
    const wanted = access !== undefined && typeof access !== 'string' && 'client' in access ? access.client : null
    // Anybody of a connection may ask who they are.
    if (wanted !== program.scope && spec?.id !== 'desk.v1.getConnection') throw scopeNeeded(wanted ?? 'this')
    request.programOwner = program.ownerId
    // A GET has no body to wait for.
    if (request.method === 'GET') await admit(request, program.scope, Buffer.alloc(0))
  })

  server.addHook('preValidation', async (request: Marked) => {
    if (request.deskCaller) return
    const access = request.routeOptions.config.spec?.access
    const scope = access !== undefined && typeof access !== 'string' && 'client' in access ? access.client : null
    if (scope === null) throw signatureWrong()
    await admit(request, scope, request.signedBody ?? Buffer.alloc(0))
  })

  async function admit(request: Marked, scope: ClientScope, body: Buffer): Promise<void> {
    const verified = await verifyCall(deps, {
      connectionId: request.programOwner ?? '',
      header: request.headers[signatureHeader],
      method: request.method,
      target: request.originalUrl,
      body,
    })
    request.deskCaller = { ...verified, scope }
  }
}

export function callerOf(request: FastifyRequest): Caller {
  const caller = (request as Marked).deskCaller
  if (!caller) throw signatureWrong()
  return caller
}
