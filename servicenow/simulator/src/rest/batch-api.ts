import type { FastifyInstance } from 'fastify'
import { answer } from './answer.ts'
import { jsonBody } from './read-body.ts'
import { RestError } from './rest-error.ts'
import type { Service } from './service.ts'

type Part = {
  id?: unknown
  method?: unknown
  url?: unknown
  headers?: unknown
  body?: unknown
  exclude_response_headers?: unknown
}

const itemBytesMax = 5 * 1024 * 1024
const answerBytesMax = 10 * 1024 * 1024

/** Several calls in one, done one after the other as the caller; one that fails does not stop the others. */
export function batchApi(app: FastifyInstance, service: Service): void {
  app.post('/batch', async (request, reply) => {
    await service.authenticate(request)
    const { batch_request_id, rest_requests } = jsonBody(request) as {
      batch_request_id?: unknown
      rest_requests?: unknown
    }
    if (batch_request_id === undefined || !Array.isArray(rest_requests))
      throw new RestError(400, 'Invalid batch', 'batch_request_id and rest_requests are needed')
    const serviced_requests: unknown[] = []
    const unserviced_requests: string[] = []
    let answered = 0
    for (const part of rest_requests as Part[]) {
      const payload = Buffer.from(String(part.body ?? ''), 'base64')
      if (payload.length > itemBytesMax || answered > answerBytesMax) {
        unserviced_requests.push(String(part.id))
        continue
      }
      const startedAt = performance.now()
      const { authorization, cookie, 'x-usertoken': token, 'x-sn-apikey': key } = request.headers
      const inner = await app.inject({
        method: String(part.method ?? 'GET').toUpperCase() as 'GET',
        url: String(part.url ?? '/'),
        headers: defined({
          authorization,
          cookie,
          'x-usertoken': token,
          'x-sn-apikey': key,
          ...headersOf(part.headers),
        }),
        ...(payload.length > 0 ? { payload } : {}),
      })
      answered += inner.rawPayload.length
      serviced_requests.push({
        id: String(part.id),
        body: inner.rawPayload.toString('base64'),
        status_code: inner.statusCode,
        status_text: inner.statusMessage,
        headers:
          part.exclude_response_headers === true
            ? []
            : Object.entries(inner.headers).map(([name, value]) => ({ name, value: String(value) })),
        redirect_url: null,
        execution_time: Math.round(performance.now() - startedAt),
      })
    }
    return answer(request, reply, 200, {
      batch_request_id: String(batch_request_id),
      serviced_requests,
      unserviced_requests,
    })
  })
}

function headersOf(list: unknown): Record<string, string> {
  if (!Array.isArray(list)) return {}
  return Object.fromEntries(
    list.map((one: { name?: unknown; value?: unknown }) => [String(one.name).toLowerCase(), String(one.value)]),
  )
}

function defined(headers: Record<string, string | string[] | undefined>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined),
  )
}
