import { castPerson } from '@hallpass/counterparts/acme'
import type { Page } from 'playwright-core'
import { apiClient } from '../scripts/api-client.ts'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { signedIn, signIn } from './moves.ts'
import type { Story } from './story.ts'

type Screen = { name: string; path: string }

const fixed: Screen[] = [
  { name: 'my apps', path: '/' },
  { name: 'my access', path: '/access' },
  { name: 'catalog', path: '/catalog' },
  { name: 'my requests, empty', path: '/requests' },
  { name: 'inbox, empty', path: '/inbox' },
  { name: 'decided, empty', path: '/inbox/decided' },
  { name: 'password', path: '/password' },
  { name: 'devices', path: '/sessions' },
  { name: 'security', path: '/security' },
  { name: 'code of the desk', path: '/prove' },
  { name: 'my tasks', path: '/tasks' },
  { name: 'first steps', path: '/admin/start' },
  { name: 'people', path: '/admin/people' },
  { name: 'people, none found', path: '/admin/people?q=nobodyiscalledthis' },
  { name: 'new person', path: '/admin/people/new' },
  { name: 'import people', path: '/admin/people/import' },
  { name: 'directories', path: '/admin/directories' },
  { name: 'new directory', path: '/admin/directories/new' },
  { name: 'apps', path: '/admin/apps' },
  { name: 'templates', path: '/admin/apps/new' },
  { name: 'template', path: '/admin/apps/new/from/zendesk' },
  { name: 'app by hand', path: '/admin/apps/new/by-hand' },
  { name: 'roles', path: '/admin/roles' },
  { name: 'new role', path: '/admin/roles/new' },
  { name: 'policies', path: '/admin/policies' },
  { name: 'default policy', path: '/admin/policies/default' },
  { name: 'all requests', path: '/admin/requests' },
  { name: 'tasks', path: '/admin/tasks' },
  { name: 'jobs', path: '/admin/jobs' },
  { name: 'desk, empty', path: '/desk' },
  { name: 'desk report', path: '/desk/report' },
  { name: 'desk settings', path: '/admin/desk' },
  { name: 'sign-on rules', path: '/admin/sign-on' },
  { name: 'sign-on rules, tried', path: '/admin/sign-on?tab=try' },
  { name: 'trail', path: '/admin/trail' },
  { name: 'settings', path: '/admin/settings' },
  { name: 'nothing here', path: '/no-such-page' },
]

/** Every screen as the administrator sees it, light on a wide window and dark on a phone: no accessibility fault on any. */
export const story: Story = {
  name: 'every-screen',
  async run({ company, chromium, step }) {
    const screens = [...fixed, ...(await detailScreens(company))]
    for (const look of [
      { scheme: 'light' as const },
      { scheme: 'dark' as const, width: 390, height: 844, locale: 'de-DE' },
    ]) {
      const { page, close } = await chromium.open(look)
      await signIn(page, company.url, 'ivan', castPerson('ivan').password, look.locale === 'de-DE' ? 'de' : 'en')
      await signedIn(page, look.locale === 'de-DE' ? 'de' : 'en')
      for (const { name, path } of screens) {
        await step(`${name}, ${look.scheme}`, page, () => open(page, company.url + path))
      }
      await close()
    }
  },
}

/** A screen is there when its heading is and nothing loads any more. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], [data-shape][aria-hidden="true"]') === null,
  )
}

/** One person, directory, app and role of the company. */
async function detailScreens(company: SampleCompany): Promise<Screen[]> {
  const ivan = apiClient(() => company.url)
  await ivan.signIn('ivan', castPerson('ivan').password)
  const first = async (path: string) => (await ivan.get<{ items: { id: string }[] }>(path)).items[0]?.id ?? ''
  const person = await first('/api/people?q=molly')
  const directory = await first('/api/directories')
  const app = await first('/api/apps?q=salesforce')
  const role = await first('/api/roles?q=salesforce')
  return [
    { name: 'person', path: `/admin/people/${person}` },
    ...['access', 'accounts', 'sessions', 'security', 'timeline'].map((tab) => ({
      name: `person, ${tab}`,
      path: `/admin/people/${person}?tab=${tab}`,
    })),
    { name: 'directory', path: `/admin/directories/${directory}` },
    { name: 'recovery', path: `/admin/directories/${directory}?tab=recovery` },
    ...['setUp', 'connection', 'accounts', 'details'].map((tab) => ({
      name: `app, ${tab}`,
      path: `/admin/apps/${app}?tab=${tab}`,
    })),
    ...['overview', 'holders', 'edit'].map((tab) => ({
      name: `role, ${tab}`,
      path: `/admin/roles/${role}?tab=${tab}`,
    })),
    { name: 'policy of a role', path: `/admin/policies/roles/${role}` },
    { name: 'what a role gives', path: `/catalog/${role}` },
    { name: 'asking', path: `/ask?roles=${role}` },
  ]
}
