/** Every screen of the portal, and who looks at it: what `every-screen` visits. */
import { castPerson } from '@hallpass/counterparts/acme'
import { patterns } from '../portal/src/paths.ts'
import { type ApiClient, apiClient } from '../scripts/api-client.ts'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { giveRole } from './moves.ts'

/** `as`: the login of whoever opens it; null for a stranger. */
export type Screen = { name: string; path: string; as: string | null }

/** Where an address leads elsewhere as long as there is nothing to do there; the stories of sign-in show what it does. */
export const leadsElsewhere = new Map<string, string>([['/enrol', '/sign-in']])

const doors = list(null, [
  ['sign in', '/sign-in'],
  ['welcome, without its link', '/welcome'],
  ['forgotten', '/password/forgot'],
  ['reset, without its link', '/password/reset'],
  ['invitation, without its link', '/password/invite'],
  ['not me, without its link', '/password/not-me'],
  ['enrolment, signed out', '/enrol'],
  ['code of the desk, signed out', '/prove'],
])

const ofTheAdministrator = list('ivan', [
  ['my apps', '/'],
  ['my access', '/access'],
  ['catalog', '/catalog'],
  ['my requests, empty', '/requests'],
  ['inbox, empty', '/inbox'],
  ['decided, empty', '/inbox/decided'],
  ['password', '/password'],
  ['devices', '/sessions'],
  ['security', '/security'],
  ['more proof for an app', '/confirm'],
  ['my tasks', '/tasks'],
  ['first steps', '/admin/start'],
  ['people', '/admin/people'],
  ['people, none found', '/admin/people?q=nobodyiscalledthis'],
  ['new person', '/admin/people/new'],
  ['import people', '/admin/people/import'],
  ['directories', '/admin/directories'],
  ['new directory', '/admin/directories/new'],
  ['apps', '/admin/apps'],
  ['templates', '/admin/apps/new'],
  ['template', '/admin/apps/new/from/zendesk'],
  ['app by hand', '/admin/apps/new/by-hand'],
  ['roles', '/admin/roles'],
  ['new role', '/admin/roles/new'],
  ['policies', '/admin/policies'],
  ['default policy', '/admin/policies/default'],
  ['all requests', '/admin/requests'],
  ['tasks', '/admin/tasks'],
  ['jobs', '/admin/jobs'],
  ['desk report', '/desk/report'],
  ['desk settings', '/admin/desk'],
  ['instances of ServiceNow', '/admin/servicenow'],
  ['connecting ServiceNow', '/admin/servicenow/new'],
  ['sign-on rules', '/admin/sign-on'],
  ['sign-on rules, tried', '/admin/sign-on?tab=try'],
  ['signing keys', '/admin/sign-on?tab=keys'],
  ['trail', '/admin/trail'],
  ['settings', '/admin/settings'],
  ['nothing here', '/no-such-page'],
])

/** The screens that need something to show: a request that waits, access that ends, a case, somebody to vouch for. */
export async function allScreens(company: SampleCompany): Promise<Screen[]> {
  // One after the other: who is let in late is not let in, and this is where a machine that starts three companies is busiest.
  const ivan = await signedInAs(company, 'ivan')
  const molly = await signedInAs(company, 'molly')
  const dora = await signedInAs(company, 'dora')
  const marcus = await signedInAs(company, 'marcus')
  const first = async (path: string) => (await ivan.get<{ items: { id: string }[] }>(path)).items[0]?.id ?? ''
  const [omar, directory, app, role] = await Promise.all([
    first('/api/people?q=omar'),
    first('/api/directories'),
    first('/api/apps?q=salesforce'),
    first('/api/roles?q=salesforce'),
  ])
  await giveRole(company, 'molly', 'Salesforce users', 30)
  const access = await molly.get<{ items: { id: string }[] }>('/api/me/grants')
  const asked = await signedInAs(company, 'carla').then((carla) =>
    carla.post<{ items: { request: { id: string } }[] }>('/api/requests', {
      items: [{ roleId: role, durationDays: 30 }],
      reason: 'The fair in Lübeck',
    }),
  )
  const { connection } = await ivan.post<{ connection: { id: string } }>('/api/servicenow/connections', {
    name: 'ServiceNow of Acme',
    instanceUrl: 'https://acme.service-now.example',
    oauthClientId: 'hallpass',
    oauthClientSecret: 'as told there',
    mode: 'pull',
  })
  const vouch = await askToVouch(dora, marcus, omar)
  return [
    ...doors,
    ...ofTheAdministrator,
    ...list('ivan', [
      ['person', `/admin/people/${omar}`],
      ...tabs('person', `/admin/people/${omar}`, ['access', 'accounts', 'sessions', 'security', 'timeline']),
      ['directory', `/admin/directories/${directory}`],
      ...tabs('directory', `/admin/directories/${directory}`, ['recovery', 'runs', 'settings']),
      ...tabs('app', `/admin/apps/${app}`, ['setUp', 'signOn', 'connection', 'accounts', 'details']),
      ...tabs('role', `/admin/roles/${role}`, ['overview', 'holders', 'edit']),
      ...tabs('instance', `/admin/servicenow/${connection.id}`, ['overview', 'orders', 'settings']),
      ['policy of a role', `/admin/policies/roles/${role}`],
    ]),
    ...list('marcus', [
      ['inbox', '/inbox'],
      ['vouch', `/vouch/${vouch.id}`],
      ['what a role gives', `/catalog/${role}`],
      ['asking', `/ask?roles=${role}`],
    ]),
    ...list('molly', [
      ['my apps with a tile', '/'],
      ['extending', `/ask/extend?grant=${access.items[0]?.id}`],
    ]),
    ...list('carla', [
      ['tracker', `/requests/${asked.items[0]?.request.id}`],
      ['my requests', '/requests'],
    ]),
    ...list('dora', [
      ['desk', '/desk'],
      ['case', `/desk?case=${vouch.caseId}`],
    ]),
  ]
}

/** The routes of the portal that no screen of the list leads to; there must be none. */
export function routesLeftOut(screens: readonly Screen[]): string[] {
  const paths = screens.map(({ path }) => path.split('?')[0] ?? '')
  return Object.values(patterns).filter((pattern) => {
    const fits = new RegExp(`^${pattern.replaceAll(/\$[a-z]+/gi, '[^/]+')}$`)
    return !paths.some((path) => fits.test(path))
  })
}

async function askToVouch(agent: ApiClient, manager: ApiClient, personId: string) {
  const { case: opened } = await agent.post<{ case: { case: { id: string; version: number } } }>('/api/desk/cases', {
    personId,
    note: 'Lost the phone on a train',
  })
  const { id, version } = opened.case
  const { person } = await agent.get<{ person: { id: string } }>('/api/session')
  await agent.post(`/api/desk/cases/${id}/assign`, { assigneeId: person.id, version })
  await agent.post(`/api/desk/cases/${id}/proofs/voucher`, {})
  const { items } = await manager.get<{ items: { id: string }[] }>('/api/desk/vouches')
  return { caseId: id, id: items[0]?.id ?? '' }
}

async function signedInAs(company: SampleCompany, login: string): Promise<ApiClient> {
  const client = apiClient(() => company.url)
  await client.signIn(login, castPerson(login).password)
  return client
}

function tabs(name: string, path: string, all: readonly string[]): [string, string][] {
  return all.map((tab) => [`${name}, ${tab}`, `${path}?tab=${tab}`])
}

function list(as: string | null, entries: readonly (readonly [string, string])[]): Screen[] {
  return entries.map(([name, path]) => ({ name, path, as }))
}
