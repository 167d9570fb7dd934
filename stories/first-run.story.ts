import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import type { Slapd } from '@hallpass/counterparts/slapd'
import type { Page } from 'playwright-core'
import { startBareService } from './bare-service.ts'
import { askFor, signedIn, signIn, until } from './moves.ts'
import type { Story } from './story.ts'

const role = 'Zendesk users'
const administrator = { login: 'root', password: 'harbour lights at seven in june' }

/** A new machine: the console's link makes the administrator, who connects a directory, adds an app, and asks as a test person. */
export const story: Story = {
  name: 'first-run',
  seconds: 90,
  async run({ company, chromium, step }) {
    const { slapd, scimApp } = company
    assert.ok(slapd, 'this story needs OpenLDAP')
    const startedAt = Date.now()
    const service = await startBareService({
      HALLPASS_SMTP_URL: company.mailbox.smtpUrl,
      HALLPASS_COMPANY_NAME: 'Acme',
      // The directory and the app of this story are on the machine itself, which the service reaches only when told.
      HALLPASS_INTERNAL_HOSTS: '127.0.0.1,localhost',
    })
    try {
      const link = await consoleLink(service.output)
      const root = await chromium.open()
      const { page } = root

      await step('Before there is an administrator the portal says so', page, async () => {
        await page.goto(service.url)
        await page.getByText('Nobody can sign in yet').waitFor()
      })
      await step('The link of the console opens the welcome', page, async () => {
        await page.goto(link)
        await page.getByRole('heading', { name: 'Welcome to Hallpass' }).waitFor()
        await page.getByLabel('Your name').fill('Robin Root')
        await page.getByLabel(/^Login/).fill(administrator.login)
        await page.getByLabel('E-mail address').fill('root@elsewhere.example')
        await page.getByRole('textbox', { name: /^Password/ }).fill('short')
      })
      await step('A weak password is refused beside its field', page, async () => {
        await page.getByRole('button', { name: 'Make the administrator' }).click()
        await page
          .getByText(/At least 15 characters|at least 15 characters/)
          .nth(1)
          .waitFor()
      })
      await step('The administrator is made and sees the first steps', page, async () => {
        await page.getByRole('textbox', { name: /^Password/ }).fill(administrator.password)
        await page.getByRole('button', { name: 'Make the administrator' }).click()
        await page.getByRole('heading', { name: 'First steps' }).waitFor()
      })
      await step('The link is used up', page, async () => {
        const other = await chromium.open()
        await other.page.goto(link)
        await other.page.getByText('This link can no longer be used').waitFor()
        await other.close()
      })

      await step('A directory, with its service account', page, async () => {
        await page.getByRole('link', { name: 'Connect a directory' }).click()
        await page.getByRole('heading', { name: 'Connect a directory' }).waitFor()
        await fillDirectory(page, slapd, 'not-its-password')
      })
      await step('The live check says what is wrong', page, async () => {
        await page.getByRole('button', { name: 'Check now' }).click()
        await page.getByText('Something is missing.').waitFor()
      })
      await step('And what is good', page, async () => {
        await page.getByLabel('Password of the service account').fill(slapd.servicePassword)
        await page.getByRole('button', { name: 'Check now' }).click()
        await page.getByText('Everything needed is there.').waitFor()
      })
      await step('Connected: its people are read', page, async () => {
        await page.getByRole('button', { name: 'Connect', exact: true }).click()
        await page.getByRole('heading', { name: 'Acme people' }).waitFor()
        await page.getByText(/^1\d active/).waitFor({ timeout: 60_000 })
      })

      await step('An app from over five thousand templates', page, async () => {
        await page.goto(`${service.url}/admin/start`)
        await page.getByRole('link', { name: 'Add an app' }).click()
        await page.getByLabel('Search templates').fill('zendesk')
        await page.getByRole('link', { name: 'Zendesk', exact: true }).click()
        await page.getByRole('heading', { name: 'Add Zendesk' }).waitFor()
        await page.getByLabel('Subdomain').fill('acme')
        await page.getByLabel('Address people open, if it is another').fill(scimApp.url)
      })
      await step('The app and what is still to set up', page, async () => {
        await page.getByRole('button', { name: 'Add Zendesk' }).click()
        await page.getByText('From here to the first person').waitFor()
      })
      await step('Accounts are made by SCIM, checked live', page, async () => {
        await page
          .getByRole('navigation', { name: 'Parts of this app' })
          .getByRole('link', { name: 'Connection' })
          .click()
        await page.getByText('Automatic, by SCIM 2.0').click()
        await page.getByLabel('Base address, without /Users').fill(scimApp.baseUrl)
        await page.getByLabel(/^Token/).fill(scimApp.token)
        await page.getByRole('button', { name: 'Save' }).click()
        await page.getByRole('button', { name: 'Check live' }).click()
        await page.getByText('good').first().waitFor({ state: 'attached' })
      })
      await step('A role that people may ask for', page, async () => {
        await page.goto(`${service.url}/admin/apps`)
        await page.getByRole('link', { name: 'Zendesk', exact: true }).click()
        await page.getByRole('link', { name: 'Make a role' }).click()
        await page.getByRole('heading', { name: 'Make a role' }).waitFor()
        await page.getByText('Everyone', { exact: true }).click()
        await page.getByLabel('At most (days)').fill('90')
        await page.getByLabel('Usually (days)').fill('30')
      })
      await step('Who approves it: the manager alone', page, async () => {
        await page.getByRole('button', { name: 'Make the role' }).click()
        await page.getByRole('heading', { name: `Who approves ${role}` }).waitFor()
        await page.getByRole('button', { name: 'Remove stage 2' }).click()
      })
      await step('Saved', page, async () => {
        await page.getByRole('button', { name: 'Save' }).click()
        await page.getByRole('heading', { name: role }).waitFor()
      })

      const molly = castPerson('molly')
      const test = await chromium.open()
      await step('Molly, the test person, signs in with her LDAP password', test.page, async () => {
        await signIn(test.page, service.url, 'molly', molly.password)
        await signedIn(test.page)
      })
      await step('She asks', test.page, async () => {
        await askFor(test.page, service.url, role, 'Trying out the new portal')
        await test.page.getByText(/Waits for Marcus Reed/).waitFor()
      })
      const marcus = await chromium.open({ width: 390, height: 844 })
      await step('Her manager approves', marcus.page, async () => {
        await signIn(marcus.page, service.url, 'marcus', castPerson('marcus').password)
        await signedIn(marcus.page)
        await marcus.page.goto(`${service.url}/inbox`)
        await marcus.page.getByRole('button', { name: /^Approve/ }).click()
        await marcus.page.getByText(`Approved: ${role}`).waitFor()
      })
      await step('The account is there and the tile too', test.page, async () => {
        await test.page.getByText(/Done\. It is ready to use/).waitFor({ timeout: 60_000 })
        await until('the account', async () => (await scimApp.users()).some((user) => user.userName === molly.mail))
        await test.page.goto(service.url)
        await test.page
          .getByRole('link', { name: /Zendesk/ })
          .first()
          .waitFor()
      })
      await step('Every first step is done', page, async () => {
        await page.goto(`${service.url}/admin/start`)
        await page.getByRole('heading', { name: /Ask for it.*done/ }).waitFor()
      })
      console.log(`     from the first start to the account: ${Math.round((Date.now() - startedAt) / 1000)} s`)
    } finally {
      await service.stop()
    }
  },
}

async function consoleLink(output: () => string): Promise<string> {
  const find = () => /http\S+\/welcome#\S+/.exec(output())?.[0]
  await until('the one-time link on the console', async () => find() !== undefined, 60_000).catch((error: unknown) => {
    throw new Error(`${error}\n${output()}`)
  })
  return find() ?? ''
}

async function fillDirectory(page: Page, slapd: Slapd, bindPassword: string): Promise<void> {
  await page.getByLabel('Name, as people see it').fill('Acme people')
  await page.getByLabel(/^Host/).fill('127.0.0.1')
  await page.getByLabel(/^Port/).fill(String(slapd.tlsPort))
  await page.getByLabel('Base DN').fill(slapd.baseDn)
  await page.getByLabel('Service account (DN)').fill(slapd.serviceDn)
  await page.getByLabel('Password of the service account').fill(bindPassword)
  await page.getByLabel('Certificate of its authority (PEM)').fill(slapd.caPem)
  await page.getByLabel('DN of the default password policy').fill(`cn=default,ou=policies,${slapd.baseDn}`)
  await page.getByLabel('Look for changes every (seconds)').fill('2')
}
