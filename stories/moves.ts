import { castPerson, employees } from '@hallpass/counterparts/acme'
import type { Page } from 'playwright-core'
import { apiClient } from '../scripts/api-client.ts'
import type { SampleCompany } from '../scripts/sample-company.ts'

/** What people do over and over, done as they do it: by labels and roles. */

export const doorWords = {
  en: { name: 'Login or e-mail address', next: 'Continue', password: 'Password', action: 'Sign in', home: 'My apps' },
  de: {
    name: 'Anmeldename oder E-Mail-Adresse',
    next: 'Weiter',
    password: 'Passwort',
    action: 'Anmelden',
    home: 'Meine Apps',
  },
} as const
export type Language = keyof typeof doorWords

export async function signIn(
  page: Page,
  url: string,
  login: string,
  password: string,
  language: Language = 'en',
): Promise<void> {
  const say = doorWords[language]
  await page.goto(`${url}/sign-in`)
  await page.getByLabel(say.name).fill(login)
  await page.getByRole('button', { name: say.next }).click()
  await page.getByLabel(say.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: say.action, exact: true }).click()
}

export async function signedIn(page: Page, language: Language = 'en'): Promise<void> {
  await page.getByRole('heading', { name: doorWords[language].home }).waitFor()
}

/**
 * Goes on as a browser that nobody signed in with. The page is left first: a call of it that is still under way would be
 * refused without its cookies, and the page would go to the sign-in by itself while the story goes elsewhere.
 */
export async function withoutCookies(page: Page): Promise<void> {
  await page.goto('about:blank')
  await page.context().clearCookies()
}

/** Asks for a role as a person does: through the catalog, with a reason. */
export async function askFor(page: Page, url: string, role: string, reason: string): Promise<void> {
  await page.goto(`${url}/catalog`)
  await page.getByLabel('Search the catalog').fill(role)
  await page.getByRole('link', { name: role, exact: true }).click()
  await page.getByRole('link', { name: 'Ask for access' }).first().click()
  await page.getByLabel('What do you need it for?').fill(reason)
  await page.getByRole('button', { name: 'Ask for access' }).click()
  await page.getByRole('heading', { name: role, level: 1 }).waitFor()
}

/** Opens the inbox card of a person's request and approves it; the decision counts once the time to take it back is over. */
export async function approve(page: Page, person: string, role: string): Promise<void> {
  const card = page.getByRole('article', { name: `${person} asks for ${role}` })
  await card.getByRole('button', { name: /^Approve/ }).click()
  const dialog = page.getByRole('dialog')
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: /^Approve/ }).click()
}

/** Asks again and again until it is so; for what happens outside the page. */
export async function until(what: string, isSo: () => Promise<boolean>, milliseconds = 40_000): Promise<void> {
  const deadline = Date.now() + milliseconds
  while (Date.now() < deadline) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${what} did not happen within ${milliseconds / 1000} s`)
}

/** Says who has forgotten the password, up to the page that asks for the code. */
export async function startForgotten(page: Page, url: string, login: string): Promise<void> {
  await page.goto(`${url}/password/forgot`)
  await page.getByLabel('Login or e-mail address').fill(login)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Prove that it is you' }).waitFor()
}

/** Types a new password, twice where the page wants that. */
export async function fillNew(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(password)
  const again = page.getByLabel('New password again')
  if (await again.isVisible()) await again.fill(password)
}

type Tracked = { request: { state: string; stage: number | null; waitsFor: { mail: string | null }[] } }

/** Gives a role by asking and approving through the API, with the same checks: for stories that are about what comes after. */
export async function giveRole(company: SampleCompany, login: string, role: string, days: number): Promise<void> {
  const as = async (who: string) => {
    const client = apiClient(() => company.url)
    await client.signIn(who, castPerson(who).password)
    return client
  }
  const asker = await as(login)
  const { items } = await asker.get<{ items: { roleId: string; name: string }[] }>(
    `/api/catalog?q=${encodeURIComponent(role)}`,
  )
  const roleId = items.find(({ name }) => name === role)?.roleId
  const body = { items: [{ roleId, durationDays: days }], reason: 'Numbers for the quarter' }
  const asked = await asker.post<{ items: { request: { id: string } | null }[] }>('/api/requests', body)
  const requestId = asked.items[0]?.request?.id
  const read = () => asker.get<Tracked>(`/api/requests/${requestId}`)
  for (let { request } = await read(); request.state === 'waiting'; { request } = await read()) {
    const [first] = request.waitsFor
    const approver = employees.find(({ mail }) => mail === first?.mail)
    if (!approver) throw new Error(`Nobody of the cast can approve ${role} for ${login}.`)
    const client = await as(approver.login)
    await client.post('/api/session/confirm', { password: approver.password })
    await client.post(`/api/requests/${requestId}/approve`, { stage: request.stage })
  }
  await until(`${login} having ${role}`, async () => {
    return (await read()).request.state === 'fulfilled'
  })
}

/** On the page of security: begins to add an authenticator app, and answers the secret that it shows. */
export async function startAuthenticatorApp(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Authenticator app' }).click()
  const shown = page.getByRole('dialog').getByText(/^([A-Z2-7]{4} ){3,}[A-Z2-7]{1,4}$/)
  return ((await shown.textContent()) ?? '').trim()
}

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code, digit 1 of 6').pressSequentially(code)
}

/** The code of six digits in the latest mail of codes to an address. */
export async function codeIn({ mailbox }: SampleCompany, to: string): Promise<string> {
  const mail = await mailbox.waitFor({ to, subject: /[Cc]ode/ }, 40_000)
  const code = /\b(\d{6})\b/.exec(mail.text)?.[1]
  if (code === undefined) throw new Error(`The mail to ${to} holds no code.`)
  return code
}
