import { noRecord, notAuthorized } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import type { Row } from '../store/records.ts'
import { type Html, html } from './html.ts'
import { sendPage, type Visitor } from './page.ts'
import type { PortalPages } from './pages.ts'
import { dashboardsOf, type Report, readReport } from './read-dashboard.ts'
import { platformWord } from './words.ts'

/** Dashboards an app brings, with their reports as they stand now. */
export function dashboardPages(service: Service, { show }: PortalPages): void {
  const { records, access } = service

  show.dashboards = ({ reply, visitor }) => {
    const rows = dashboardsOf(records, visitor.who)
    return sendPage(
      service,
      reply,
      visitor,
      { title: visitor.say('Dashboards'), place: 'dashboards' },
      rows.length === 0
        ? html`<p>${visitor.say('There is none for you.')}</p>`
        : html`<ul class="grid">${rows.map((row) => html`<li class="card"><h2><a href="/sp?id=dashboard&amp;sys_id=${row.sys_id}">${row.name}</a></h2><p>${row.description}</p></li>`)}</ul>`,
    )
  }

  show.dashboard = ({ reply, visitor, query }) => {
    const row = records.get('par_dashboard', query.sys_id ?? '')
    if (row?.active !== 'true') throw noRecord()
    if (!dashboardsOf(records, visitor.who).some((one) => one.sys_id === row.sys_id))
      throw notAuthorized(visitor.say('This dashboard is not shared with you'))
    access.refresh()
    const tabs = records.find('par_dashboard_tab', `dashboard=${row.sys_id}^active=true^ORDERBYorder`)
    return sendPage(
      service,
      reply,
      visitor,
      { title: row.name ?? '', place: 'dashboards' },
      html`<p>${row.description}</p>${tabs.map((tab) => html`<h2>${tab.name}</h2><div class="grid">${widgetsOf(tab).map((widget) => card(widget, visitor))}</div>`)}`,
    )
  }

  function widgetsOf(tab: Row): Row[] {
    const canvases = records.find('par_dashboard_canvas', `dashboard_tab=${tab.sys_id}`)
    return canvases
      .flatMap((canvas) => records.find('par_dashboard_widget', `canvas=${canvas.sys_id}`))
      .sort((a, b) => Number(a.y) - Number(b.y) || Number(a.x) - Number(b.x))
  }

  function card(widget: Row, visitor: Visitor): Html {
    const { who, say } = visitor
    const report = readReport(records, widget, who)
    const isRead = report.kind === 'refused' || access.mayTouchTable('read', report.table, who)
    return html`<section class="card"><h3>${report.title}</h3>${isRead ? body(report, visitor) : html`<p class="soft">${say('You may not read {0}', report.table)}.</p>`}</section>`
  }
}

function body(report: Report, { say, language }: Visitor): Html {
  if (report.kind === 'refused') return html`<p class="soft">${report.why}</p>`
  const rows = (more: string) => `/sp?id=records&table=${report.table}&query=${encodeURIComponent(report.query + more)}`
  if (report.kind === 'score') return html`<p class="score"><a href="${rows('')}">${report.count}</a></p>`
  if (report.groups.length === 0) return html`<p class="soft">${say('Nothing yet.')}</p>`
  const shown = (label: string) =>
    label === 'Others' || label === '(empty)' ? say(label) : platformWord(language, label)
  const most = Math.max(...report.groups.map((group) => group.count))
  return html`<table class="table"><tbody>${report.groups.map(
    ({ value, label, count }) =>
      html`<tr><th scope="row">${value === '' ? shown(label) : html`<a href="${rows(`^${report.field}=${value}`)}">${shown(label)}</a>`}</th><td><meter min="0" max="${most}" value="${count}">${count}</meter></td><td>${count}</td></tr>`,
  )}</tbody></table>`
}
