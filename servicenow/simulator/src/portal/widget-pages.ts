import type { FastifyInstance } from 'fastify'
import { RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import type { WidgetAnswer } from '../runtime/widget-server.ts'
import type { Row } from '../store/records.ts'
import { Html, html } from './html.ts'
import { said, sendPage, tokenField, type Visitor, visitorOf } from './page.ts'
import { widgetScript } from './widget-script.ts'
import { expressionsOf } from './widget-template.ts'

/** Files of the pages that apps bring (`sp_page`): how widgets are drawn, and each widget's own controller and expressions. */
export function widgetFiles(app: FastifyInstance, service: Service): void {
  app.get('/sp/widgets.js', (_request, reply) => reply.type('text/javascript').send(widgetScript))
  app.get('/sp/widget.js', (request, reply) => {
    const { sys_id: id = '' } = request.query as Record<string, string | undefined>
    const widget = /^[0-9a-f]{32}$/.test(id) ? service.records.get('sp_widget', id) : null
    if (!visitorOf(service, request) || !widget) throw new RestError(404, 'There is no such widget', null)
    return reply.type('text/javascript').header('cache-control', 'no-store').send(asFile(widget))
  })
}

const asFile = ({ sys_id, template, client_script, name }: Row): string =>
  `widgets.add('${sys_id}', { make: function (api) {\n${client_script ?? ''}\n}, expressions: ${expressionsOf(template ?? '', name ?? '')} })\n`

/** A page that an app brings, with its widgets in their places; null where there is none of this id. */
export async function widgetPage(
  service: Service,
  reply: Parameters<typeof sendPage>[1],
  visitor: Visitor,
  id: string,
): Promise<unknown> {
  const { records } = service
  const [page] = /^[\w-]+$/.test(id) ? records.find('sp_page', `id=${id}`, { limit: 1 }) : []
  if (!page) return null
  const drawn = await Promise.all(
    widgetsOn(service, page).map(async (widget, index) => {
      refuseOthers(service, widget)
      // Refused here rather than in the browser.
      expressionsOf(widget.template ?? '', widget.name ?? '')
      return draw(service, visitor, widget, index)
    }),
  )
  return sendPage(
    service,
    reply,
    visitor,
    { title: page.title || id },
    html`${tokenField(visitor)}${drawn}<script src="/sp/widgets.js" defer></script>${[...new Set(widgetsOn(service, page).map((widget) => widget.sys_id))].map((sysId) => html`<script src="/sp/widget.js?sys_id=${sysId}" defer></script>`)}`,
  )
}

function widgetsOn({ records }: Service, page: Row): Row[] {
  const below = (table: string, parent: string, rows: readonly Row[]) =>
    rows.flatMap((row) => records.find(table, `${parent}=${row.sys_id}^ORDERBYorder`))
  const rows = below('sp_row', 'sp_container', below('sp_container', 'sp_page', [page]))
  return below('sp_instance', 'sp_column', below('sp_column', 'sp_row', rows)).flatMap((instance) => {
    const widget = instance.active === 'false' ? null : records.get('sp_widget', instance.sp_widget ?? '')
    return widget ? [widget] : []
  })
}

async function draw(service: Service, { who }: Visitor, widget: Row, index: number): Promise<Html> {
  const input = { widget: widget.sys_id ?? '', input: undefined }
  const answer = (await service.executor.perform({ kind: 'operation', name: 'widget.run', input, who })) as WidgetAnswer
  const template = `widget-template-${index}`
  return html`${answer?.info.map((text) => said(text))}${answer?.error.map((text) => said(text, true))}
<template id="${template}">${new Html(widget.template ?? '')}</template>
<div class="widget" data-widget="${widget.sys_id}" data-template="${template}" data-controller-as="${widget.controller_as || 'c'}" data-widget-data="${JSON.stringify(answer?.data ?? {})}"></div>`
}

/** What a widget may bring besides that would have to run. */
function refuseOthers({ records }: Service, widget: Row): void {
  const name = widget.name ?? ''
  // The SDK writes an empty one where there is none.
  if (!/^(?:function link\([^)]*\) \{\s*\})?$/.test((widget.link ?? '').trim()))
    throw new RestError(501, `Not simulated: the link function of the widget "${name}"`)
  for (const table of ['m2m_sp_widget_dependency', 'm2m_sp_ng_pro_sp_widget'])
    if (records.dictionary.has(table) && records.find(table, `sp_widget=${widget.sys_id}`, { limit: 1 }).length > 0)
      throw new RestError(501, `Not simulated: what the widget "${name}" depends on (${table})`)
}
