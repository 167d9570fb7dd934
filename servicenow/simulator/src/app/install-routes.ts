import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { cookieOf } from '../auth/authenticate.ts'
import { sessionCookie } from '../auth/sessions.ts'
import { formBody, jsonBody } from '../rest/read-body.ts'
import { notAuthorized, RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import { system } from '../store/open-records.ts'
import type { Who } from '../store/records.ts'
import type { Activation } from './install-operation.ts'

/** What ServiceNow's own command-line tool asks for when it signs in, uploads an app and publishes its flows. */
export function installRoutes(app: FastifyInstance, service: Service): void {
  app.post<{ Querystring: { sysparm_type?: string } }>('/angular.do', async (request, reply) => {
    const form = formBody(request)
    const type = form.get('sysparm_type') ?? request.query.sysparm_type ?? ''
    if (type === 'login' || form.has('user_name')) return login(service, form, reply)
    if (type === 'get_user') return tellToken(service, request, reply)
    throw new RestError(400, `Not simulated: angular.do ${type}`)
  })

  app.post<{ Querystring: { sysparm_async_fluent_install?: string } }>(
    '/sn_appclient_upload_processor.do',
    async (request, reply) => {
      const who = await administrator(service, request)
      const upload = await readUpload(request)
      const tracker = track(service, who)
      const task = { kind: 'operation', name: 'app.install', input: { ...upload, tracker }, who: system } as const
      const done = service.executor.perform(task)
      if (request.query.sysparm_async_fluent_install === 'true') done.catch(() => {})
      else await done
      return reply
        .type('application/json')
        .send({ executionTracker: tracker, rollbackContext: service.records.newId() })
    },
  )

  app.get<{ Params: { id: string } }>('/api/sn_cicd/progress/:id', async (request) => {
    await service.authenticate(request)
    const row = service.records.get('sys_execution_tracker', request.params.id)
    if (!row) throw new RestError(404, 'No progress', `There is no progress ${request.params.id}.`)
    const state = row.state || '0'
    const label = { 0: 'Pending', 1: 'Running', 2: 'Successful', 3: 'Failed' }[Number(state)] ?? 'Pending'
    const percent = Number(row.percent_complete ?? 0)
    const message = row.message ?? ''
    const self = { id: request.params.id, url: `${service.baseUrl(request)}/api/sn_cicd/progress/${request.params.id}` }
    const result = {
      links: { progress: self },
      status: state,
      status_label: label,
      status_message: message,
      status_detail: '',
      error: state === '3' ? message : '',
      percent_complete: percent,
    }
    return { result }
  })

  app.post('/api/now/wfa_fluent/activate_flows', async (request, reply) => {
    await administrator(service, request)
    const body = jsonBody(request) as { flows?: { sys_id?: string }[]; actions?: { sys_id?: string }[] }
    const ids = (list: { sys_id?: string }[] | undefined) => (list ?? []).map((one) => one.sys_id ?? '').filter(Boolean)
    const input = { flows: ids(body.flows), actions: ids(body.actions) }
    const task = { kind: 'operation', name: 'app.activate_flows', input, who: system } as const
    const results = (await service.executor.perform(task)) as Activation[]
    const succeeded = results.filter((one) => one.status === 'success').length
    const summary = { total: results.length, succeeded, failed: results.length - succeeded }
    return reply.code(results.length > 0 && succeeded === 0 ? 422 : 200).send({ result: { summary, results } })
  })
}

function login(service: Service, form: URLSearchParams, reply: FastifyReply) {
  const outcome = service.sessions.signIn(form.get('user_name') ?? '', form.get('user_password') ?? '')
  if (!outcome.ok) return { status: 'error', message: 'User name or password invalid' }
  const { cookie } = service.sessions.open(outcome.userId)
  reply.header('set-cookie', `${sessionCookie}=${cookie}; Path=/; HttpOnly`)
  return { status: 'success', message: 'Login Successful' }
}

/** Always a 401, whose header holds what the session's calls must repeat; so the real one does. */
function tellToken(service: Service, request: FastifyRequest, reply: FastifyReply) {
  const session = service.sessions.find(cookieOf(request, sessionCookie))
  if (session) reply.header('x-usertoken-response', session.token)
  return reply.code(401).send({ error: 'User Not Authenticated' })
}

async function administrator(service: Service, request: FastifyRequest): Promise<Who> {
  const who = await service.authenticate(request)
  if (!who.roles.has('admin')) throw notAuthorized('Installing applications needs the role admin.')
  return who
}

async function readUpload(request: FastifyRequest): Promise<{ zip: Uint8Array; loadDemo: boolean }> {
  const parts: Uint8Array[] = []
  if (Buffer.isBuffer(request.body)) parts.push(request.body)
  else for await (const part of request.raw) parts.push(part as Uint8Array)
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(Buffer.concat(parts), { headers }).formData().catch(() => null)
  const file = form?.get('attachFile')
  if (!form || !file || typeof file === 'string') throw new RestError(400, 'No package', 'attachFile is missing.')
  return { zip: new Uint8Array(await file.arrayBuffer()), loadDemo: form.get('load_demo') === 'true' }
}

function track(service: Service, who: Who): string {
  const values = { name: 'Installing application', state: '0', percent_complete: '0', message: 'Waiting' }
  const made = service.records.insert('sys_execution_tracker', values, who, { withoutRules: true })
  return 'row' in made ? (made.row.sys_id ?? '') : ''
}
