import { castPerson } from '@hallpass/counterparts/acme'
import { apiClient } from '../scripts/api-client.ts'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { loseAnAnswer } from './lost-answer.ts'
import { askFor, signedIn, signIn } from './moves.ts'
import type { Story } from './story.ts'

const hourMs = 3_600_000

/** What an administrator sees when the world outside fails: what waits, why, trying again; and who has to prove themselves anew. */
export const story: Story = {
  name: 'when-things-go-wrong',
  seconds: 45,
  async run(context) {
    const { company, chromium, step } = context
    const { url, mailbox } = company
    const ivan = await chromium.open()
    const { page } = ivan
    await signIn(page, url, 'ivan', castPerson('ivan').password)
    await signedIn(page)

    await separate(company, 'Salesforce users', 'Slack users')
    mailbox.refuse(451, 1000)
    const molly = await chromium.open()
    await signIn(molly.page, url, 'molly', castPerson('molly').password)
    await signedIn(molly.page)
    await askFor(molly.page, url, 'Salesforce users', 'Spring campaign together with sales')
    await step('The mail server takes nothing: the mail to Marcus is tried again', page, async () => {
      await page.goto(`${url}/admin/jobs?state=retrying`)
      await page.getByText('mail.deliver').first().waitFor()
    })
    await step('It takes mail again; nobody wants to wait for the next try', page, async () => {
      mailbox.refuse(451, 0)
      await page.getByRole('button', { name: 'Try again' }).first().click()
      await mailbox.waitFor({ to: castPerson('marcus').mail, subject: /Salesforce users/ }, 40_000)
      await page.getByText('Nothing to do').waitFor({ timeout: 40_000 })
    })
    await step('The history shows what was done and what failed', page, async () => {
      await page.goto(`${url}/admin/jobs`)
      await page.getByText('3 hours', { exact: true }).click()
      await page.getByRole('figure', { name: 'Runs' }).getByText('As a table').click()
      await page.getByRole('columnheader', { name: 'Failed' }).waitFor()
    })

    const marcus = await chromium.open({ width: 390, height: 844 })
    await step(
      'Marcus is warned: what Molly asks for should not go together with what she has',
      marcus.page,
      async () => {
        await signIn(marcus.page, url, 'marcus', castPerson('marcus').password)
        await signedIn(marcus.page)
        await marcus.page.goto(`${url}/inbox`)
        await marcus.page.getByText('Not together with Slack users').waitFor()
      },
    )
    await step('He may approve all the same, if he says why', marcus.page, async () => {
      await marcus.page.getByRole('button', { name: /^Approve/ }).click()
      const dialog = marcus.page.getByRole('dialog', { name: 'These should not be held together' })
      await dialog.getByLabel('Why all the same?').fill('She covers for Leo until June')
    })
    await step('Then it counts', marcus.page, async () => {
      await marcus.page.getByRole('button', { name: 'Approve all the same' }).click()
      await marcus.page.getByText(/Approved: Salesforce users/).waitFor()
    })

    company.advanceClock(hourMs)
    await step('An hour later Ivan changes how an app is connected', page, async () => {
      await page.goto(`${url}/admin/apps`)
      await page.getByRole('link', { name: 'Salesforce', exact: true }).click()
      await page.getByRole('link', { name: 'Connection' }).click()
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('dialog', { name: 'Confirm that it is you' }).waitFor()
    })
    await step('A wrong password changes nothing', page, async () => {
      await page.getByLabel('Password of Ivan Petrov').fill('not-his-password')
      await page.getByRole('button', { name: 'Confirm', exact: true }).click()
      await page.getByRole('dialog').getByRole('alert').waitFor()
    })
    await step('With the right one it is saved, without doing it over', page, async () => {
      await page.getByLabel('Password of Ivan Petrov').fill(castPerson('ivan').password)
      await page.getByRole('button', { name: 'Confirm', exact: true }).click()
      await page.getByText('Saved.').waitFor()
    })

    await loseAnAnswer(context, page)
  },
}

/** Ivan says that nobody should hold these two roles together. */
async function separate(company: SampleCompany, one: string, other: string): Promise<void> {
  const ivan = apiClient(() => company.url)
  await ivan.signIn('ivan', castPerson('ivan').password)
  const idOf = async (name: string) => {
    const { items } = await ivan.get<{ items: { id: string; name: string }[] }>(
      `/api/roles?q=${encodeURIComponent(name)}`,
    )
    return items.find((role) => role.name === name)?.id ?? ''
  }
  const [id, otherId] = [await idOf(one), await idOf(other)]
  const { version } = await ivan.get<{ version: number }>(`/api/roles/${id}`)
  await ivan.patch(`/api/roles/${id}`, { version, conflictIds: [otherId] })
}
