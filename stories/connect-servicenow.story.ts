import { strict as assert } from 'node:assert'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { castPerson } from '@hallpass/counterparts/acme'
import { type Simulator, startSimulator } from '@hallpass/servicenow-simulator/start-simulator'
import type { Page } from 'playwright-core'
import { buildServicenowApp } from '../scripts/build-servicenow-app.ts'
import { signedIn, signIn } from './moves.ts'
import { decideThere, openOrderForm, order, signInThere } from './service-portal.ts'
import type { Story } from './story.ts'

const role = 'Salesforce users'
const administrator = { login: 'admin', password: 'admin-of-the-simulator' }
/** Building the app, installing some hundred records, everything after the last approval. */
const patience = { timeout: 90_000 }

let instance: Simulator

/** An administrator connects an instance that knows nothing of Hallpass yet, app and all, in the portal alone; then access comes from it. */
export const story: Story = {
  name: 'connect-servicenow',
  seconds: 90,
  async prepare() {
    const folder = mkdtempSync(join(tmpdir(), 'hallpass-instance-'))
    instance = await startSimulator({ dataFile: join(folder, 'servicenow.db'), instanceName: 'acme' })
    const stop = async () => {
      await instance.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    return { environment: {}, stop }
  },
  async run({ company, chromium, step }) {
    const { zip } = await buildServicenowApp()
    const ivan = castPerson('ivan')
    const { page } = await chromium.open()
    await step('Nothing is connected yet', page, async () => {
      await signIn(page, company.url, ivan.login, ivan.password)
      await signedIn(page)
      await page.getByRole('link', { name: 'ServiceNow', exact: true }).click()
      await page.getByText('No instance is connected').waitFor()
    })
    await step('Which instance it is', page, async () => {
      await page.getByRole('link', { name: 'Connect ServiceNow' }).click()
      await page.getByLabel('Address of the instance').fill(`${instance.url}/now/nav/ui/home`)
      await page.getByLabel('Name, as administrators see it').fill('ServiceNow of Acme')
    })
    await step('An administrator of it, and the app to install', page, async () => {
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByLabel('User name of the administrator there').fill(administrator.login)
      await passwordThere(page).fill('not the password')
      await page.locator('input[type="file"]').setInputFiles(zip)
      await page.getByText('hallpass-for-servicenow.zip', { exact: true }).waitFor()
    })
    await step('A wrong password is said beside its field', page, async () => {
      await page.getByRole('button', { name: 'Connect', exact: true }).click()
      await page.getByText('ServiceNow did not let the administrator in').first().waitFor()
    })
    await step('Both sides are set up and tested', page, async () => {
      await passwordThere(page).fill(administrator.password)
      await page.getByRole('button', { name: 'Connect', exact: true }).click()
      await page.getByText('Both directions work.').waitFor(patience)
      await page.getByText('Both sides know the keys of the other.').waitFor()
      await page.getByText('The instance reaches Hallpass with each of its OAuth clients.').waitFor()
    })
    await step('How it is doing', page, async () => {
      await page.getByRole('link', { name: 'See how it is doing' }).click()
      await page.getByRole('heading', { name: 'ServiceNow of Acme' }).waitFor()
      await page.getByText('Works', { exact: true }).waitFor()
      await page.getByText('Client for orders').waitFor()
    })

    const there = await chromium.open()
    let ticket = ''
    await step('Molly orders in ServiceNow', there.page, async () => {
      await signInThere(there.page, instance.url, 'molly')
      await openOrderForm(there.page)
      await there.page.getByRole('checkbox', { name: new RegExp(role) }).waitFor(patience)
      await order(there.page, role, 'Spring campaign together with sales')
      ticket = /RITM\d+/.exec((await there.page.getByText(/We have it as RITM/).textContent()) ?? '')?.[0] ?? ''
      await there.page.getByText('Marcus Reed').first().waitFor(patience)
    })
    assert.match(ticket, /^RITM\d+$/)
    for (const login of ['marcus', 'fiona'])
      await step(`${login} approves there`, there.page, async () => {
        const approver = await chromium.open()
        await signInThere(approver.page, instance.url, login)
        await waitForApproval(approver.page, instance.url)
        await decideThere(approver.page, instance.url, 'Approve')
        await approver.close()
      })
    await step('The order stands in the portal, done', page, async () => {
      await page
        .getByRole('navigation', { name: 'Parts of this connection' })
        .getByRole('link', { name: /Orders/ })
        .click()
      await page.getByText('All', { exact: true }).click()
      await page.getByRole('link', { name: ticket }).waitFor(patience)
      await page.getByText('Done', { exact: true }).first().waitFor(patience)
    })
    await step('Why she has it names the ticket', page, async () => {
      await page.getByRole('link', { name: 'Molly' }).first().click()
      await page.getByRole('link', { name: 'Roles and why' }).click()
      await page.getByRole('link', { name: `${ticket} in ServiceNow of Acme` }).waitFor()
      await page.getByRole('button', { name: 'Why' }).first().click()
      await page.getByRole('dialog').getByText('Ordered as').waitFor()
    })

    const molly = await chromium.open({ width: 390, height: 844 })
    await step('So does her own list, on her phone', molly.page, async () => {
      await signIn(molly.page, company.url, 'molly', castPerson('molly').password)
      await signedIn(molly.page)
      await molly.page.goto(`${company.url}/access`)
      await molly.page.getByRole('link', { name: `${ticket} in ServiceNow of Acme` }).waitFor()
    })
    await step('And her request, which leads to the ticket there', molly.page, async () => {
      await molly.page.goto(`${company.url}/requests`)
      await molly.page
        .getByRole('link', { name: new RegExp(role) })
        .first()
        .click()
      const link = molly.page.getByRole('link', { name: `${ticket} in ServiceNow of Acme` })
      const address = await link.getAttribute('href')
      // The whole page in one picture: the ticket stands below the conversation.
      await molly.page.setViewportSize({ width: 390, height: 1800 })
      await there.page.goto(address ?? '')
      await there.page.getByText(ticket).first().waitFor()
    })

    await step('The order form there says what she has already', there.page, async () => {
      await there.page.goto(`${instance.url}/sp`)
      await openOrderForm(there.page)
      await there.page.getByText(new RegExp(`Has already: .*${role}`)).waitFor(patience)
      assert.equal(await there.page.getByRole('checkbox', { name: new RegExp(role) }).count(), 0)
    })

    // Tall, so that a picture holds the whole of what is to be entered.
    const german = await chromium.open({ scheme: 'dark', width: 390, height: 1800, locale: 'de-DE' })
    await step('By hand, in German on a phone: the way is the same', german.page, async () => {
      await signIn(german.page, company.url, ivan.login, ivan.password, 'de')
      await signedIn(german.page, 'de')
      await german.page.goto(`${company.url}/admin/servicenow/new`)
      await german.page.getByLabel('Adresse der Instanz').fill('https://acme-test.invalid')
      await german.page.getByLabel('Name, wie Administratoren ihn sehen').fill('Testinstanz')
      await german.page.getByText('Hallpass fragt ServiceNow').click()
      await german.page.getByRole('button', { name: 'Weiter' }).click()
      await german.page.getByText('Von Hand', { exact: true }).click()
      await german.page.getByLabel('Client-ID').fill('made-there')
      await german.page.getByRole('textbox', { name: 'Client-Geheimnis' }).fill('told-there')
    })
    await step('What is to be entered there is shown once', german.page, async () => {
      await german.page.getByRole('button', { name: 'Verbindung anlegen' }).click()
      await german.page.getByRole('heading', { name: 'In ServiceNow einzutragen' }).waitFor()
    })
    await step('The test says that nobody answers', german.page, async () => {
      await german.page.getByRole('button', { name: 'Alles ist eingetragen' }).click()
      await german.page.getByText('ServiceNow antwortet nicht.').waitFor(patience)
    })
    await step('A connection that nothing came from can be removed again', german.page, async () => {
      await german.page.getByRole('link', { name: 'Sehen, wie es steht' }).click()
      await german.page.getByRole('button', { name: 'Entfernen', exact: true }).click()
      await german.page.getByRole('dialog').getByRole('button', { name: 'Entfernen' }).click()
      await german.page.getByRole('heading', { name: 'ServiceNow', level: 1 }).waitFor()
      await german.page.getByText('ServiceNow of Acme').waitFor()
    })
  },
}

const passwordThere = (page: Page) => page.getByRole('textbox', { name: 'Password there' })

/** Somebody is asked some seconds after the stage before was decided. */
async function waitForApproval(page: Page, url: string): Promise<void> {
  const deadline = Date.now() + patience.timeout
  do await page.goto(`${url}/sp?id=approvals`)
  while (Date.now() < deadline && !(await page.getByText('Spring campaign together with sales').isVisible()))
}
