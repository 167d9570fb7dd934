import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MailQuery, ReceivedMail } from './received-mail.ts'

type MailboxView = { find(query: MailQuery): ReceivedMail[]; clear(): void }

/** The mailbox in a browser: `/`, `/mails/7`; and for programs: `/api/mails?to=…`, `/api/mails/7`. */
export function answerMailboxPage(request: IncomingMessage, response: ServerResponse, view: MailboxView): void {
  const { status, type, body } = answerTo(request, view)
  response
    .writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .end(body)
}

type Answer = { status: number; type: string; body: string }

function answerTo(request: IncomingMessage, view: MailboxView): Answer {
  // Mails hold codes and links. Only who asks by a loopback name gets them: no page elsewhere can reach in by DNS rebinding.
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  if (!['127.0.0.1', 'localhost'].includes(host)) {
    return { status: 403, type: 'text/plain', body: 'On this machine only.' }
  }
  const url = new URL(request.url ?? '/', 'http://localhost')
  const to = url.searchParams.get('to')
  const afterId = url.searchParams.get('afterId')
  const query = { ...(to ? { to } : {}), ...(afterId ? { afterId: Number(afterId) } : {}) }
  if (url.pathname === '/api/mails' && request.method === 'DELETE') {
    view.clear()
    return { status: 204, type: 'text/plain', body: '' }
  }
  if (url.pathname === '/api/mails') return json(view.find(query))
  if (url.pathname === '/') return html(200, listPage(view.find(query), to))
  const one = /^(?:\/api)?\/mails\/(\d+)$/.exec(url.pathname)
  const mail = one && view.find({}).find(({ id }) => id === Number(one[1]))
  if (!mail) return html(404, page('Mail', '<h1>There is no such mail.</h1><p><a href="/">All mails</a></p>'))
  return url.pathname.startsWith('/api/') ? json(mail) : html(200, mailPage(mail))
}

function json(value: unknown): Answer {
  return { status: 200, type: 'application/json', body: JSON.stringify(value) }
}

function html(status: number, body: string): Answer {
  return { status, type: 'text/html', body }
}

function listPage(mails: ReceivedMail[], to: string | null): string {
  const heading = to ? `Mail for ${escapeHtml(to)}` : 'Mail at Acme'
  const items = mails.map(
    (mail) => `<li><a href="/mails/${mail.id}">
<span class="to">${escapeHtml(mail.to.join(', '))}</span> <time datetime="${mail.receivedAt}">${shortTime(mail)}</time>
<strong dir="auto">${escapeHtml(mail.subject)}</strong>
<span class="start" dir="auto">${escapeHtml(mail.text.slice(0, 140))}</span></a></li>`,
  )
  const body =
    items.length > 0 ? `<ul>${items.join('\n')}</ul>` : '<p>Nothing yet. Whatever Hallpass sends shows up here.</p>'
  const all = to ? '<p><a href="/">Everybody’s mail</a></p>' : ''
  return page(heading, `<h1>${heading}</h1>${all}${body}`, '<meta http-equiv="refresh" content="5">')
}

function mailPage(mail: ReceivedMail): string {
  const [to = ''] = mail.to
  return page(
    escapeHtml(mail.subject),
    `<p><a href="/">All mails</a> · <a href="/?to=${encodeURIComponent(to)}">${escapeHtml(to)}</a></p>
<h1 dir="auto">${escapeHtml(mail.subject)}</h1>
<p class="quiet">From ${escapeHtml(mail.from)} to ${escapeHtml(mail.to.join(', '))}, <time datetime="${mail.receivedAt}">${shortTime(mail)}</time></p>
<div class="text" dir="auto">${withLinks(mail.text)}</div>`,
  )
}

/** The text with its addresses as links. The text is cut first and escaped after, so that nothing in it becomes markup. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) =>
      index % 2 === 0 ? escapeHtml(part) : `<a href="${escapeHtml(part)}" rel="noreferrer">${escapeHtml(part)}</a>`,
    )
    .join('')
}

function shortTime(mail: ReceivedMail): string {
  return mail.receivedAt.slice(11, 19)
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
<title>${title}</title>
<style>
  :root { color-scheme: light dark; --quiet: light-dark(#5c5c5c, #a3a3a3) }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem }
  h1 { font-size: 1.3rem; overflow-wrap: anywhere }
  a { color: LinkText } .quiet, time, .start, .to { color: var(--quiet); font-size: .9rem }
  ul { list-style: none; padding: 0; margin: 0 }
  li a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem 0; border-top: 1px solid #8884; color: inherit; text-decoration: none }
  li strong, li .start { grid-column: 1 / -1; overflow-wrap: anywhere } li a:hover strong, li a:focus strong { text-decoration: underline }
  .text { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid #8884; padding-top: 1rem }
</style>
</head>
<body>${body}</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
