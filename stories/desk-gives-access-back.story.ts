import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import type { Page } from 'playwright-core'
import { apiClient } from '../scripts/api-client.ts'
import { authenticatorCode } from './authenticator.ts'
import { codeIn, fillNew, giveRole, signedIn, signIn, startAuthenticatorApp, typeCode } from './moves.ts'
import type { Story, StoryContext } from './story.ts'

/** After so long a second factor of this morning is no longer fresh enough to vouch with. */
const laterMs = 20 * 60_000

/** What the desk does give, when enough is proven: a link to Leo, and a pass to Siobhán; neither is ever seen by an agent. */
export const story: Story = {
  name: 'desk-gives-access-back',
  seconds: 65,
  async run(context) {
    const dora = await context.chromium.open({ width: 1440, height: 900 })
    await signIn(dora.page, context.company.url, 'dora', castPerson('dora').password)
    await signedIn(dora.page)
    await aLinkWithVoucher(context, dora.page)
    await aPassWithSecondAgent(context, dora.page)
  },
}

/** A code to an address of the directory and the word of his manager: two channels, neither of which the caller holds alone. */
async function aLinkWithVoucher(context: StoryContext, dora: Page): Promise<void> {
  const { company, chromium, step } = context
  const { url, mailbox } = company
  const leo = castPerson('leo')
  const marcus = castPerson('marcus')
  const secret = await withAuthenticator(context, 'marcus')
  const { page } = await chromium.open({ width: 390, height: 844 })
  await signIn(page, url, 'marcus', marcus.password)
  // The code that added the app is used up: the next one is needed.
  await typeCode(page, authenticatorCode(secret, Date.now() + 30_000))
  await signedIn(page)
  company.advanceClock(laterMs)

  await step('Leo phones the desk', dora, () => openCase(dora, url, leo.displayName))
  await step('He reads out the code that went to his address', dora, () => codeProof(dora, company, leo.recoveryMail))
  await step('His manager is asked to vouch', dora, async () => {
    await rung(dora, 'Manager vouches').getByRole('button', { name: 'Ask the manager' }).click()
    await rung(dora, 'Manager vouches').getByText('Waiting').waitFor()
  })
  await step('Marcus finds the question in his inbox', page, async () => {
    await mailbox.waitFor({ to: marcus.mail, subject: /vouch|know/i })
    await page.goto(`${url}/inbox`)
    await page.getByText('Do you know Leo Martens?').waitFor()
  })
  await step('He reads what he is asked', page, async () => {
    await page.getByRole('link', { name: 'Answer' }).click()
    await page.getByRole('heading', { name: 'Do you know this person?' }).waitFor()
    await page.getByLabel('How you made sure (optional)').fill('Called him on his own number')
  })
  await step('Before his word counts, he proves who he is', page, async () => {
    await page.getByRole('button', { name: 'Yes, it is Leo Martens' }).click()
    await page.getByRole('dialog', { name: 'Confirm that it is you' }).getByLabel('Code, digit 1 of 6').waitFor()
  })
  await step('He vouches', page, async () => {
    await typeCode(page, authenticatorCode(secret, Date.now() + laterMs))
    await page.getByText('You said that it is them. Thank you.').waitFor()
  })
  await step('Dora sees it at once: enough is proven', dora, async () => {
    await dora
      .getByText(/^Proven until/)
      .first()
      .waitFor()
  })
  await step('She sends the link to an address the directory has', dora, () =>
    send(dora, 'Send a link for a new password', leo.recoveryMail),
  )
  const atHome = await chromium.open({ scheme: 'dark' })
  await step('The link is in his mail, and nowhere else', atHome.page, async () => {
    const mail = await mailbox.waitFor({ to: leo.recoveryMail ?? '', subject: /password/i })
    const link = mail.links.find((one) => one.includes('/password/reset'))
    assert.ok(link)
    assert.ok(!(await dora.content()).includes(link.split('#')[1] ?? 'no token'), 'the agent never sees the link')
    await atHome.page.goto(link)
    await atHome.page.getByRole('button', { name: 'Continue' }).click()
    await atHome.page.getByText('Rules of Acme people').waitFor()
  })
  await step('He is back with a new password', atHome.page, async () => {
    await fillNew(atHome.page, 'Herons-over-the-lock-6')
    await atHome.page.getByRole('button', { name: 'Set the new password' }).click()
    await atHome.page.getByText('Your new password works').waitFor()
    await signIn(atHome.page, url, 'leo', 'Herons-over-the-lock-6')
    await signedIn(atHome.page)
  })
  await step('That settles the case', dora, async () => {
    await dora.getByText('Solved').first().waitFor()
  })
}

