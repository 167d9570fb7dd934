import { castPerson } from '@hallpass/counterparts/acme'
import { windowsPeople } from '@hallpass/counterparts/acme-windows'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { codeIn, fillNew, signedIn, signIn } from './moves.ts'
import type { Story, StoryContext } from './story.ts'

const patience = { timeout: 60_000 }

/**
 * Passwords reset in ServiceNow's own application, in whichever directory Hallpass finds the person: LDAP, built-in, Active
 * Directory. First pushed by the instance; then with one that cannot reach Hallpass, where a link does it.
 */
export const story: Story = {
  name: 'forgotten-password-from-servicenow',
  withWindows: true,
  withServiceNow: true,
  seconds: 150,
  async run(context) {
    const molly = castPerson('molly')
    const carla = castPerson('carla')
    const wendy = windowsPerson('wendy')
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
    await forgotten(context, {
      login: 'wendy',
      name: 'Wendy',
      to: wendy.recoveryMail ?? '',
      password: 'Quiet-Meadow-Lark-52',
    })

    await context.servicenow.setMode('pull')
    const leo = castPerson('leo')
    await forgottenThere(context, {
      login: 'leo',
      name: 'Leo',
      to: leo.recoveryMail ?? '',
      mail: leo.mail,
      password: 'Slow-Barge-Upstream-7',
    })
    const omar = castPerson('omar')
    await forgottenThere(context, {
      login: 'omar',
      name: 'Omar',
      to: omar.recoveryMail ?? omar.mail,
      signsInAs: omar.mail,
      mail: omar.mail,
      password: 'four kites over the old fort',
    })
    const hana = windowsPerson('hana')
    await forgottenThere(context, {
      login: 'hana',
      name: 'Hana',
      to: hana.recoveryMail ?? '',
      mail: hana.mail,
      password: 'Pallets-by-the-river-38',
    })
  },
}

function windowsPerson(login: string) {
  const person = windowsPeople.find((one) => one.login === login)
  if (!person) throw new Error(`Nobody in the domain has the login ${login}.`)
  return person
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

/** The instance cannot reach Hallpass: it takes no password, and waits until the person has set theirs in Hallpass. */
async function forgottenThere(
  { company, servicenow, chromium, step }: StoryContext,
  person: Forgotten & { mail: string },
): Promise<void> {
  const look =
    person.login === 'hana' ? { width: 390, height: 844 } : person.login === 'omar' ? { scheme: 'dark' as const } : {}
  const { page } = await chromium.open()
  await step(`${person.name} says the same in an instance that cannot reach Hallpass`, page, async () => {
    await page.goto(`${servicenow.url}/sp/password`)
    await page.getByLabel('What shall be done?').selectOption({ label: 'My password' })
    await page.getByLabel('User name').fill(person.login)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByLabel('Your mail address').fill(person.mail)
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByRole('button', { name: 'Reset it' }).waitFor()
  })
  await step(`ServiceNow asks ${person.name} for no password, and waits`, page, async () => {
    await page.getByRole('button', { name: 'Reset it' }).click()
    await page.getByText('Pending With External System').waitFor(patience)
  })
  const mailed = await chromium.open(look)
  await step(`${person.name} opens what Hallpass mailed`, mailed.page, async () => {
    await mailed.page.goto(await linkIn(company, person.to))
    await mailed.page.getByRole('button', { name: 'Continue' }).click()
    await mailed.page.getByLabel('New password', { exact: true }).waitFor()
  })
  await step(`${person.name} sets a new password in Hallpass`, mailed.page, async () => {
    await fillNew(mailed.page, person.password)
    await mailed.page.getByRole('button', { name: 'Set the new password' }).click()
    await mailed.page.getByRole('heading', { name: 'Your new password works' }).waitFor(patience)
  })
  await step(`ServiceNow hears that ${person.name} has done it`, page, async () => {
    await page.getByRole('status').getByText('The new password is set.').waitFor(patience)
  })
  await step(`${person.name} signs in to Hallpass with it`, mailed.page, async () => {
    await signIn(mailed.page, company.url, person.signsInAs ?? person.login, person.password)
    await signedIn(mailed.page)
  })
}

async function linkIn({ mailbox }: SampleCompany, to: string): Promise<string> {
  const mail = await mailbox.waitFor({ to, subject: /[Cc]ode/ }, 60_000)
  const link = /https?:\S+#\S+/.exec(mail.text)?.[0]
  if (link === undefined) throw new Error(`The mail to ${to} holds no link.`)
  return link
}
