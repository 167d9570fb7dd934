import { castPerson } from '@hallpass/counterparts/acme'
import { windowsPeople } from '@hallpass/counterparts/acme-windows'
import { codeIn, signedIn, signIn } from './moves.ts'
import type { Story, StoryContext } from './story.ts'

const patience = { timeout: 60_000 }

/** Passwords reset in ServiceNow's own application, in whichever directory Hallpass finds the person: LDAP, built-in, Active Directory. */
export const story: Story = {
  name: 'forgotten-password-from-servicenow',
  withWindows: true,
  withServiceNow: true,
  async run(context) {
    const molly = castPerson('molly')
    const carla = castPerson('carla')
    const wendy = windowsPeople.find(({ login }) => login === 'wendy')
    await forgotten(context, {
      login: 'molly',
      name: 'Molly',
      to: molly.recoveryMail ?? '',
      password: 'Quiet-Harbour-52',
    })
    await forgotten(context, {
      login: 'carla',
      name: 'Carla',
      to: carla.recoveryMail ?? carla.mail,
      signsInAs: carla.mail,
      password: 'a river under nine bridges',
    })
    if (!wendy) throw new Error('Wendy is in no cast.')
    await forgotten(context, {
      login: 'wendy',
      name: 'Wendy',
      to: wendy.recoveryMail ?? '',
      password: 'Quiet-Meadow-Lark-52',
    })
  },
}

type Forgotten = { login: string; name: string; to: string; password: string; signsInAs?: string }

async function forgotten({ company, servicenow, chromium, step }: StoryContext, person: Forgotten): Promise<void> {
  const { page } = await chromium.open(person.login === 'wendy' ? { width: 390, height: 844 } : {})
  await step(`${person.name} says in ServiceNow that the password is forgotten`, page, async () => {
    await page.goto(`${servicenow.url}/sp/password`)
    await page.getByLabel('What shall be done?').selectOption({ label: 'My password' })
    await page.getByLabel('User name').fill(person.login)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { name: 'Prove that it is you' }).waitFor()
  })
  await step(`${person.name} asks for a code by mail`, page, async () => {
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByRole('heading', { name: 'Prove that it is you' }).waitFor()
  })
  await step(`${person.name} types the code that came from Hallpass`, page, async () => {
    await page.getByLabel(/mail/i).fill(await codeIn(company, person.to))
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor(patience)
  })
  await step(`${person.name} chooses a new password`, page, async () => {
    await page.getByLabel('New password', { exact: true }).fill(person.password)
    await page.getByLabel('New password, once more').fill(person.password)
    await page.getByRole('button', { name: 'Set the new password' }).click()
    await page
      .getByRole('status')
      .getByText(/^Done\./)
      .waitFor(patience)
  })
  await step(`${person.name} signs in to Hallpass with it`, page, async () => {
    await signIn(page, company.url, person.signsInAs ?? person.login, person.password)
    await signedIn(page)
  })
}
