import type { FastifyInstance } from 'fastify'
import { runTest } from '../atf/run-test.ts'
import { dateTimeText } from '../store/clock.ts'
import { answer } from './answer.ts'
import { jsonBody } from './read-body.ts'
import { notAuthorized, RestError } from './rest-error.ts'
import type { Service } from './service.ts'

/** What no real instance has: its clock can be read, and moved on by an administrator, who also runs tests of apps here. */
export function simulatorRoutes(app: FastifyInstance, service: Service): void {
  app.get('/simulator/clock', (request, reply) => answer(request, reply, 200, now(service)))
  app.post('/simulator/clock', async (request, reply) => {
    const who = await service.authenticate(request)
    if (!who.roles.has('admin')) throw notAuthorized('The clock is moved by administrators')
    const { advanceMilliseconds } = jsonBody(request) as { advanceMilliseconds?: unknown }
    if (typeof advanceMilliseconds !== 'number' || !(advanceMilliseconds >= 0))
      throw new RestError(400, 'Invalid advanceMilliseconds', 'It is a number of milliseconds, at least 0')
    service.clock.advance(advanceMilliseconds)
    await service.onClockMoved()
    return answer(request, reply, 200, now(service))
  })

  app.post('/simulator/tests', async (request, reply) => {
    const who = await service.authenticate(request)
    if (!who.roles.has('admin')) throw notAuthorized('Tests are run by administrators')
    const { test } = jsonBody(request) as { test?: unknown }
    const result = await runTest(service, service.baseUrl(request), String(test ?? ''), who)
    if (!result) throw new RestError(404, 'No such test', 'Name an active test, or give its sys_id')
    return answer(request, reply, 200, { result })
  })
}

function now({ clock }: Service) {
  return { result: { now: dateTimeText(clock.now()) } }
}
