import { findItems } from '../catalog/catalog-api.ts'
import { itemIn, money } from '../catalog/render-item.ts'
import type { Service } from '../rest/service.ts'
import type { Row } from '../store/records.ts'
import { html } from './html.ts'
import { sendPage } from './page.ts'
import type { PortalPages } from './pages.ts'

/** What may be ordered, by category, with a search. */
export function catalogPages(service: Service, { show }: PortalPages): void {
  const { records } = service
  show.sc_home = ({ reply, visitor, query }) => {
    const text = query.q ?? ''
    const category = query.sys_id ?? ''
    const { language, say } = visitor
    const found = findItems(service, visitor.who, { text, catalog: '', category })
    const items = found.map((item) => itemIn(records, item, language))
    const categories = records.find('sc_category', 'active=true^ORDERBYtitle')
    const link = (row: Row) =>
      html`<a class="button plain" href="/sp?id=sc_category&amp;sys_id=${row.sys_id}"${row.sys_id === category ? html` aria-current="true"` : null}>${row.title}</a>`
    return sendPage(
      service,
      reply,
      visitor,
      { title: say('What can we do for you?'), place: 'sc_home' },
      html`
<form method="get" action="/sp" role="search" class="field"><input type="hidden" name="id" value="sc_home">
<label for="q">${say('Search the catalog')}</label><input id="q" name="q" type="search" value="${text}"></form>
<nav class="actions" aria-label="${say('Categories')}"><a class="button plain" href="/sp?id=sc_home">${say('Everything')}</a>${categories.map(link)}</nav>
<h2>${items.length === 0 ? say('Nothing found') : say('Items')}</h2>
<ul class="grid">${items.map(
        (
          item,
        ) => html`<li><div class="card"><h3><a href="/sp?id=sc_cat_item&amp;sys_id=${item.sys_id}">${item.name}</a></h3>
<p class="soft">${item.short_description}</p>${item.price && Number(item.price) > 0 ? html`<span class="chip">${money(item.price)}</span>` : null}</div></li>`,
      )}</ul>`,
    )
  }
  show.sc_category = show.sc_home
  show.index = show.sc_home
}
