import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import { windowsPassword, windowsPeople } from '@hallpass/counterparts/acme-windows'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { sambaAdmin } from '@hallpass/counterparts/samba-admin'
import type { Page } from 'playwright-core'
import { authenticatorCode, plugInSecurityKey } from './authenticator.ts'
import {
  codeIn,
  fillNew,
  signedIn,
  signIn,
  startAuthenticatorApp,
  startForgotten,
  typeCode,
  withoutCookies,
} from './moves.ts'
import type { Story, StoryContext } from './story.ts'

const refused = 'That name and password do not go together'

/** The same page for everybody: Molly's password lives in OpenLDAP, Wendy's in Active Directory, Carla's in the built-in directory. */
export const story: Story = {
  name: 'forgotten-password-in-three-directories',
  seconds: 120,
  withWindows: true,
  async run(context) {
    const { company, chromium, step } = context
    const { slapd, samba, url } = company
    assert.ok(slapd && samba, 'this story needs OpenLDAP and, as root, Samba')
    const [openLdap, windows] = [ldapAdmin(slapd), sambaAdmin(samba)]
    try {
      const molly = castPerson('molly')
      const wendy = windowsPerson('wendy')
      const carla = castPerson('carla')

      const mollys = await chromium.open()
      const elsewhere = await chromium.open()
      await signIn(elsewhere.page, url, 'molly', molly.password)
      await signedIn(elsewhere.page)
      await forget(context, mollys.page, {
        login: 'molly',
        to: molly.recoveryMail ?? '',
        directory: 'Acme people',
        weak: 'short',
        password: 'Lanterns-over-harbour-7',
      })
      assert.equal(await openLdap.canBind('molly', molly.password), false, 'the old password is dead in OpenLDAP')
      assert.equal(await openLdap.canBind('molly', 'Lanterns-over-harbour-7'), true, 'the new one works there')
      await step('Where Molly was signed in she no longer is', elsewhere.page, async () => {
        await elsewhere.page.goto(url)
        await elsewhere.page.getByLabel('Login or e-mail address').waitFor()
      })
      await step('Molly signs in with the new one', mollys.page, async () => {
        await signIn(mollys.page, url, 'molly', 'Lanterns-over-harbour-7')
        await signedIn(mollys.page)
      })

      const wendys = await chromium.open({ scheme: 'dark' })
      await forget(context, wendys.page, {
        login: 'wendy',
        to: wendy.recoveryMail ?? '',
        directory: 'Acme Windows',
        weak: 'all lower case',
        password: 'Forklift-at-dawn-42',
      })
      assert.equal(await windows.canGetTicket('wendy', wendy.password), false, 'Kerberos refuses the old password')
      assert.equal(await windows.canGetTicket('wendy', 'Forklift-at-dawn-42'), true, 'and takes the new one')
      await step(
        'Active Directory still binds with the old one for an hour; Wendy does not get in with it',
        wendys.page,
        async () => {
          assert.equal(await windows.canBind('wendy', wendy.password), true)
          await signIn(wendys.page, url, 'wendy', wendy.password)
          await wendys.page.getByText(refused).waitFor()
        },
      )
      await step('With the new one she does', wendys.page, async () => {
        await signIn(wendys.page, url, 'wendy', 'Forklift-at-dawn-42')
        await signedIn(wendys.page)
      })

      const carlas = await chromium.open({ width: 390, height: 844, scheme: 'dark' })
      await forget(context, carlas.page, {
        login: carla.mail,
        to: carla.mail,
        directory: 'Contractors',
        weak: 'carla carla carla',
        password: 'seven tall ships at anchor',
      })
      await step('The old password of Carla is dead', carlas.page, async () => {
        await signIn(carlas.page, url, 'carla', carla.password)
        await carlas.page.getByText(refused).waitFor()
      })

      await windows.lock('tomas')
      const tomas = await chromium.open({ width: 390, height: 844 })
      await step('Active Directory has locked Tomáš', tomas.page, async () => {
        await startForgotten(tomas.page, url, 'tomas')
        await typeCode(tomas.page, await codeIn(company, windowsPerson('tomas').recoveryMail ?? ''))
        await tomas.page.getByText('The account is locked').waitFor()
      })
      await step('He knows his password: unlocked, nothing else', tomas.page, async () => {
        await tomas.page.getByRole('button', { name: 'Unlock, keep my password' }).click()
        await tomas.page.getByRole('heading', { name: 'Your account is unlocked' }).waitFor()
      })
      await step('And he is in with it', tomas.page, async () => {
        await signIn(tomas.page, url, 'tomas', windowsPassword)
        await signedIn(tomas.page)
      })

      await windows.requirePasswordChange('hana')
      const hana = await chromium.open()
      await step('Hana must change hers, says Active Directory', hana.page, async () => {
        await signIn(hana.page, url, 'hana', windowsPassword)
        await hana.page.getByRole('heading', { name: 'Your password must be changed' }).waitFor()
      })
      await step('She does, and is in', hana.page, async () => {
        await setNew(hana.page, 'Pallets-by-the-door-9')
        await signIn(hana.page, url, 'hana', 'Pallets-by-the-door-9')
        await signedIn(hana.page)
      })

      await withAuthenticatorApp(context)
      await withPasskey(context)
      await atTheDesk(context)
      await withTheForm(context)

      await step('A stranger sees the same first step', carlas.page, async () => {
        await withoutCookies(carlas.page)
        await startForgotten(carlas.page, url, 'nobody-here')
      })
    } finally {
      await windows.close()
    }
  },
}

