import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import type { Page } from 'playwright-core'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { fillNew, signedIn, signIn } from './moves.ts'
import type { Story, StoryContext } from './story.ts'

/** The same page for everybody: Molly's password lives in OpenLDAP, Carla's in the built-in directory. */
export const story: Story = {
  name: 'forgotten-password-in-two-directories',
  async run(context) {
    const { company, chromium, step } = context
    const molly = castPerson('molly')
    const carla = castPerson('carla')
    const desktop = await chromium.open()
    await resetBy(context, desktop.page, {
      login: 'molly',
      to: molly.recoveryMail ?? molly.mail,
      directory: 'Acme people',
      weak: 'short',
      password: 'Lanterns-over-harbour-7',
    })
    const { slapd } = company
    assert.ok(slapd, 'this story needs OpenLDAP')
    const directory = ldapAdmin(slapd)
    assert.equal(await directory.canBind('molly', molly.password), false, 'the old password is dead in OpenLDAP')
    assert.equal(await directory.canBind('molly', 'Lanterns-over-harbour-7'), true, 'the new one works there')
    await step('Molly signs in with the new password', desktop.page, async () => {
      await signIn(desktop.page, company.url, 'molly', 'Lanterns-over-harbour-7')
      await signedIn(desktop.page)
    })
    await desktop.close()

    const phone = await chromium.open({ width: 390, height: 844, scheme: 'dark' })
    await resetBy(context, phone.page, {
      login: carla.mail,
      to: carla.mail,
      directory: 'Contractors',
      weak: 'carla carla carla',
      password: 'seven tall ships at anchor',
    })
    await step('The old password of Carla is dead', phone.page, async () => {
      await signIn(phone.page, company.url, 'carla', carla.password)
      await phone.page.getByText('That name and password do not go together').waitFor()
    })
    await step('Carla signs in with the new one', phone.page, async () => {
      await signIn(phone.page, company.url, 'carla', 'seven tall ships at anchor')
      await signedIn(phone.page)
    })
    await step('A stranger sees the same first step', phone.page, async () => {
      await phone.page.context().clearCookies()
      await phone.page.goto(`${company.url}/password/forgot`)
      await phone.page.getByLabel('Login or e-mail address').fill('nobody-here')
      await phone.page.getByRole('button', { name: 'Continue' }).click()
      await phone.page.getByRole('heading', { name: 'Prove that it is you' }).waitFor()
    })
  },
}

type Reset = { login: string; to: string; directory: string; weak: string; password: string }

async function resetBy(
  { company, step }: StoryContext,
  page: Page,
  { login, to, directory, weak, password }: Reset,
): Promise<void> {
  await step(`${login} has forgotten the password`, page, async () => {
    await page.goto(`${company.url}/sign-in`)
    await page.getByRole('link', { name: 'Forgot or locked?' }).click()
    await page.getByRole('heading', { name: 'Forgot or locked' }).waitFor()
    await page.getByLabel('Login or e-mail address').fill(login)
  })
  await step(`${login} is asked for the code`, page, async () => {
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Prove that it is you' }).waitFor()
  })
  await step(`${login} sees the rules of ${directory}`, page, async () => {
    const code = await codeIn(company, to)
    await page.getByLabel('Code, digit 1 of 6').pressSequentially(code)
    await page.getByText(`Rules of ${directory}`).waitFor()
  })
  await step(`${login} tries a weak one and is told why not`, page, async () => {
    await fillNew(page, weak)
    await page.getByText('not yet').first().waitFor({ state: 'attached' })
  })
  await step(`${login} sets a new password`, page, async () => {
    await fillNew(page, password)
    await page.getByRole('button', { name: 'Set the new password' }).click()
    await page.getByText('Your new password works').waitFor()
  })
}

async function codeIn(company: SampleCompany, to: string): Promise<string> {
  const mail = await company.mailbox.waitFor({ to }, 40_000)
  const code = /\b(\d{6})\b/.exec(mail.text)?.[1]
  assert.ok(code, `the mail to ${to} holds a code`)
  return code
}
