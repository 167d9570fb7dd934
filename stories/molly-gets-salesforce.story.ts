import { strict as assert } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { castPerson } from '@hallpass/counterparts/acme'
import { cloneFolder } from '../scripts/service-process.ts'
import { approve, signedIn, signIn, until } from './moves.ts'
import type { Story } from './story.ts'

const dayMs = 24 * 60 * 60 * 1000
const role = 'Salesforce users'

/** The story Hallpass was built for: asked, approved twice, made in a real app, on the page, and gone when its time is up. */
export const story: Story = {
  name: 'molly-gets-salesforce',
  async run({ company, chromium, step }) {
    const molly = castPerson('molly')
    const account = async () => (await company.scimApp.users()).find((user) => user.userName === molly.mail)
    const at = await chromium.open()
    const { page } = at

    await step('Molly opens the portal', page, async () => {
      await page.goto(company.url)
      await page.getByLabel('Login or e-mail address').waitFor()
    })
    await step('A wrong password gets one plain sentence', page, async () => {
      await signIn(page, company.url, 'molly', 'not-her-password')
      await page.getByText('That name and password do not go together').waitFor()
    })
    await step('She signs in with her LDAP password', page, async () => {
      await signIn(page, company.url, 'molly', molly.password)
      await signedIn(page)
    })
    await step('She searches the catalog for Salesforce', page, async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Catalog' }).first().click()
      await page.getByLabel('Search the catalog').fill('salesf')
      await page.getByRole('link', { name: new RegExp(role) }).waitFor()
    })
    await step('She reads what she would get', page, async () => {
      await page.getByRole('link', { name: new RegExp(role) }).click()
      await page.getByRole('heading', { name: role }).waitFor()
    })
    await step('She asks for 30 days and says why', page, async () => {
      await page.getByRole('link', { name: 'Ask for access' }).first().click()
      await page.getByText('30 days', { exact: true }).first().click()
      await page.getByLabel('What do you need it for?').fill('Spring campaign together with sales')
      await page.getByText('Marcus Reed').first().waitFor()
    })
    await step('The tracker shows that it waits for her manager', page, async () => {
      await page.getByRole('button', { name: 'Ask for access' }).click()
      await page.getByText(/Waits for Marcus Reed/).waitFor()
    })

    const marcus = await chromium.open({ width: 390, height: 844 })
    await step('Her manager opens his inbox on the phone', marcus.page, async () => {
      const mail = await company.mailbox.waitFor({ to: castPerson('marcus').mail })
      assert.match(mail.text, /Molly Byrne/)
      await signIn(marcus.page, company.url, 'marcus', castPerson('marcus').password)
      await signedIn(marcus.page)
      await marcus.page.goto(`${company.url}/inbox`)
      await marcus.page.getByRole('article', { name: /Molly Byrne asks for/ }).waitFor()
    })
    await step('He approves', marcus.page, async () => {
      await approve(marcus.page, molly.displayName, role)
      await marcus.page.getByText(/Approved: Salesforce users/).waitFor()
    })
    await step('Her tracker moves on by itself', page, async () => {
      await page.getByText(/Waits for (Fiona Chen|Frank Osei)/).waitFor({ timeout: 60_000 })
    })

    const fiona = await chromium.open({ scheme: 'dark' })
    await step('Finance sees everything it needs', fiona.page, async () => {
      await signIn(fiona.page, company.url, 'fiona', castPerson('fiona').password)
      await signedIn(fiona.page)
      await fiona.page.goto(`${company.url}/inbox`)
      await fiona.page.getByText('Spring campaign together with sales').waitFor()
    })
    await step('Finance approves', fiona.page, async () => {
      await approve(fiona.page, molly.displayName, role)
      await fiona.page.getByText(/Approved: Salesforce users/).waitFor()
    })
    await step('Seconds later every stage is done, with names and times', page, async () => {
      await page.getByText(/Done\. It is ready to use/).waitFor({ timeout: 60_000 })
      const made = await account()
      assert.equal(made?.active, true)
    })
    await step('The account is in the app that nobody here wrote', page, async () => {
      await page.goto(company.scimApp.url)
      await page.getByText(molly.mail).waitFor()
    })
    await step('The tile is on her page', page, async () => {
      await page.goto(company.url)
      await page.getByRole('link', { name: /Salesforce/ }).waitFor()
    })
    await step('The tile opens the app', page, async () => {
      const [opened] = await Promise.all([
        at.context.waitForEvent('page'),
        page
          .getByRole('link', { name: /Salesforce/ })
          .first()
          .click(),
      ])
      await opened.waitForLoadState()
      assert.equal(new URL(opened.url()).host, new URL(company.scimApp.url).host)
      await opened.close()
    })

    company.advanceClock(31 * dayMs)
    await step('Thirty days later the tile is gone and she has to sign in again', page, async () => {
      await until('the account becoming inactive', async () => (await account())?.active === false, 60_000)
      await signIn(page, company.url, 'molly', molly.password)
      await signedIn(page)
      assert.equal(await page.getByRole('link', { name: /^Salesforce/ }).count(), 0)
    })
    await step('She can read why it ended', page, async () => {
      await page.goto(`${company.url}/access`)
      await page.getByText('Ended', { exact: true }).first().click()
      await page.getByText(role).first().waitFor()
    })

    const axel = await chromium.open()
    await step('The auditor reads all of it in the trail', axel.page, async () => {
      await signIn(axel.page, company.url, 'axel', castPerson('axel').password)
      await signedIn(axel.page)
      await axel.page.goto(`${company.url}/admin/trail`)
      await axel.page.getByRole('heading', { name: 'Trail' }).waitFor()
      await axel.page.getByRole('link', { name: 'Molly Byrne' }).first().waitFor()
    })
    assert.equal(verifyTrail(company.environment), 0, 'hallpass audit verify agrees')
  },
}

function verifyTrail(environment: Record<string, string>): number | null {
  const command = [join(cloneFolder, 'identity/src/cli/main.ts'), 'audit', 'verify']
  return spawnSync(process.execPath, command, { env: { ...process.env, ...environment }, stdio: 'inherit' }).status
}
