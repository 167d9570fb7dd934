import type { Page } from 'playwright-core'
import { serviceNowPassword } from '../scripts/servicenow-company.ts'

/** What people do in the Service Portal of ServiceNow, by labels and roles. */

export async function signInThere(
  page: Page,
  url: string,
  login: string,
  password = serviceNowPassword,
): Promise<void> {
  await page.goto(`${url}/sp/login`)
  await page.getByLabel('User name').fill(login)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'What can we do for you?' }).waitFor()
}

/** Finds "App access" in the catalog and opens its order form. */
export async function openOrderForm(page: Page): Promise<void> {
  await page.getByLabel('Search the catalog').fill('app access')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'App access' }).click()
  await page.getByRole('heading', { name: 'App access', level: 1 }).waitFor()
}

/** Chooses apps for oneself and sends the order; answers the address of the ticket. */
export async function order(page: Page, app: string, reason: string): Promise<string> {
  await page.getByRole('checkbox', { name: new RegExp(app) }).check()
  await page.getByLabel(/For how long\?/).selectOption({ label: '1 month' })
  await page.getByLabel(/What for\?/).fill(reason)
  await page.getByRole('button', { name: 'Order now' }).click()
  await page.getByText(/Thank you\. We have it as RITM/).waitFor()
  return page.url()
}

/** Decides what waits for whoever is signed in on this page. */
export async function decideThere(
  page: Page,
  url: string,
  decision: 'Approve' | 'Reject',
  comment = '',
): Promise<void> {
  await page.goto(`${url}/sp?id=approvals`)
  if (comment) await page.getByLabel('Comment').first().fill(comment)
  await page.getByRole('button', { name: decision }).first().click()
  await page.getByText(decision === 'Approve' ? 'Approved.' : 'Rejected.').waitFor()
}
