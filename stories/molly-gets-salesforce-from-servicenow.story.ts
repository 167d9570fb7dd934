import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import { signedIn, signIn, until } from './moves.ts'
import { decideThere, openOrderForm, order, signInThere } from './service-portal.ts'
import type { Story } from './story.ts'

const role = 'Salesforce users'
/** Everything after the last approval: checked against our own policy, account made, ticket closed. */
const patience = { timeout: 60_000 }

/** The main story lived in ServiceNow: ordered and approved there, done by Hallpass; pushed by the instance, then fetched from it. */
export const story: Story = {
  name: 'molly-gets-salesforce-from-servicenow',
  withServiceNow: true,
  async run({ company, servicenow, chromium, step }) {
    const { url } = servicenow
    const molly = castPerson('molly')
    const accountOf = async (login: string) =>
      (await company.scimApp.users()).find((user) => user.userName === castPerson(login).mail)

    const at = await chromium.open()
    const { page } = at
    await step('Molly signs in to the Service Portal', page, () => signInThere(page, url, 'molly'))
    await step('She finds what she may ask for', page, async () => {
      await openOrderForm(page)
      await page.getByRole('checkbox', { name: new RegExp(role) }).waitFor(patience)
    })
    let ticket = ''
    await step('She orders it for a month and says why', page, async () => {
      ticket = await order(page, role, 'Spring campaign together with sales')
    })
    await step('Her ticket shows that her manager is asked', page, async () => {
      await page.getByText('Marcus Reed').first().waitFor(patience)
    })

    const marcus = await chromium.open({ width: 390, height: 844 })
    await step('Her manager sees what he is asked, on the phone', marcus.page, async () => {
      await signInThere(marcus.page, url, 'marcus')
      await until('Marcus being asked', async () => {
        await marcus.page.goto(`${url}/sp?id=approvals`)
        return marcus.page.getByText('Spring campaign together with sales').isVisible()
      })
    })
    await step('He approves', marcus.page, () => decideThere(marcus.page, url, 'Approve'))
    const fiona = await chromium.open()
    await step('Finance approves', fiona.page, async () => {
      await signInThere(fiona.page, url, 'fiona')
      await fiona.page.getByRole('link', { name: /^Approvals/ }).click()
      await until('finance being asked', async () => {
        await fiona.page.goto(`${url}/sp?id=approvals`)
        return fiona.page.getByText('Spring campaign together with sales').isVisible()
      })
      await decideThere(fiona.page, url, 'Approve', 'Within budget')
    })
    await step('Her ticket closes by itself and says what she can do now', page, async () => {
      await page.goto(ticket)
      await page.getByText(/Salesforce users: ready to use until/).waitFor(patience)
      await page.getByText('Closed Complete').first().waitFor(patience)
    })
    assert.equal((await accountOf('molly'))?.active, true)

    const portal = await chromium.open()
    await step('The tile is on her page in Hallpass', portal.page, async () => {
      await signIn(portal.page, company.url, 'molly', molly.password)
      await signedIn(portal.page)
      await portal.page
        .getByRole('link', { name: /Salesforce/ })
        .first()
        .waitFor()
    })
    await step('Her request there says who approved', portal.page, async () => {
      await portal.page.goto(`${company.url}/requests`)
      await portal.page
        .getByRole('link', { name: new RegExp(role) })
        .first()
        .click()
      await portal.page.getByText('Marcus Reed').first().waitFor()
    })

    await servicenow.setMode('pull')
    const leo = await chromium.open({ scheme: 'dark' })
    let second = ''
    await step('Leo orders while the instance cannot reach Hallpass', leo.page, async () => {
      await signInThere(leo.page, url, 'leo')
      await openOrderForm(leo.page)
      second = await order(leo.page, role, 'Reports for the campaign')
    })
    await step('He is approved', marcus.page, async () => {
      await until('Marcus being asked', async () => {
        await marcus.page.goto(`${url}/sp?id=approvals`)
        return marcus.page.getByText('Reports for the campaign').isVisible()
      })
      await decideThere(marcus.page, url, 'Approve')
    })
    await step('And by finance', fiona.page, async () => {
      await until('finance being asked', async () => {
        await fiona.page.goto(`${url}/sp?id=approvals`)
        return fiona.page.getByText('Reports for the campaign').isVisible()
      })
      await decideThere(fiona.page, url, 'Approve')
    })
    await step('Hallpass fetches it, and his ticket closes', leo.page, async () => {
      await leo.page.goto(second)
      await leo.page.getByText(/Salesforce users: ready to use until/).waitFor(patience)
      await leo.page.getByText('Closed Complete').first().waitFor(patience)
    })
    assert.equal((await accountOf('leo'))?.active, true)

    await step('What he has already is not offered to him again', leo.page, async () => {
      await leo.page.goto(`${url}/sp`)
      await openOrderForm(leo.page)
      await leo.page.getByRole('checkbox', { name: /Asana users/ }).waitFor(patience)
      assert.equal(await leo.page.getByRole('checkbox', { name: new RegExp(role) }).count(), 0)
    })
  },
}