/** Marcus has an authenticator app: the mail alone is not enough for him any more. */
async function withAuthenticatorApp({ company, chromium, step }: StoryContext): Promise<void> {
  const { url } = company
  const marcus = castPerson('marcus')
  const { page } = await chromium.open()
  await signIn(page, url, 'marcus', marcus.password)
  await signedIn(page)
  let secret = ''
  await step('Marcus adds an authenticator app', page, async () => {
    await page.goto(`${url}/security`)
    secret = await startAuthenticatorApp(page)
  })
  await step('It is in his list', page, async () => {
    await typeCode(page, authenticatorCode(secret))
    await page.getByText('“Authenticator app” was added.').waitFor()
  })
  await step('He has forgotten his password; the mail is not enough', page, async () => {
    await withoutCookies(page)
    await startForgotten(page, url, 'marcus')
    await typeCode(page, await codeIn(company, marcus.recoveryMail ?? ''))
    await page.getByRole('heading', { name: 'One more proof' }).waitFor()
  })
  await step('The app is the second proof', page, async () => {
    // The code that added the app is used up: the next one is needed.
    await typeCode(page, authenticatorCode(secret, Date.now() + 30_000))
    await page.getByText('Rules of Acme people').waitFor()
  })
  await step('Then the new password', page, () => setNew(page, 'Maple-and-marble-stairs-8'))
}

