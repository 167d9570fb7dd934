import type { Page } from 'playwright-core'

/** What people do over and over, done as they do it: by labels and roles. */

const words = {
  en: { name: 'Login or e-mail address', next: 'Continue', password: 'Password', action: 'Sign in', home: 'My apps' },
  de: {
    name: 'Anmeldename oder E-Mail-Adresse',
    next: 'Weiter',
    password: 'Passwort',
    action: 'Anmelden',
    home: 'Meine Apps',
  },
} as const
export type Language = keyof typeof words

export async function signIn(
  page: Page,
  url: string,
  login: string,
  password: string,
  language: Language = 'en',
): Promise<void> {
  const say = words[language]
  await page.goto(`${url}/sign-in`)
  await page.getByLabel(say.name).fill(login)
  await page.getByRole('button', { name: say.next }).click()
  await page.getByLabel(say.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: say.action }).click()
}

export async function signedIn(page: Page, language: Language = 'en'): Promise<void> {
  await page.getByRole('heading', { name: words[language].home }).waitFor()
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
