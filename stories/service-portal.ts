import type { Page } from 'playwright-core'
import { serviceNowPassword } from '../scripts/servicenow-company.ts'

/** What people do in the Service Portal of ServiceNow, by labels and roles. */

export const thereInEnglish = {
  userName: 'User name',
  password: 'Password',
  signIn: 'Sign in',
  home: 'What can we do for you?',
  search: 'Search the catalog',
  item: 'App access',
  howLong: /For how long\?/,
  aMonth: '1 month',
  whatFor: /What for\?/,
  orderNow: 'Order now',
  ordered: /Thank you\. We have it as RITM/,
  comment: 'Comment',
  Approve: { action: 'Approve', done: 'Approved.' },
  Reject: { action: 'Reject', done: 'Rejected.' },
}

export const thereInGerman: typeof thereInEnglish = {
  userName: 'Benutzername',
  password: 'Passwort',
  signIn: 'Anmelden',
  home: 'Was können wir für Sie tun?',
  search: 'Den Katalog durchsuchen',
  item: 'Zugang zu Apps',
  howLong: /Wie lange\?/,
  aMonth: '1 Monat',
  whatFor: /Wofür\?/,
  orderNow: 'Jetzt bestellen',
  ordered: /Danke\. Es ist bei uns RITM/,
  comment: 'Kommentar',
  Approve: { action: 'Genehmigen', done: 'Genehmigt.' },
  Reject: { action: 'Ablehnen', done: 'Abgelehnt.' },
}

export async function signInThere(
  page: Page,
  url: string,
  login: string,
  password = serviceNowPassword,
  words = thereInEnglish,
): Promise<void> {
  await page.goto(`${url}/sp/login`)
  await page.getByLabel(words.userName).fill(login)
  await page.getByLabel(words.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: words.signIn }).click()
  await page.getByRole('heading', { name: words.home }).waitFor()
}

/** Finds "App access" in the catalog and opens its order form. */
export async function openOrderForm(page: Page, words = thereInEnglish): Promise<void> {
  await page.getByLabel(words.search).fill('app access')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: words.item }).click()
  await page.getByRole('heading', { name: words.item, level: 1 }).waitFor()
}

/** Chooses apps for oneself and sends the order; answers the address of the ticket. */
export async function order(page: Page, app: string, reason: string, words = thereInEnglish): Promise<string> {
  await page.getByRole('checkbox', { name: new RegExp(app) }).check()
  await page.getByLabel(words.howLong).selectOption({ label: words.aMonth })
  await page.getByLabel(words.whatFor).fill(reason)
  await page.getByRole('button', { name: words.orderNow }).click()
  await page.getByText(words.ordered).waitFor()
  return page.url()
}

/** Decides what waits for whoever is signed in on this page. */
export async function decideThere(
  page: Page,
  url: string,
  decision: 'Approve' | 'Reject',
  comment = '',
  words = thereInEnglish,
): Promise<void> {
  const { action, done } = words[decision]
  await page.goto(`${url}/sp?id=approvals`)
  if (comment) await page.getByLabel(words.comment).first().fill(comment)
  await page.getByRole('button', { name: action }).first().click()
  await page.getByText(done).waitFor()
}