/** Fiona has a passkey: she signs in with it, and it proves her when the password is gone. */
async function withPasskey({ company, chromium, step }: StoryContext): Promise<void> {
  const { url } = company
  const { page } = await chromium.open()
  await plugInSecurityKey(page)
  await signIn(page, url, 'fiona', castPerson('fiona').password)
  await signedIn(page)
  await step('Fiona adds a passkey', page, async () => {
    await page.goto(`${url}/security`)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('menuitem', { name: /Passkey/ }).click()
    await page.getByRole('button', { name: 'Create the passkey' }).click()
    await page.getByText('“My passkey” was added.').waitFor()
  })
  await step('She signs in with it, without a password', page, async () => {
    await withoutCookies(page)
    await page.goto(`${url}/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await signedIn(page)
  })
  await step('With mail and passkey she comes to a new password', page, async () => {
    await withoutCookies(page)
    await startForgotten(page, url, 'fiona')
    await typeCode(page, await codeIn(company, castPerson('fiona').recoveryMail ?? ''))
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByText('Rules of Acme people').waitFor()
  })
  await step('Which then works', page, () => setNew(page, 'Ledgers-under-the-lamp-5'))
}

/** Bilal phones the desk, and all that a caller alone can show is not enough to send him anything. */
async function atTheDesk({ company, chromium, step }: StoryContext): Promise<void> {
  const { url } = company
  const bilal = windowsPerson('bilal')
  const to = bilal.recoveryMail ?? ''
  const { page } = await chromium.open({ width: 1440, height: 900 })
  await step('Bilal phones the desk', page, async () => {
    await signIn(page, url, 'dora', castPerson('dora').password)
    await signedIn(page)
    await page.goto(`${url}/desk`)
    await page.getByRole('button', { name: 'Somebody calls' }).click()
    await page.getByRole('combobox', { name: 'Who they say they are' }).fill(bilal.login)
    await page.getByRole('option', { name: bilal.displayName }).click()
    await page.getByLabel('What they say').fill('Cannot get into the warehouse terminal')
  })
  await step('Dora opens a case and takes it', page, async () => {
    await page.getByRole('button', { name: 'Open a case' }).click()
    await page.getByRole('button', { name: 'Take it' }).click()
    await page.getByText('Not enough is proven yet.').first().waitFor({ state: 'attached' })
  })
  await step('A code goes to an address the directory has', page, async () => {
    const rung = page.getByRole('listitem').filter({ hasText: 'Code to an address' })
    const choice = rung.getByRole('radio', { disabled: false }).first()
    if (await choice.isVisible()) await choice.check()
    await rung.getByRole('button', { name: 'Send a code' }).click()
    await rung.getByLabel('The code they read out').fill(await codeIn(company, to))
    await rung.getByRole('button', { name: 'Check' }).click()
    await rung.getByText('Passed').waitFor()
  })
  await step('His photo id is seen: still not enough', page, async () => {
    const rung = page.getByRole('listitem').filter({ hasText: 'Photo id seen' })
    await rung.getByRole('button', { name: 'It is them' }).click()
    await rung.getByText('Passed').waitFor()
  })
  await step('Personal data alone would not be, and is not needed', page, async () => {
    const rung = page.getByRole('listitem').filter({ hasText: 'Personal data' })
    await rung.getByRole('button', { name: 'They knew it' }).click()
    await rung.getByText('Passed').waitFor()
  })
  await step('Even all of this is not enough: nothing can be sent', page, async () => {
    await page.getByText('Not enough is proven yet.').first().waitFor({ state: 'attached' })
    const send = page.getByRole('button', { name: 'Send a link for a new password' })
    assert.equal(await send.getAttribute('aria-disabled'), 'true')
  })
}

/** Ivan fills in the form for the same domain: it is checked live before anything is kept. */
async function withTheForm({ company, chromium, step }: StoryContext): Promise<void> {
  const { url, samba } = company
  assert.ok(samba)
  const { page } = await chromium.open()
  const password = page.getByLabel(/^Password of the service account/)
  await step('Ivan describes the domain in the form', page, async () => {
    await signIn(page, url, 'ivan', castPerson('ivan').password)
    await signedIn(page)
    await page.goto(`${url}/admin/directories/new`)
    await page.getByText('Active Directory', { exact: true }).click()
    await page.getByLabel('Name, as people see it').fill('Acme Windows, once more')
    await page.getByLabel('Host 1').fill(samba.host)
    await page.getByLabel('Base DN').fill(samba.baseDn)
    await page.getByRole('textbox', { name: 'Service account', exact: true }).fill(samba.serviceDn)
    await page.getByLabel('Certificate of its authority (PEM)').fill(samba.caPem)
    await password.fill('not-its-password')
  })
  await step('A wrong password of the service account is found before anything is kept', page, async () => {
    await page.getByRole('button', { name: 'Check now' }).click()
    await page.getByRole('heading', { name: 'Something is missing.' }).waitFor()
  })
  await step('With the right one every point is good', page, async () => {
    await password.fill(samba.servicePassword)
    await page.getByRole('button', { name: 'Check now' }).click()
    await page.getByRole('heading', { name: 'Everything needed is there.' }).waitFor()
  })
}

type Forgotten = { login: string; to: string; directory: string; weak: string; password: string }

async function forget(
  { company, step }: StoryContext,
  page: Page,
  { login, to, directory, weak, password }: Forgotten,
): Promise<void> {
  await step(`${login} has forgotten the password`, page, async () => {
    await page.goto(`${company.url}/sign-in`)
    await page.getByRole('link', { name: 'Forgot or locked?' }).click()
    await page.getByRole('heading', { name: 'Forgot or locked' }).waitFor()
    await page.getByLabel('Login or e-mail address').fill(login)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Prove that it is you' }).waitFor()
  })
  await step(`${login} sees the rules of ${directory}`, page, async () => {
    await typeCode(page, await codeIn(company, to))
    await page.getByText(`Rules of ${directory}`).waitFor()
  })
  await step(`${login} tries a weak one and is told why not`, page, async () => {
    await fillNew(page, weak)
    await page.getByText('not yet').first().waitFor({ state: 'attached' })
  })
  await step(`${login} sets a new password`, page, () => setNew(page, password))
}

async function setNew(page: Page, password: string): Promise<void> {
  await fillNew(page, password)
  await page.getByRole('button', { name: 'Set the new password' }).click()
  await page.getByRole('heading', { name: 'Your new password works' }).waitFor()
}

function windowsPerson(login: string) {
  const person = windowsPeople.find((one) => one.login === login)
  if (!person) throw new Error(`Nobody in the domain has the login ${login}.`)
  return person
}
