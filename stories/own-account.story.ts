import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { apiClient } from '../scripts/api-client.ts'
import { plugInSecurityKey } from './authenticator.ts'
import { fillNew, signedIn, signIn, typeCode, withoutCookies } from './moves.ts'
import { type PhoneService, startPhoneService } from './phone-service.ts'
import type { Story } from './story.ts'

const number = '+44 7700 900123'
let phones: PhoneService

/** What people do with their own account: a new password by choice, a prompt and a text message as second factors, in German, and a passkey when only that counts. */
export const story: Story = {
  name: 'own-account',
  seconds: 45,
  async prepare() {
    phones = await startPhoneService()
    return { environment: phones.environment, stop: () => phones.stop() }
  },
  async run({ company, chromium, step }) {
    const { url, slapd } = company
    assert.ok(slapd, 'this story needs OpenLDAP')
    const molly = castPerson('molly')
    const { page } = await chromium.open()
    const elsewhere = await chromium.open({ width: 390, height: 844 })
    for (const each of [page, elsewhere.page]) {
      await signIn(each, url, 'molly', molly.password)
      await signedIn(each)
    }
    await step('Molly wants another password; first the rules', page, async () => {
      await page.goto(`${url}/password`)
      await page.getByText('Rules of Acme people').waitFor()
      await page.getByLabel('Current password').fill('not-her-password')
      await fillNew(page, 'Lanterns-over-harbour-7')
    })
    await step('A wrong current one is said beside its box', page, async () => {
      await page.getByRole('button', { name: 'Change the password' }).click()
      await page.getByText('This is not your current password.').waitFor()
    })
    await step('It is changed', page, async () => {
      await page.getByLabel('Current password').fill(molly.password)
      await page.getByRole('button', { name: 'Change the password' }).click()
      await page.getByText('Your password was changed').first().waitFor()
      assert.equal(await ldapAdmin(slapd).canBind('molly', 'Lanterns-over-harbour-7'), true)
    })
    await step('Her other device is signed out', elsewhere.page, async () => {
      await elsewhere.page.goto(url)
      await elsewhere.page.getByLabel('Login or e-mail address').waitFor()
    })

    await step('Another one has to wait an hour, says OpenLDAP; the page says until when', page, async () => {
      await ldapAdmin(slapd).setPolicy({ pwdMinAge: '3600' })
      await page.goto(`${url}/password`)
      await page.getByText(/Not before (today|tomorrow), \d\d:\d\d/).waitFor()
    })
    await ldapAdmin(slapd).setPolicy({ pwdMinAge: '0' })

    await step('She adds prompts on her phone', page, async () => {
      await page.goto(`${url}/security`)
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Prompt on your phone' }).click()
      await page.getByRole('button', { name: 'Send the prompt' }).click()
      await page
        .getByRole('dialog')
        .getByText(/^\d\d$/)
        .waitFor()
    })
    await step('The number of the screen is typed there', page, async () => {
      await phones.type(
        'molly',
        (await page
          .getByRole('dialog')
          .getByText(/^\d\d$/)
          .textContent()) ?? '',
      )
      await page.getByRole('button', { name: 'I have typed it' }).click()
      await page.getByText('“Prompt on your phone” was added.').waitFor()
    })
    await step('And text messages, although they are the weakest', page, async () => {
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Text message' }).click()
      await page.getByRole('textbox', { name: /^Phone number/ }).fill(number)
      await page.getByRole('dialog').getByRole('button', { name: 'Send a code' }).click()
      // She has shown the prompt a moment ago, when she added it.
      await page.getByLabel('Code, digit 1 of 6').waitFor()
    })
    await step('The code of the message proves the number', page, async () => {
      await typeCode(page, await codeOfText())
      await page.getByText('+44 … 23', { exact: true }).waitFor()
    })

    await withoutCookies(page)
    await step('Signing in, the prompt is asked for', page, async () => {
      await signIn(page, url, 'molly', 'Lanterns-over-harbour-7')
      await page.getByRole('button', { name: 'Send the prompt' }).click()
      await page.getByText('Type this number on your phone:').waitFor()
    })
    await step('A wrong number on the phone lets nobody in', page, async () => {
      const shown = (await page.getByText(/^\d\d$/).textContent()) ?? ''
      await phones.type('molly', shown === '10' ? '11' : '10')
      await page
        .getByText(/did not work|Try again/)
        .first()
        .waitFor()
    })
    const german = await chromium.open({ width: 390, height: 844, scheme: 'dark', locale: 'de-DE' })
    await step('On a German phone: the same, by text message', german.page, async () => {
      await signIn(german.page, url, 'molly', 'Lanterns-over-harbour-7', 'de')
      await german.page.getByRole('button', { name: /SMS/ }).click()
      await german.page.getByRole('button', { name: 'Code senden' }).click()
      await german.page.getByLabel('Code, Ziffer 1 von 6').waitFor()
    })
    await step('With its code she is in', german.page, async () => {
      await german.page.getByLabel('Code, Ziffer 1 von 6').pressSequentially(await codeOfText())
      await signedIn(german.page, 'de')
    })

    await onlyPasskeys(url)
    const strict = await chromium.open({ width: 390, height: 844 })
    await plugInSecurityKey(strict.page)
    await step('Her company takes passkeys only from now on, and she has none', strict.page, async () => {
      await signIn(strict.page, url, 'molly', 'Lanterns-over-harbour-7')
      await strict.page.getByRole('button', { name: /^Passkey/ }).click()
      await strict.page.getByRole('button', { name: 'Create the passkey' }).click()
      await strict.page.getByRole('dialog', { name: 'Confirm that it is you' }).waitFor()
    })
    await step('What she has lets her add what counts', strict.page, async () => {
      const dialog = strict.page.getByRole('dialog', { name: 'Confirm that it is you' })
      await dialog.getByRole('button', { name: 'Send the prompt' }).click()
      await phones.type('molly', (await dialog.getByText(/^\d\d$/).textContent()) ?? '')
      await strict.page.getByRole('heading', { name: 'That works' }).waitFor()
    })
    await step('With it she is in', strict.page, async () => {
      await strict.page.getByRole('button', { name: 'Later' }).click()
      await signedIn(strict.page)
    })
  },
}

/** Ivan changes the sign-on policy. */
async function onlyPasskeys(url: string): Promise<void> {
  const ivan = apiClient(() => url)
  await ivan.signIn('ivan', castPerson('ivan').password)
  const { version } = await ivan.get<{ version: number }>('/api/sign-on-policy')
  const otherwise = { proof: 'two', kinds: ['passkey'], maxAgeMinutes: null, rememberDays: 0 }
  await ivan.put('/api/sign-on-policy', { version, rules: [], otherwise })
}

async function codeOfText(): Promise<string> {
  const text = await phones.textTo(number.replaceAll(' ', ''))
  return /^(\d{6})/.exec(text)?.[1] ?? ''
}
