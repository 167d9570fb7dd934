import type { FastifyInstance } from 'fastify'
import { formBody } from '../rest/read-body.ts'
import { RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import type { AjaxAnswer } from '../runtime/answer-ajax.ts'
import type { Records, Row } from '../store/records.ts'
import { formScript } from './form-script.ts'
import { escapeHtml, type Html, html } from './html.ts'
import { visitorOf } from './page.ts'

/** Catalog client scripts of an item run in the browser, each a file of its own, so that one that is broken stops no other. */
export function clientScripts(app: FastifyInstance, service: Service): void {
  const { records, executor } = service
  app.get('/sp/form.js', (_request, reply) => reply.type('text/javascript').send(formScript))

  app.get('/sp/client-script.js', (request, reply) => {
    const { sys_id: id = '' } = request.query as Record<string, string | undefined>
    const row = /^[0-9a-f]{32}$/.test(id) ? records.get('catalog_script_client', id) : null
    if (!visitorOf(service, request) || row?.active !== 'true')
      throw new RestError(404, 'There is no such script', null)
    return reply.type('text/javascript').header('cache-control', 'no-store').send(asFile(records, row))
  })

  /** What GlideAjax calls; the answer is an attribute of an XML document, as on every instance. */
  app.post('/xmlhttp.do', async (request, reply) => {
    const visitor = visitorOf(service, request)
    if (!visitor) throw new RestError(401, 'User Not Authenticated', null)
    if (request.headers['x-usertoken'] !== visitor.token) throw new RestError(403, 'The page is too old', null)
    const parameters = Object.fromEntries(formBody(request))
    const { sysparm_processor: processor = '' } = parameters
    const input = { processor, parameters }
    const said = (await executor.perform({
      kind: 'operation',
      name: 'ajax.answer',
      input,
      who: visitor.who,
    })) as AjaxAnswer
    if ('refused' in said)
      throw new RestError(said.refused === 'forbidden' ? 403 : 404, `The processor ${processor} cannot be called`, null)
    const named = ['sysparm_name', 'sysparm_processor'].map(
      (name) => ` ${name}="${escapeHtml(parameters[name] ?? '')}"`,
    )
    return reply
      .type('text/xml;charset=UTF-8')
      .send(`<?xml version="1.0" encoding="UTF-8"?><xml answer="${escapeHtml(said.answer)}"${named.join('')}/>`)
  })
}

/** The scripts of an item that run on its form in the Service Portal (`ui_type` 1, or 10 for everywhere). */
export function scriptsOf(records: Records, itemId: string): Html | null {
  const rows = records
    .find('catalog_script_client', `cat_item=${itemId}^active=true`)
    .filter(({ ui_type, applies_catalog }) => ['1', '10'].includes(ui_type ?? '') && applies_catalog !== 'false')
  if (rows.length === 0) return null
  return html`<script src="/sp/form.js" defer></script>${rows.map(
    ({ sys_id }) => html`<script src="/sp/client-script.js?sys_id=${sys_id}" defer></script>`,
  )}`
}

const kinds = ['onLoad', 'onChange', 'onSubmit']

/** The script defines the function of its type; form.js calls it when it is time. */
function asFile(records: Records, { name, type, script, cat_variable }: Row): string {
  const kind = kinds.find((known) => known === type)
  if (kind === undefined) return ''
  const id = (cat_variable ?? '').replace(/^IO:/, '')
  const variable = records.get('item_option_new', id)?.name ?? id
  const about = JSON.stringify({ name: name ?? '', kind, variable })
  return `catalogForm.add(${about}, function (g_form, GlideAjax) {\n${script ?? ''}\nreturn ${kind}\n})\n`
}
