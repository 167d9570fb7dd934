import { signInRoutes as routes } from '@hallpass/contract/sign-in'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { eventStream } from '../platform/http/event-stream.ts'
import type { Principal } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import type { SsoDeps } from './deps.ts'
import { personUnknown } from './errors.ts'
import { forgetDevices } from './forget-devices.ts'
import { signInHistory } from './sign-in-history.ts'
import { signInsTopic } from './start-session.ts'

export function historyRoutes(server: FastifyInstance, deps: SsoDeps): void {
  serve(server, routes.mySignIns, ({ principal, query }) =>
    signInHistory(deps, { personId: principal.personId, cursor: query.cursor, limit: query.limit ?? 50 }),
  )

  serve(server, routes.followMySignIns, (call) => follow(deps, call, call.principal.personId))

  serve(server, routes.signInsOf, async ({ params, query }) => {
    await requirePerson(deps, params.id)
    return await signInHistory(deps, { personId: params.id, cursor: query.cursor, limit: query.limit ?? 50 })
  })

  serve(server, routes.followSignInsOf, async (call) => {
    await requirePerson(deps, call.params.id)
    return await follow(deps, call, call.params.id)
  })

  serve(server, routes.forgetDevices, async (call) => {
    const { personId } = call.principal
    const forgotten = await deps.db.transaction((tx) => forgetDevices(deps, tx, { personId, actor: actorOf(call) }))
    return { forgotten }
  })
}

async function requirePerson(deps: SsoDeps, personId: string): Promise<void> {
  if (!(await deps.directory.person(deps.db, personId))) throw personUnknown()
}

type FollowCall = { principal: Principal; request: FastifyRequest; reply: FastifyReply }

/** The newest ones, now and whenever there is another; ends with the session of whoever follows. */
async function follow(deps: SsoDeps, { principal, request, reply }: FollowCall, personId: string): Promise<never> {
  await eventStream(request, reply, {
    subscribe(onChange) {
      const stops = [signInsTopic(personId), `session:${principal.sessionId}`].map((topic) =>
        deps.live.subscribe(topic, onChange),
      )
      return () => {
        for (const stop of stops) stop()
      }
    },
    snapshot: async () => ({ items: (await signInHistory(deps, { personId, limit: 50 })).items }),
  })
  return undefined as never
}
