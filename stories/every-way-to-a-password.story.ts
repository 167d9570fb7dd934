import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import type { Page } from 'playwright-core'
import { apiClient } from '../scripts/api-client.ts'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { fillNew, giveRole, signedIn, signIn, startForgotten } from './moves.ts'
import type { Story } from './story.ts'

/** Must change, expired, the link of the mail, "this was not me", the invitation, and the address one came for. */
export const story: Story = {
  name: 'every-way-to-a-password',
  async run({ company, chromium, step }) {
    const { slapd, url, mailbox } = company
    assert.ok(slapd, 'this story needs OpenLDAP')
    const directory = ldapAdmin(slapd)

    const molly = castPerson('molly')
    await directory.requirePasswordChange('molly')
    const mollys = await chromium.open()
    await step('Molly must change her password, says OpenLDAP', mollys.page, async () => {
      await signIn(mollys.page, url, 'molly', molly.password)
      await mollys.page.getByRole('heading', { name: 'Your password must be changed' }).waitFor()
    })
    await step('She sets a new one', mollys.page, async () => {
      await setNew(mollys.page, 'Lanterns-over-harbour-7')
    })
    await step('And is in', mollys.page, async () => {
      await signIn(mollys.page, url, 'molly', 'Lanterns-over-harbour-7')
      await signedIn(mollys.page)
    })
    assert.equal(await directory.canBind('molly', molly.password), false)

    const leo = castPerson('leo')
    await directory.expirePassword('leo')
    const leos = await chromium.open({ width: 390, height: 844 })
    await step('The password of Leo has expired', leos.page, async () => {
      await signIn(leos.page, url, 'leo', leo.password)
      await leos.page.getByRole('heading', { name: 'Your password has expired' }).waitFor()
    })
    await step('He sets a new one and is in', leos.page, async () => {
      await setNew(leos.page, 'Copper-kettle-whistling-3')
      await signIn(leos.page, url, 'leo', 'Copper-kettle-whistling-3')
      await signedIn(leos.page)
    })

    const sio = castPerson('sio')
    const sios = await chromium.open({ scheme: 'dark' })
    await step('Siobhán has forgotten hers', sios.page, () => startForgotten(sios.page, url, 'sio'))
    await step('The link of the mail opens a page that does nothing yet', sios.page, async () => {
      const mail = await mailbox.waitFor({ to: sio.recoveryMail ?? '', subject: /Code for your new password/ }, 40_000)
      const link = mail.links.find((one) => one.includes('/password/reset'))
      assert.ok(link?.includes('#'), 'the token is in the fragment, which no server sees')
      await sios.page.goto(link ?? '')
      await sios.page.getByRole('heading', { name: 'Set a new password' }).waitFor()
      assert.equal(new URL(sios.page.url()).hash, '', 'the token has left the address')
    })
    await step('Its button leads to the rules', sios.page, async () => {
      await sios.page.getByRole('button', { name: 'Continue' }).click()
      await sios.page.getByText('Rules of Acme people').waitFor()
    })
    await step('And to a password that works', sios.page, async () => {
      await setNew(sios.page, 'Thirteen-foxes-in-June-1')
      await signIn(sios.page, url, 'sio', 'Thirteen-foxes-in-June-1')
      await signedIn(sios.page)
    })

    const elsewhere = await chromium.open({ width: 390, height: 844, scheme: 'dark' })
    await step('The notice asks whether it was her', elsewhere.page, async () => {
      const mail = await mailbox.waitFor({ to: sio.mail, subject: /Your password at Acme was changed/ }, 40_000)
      await elsewhere.page.goto(mail.links.find((one) => one.includes('/password/not-me')) ?? '')
      await elsewhere.page.getByRole('heading', { name: 'This was not me' }).waitFor()
    })
    await step('It was not: the account is held', elsewhere.page, async () => {
      await elsewhere.page.getByRole('button', { name: 'It was not me' }).click()
      await elsewhere.page.getByText('Your account is held').waitFor()
    })
    await step('Whoever was signed in is out', sios.page, async () => {
      await sios.page.goto(url)
      await sios.page.getByLabel('Login or e-mail address').waitFor()
    })

    const ivan = await chromium.open()
    await step('Ivan makes a contractor and invites her', ivan.page, async () => {
      await signIn(ivan.page, url, 'ivan', castPerson('ivan').password)
      await signedIn(ivan.page)
      await ivan.page.goto(`${url}/admin/people/new`)
      await chooseContractors(ivan.page)
      await ivan.page.getByLabel(/^Name, as others see it/).fill('Nora Sørensen')
      await ivan.page.getByLabel(/^Login/).fill('nora')
      await ivan.page.getByLabel(/^E-mail address/).fill('nora@contractor.example')
      await ivan.page.getByRole('combobox', { name: /^Manager/ }).fill('Marcus')
      await ivan.page.getByRole('option', { name: 'Marcus Reed' }).click()
      await ivan.page.getByLabel('Send the invitation at once').check()
    })
    await step('She is in the directory', ivan.page, async () => {
      await ivan.page.getByRole('button', { name: 'Create the person' }).click()
      await ivan.page.getByRole('heading', { name: 'Nora Sørensen' }).waitFor()
    })
    const nora = await chromium.open({ width: 390, height: 844 })
    await step('Her mail leads to her first password', nora.page, async () => {
      const mail = await mailbox.waitFor({ to: 'nora@contractor.example' }, 40_000)
      await nora.page.goto(mail.links.find((one) => one.includes('/password/invite')) ?? '')
      await nora.page.getByRole('button', { name: 'Continue' }).click()
      await nora.page.getByText('Rules of Contractors').waitFor()
    })
    await step('With it she is in', nora.page, async () => {
      await setNew(nora.page, 'northern geese over the water')
      await signIn(nora.page, url, 'nora', 'northern geese over the water')
      await signedIn(nora.page)
    })

    await giveRole(company, 'carla', 'Salesforce users', 30)
    const carlas = await chromium.open()
    await step('Carla follows a bookmark of an app and is asked to sign in first', carlas.page, async () => {
      await carlas.page.goto(`${url}${await tileOf(company, 'carla')}`)
      await carlas.page.getByLabel('Login or e-mail address').waitFor()
      assert.match(carlas.page.url(), /\/sign-in\?app=[0-9a-f-]{36}$/)
    })
    await step('Then she is led on to the app, which wants a second factor of her', carlas.page, async () => {
      await carlas.page.getByLabel('Login or e-mail address').fill('carla')
      await carlas.page.getByRole('button', { name: 'Continue' }).click()
      await carlas.page.getByRole('textbox', { name: /^Password/ }).fill(castPerson('carla').password)
      await carlas.page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await carlas.page.waitForURL((at) => at.pathname === '/confirm' && at.searchParams.has('app'))
      await carlas.page.getByText('This wants a second factor').waitFor()
    })
  },
}

async function setNew(page: Page, password: string): Promise<void> {
  await fillNew(page, password)
  await page.getByRole('button', { name: 'Set the new password' }).click()
  await page.getByText('Your new password works').waitFor()
}

/** There may be several built-in directories; contractors live in the one named after them. */
async function chooseContractors(page: Page): Promise<void> {
  const directory = page.getByRole('combobox', { name: /^Directory/ })
  await page.getByLabel(/^Login/).waitFor()
  if (!(await directory.isVisible())) return
  await directory.click()
  await page.getByRole('option', { name: 'Contractors' }).click()
}

/** The address of a person's Salesforce tile, as they would keep it as a bookmark. */
async function tileOf(company: SampleCompany, login: string): Promise<string> {
  const client = apiClient(() => company.url)
  await client.signIn(login, castPerson(login).password)
  const { items } = await client.get<{ items: { app: { name: string }; launch: string }[] }>('/api/my-apps')
  return items.find(({ app }) => app.name === 'Salesforce')?.launch ?? ''
}
