import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WidgetAnswer } from '../runtime/widget-server.ts'
import { answer } from './answer.ts'
import { jsonBody } from './read-body.ts'
import { RestError } from './rest-error.ts'
import type { Service } from './service.ts'

/** What a Service Portal page asks of its widgets: the server script run anew, with the page's input. */
export function widgetApi(app: FastifyInstance, service: Service): void {
  app.post('/sp/widget/:id', async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
    const who = await service.authenticate(request)
    const input = { widget: request.params.id, input: jsonBody(request) }
    const task = { kind: 'operation', name: 'widget.run', input, who } as const
    const result = (await service.executor.perform(task)) as WidgetAnswer
    if (result === null) throw new RestError(404, 'No such widget')
    return answer(request, reply, 200, { result })
  })
}
