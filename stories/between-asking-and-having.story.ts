import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import type { Page } from 'playwright-core'
import { apiClient } from '../scripts/api-client.ts'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { approve, askFor, signedIn, signIn, until } from './moves.ts'
import type { Story } from './story.ts'

const role = 'Salesforce users'
const dayMs = 24 * 60 * 60 * 1000

/** A question and its answer, several decided at once and taken back, a denial, a withdrawal, more time, and giving back. */
export const story: Story = {
  name: 'between-asking-and-having',
  seconds: 75,
  async run({ company, chromium, step }) {
    const { url, mailbox } = company
    const open = async (login: string, look = {}) => {
      const { page } = await chromium.open(look)
      await signIn(page, url, login, castPerson(login).password)
      await signedIn(page)
      return page
    }
    const molly = await open('molly')
    const sio = await open('sio', { width: 390, height: 844 })
    const leo = await open('leo', { scheme: 'dark' })
    await askFor(molly, url, role, 'Spring campaign together with sales')
    await askFor(sio, url, role, 'Pictures for the new dashboards')
    await askFor(leo, url, role, 'Numbers for the quarter')

    const marcus = await open('marcus')
    const card = (page: Page, login: string) =>
      page.getByRole('article', { name: `${castPerson(login).displayName} asks for ${role}` })
    await step('Siobhán sees what people like her use', sio, async () => {
      await sio.goto(`${url}/catalog`)
      await sio
        .getByRole('region', { name: 'People like you use' })
        .getByRole('link', { name: 'Slack users' })
        .waitFor()
    })
    await sio.goBack()
    await step('Marcus has three requests in his inbox', marcus, async () => {
      await marcus.goto(`${url}/inbox`)
      for (const login of ['molly', 'sio', 'leo']) await card(marcus, login).waitFor()
    })
    await step('He asks Molly a question first', marcus, async () => {
      await card(marcus, 'molly').getByRole('button', { name: 'Ask a question' }).click()
      await marcus.getByLabel('Your question').fill('Is read access enough?')
    })
    await step('Molly sees it while she looks', molly, async () => {
      await marcus.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click()
      await molly.getByText('Is read access enough?').waitFor({ timeout: 30_000 })
      await mailbox.waitFor({ to: castPerson('molly').mail, subject: /question|asks/i }, 30_000)
    })
    await step('And answers', molly, async () => {
      await molly.getByLabel('Say something about this request').fill('For now yes, I only read the pipeline.')
      await molly.getByRole('button', { name: 'Say it' }).click()
      await molly.getByText('For now yes, I only read the pipeline.').waitFor()
    })
    await step('The answer stands on his card', marcus, async () => {
      await card(marcus, 'molly').getByText('For now yes, I only read the pipeline.').waitFor({ timeout: 30_000 })
    })

    await step('Siobhán no longer needs it and withdraws', sio, async () => {
      await sio.getByRole('button', { name: 'Withdraw the request' }).click()
      await sio.getByLabel('Why (optional)').fill('Marketing sends me the numbers')
      await sio.getByRole('dialog').getByRole('button', { name: 'Withdraw the request' }).click()
      await sio.getByText('Withdrawn: Marketing sends me the numbers').waitFor()
    })
    await step('Her card leaves the inbox by itself', marcus, async () => {
      await card(marcus, 'sio').waitFor({ state: 'detached', timeout: 30_000 })
    })

    await step('He marks the other two', marcus, async () => {
      for (const login of ['molly', 'leo']) await card(marcus, login).getByRole('checkbox').check()
      await marcus.getByText('2 marked').waitFor()
    })
    await step('One comment for both', marcus, async () => {
      await marcus.getByRole('button', { name: 'Approve all 2' }).click()
      await marcus.getByRole('dialog').getByLabel('Comment (optional)').fill('Both work on the spring campaign')
    })
    await step('Approved, and ten seconds to take it back', marcus, async () => {
      await marcus.getByRole('dialog').getByRole('button', { name: 'Approve all 2' }).click()
      await marcus.getByText('2 requests approved.').waitFor()
      await marcus.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
    })
    await step('Taken back: nothing has happened', marcus, async () => {
      await marcus.getByRole('button', { name: 'Take back' }).click()
      for (const login of ['molly', 'leo']) await card(marcus, login).waitFor()
    })
    await step('He denies one of them with a reason', marcus, async () => {
      await card(marcus, 'leo').getByRole('button', { name: 'Deny' }).click()
      await marcus.getByLabel('Why not?').fill('Your team has its own reports')
      await marcus.getByRole('dialog').getByRole('button', { name: 'Deny' }).click()
      await marcus.getByText(`Denied: ${role} for Leo Martens.`).waitFor()
      await approve(marcus, castPerson('molly').displayName, role)
    })
    await step('Leo reads why', leo, async () => {
      await leo.getByText('Denied: Your team has its own reports').waitFor({ timeout: 30_000 })
      const mail = await mailbox.waitFor({ to: castPerson('leo').mail, subject: /denied/i }, 30_000)
      assert.match(mail.text, /Your team has its own reports/)
    })
    await step('Molly sees that it went on to finance', molly, async () => {
      await molly.getByText(/Waits for (Fiona Chen|Frank Osei)/).waitFor({ timeout: 30_000 })
    })
    await approveNext(company, 'fiona')
    await step('She has it', molly, async () => {
      await molly.getByText(/Done\. It is ready to use/).waitFor({ timeout: 60_000 })
    })

    company.advanceClock(25 * dayMs)
    await step('Five days before the end her tile says so', molly, async () => {
      await signIn(molly, url, 'molly', castPerson('molly').password)
      await signedIn(molly)
      await molly.getByRole('link', { name: 'Extend Salesforce' }).waitFor()
    })
    await step('She asks for more time from the tile', molly, async () => {
      await molly.getByRole('link', { name: 'Extend Salesforce' }).click()
      await molly.getByText('30 days', { exact: true }).first().click()
      await molly.getByLabel('What do you still need it for?').fill('The campaign goes on until summer')
    })
    await step('The same people are asked', molly, async () => {
      await molly.getByRole('button', { name: 'Ask for 30 more days' }).click()
      await molly.getByText(/Waits for Marcus Reed/).waitFor()
    })
    await approveNext(company, 'marcus')
    await approveNext(company, 'fiona')
    await step('And say yes', molly, async () => {
      await molly.getByText(/Done\. It is ready to use/).waitFor({ timeout: 60_000 })
    })
    const salesforce = molly.getByRole('listitem').filter({ hasText: role })
    await step('Her access ends later now', molly, async () => {
      await molly.goto(`${url}/access`)
      await salesforce.getByRole('button', { name: 'Give back' }).waitFor()
    })
    await step('She gives it back before that', molly, async () => {
      await salesforce.getByRole('button', { name: 'Give back' }).click()
      await molly
        .getByRole('dialog')
        .getByText(/You can no longer use Salesforce at once/)
        .waitFor()
    })
    await step('It is gone at once, in the app too', molly, async () => {
      await molly.getByRole('dialog').getByRole('button', { name: 'Give back' }).click()
      await salesforce.waitFor({ state: 'detached' })
      const account = async () =>
        (await company.scimApp.users()).find((user) => user.userName === castPerson('molly').mail)
      await until('the account becoming inactive', async () => (await account())?.active === false)
    })
  },
}

/** Whoever it waits for says yes, through the API; a decision waits until the directory was read after the clock moved. */
async function approveNext(company: SampleCompany, login: string): Promise<void> {
  const client = apiClient(() => company.url)
  await client.signIn(login, castPerson(login).password)
  await until(`${login} approving`, async () => {
    const { items } = await client.get<{ items: { requestId: string; stage: number }[] }>('/api/inbox')
    const [item] = items
    if (!item) return false
    try {
      await client.post(`/api/requests/${item.requestId}/approve`, { stage: item.stage })
      return true
    } catch {
      return false
    }
  })
}
