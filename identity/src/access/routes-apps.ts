import { accessRoutes as spec } from '@hallpass/contract/access'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { serve } from '../platform/http/route.ts'
import { addApp, addAppFromTemplate } from './add-app.ts'
import type { Catalog } from './catalog.ts'
import type { AccessDeps } from './deps.ts'
import { editApp } from './edit-app.ts'
import { retireApp } from './retire-app.ts'
import { showApp, showApps } from './show-apps.ts'

export function appRoutes(server: FastifyInstance, deps: AccessDeps & Catalog): void {
  serve(server, spec.listApps, ({ query }) => showApps(deps, query))
  serve(server, spec.getApp, ({ params }) => showApp(deps, params.id))

  serve(server, spec.addAppFromTemplate, async (call) => {
    const app = await addAppFromTemplate(deps, call.body, actorOf(call))
    return showApp(deps, app.id)
  })
  serve(server, spec.addApp, async (call) => {
    const app = await addApp(deps, call.body, actorOf(call))
    return showApp(deps, app.id)
  })
  serve(server, spec.editApp, async (call) => {
    const app = await editApp(deps, { ...call.body, appId: call.params.id }, actorOf(call))
    return showApp(deps, app.id)
  })
  serve(server, spec.retireApp, async (call) => {
    const app = await retireApp(deps, { appId: call.params.id, reason: call.body.reason }, actorOf(call))
    return showApp(deps, app.id)
  })
}
