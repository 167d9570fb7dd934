import { castPerson } from '@hallpass/counterparts/acme'
import { codeIn, signedIn, signIn } from './moves.ts'
import { signInThere } from './service-portal.ts'
import type { Story } from './story.ts'

const patience = { timeout: 60_000 }
const password = 'Quiet-Harbour-Lantern-8'

/** The app's own page in the Service Portal, for instances without the Password Reset application. */
export const story: Story = {
  name: 'own-password-in-servicenow',
  withServiceNow: true,
  seconds: 40,
  async run({ company, servicenow, chromium, step }) {
    const molly = castPerson('molly')
    const { page } = await chromium.open()
    await step('Molly opens the page in the Service Portal', page, async () => {
      await signInThere(page, servicenow.url, 'molly')
      await page.goto(`${servicenow.url}/sp?id=hallpass_password`)
      await page.getByRole('radio', { name: /mail|address/i }).waitFor(patience)
    })
    await step('She has a code sent to her other address', page, async () => {
      await page.getByRole('radio', { name: /mail|address/i }).check()
      await page.getByRole('button', { name: 'Send it to me' }).click()
      await page
        .getByRole('status')
        .getByText(/on its way/)
        .waitFor(patience)
    })
    await step('She types it in', page, async () => {
      await page.getByLabel('Code', { exact: true }).fill(await codeIn(company, molly.recoveryMail ?? ''))
      await page.getByRole('button', { name: 'Confirm', exact: true }).click()
      await page.getByLabel('New password', { exact: true }).waitFor(patience)
    })
    await step('Two that differ are not sent', page, async () => {
      await page.getByLabel('New password', { exact: true }).fill(password)
      await page.getByLabel(/again|once more|repeat/i).fill('something else')
      await page.getByRole('alert').waitFor()
      await page.getByRole('button', { name: /^Set/, disabled: true }).waitFor()
    })
    await step('She sets the new password', page, async () => {
      await page.getByLabel(/again|once more|repeat/i).fill(password)
      await page.getByRole('button', { name: /^Set/ }).click()
      await page.getByLabel('New password', { exact: true }).waitFor({ state: 'detached', ...patience })
      await page.getByRole('status').waitFor()
    })
    await step('She signs in to Hallpass with it', page, async () => {
      await signIn(page, company.url, 'molly', password)
      await signedIn(page)
    })
  },
}
