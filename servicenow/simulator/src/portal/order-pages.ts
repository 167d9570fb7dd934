import { mayRequestFor } from '../catalog/availability.ts'
import { orderable } from '../catalog/catalog-api.ts'
import type { Ordered } from '../catalog/order-items.ts'
import type { Produced } from '../catalog/produce-record.ts'
import { itemIn } from '../catalog/render-item.ts'
import { layoutTypes, missingAnswers, type Variable, variablesIn, variablesOf } from '../catalog/variables.ts'
import { RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import { scriptsOf } from './client-scripts.ts'
import { html, safeMarkup } from './html.ts'
import { optionsOf } from './options.ts'
import { checkedForm, said, sendPage, tokenField, type Visitor } from './page.ts'
import type { PortalPages } from './pages.ts'
import { questionField } from './question-fields.ts'

/** The form of an item, made of its questions, and what sending it does. */
export function orderPages(service: Service, { show, act }: PortalPages): void {
  const { records, executor } = service
  show.sc_cat_item = ({ reply, visitor, query }) => form(reply, visitor, query.sys_id ?? '', {}, null)
  show.sc_cat_item_guide = show.sc_cat_item

  /** Choices of a question that depend on other answers; asked for by the page's script. */
  show.options = async ({ reply, visitor, query }) => {
    const variable = variablesOf(records, query.sys_id ?? '').find(({ name }) => name === query.variable)
    if (!variable) throw new RestError(404, 'There is no such question')
    const answers = JSON.parse(query.answers || '{}') as Record<string, string>
    const options = await optionsOf(service, variable, answers, visitor)
    return reply.type('application/json').send(JSON.stringify(options))
  }

  act.sc_cat_item = async ({ request, reply, visitor, query }) => {
    const sent = checkedForm(request, visitor)
    const item = orderable(service, query.sys_id ?? '', visitor.who)
    const variables = variablesIn(records, item.sys_id ?? '', visitor.language)
    const answers = answersOf(variables, sent)
    const missing = missingAnswers(variables, answers)
    if (missing.length > 0) {
      const labels = variables.filter(({ name }) => missing.includes(name)).map(({ row }) => row.question_text)
      return form(reply, visitor, item.sys_id ?? '', answers, visitor.say('Please answer: {0}', labels.join(', ')))
    }
    const other = variables.find(({ type }) => type === '31')
    const requestedFor = (other && answers[other.name]) || visitor.who.userId
    if (!mayRequestFor(records, visitor.who, requestedFor))
      return form(reply, visitor, item.sys_id ?? '', answers, visitor.say('You may ask for yourself only.'))
    if (item.sys_class_name === 'sc_cat_item_producer') {
      const input = { itemId: item.sys_id, answers }
      const made = (await executor.perform({
        kind: 'operation',
        name: 'catalog.produce',
        input,
        who: visitor.who,
      })) as Produced
      if ('refused' in made) return form(reply, visitor, item.sys_id ?? '', answers, made.refused)
      return reply.redirect(`/sp?id=ticket&table=${made.table}&sys_id=${made.sysId}&new=true`, 303)
    }
    const input = {
      requestedFor,
      lines: [{ itemId: item.sys_id, quantity: sent.get('sysparm_quantity') || '1', answers }],
    }
    const ordered = (await executor.perform({
      kind: 'operation',
      name: 'catalog.order',
      input,
      who: visitor.who,
    })) as Ordered
    if ('refused' in ordered) return form(reply, visitor, item.sys_id ?? '', answers, ordered.refused)
    return reply.redirect(`/sp?id=ticket&table=sc_req_item&sys_id=${ordered.itemIds[0]}&new=true`, 303)
  }

  async function form(
    reply: Parameters<typeof sendPage>[1],
    visitor: Visitor,
    id: string,
    answers: Record<string, string>,
    fault: string | null,
  ) {
    const { language, say } = visitor
    const item = itemIn(records, orderable(service, id, visitor.who), language)
    const isProducer = item.sys_class_name === 'sc_cat_item_producer'
    const variables = variablesIn(records, id, language).filter(({ row }) => row.hidden !== 'true')
    const known = { ...defaults(variables, visitor), ...answers }
    const fields = await Promise.all(variables.map((variable) => questionField(service, variable, known, visitor)))
    const options = {
      title: item.name ?? '',
      place: 'sc_home',
      status: fault ? 400 : 200,
      message: fault ? said(fault, true) : null,
    }
    return sendPage(
      service,
      reply,
      visitor,
      options,
      html`<p class="soft">${item.short_description}</p>
${item.description ? html`<div class="intro">${safeMarkup(item.description)}</div>` : null}
<form method="post" action="/sp?id=sc_cat_item&amp;sys_id=${id}" class="card" data-item="${id}" data-nothing="${say('There is nothing to choose.')}" data-failed="${say('The catalog client script “{0}” failed: {1}', '{0}', '{1}')}">${tokenField(visitor)}${fields}
<div class="form-messages" role="status"></div>
<div class="actions"><button>${isProducer ? say('Send') : say('Order now')}</button><a href="/sp">${say('Not now')}</a></div></form>${scriptsOf(records, id)}`,
    )
  }
}

function defaults(variables: readonly Variable[], visitor: Visitor): Record<string, string> {
  return Object.fromEntries(
    variables.map(({ name, type, row }) => {
      const initial = row.default_value ?? ''
      const isMe = type === '31' || /^javascript:\s*gs\.getUserID\(\)/.test(initial)
      return [name, isMe ? visitor.who.userId : initial.startsWith('javascript:') ? '' : initial]
    }),
  )
}

function answersOf(variables: readonly Variable[], sent: URLSearchParams): Record<string, string> {
  const named = variables.filter(({ type }) => !layoutTypes.has(type))
  return Object.fromEntries(
    named.map(({ name, type }) => {
      if (type === '7') return [name, String(sent.has(name))]
      return [name, type === '21' ? sent.getAll(name).join(',') : (sent.get(name) ?? '')]
    }),
  )
}
