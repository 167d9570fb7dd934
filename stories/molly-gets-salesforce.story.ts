import { strict as assert } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { castPerson } from '@hallpass/counterparts/acme'
import type { Page } from 'playwright-core'
import { cloneFolder } from '../scripts/service-process.ts'
import { authenticatorCode } from './authenticator.ts'
import { approve, signedIn, signIn, startAuthenticatorApp, typeCode, until } from './moves.ts'
import type { Story } from './story.ts'

const dayMs = 24 * 60 * 60 * 1000
const role = 'Salesforce users'

/** The story Hallpass was built for: asked, approved twice, made in a real app, on the page, and gone when its time is up. */
export const story: Story = {
  name: 'molly-gets-salesforce',
  seconds: 80,
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
    const opened = await followTile(page)
    await step('The app wants a second factor, and she has none yet', opened, async () => {
      await opened.getByText('This wants a second factor').waitFor()
    })
    let secret = ''
    await step('She adds an authenticator app', opened, async () => {
      await opened.getByRole('link', { name: 'Add a factor' }).click()
      secret = await startAuthenticatorApp(opened)
    })
    await step('It is in her list', opened, async () => {
      await typeCode(opened, authenticatorCode(secret))
      await opened.getByText('“Authenticator app” was added.').waitFor()
    })
    await opened.close()
    const inside = await followTile(page)
    await step('Now the tile opens the app: inside, without another account or password', inside, async () => {
      await insideApp(inside, company.scimApp.url)
    })
    await inside.close()

    const phone = await chromium.open({ width: 390, height: 844 })
    await step('On her phone the password alone is not enough any more', phone.page, async () => {
      await signIn(phone.page, company.url, 'molly', molly.password)
      await phone.page.getByLabel('Code, digit 1 of 6').waitFor()
    })
    await step('With the code of the authenticator she is in', phone.page, async () => {
      // The code that added the app is used up: the next one is needed.
      await typeCode(phone.page, authenticatorCode(secret, Date.now() + 30_000))
      await signedIn(phone.page)
    })
    const onPhone = await followTile(phone.page)
    await step('And inside the app there, too', onPhone, () => insideApp(onPhone, company.scimApp.url))
    await phone.close()

    company.advanceClock(31 * dayMs)
    await step('Thirty days later the tile is gone and she has to sign in again', page, async () => {
      await until('the account becoming inactive', async () => (await account())?.active === false, 60_000)
      await signIn(page, company.url, 'molly', molly.password)
      await typeCode(page, authenticatorCode(secret, Date.now() + 31 * dayMs))
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

async function insideApp(page: Page, appUrl: string): Promise<void> {
  await page.waitForURL(`${appUrl}/welcome`)
  await page.getByRole('heading', { name: 'Welcome, Molly Byrne' }).waitFor()
}

/** A tile opens the app beside the portal. */
async function followTile(page: Page): Promise<Page> {
  const tile = page.getByRole('link', { name: /Salesforce/ }).first()
  const [opened] = await Promise.all([page.context().waitForEvent('page'), tile.click()])
  await opened.waitForLoadState()
  return opened
}

function verifyTrail(environment: Record<string, string>): number | null {
  const command = [join(cloneFolder, 'identity/src/cli/main.ts'), 'audit', 'verify']
  return spawnSync(process.execPath, command, { env: { ...process.env, ...environment }, stdio: 'inherit' }).status
}
