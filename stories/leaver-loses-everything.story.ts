import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { apiClient } from '../scripts/api-client.ts'
import { signedIn, signIn, until } from './moves.ts'
import type { Story } from './story.ts'

const role = 'Salesforce users'

/** Leo has Salesforce and is disabled in his one directory: within seconds his session, his account and his tile are gone. */
export const story: Story = {
  name: 'leaver-loses-everything',
  seconds: 35,
  async run({ company, chromium, step }) {
    const leo = castPerson('leo')
    assert.ok(company.slapd, 'this story needs OpenLDAP')
    const account = async () => (await company.scimApp.users()).find((user) => user.userName === leo.mail)
    const { page } = await chromium.open()

    await step('Leo asks for Salesforce', page, async () => {
      await signIn(page, company.url, 'leo', leo.password)
      await signedIn(page)
      await page.goto(`${company.url}/catalog`)
      await page.getByRole('link', { name: new RegExp(role) }).click()
      await page.getByRole('link', { name: 'Ask for access' }).first().click()
      await page.getByLabel('What do you need it for?').fill('Numbers for the quarter')
      await page.getByRole('button', { name: 'Ask for access' }).click()
      await page.getByText(/Waits for Marcus Reed/).waitFor()
    })
    // The approvals are another story; here two programs give them through the API, with the same checks.
    for (const [login, stage] of [
      ['marcus', 0],
      ['fiona', 1],
    ] as const) {
      const client = apiClient(() => company.url)
      await client.signIn(login, castPerson(login).password)
      const { items } = await client.get<{ items: { requestId: string }[] }>('/api/inbox')
      await client.post(`/api/requests/${items[0]?.requestId}/approve`, { stage })
    }
    await step('He has it', page, async () => {
      await page.getByText(/Done\. It is ready to use/).waitFor({ timeout: 60_000 })
      await page.goto(company.url)
      await page
        .getByRole('link', { name: /Salesforce/ })
        .first()
        .waitFor()
      assert.equal((await account())?.active, true)
    })

    const disabledAt = Date.now()
    await ldapAdmin(company.slapd).disable('leo')
    await until('the account becoming inactive', async () => (await account())?.active === false, 30_000)
    console.log(`     disabled in OpenLDAP → account inactive: ${((Date.now() - disabledAt) / 1000).toFixed(1)} s`)
    await step('Disabled in OpenLDAP: his page asks him to sign in', page, async () => {
      await page.goto(company.url)
      await page.getByLabel('Login or e-mail address').waitFor()
    })
    await step('And he cannot', page, async () => {
      await signIn(page, company.url, 'leo', leo.password)
      await page.getByText('That name and password do not go together').waitFor()
    })

    const ivan = await chromium.open()
    await step('The administrator sees what he had and why', ivan.page, async () => {
      await signIn(ivan.page, company.url, 'ivan', castPerson('ivan').password)
      await signedIn(ivan.page)
      await ivan.page.goto(`${company.url}/admin/people?q=leo`)
      await ivan.page
        .getByRole('link', { name: /Leo Martens/ })
        .first()
        .click()
      await ivan.page.getByRole('heading', { name: 'Leo Martens' }).waitFor()
    })
  },
}
