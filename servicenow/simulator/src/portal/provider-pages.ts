import { notAuthorized, RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import { readMetadata } from '../sso/read-metadata.ts'
import type { Row, WriteOutcome } from '../store/records.ts'
import { type Html, html } from './html.ts'
import { checkedForm, sendPage, tokenField, type Visitor } from './page.ts'
import type { PortalPages } from './pages.ts'

/** For administrators: identity providers made from their metadata, tested, and then made active. */
export function providerPages(service: Service, { show, act }: PortalPages): void {
  const { records, executor } = service
  show.identity_providers = ({ reply, visitor, request }) => {
    checkAdministrator(visitor)
    const rows = records.find('saml2_update1_properties', 'ORDERBYname')
    const base = service.baseUrl(request)
    const body = html`${rows.map((row) => card(row, visitor))}
<form method="post" action="/sp?id=identity_providers" class="card">${tokenField(visitor)}<h2>Add one from its metadata</h2>
<p class="soft">It is told that this instance is called ${base} and takes answers at ${base}/navpage.do.</p>
<div class="field"><label for="name">Name</label><input id="name" name="name" required></div>
<div class="field"><label for="metadata">Metadata (XML)</label><textarea id="metadata" name="metadata" required spellcheck="false"></textarea></div>
<div class="field"><label for="user_field">The name it sends is our</label><select id="user_field" name="user_field"><option value="user_name">User name</option><option value="email">E-mail address</option></select></div>
<button name="do" value="add">Add the identity provider</button></form>`
    return sendPage(service, reply, visitor, { title: 'Identity providers' }, body)
  }

  act.identity_providers = async ({ request, reply, visitor }) => {
    checkAdministrator(visitor)
    const form = checkedForm(request, visitor)
    if (form.get('do') === 'add') await add(form, visitor)
    else await setActive(form.get('sys_id') ?? '', form.get('do') === 'activate', visitor)
    return reply.redirect('/sp?id=identity_providers', 303)
  }

  function card(row: Row, visitor: Visitor): Html {
    const result = row.test_connection_result === 'success' ? 'Tested with success' : 'Not tested with success yet'
    const isActive = row.active === 'true'
    return html`<section class="card"><h2>${row.name}</h2><dl class="facts"><dt>Entity ID</dt><dd>${row.idp}</dd><dt>State</dt><dd>${isActive ? 'Active' : 'Not active'}</dd><dt>Connection</dt><dd>${result}</dd></dl>
<form method="post" action="/sp?id=identity_providers" class="actions">${tokenField(visitor)}<input type="hidden" name="sys_id" value="${row.sys_id}">
<a class="button plain" href="/sso_test_connection.do?glide_sso_id=${row.sys_id}">Test connection</a>
<button class="plain" name="do" value="${isActive ? 'deactivate' : 'activate'}">${isActive ? 'Make inactive' : 'Make active'}</button></form></section>`
  }

  async function add(form: URLSearchParams, { who }: Visitor): Promise<void> {
    const metadata = readMetadata(form.get('metadata') ?? '')
    if (!metadata) throw new RestError(400, 'This is no metadata of an identity provider', '')
    const name = form.get('name') ?? ''
    const provider = await insert('saml2_update1_properties', {
      name,
      idp: metadata.entityId,
      idp_authnrequest_url: metadata.requestUrl,
      idp_logout_url: metadata.logoutUrl,
      user_field: form.get('user_field') === 'email' ? 'email' : 'user_name',
      active: 'false',
    })
    for (const pem of metadata.certificates) {
      const certificate = await insert('sys_certificate', {
        name,
        pem_certificate: pem,
        type: 'trust_store',
        active: 'true',
      })
      await insert('saml2_idp_certificate', { idp: provider, certificate })
    }

    async function insert(table: string, values: Record<string, string>): Promise<string> {
      const outcome = (await executor.perform({ kind: 'insert', table, values, who })) as WriteOutcome
      if ('aborted' in outcome) throw new RestError(403, 'That was not possible', outcome.aborted)
      return outcome.row.sys_id ?? ''
    }
  }

  async function setActive(sysId: string, isActive: boolean, { who }: Visitor): Promise<void> {
    const values = { active: String(isActive) }
    const task = { kind: 'update', table: 'saml2_update1_properties', sysId, values, who } as const
    const outcome = (await executor.perform(task)) as WriteOutcome | null
    if (outcome && 'aborted' in outcome) throw new RestError(403, outcome.aborted, '')
  }
}

function checkAdministrator(visitor: Visitor): void {
  if (!visitor.who.roles.has('admin')) throw notAuthorized('Identity providers are for administrators')
}