/** Her phone is lost, and with it what she proved herself with. Points are missing; a second agent answers for them. */
async function aPassWithSecondAgent({ company, chromium, step }: StoryContext, dora: Page): Promise<void> {
  const { url, mailbox } = company
  const sio = castPerson('sio')
  await makeAgent(company, 'frank')
  await step('Siobhán has lost her phone', dora, () => openCase(dora, url, sio.displayName))
  await step('A code and a face on video are not enough', dora, async () => {
    await codeProof(dora, company, sio.recoveryMail)
    await rung(dora, 'Photo id seen').getByRole('button', { name: 'It is them' }).click()
    await rung(dora, 'Photo id seen').getByText('Passed').waitFor()
    await dora.getByText('20 points are missing.').waitFor()
    const lift = dora.getByRole('button', { name: 'Lift missing points' })
    assert.equal(await lift.getAttribute('aria-disabled'), 'true', 'whoever has the case cannot lift points')
  })
  const frank = await chromium.open({ width: 1440, height: 900, scheme: 'dark' })
  await step('Frank, who had no part in it, looks at the case', frank.page, async () => {
    await signIn(frank.page, url, 'frank', castPerson('frank').password)
    await signedIn(frank.page)
    await frank.page.goto(dora.url())
    await frank.page.getByRole('button', { name: 'Lift missing points' }).click()
    await frank.page.getByRole('dialog').getByLabel('Reason').fill('Sat beside her on the call; it is her')
  })
  await step('He lifts the missing points, under his name', frank.page, async () => {
    await frank.page.getByRole('dialog').getByRole('button', { name: 'Lift missing points' }).click()
    await frank.page.getByText(/Frank Osei lifted 20 points/).waitFor()
  })
  await step('Now Dora can send a pass', dora, () => send(dora, 'Send a pass for a new factor', sio.recoveryMail))
  const { page } = await chromium.open({ width: 390, height: 844 })
  await step('Siobhán types the pass of her mail', page, async () => {
    const mail = await mailbox.waitFor({ to: sio.recoveryMail ?? '', subject: /Temporary pass/ })
    const pass = /temporary pass: (\S+)/.exec(mail.text)?.[1] ?? ''
    assert.ok(!(await dora.content()).includes(pass), 'the agent never sees the pass')
    await page.goto(`${url}/sign-in`)
    await page.getByRole('button', { name: 'I have a temporary pass' }).click()
    await page.getByLabel('Login or e-mail address').fill('sio')
    await page.getByLabel('Pass', { exact: true }).fill(pass)
  })
  await step('It opens nothing but the page for a new factor', page, async () => {
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Add a second factor' }).waitFor()
  })
  let secret = ''
  await step('She adds an authenticator app on her new phone', page, async () => {
    await page.getByRole('button', { name: /Authenticator app/ }).click()
    await page.getByText('Once it works, you sign in with it.').waitFor()
    const shown = page.getByText(/^([A-Z2-7]{4} ){3,}[A-Z2-7]{1,4}$/)
    secret = ((await shown.textContent()) ?? '').trim()
    await typeCode(page, authenticatorCode(secret, Date.now() + laterMs))
    await page.getByRole('heading', { name: 'That works' }).waitFor()
  })
  await step('She keeps recovery codes for the next time', page, async () => {
    await page.getByRole('button', { name: 'Make recovery codes' }).click()
    await page.getByLabel('I have kept them in a safe place').check()
  })
  await step('The pass opens nothing more: she is told to sign in', page, async () => {
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByText('Your new factor works. Sign in with it now.').waitFor()
  })
  await step('With her password and the new phone she is in', page, async () => {
    await page.getByLabel('Login or e-mail address').fill('sio')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Password', { exact: true }).fill(sio.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    // The code that added the app is used up: the next one is needed.
    await typeCode(page, authenticatorCode(secret, Date.now() + laterMs + 30_000))
    await signedIn(page)
  })
}

/** Ivan lets colleagues ask to help at the desk; somebody does, and is given it for a month. */
async function makeAgent(company: StoryContext['company'], login: string): Promise<void> {
  const ivan = apiClient(() => company.url)
  await ivan.signIn('ivan', castPerson('ivan').password)
  const { items } = await ivan.get<{ items: { id: string; name: string }[] }>('/api/roles?q=desk')
  const role = items.find(({ name }) => name === 'Hallpass service desk')
  const { version } = await ivan.get<{ version: number }>(`/api/roles/${role?.id}`)
  await ivan.patch(`/api/roles/${role?.id}`, { version, askedBy: 'everyone' })
  await giveRole(company, login, 'Hallpass service desk', 30)
}

/** Gives somebody an authenticator app on the page of security; answers its secret. */
async function withAuthenticator({ company, chromium }: StoryContext, login: string): Promise<string> {
  const { page, close } = await chromium.open()
  await signIn(page, company.url, login, castPerson(login).password)
  await signedIn(page)
  await page.goto(`${company.url}/security`)
  const secret = await startAuthenticatorApp(page)
  await typeCode(page, authenticatorCode(secret))
  await page.getByText('“Authenticator app” was added.').waitFor()
  await close()
  return secret
}

async function openCase(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/desk`)
  await page.getByRole('button', { name: 'Somebody calls' }).click()
  await page.getByRole('combobox', { name: 'Who they say they are' }).fill(name.slice(0, 5))
  await page.getByRole('option', { name }).click()
  await page.getByLabel('What they say').fill('Cannot get in')
  await page.getByRole('button', { name: 'Open a case' }).click()
  await page.getByRole('button', { name: 'Take it' }).click()
  await page.getByText('Not enough is proven yet.').first().waitFor({ state: 'attached' })
}

async function codeProof(page: Page, company: StoryContext['company'], to: string | null): Promise<void> {
  const step = rung(page, 'Code to an address')
  const choice = step.getByRole('radio', { disabled: false }).first()
  if (await choice.isVisible()) await choice.check()
  await step.getByRole('button', { name: 'Send a code' }).click()
  await step.getByLabel('The code they read out').fill(await codeIn(company, to ?? ''))
  await step.getByRole('button', { name: 'Check' }).click()
  await step.getByText('Passed').waitFor()
}

async function send(page: Page, what: string, to: string | null): Promise<void> {
  await page.getByRole('button', { name: what }).click()
  const dialog = page.getByRole('dialog')
  const choice = dialog.getByRole('radio', { name: new RegExp(`@${to?.split('@')[1]}$`), disabled: false })
  await choice.first().check()
  await dialog.getByRole('button', { name: 'Send it' }).click()
  await page.getByText('sent', { exact: true }).first().waitFor()
}

/** One kind of proof on the ladder. */
function rung(page: Page, name: string) {
  return page.getByRole('listitem').filter({ hasText: name })
}
