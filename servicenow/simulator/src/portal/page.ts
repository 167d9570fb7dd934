import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieOf } from '../auth/authenticate.ts'
import { sessionCookie } from '../auth/sessions.ts'
import { isUsable, whoIs } from '../auth/who.ts'
import { formBody } from '../rest/read-body.ts'
import { RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import type { Row, Who } from '../store/records.ts'
import { sessionLanguage } from '../store/translations.ts'
import { type Html, html } from './html.ts'
import { dashboardsOf } from './read-dashboard.ts'
import { pageLanguage, type Say, sayIn, type Words } from './words.ts'

/** Somebody who is signed in at the portal, and how to say things to them. */
export type Visitor = { who: Who; user: Row; token: string; language: string; say: Say }

export function visitorOf({ records, sessions }: Service, request: FastifyRequest): Visitor | null {
  const session = sessions.find(cookieOf(request, sessionCookie))
  const user = session ? records.get('sys_user', session.userId) : null
  if (!session || !user || !isUsable(user)) return null
  const language = sessionLanguage(records, user.sys_id ?? '')
  return { who: whoIs(records, user), user, token: session.token, language, say: sayIn(language) }
}

/** Whoever is not signed in reads the language of the system. */
export const languageOf = ({ records }: Service, visitor: Visitor | null): string =>
  visitor?.language ?? sessionLanguage(records, '')

/** A form that was really sent from a page of ours. @throws RestError 403 */
export function checkedForm(request: FastifyRequest, visitor: Visitor): URLSearchParams {
  const form = formBody(request)
  if (form.get('sysparm_ck') !== visitor.token)
    throw new RestError(
      403,
      visitor.say('The page is too old'),
      visitor.say('Load it again, and send the form once more.'),
    )
  return form
}

export const tokenField = (visitor: Visitor) => html`<input type="hidden" name="sysparm_ck" value="${visitor.token}">`

const places = [
  ['sc_home', 'Catalog'],
  ['my_requests', 'My requests'],
  ['approvals', 'Approvals'],
  ['password_reset', 'Password'],
] as const satisfies readonly (readonly [string, Words])[]

export type PageOptions = {
  title: string
  place?: string
  isNarrow?: boolean
  status?: number
  message?: Html | null
  /** An origin besides this one that a form may lead to. */
  formAction?: string
}

export function sendPage(
  service: Service,
  reply: FastifyReply,
  visitor: Visitor | null,
  options: PageOptions,
  body: Html,
) {
  const language = languageOf(service, visitor)
  const say = sayIn(language)
  const page = html`<!doctype html>
<html lang="${pageLanguage(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${options.title} · ${say('Service Portal')}</title><link rel="stylesheet" href="/sp/style.css"></head>
<body><a class="skip" href="#main">${say('Skip to the content')}</a>
${visitor ? bar(service, visitor, options.place ?? '') : null}
<main id="main" tabindex="-1" class="${options.isNarrow ? 'narrow' : ''}">
<h1>${options.title}</h1>
${options.message ?? null}
${body}
</main><script src="/sp/portal.js" defer></script></body></html>`
  const targets = `'self' ${options.formAction ?? ''}`.trim()
  reply.header(
    'content-security-policy',
    `default-src 'self'; frame-ancestors 'none'; form-action ${targets}; base-uri 'none'`,
  )
  reply.header('cache-control', 'no-store')
  return reply
    .code(options.status ?? 200)
    .type('text/html;charset=UTF-8')
    .send(page.text)
}

function bar({ records }: Service, visitor: Visitor, place: string): Html {
  const { say } = visitor
  const waiting = records.count('sysapproval_approver', `approver=${visitor.who.userId}^state=requested`)
  const isAdministrator = visitor.who.roles.has('admin')
  const all: (readonly [id: string, label: Words])[] = [...places]
  if (visitor.who.roles.has('itil') || isAdministrator) all.push(['agent', 'Work list'])
  if (dashboardsOf(records, visitor.who).length > 0) all.push(['dashboards', 'Dashboards'])
  if (isAdministrator) all.push(['identity_providers', 'Sign-on'])
  return html`<header class="bar"><div><strong><a href="/sp">${say('Service Portal')}</a></strong>
<nav aria-label="${say('Portal')}">${all.map(([id, label]) => {
    const count = id === 'approvals' && waiting > 0 ? html` <span class="count">${waiting}</span>` : null
    return html`<a href="/sp?id=${id}"${id === place ? html` aria-current="page"` : null}>${say(label)}${count}</a>`
  })}</nav>
<form method="post" action="/sp/logout" class="actions">${tokenField(visitor)}<span class="soft">${visitor.user.name}</span>
<button class="plain">${say('Sign out')}</button></form></div></header>`
}

export function said(text: string, isBad = false): Html {
  return html`<div class="card message ${isBad ? 'bad' : ''}" role="${isBad ? 'alert' : 'status'}">${text}</div>`
}
