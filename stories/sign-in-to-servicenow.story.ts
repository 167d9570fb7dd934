import { strict as assert } from 'node:assert'
import { randomUUID } from 'node:crypto'
import { castPerson } from '@hallpass/counterparts/acme'
import { put } from '@hallpass/servicenow-simulator/seed/put'
import { makeKey } from '@hallpass/servicenow-simulator/sso/testing-key'
import { type Simulator, startSimulator } from '@hallpass/servicenow-simulator/start-simulator'
import { system } from '@hallpass/servicenow-simulator/store/open-records'
import type { Page } from 'playwright-core'
import { type ApiClient, apiClient } from '../scripts/api-client.ts'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { serviceNowPassword } from '../scripts/servicenow-company.ts'
import { authenticatorCode } from './authenticator.ts'
import { doorWords, giveRole, type Language, signedIn, signIn, startAuthenticatorApp, typeCode } from './moves.ts'
import { signInThere } from './service-portal.ts'
import type { Story } from './story.ts'

const app = 'ServiceNow'
const role = 'ServiceNow users'
const molly = castPerson('molly')

/** Single sign-on into ServiceNow as the guide sets it up: from its own sign-in page, from the tile, with a second factor, and out again. */
export const story: Story = {
  name: 'sign-in-to-servicenow',
  seconds: 60,
  async run({ company, chromium, step }) {
    const instance = await startSimulator({ instanceName: 'acme' })
    try {
      const admin = await chromium.open()
      const { page } = admin
      const ivan = await asIvan(company)

      await step('Ivan adds ServiceNow from its template', page, async () => {
        await signIn(page, company.url, 'ivan', castPerson('ivan').password)
        await signedIn(page)
        await page.goto(`${company.url}/admin/apps/new/from/servicenow`)
        await page.getByLabel('Instance name').fill('acme')
        await page.getByLabel('Sys id of the sso configuration').fill('later')
        await page.getByRole('button', { name: `Add ${app}` }).click()
        await page.getByText('From here to the first person').waitFor()
      })
      const appId = page.url().split('/').at(-1)?.split('?')[0] ?? ''
      await step('The form is filled in by the template', page, async () => {
        await openTab(page, 'Sign-on')
        await page.getByText('Filled in from the template').waitFor()
        assert.equal(await entityId(page).inputValue(), 'https://acme.service-now.com')
      })
      await step('With the address of the instance it is saved', page, async () => {
        await entityId(page).fill(instance.url)
        await page.getByLabel('Where assertions are delivered (ACS)').fill(`${instance.url}/navpage.do`)
        await page.getByRole('button', { name: 'Save', exact: true }).first().click()
        await page.getByRole('heading', { name: 'Pre-flight' }).waitFor()
      })
      await carryInRole(company, ivan, appId)

      const points = page.getByRole('list', { name: 'What is done, and what is left' })
      await step('A wrong password there is told, and nothing is done', page, async () => {
        await nameAdministrator(page, 'not it')
        await page.getByRole('button', { name: 'Set up there' }).click()
        await page.getByRole('alert').first().waitFor()
        assert.deepEqual(instance.records.find('saml2_update1_properties', ''), [])
      })
      await step('In the name of an administrator there, ServiceNow is set up from here', page, async () => {
        await nameAdministrator(page, serviceNowPassword)
        await page.getByRole('button', { name: 'Set up there' }).click()
        await points.getByText(', to be done in ServiceNow').waitFor()
        await points.scrollIntoViewIfNeeded()
        // The template leads the tile to an instance that is not this one.
        assert.deepEqual(await points.getByText(', to do').locator('..').allTextContents(), ['Tile, to do'])
      })
      const there = await chromium.open()
      await step('The identity provider is there, and waits for its test', there.page, async () => {
        await signInThere(there.page, instance.url, 'ivan')
        await there.page.goto(`${instance.url}/sp?id=identity_providers`)
        await there.page.getByText('Not tested with success yet').waitFor()
      })
      await step('Its test of the connection goes through our sign-in', there.page, async () => {
        await there.page.getByRole('link', { name: 'Test connection' }).click()
        await passDoor(there.page, 'ivan')
        await there.page.getByText('The connection works').waitFor()
      })
      await step('Then it can be made active', there.page, async () => {
        await there.page.goto(`${instance.url}/sp?id=identity_providers`)
        await there.page.getByRole('button', { name: 'Make active' }).click()
        await there.page.getByText('Active', { exact: true }).waitFor()
      })
      const provider = instance.records.find('saml2_update1_properties', 'name=Acme')[0]?.sys_id ?? ''
      const signOnUrl = `${instance.url}/login_with_sso.do?glide_sso_id=${provider}`
      await step('The tile gets its address', page, async () => {
        await openTab(page, 'Details')
        await page.getByLabel('Opens').fill(signOnUrl)
        await page.getByRole('button', { name: 'Save', exact: true }).click()
        await page.getByText('Saved.').first().waitFor()
      })
      await step('Read back, every point of it is done', page, async () => {
        await openTab(page, 'Sign-on')
        await nameAdministrator(page, serviceNowPassword)
        await page.getByRole('button', { name: 'Check', exact: true }).click()
        await points.getByText('The tile opens the sign-on there.').waitFor()
        await points.scrollIntoViewIfNeeded()
        assert.equal(await points.getByText(', done').count(), await points.getByRole('listitem').count())
      })
      setProvider(instance, provider, { idp_logout_url: '' })
      await step('The pre-flight reads what the instance published and finds nothing wrong', page, async () => {
        const metadata = `${instance.url}/sso_metadata.do?glide_sso_id=${provider}`
        await page.getByLabel(/^Metadata to check against/).fill(metadata)
        await page.getByRole('button', { name: 'Check now' }).click()
        const findings = page.getByRole('list', { name: 'Pre-flight' })
        await findings.getByText('Clock').first().waitFor()
        assert.equal(await findings.getByText('wrong', { exact: true }).count(), 0)
      })
      await wantTwoFactors(ivan, appId)
      setProvider(instance, provider, multiFactor)

      const desktop = await chromium.open()
      await step('Molly comes from the sign-in page of ServiceNow', desktop.page, async () => {
        await desktop.page.goto(`${instance.url}/sp/login`)
        await desktop.page.getByRole('link', { name: 'Sign in with Acme' }).waitFor()
      })
      await step(
        'Her password is asked for here, and then a second factor that she does not have',
        desktop.page,
        async () => {
          await desktop.page.getByRole('link', { name: 'Sign in with Acme' }).click()
          await passDoor(desktop.page, 'molly')
          await desktop.page.getByText('This wants a second factor').waitFor()
        },
      )
      let secret = ''
      await step('She adds an authenticator app', desktop.page, async () => {
        await desktop.page.getByRole('link', { name: 'Add a factor' }).click()
        secret = await startAuthenticatorApp(desktop.page)
        await typeCode(desktop.page, authenticatorCode(secret))
        await desktop.page.getByText('“Authenticator app” was added.').waitFor()
      })
      await step('Now ServiceNow lets her in, as herself', desktop.page, async () => {
        await desktop.page.goto(`${instance.url}/sp/login`)
        await desktop.page.getByRole('link', { name: 'Sign in with Acme' }).click()
        await insideAs(desktop.page, molly.displayName)
      })

      const phone = await chromium.open({ width: 390, height: 844, scheme: 'dark' })
      await step('On her phone she is asked for the code', phone.page, async () => {
        await phone.page.goto(signOnUrl)
        await passDoor(phone.page, 'molly')
        await phone.page.getByLabel('Code, digit 1 of 6').waitFor()
      })
      await step('With it she is inside', phone.page, async () => {
        // The code that added the app is used up: the next one is needed.
        await typeCode(phone.page, authenticatorCode(secret, Date.now() + 30_000))
        await insideAs(phone.page, molly.displayName)
      })

      await step('The tile in Hallpass asks ServiceNow, which asks us', desktop.page, async () => {
        await signOutThere(desktop.page)
        await desktop.page.goto(company.url)
        const opened = await followTile(desktop.page)
        await insideAs(opened, molly.displayName)
        await opened.close()
      })
      await step('Ivan lets the sign-on start here, too', page, async () => {
        await openTab(page, 'Sign-on')
        await page.getByLabel('Sign-on may start here').check()
        await page.getByRole('button', { name: 'Save', exact: true }).first().click()
        await page.getByText('Saved.').first().waitFor()
      })
      await step('Security signals are tried before anything depends on them', page, async () => {
        await page.getByLabel('Where signals are pushed').fill(`${instance.url}/no-receiver`)
        await page.getByLabel(/^Audience/).fill(instance.url)
        await page.getByRole('button', { name: 'Save', exact: true }).last().click()
        await page.getByRole('button', { name: 'Send a test signal' }).click()
        await page.getByText('The receiver did not take it.').waitFor()
      })
      const opened = await followTile(desktop.page)
      await step('Then the tile itself carries her in', opened, () => insideAs(opened, molly.displayName))
      await step('A link from elsewhere to that tile waits for her click', opened, async () => {
        await signOutThere(opened)
        await opened.evaluate((address) => location.assign(address), `${company.url}/launch/${appId}`)
        await opened.getByRole('button', { name: 'Go on to the app' }).click()
        await insideAs(opened, molly.displayName)
      })
      await step('And one to the sign-in page for it leads to her apps, not into it', desktop.page, async () => {
        await desktop.page.goto(`${company.url}/sign-in?app=${appId}`)
        await desktop.page.waitForURL(`${company.url}/`)
        await desktop.page
          .getByRole('link', { name: new RegExp(app) })
          .first()
          .waitFor()
      })

      await step('Ivan notes that ServiceNow has the certificate that follows', page, async () => {
        await page.goto(`${company.url}/admin/sign-on?tab=keys`)
        const row = page.getByRole('row', { name: new RegExp(app) })
        await row.getByText('not given').waitFor()
        await row.getByRole('button', { name: /Note as given.*The one that follows/ }).click()
        await row.getByText('not given').waitFor({ state: 'detached' })
      })
      await step('The next key is put in service only after a question', page, async () => {
        await page.getByRole('button', { name: 'Put the next key in service' }).first().click()
        await page.getByRole('dialog').getByText('Every app was noted to have its certificate.').waitFor()
      })
      await step('Then it signs, and the one before can be put back', page, async () => {
        await page.getByRole('dialog').getByRole('button', { name: 'Put the next key in service' }).click()
        await page.getByText('The next key signs now.').waitFor()
        await page.getByRole('button', { name: 'Put back in service' }).first().waitFor()
      })
      await step('ServiceNow takes it, since it knew the certificate before', opened, async () => {
        await opened.goto(signOnUrl)
        await insideAs(opened, molly.displayName)
      })

      const leo = await chromium.open({ locale: 'de-DE', width: 390, height: 844 })
      await step('Leo, who has no such role, is stopped here, in his language', leo.page, async () => {
        await leo.page.goto(signOnUrl)
        await passDoor(leo.page, 'leo', 'de')
        await leo.page.getByText('Sie haben zurzeit keinen Zugang zu dieser App').waitFor()
      })

      await step('Ivan sets up signing out of both', page, async () => {
        const certificate = signLogouts(instance)
        setProvider(instance, provider, { idp_logout_url: `${company.url}/saml/slo`, sign_logout_request: 'true' })
        await page.goto(`${company.url}/admin/apps/${appId}?tab=signOn`)
        await page.getByLabel('Certificate the app signs with').fill(certificate)
        await page.getByRole('button', { name: 'Add this certificate' }).click()
        await page.getByLabel('Sign-out address of the app (SLO)').fill(`${instance.url}/navpage.do`)
        await page.getByLabel('Where answers go').fill(`${instance.url}/external_logout_complete.do`)
        await page.getByRole('button', { name: 'Save', exact: true }).first().click()
        await page.getByText('Saved.').first().waitFor()
      })
      await step('Whose certificate ends in two days, as the first page of the app says', page, async () => {
        await openTab(page, 'Set-up')
        await page.getByText('A certificate of this app ends soon').waitFor()
        await page.getByRole('link', { name: 'To the sign-on of this app' }).click()
        await page.getByLabel('Sign-out address of the app (SLO)').waitFor()
      })
      await step('Molly signs out of ServiceNow', opened, async () => {
        await opened.getByRole('button', { name: 'Sign out' }).click()
        await opened.getByText('You are signed out.').waitFor()
      })
      await step('And is signed out of Hallpass with it', desktop.page, async () => {
        await desktop.page.goto(company.url)
        await desktop.page.getByLabel('Login or e-mail address').waitFor()
      })
      await step('On her phone she is in both still, and signs out of Hallpass', phone.page, async () => {
        await phone.page.goto(`${instance.url}/sp`)
        await insideAs(phone.page, molly.displayName)
        await phone.page.goto(company.url)
        await phone.page.getByRole('button', { name: 'Menu', exact: true }).click()
        await phone.page.getByRole('button', { name: /Molly Byrne/ }).click()
        await phone.page.getByRole('menuitem', { name: 'Sign out' }).click()
        await phone.page.getByLabel('Login or e-mail address').waitFor()
      })
      await step('Which signed her out of ServiceNow', phone.page, async () => {
        await phone.page.goto(`${instance.url}/sp`)
        await phone.page.getByLabel('User name').waitFor()
      })
      await step('And the next way into ServiceNow begins with her password again', opened, async () => {
        await opened.goto(signOnUrl)
        await opened.getByLabel('Login or e-mail address').waitFor()
      })
    } finally {
      await instance.stop()
    }
  },
}

const entityId = (page: Page) => page.getByLabel('Entity ID of the app (audience)')

async function nameAdministrator(page: Page, password: string): Promise<void> {
  await page.getByLabel('User name of the administrator there').fill('ivan')
  await page.getByLabel('Password there').fill(password)
}

const openTab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of this app' }).getByRole('link', { name, exact: true }).click()

async function asIvan(company: SampleCompany): Promise<ApiClient> {
  const client = apiClient(() => company.url)
  await client.signIn('ivan', castPerson('ivan').password)
  return client
}

/** A role that carries the app, for Molly and for whoever tries the connection; managers approve, then its owner. */
async function carryInRole(company: SampleCompany, ivan: ApiClient, appId: string): Promise<void> {
  const [owner] = (await ivan.get<{ items: { id: string }[] }>('/api/people?q=fiona')).items
  const apps = [{ appId, entitlements: [] }]
  await ivan.post('/api/roles', { name: role, askedBy: 'everyone', apps, ownerIds: [owner?.id] })
  await Promise.all(['molly', 'ivan'].map((login) => giveRole(company, login, role, 30)))
}

/** A rule of the sign-on policy for this app: two factors, of everybody. */
async function wantTwoFactors(ivan: ApiClient, appId: string): Promise<void> {
  const policy = await ivan.get<{ version: number; rules: object[]; otherwise: object }>('/api/sign-on-policy')
  const when = { purposes: [], appIds: [appId], groupIds: [], roles: [], networks: [], notNetworks: [] }
  const demand = { proof: 'two', kinds: [], maxAgeMinutes: null, rememberDays: 0 }
  const rule = { id: randomUUID(), name: `${app}: two factors`, enabled: true, when, demand }
  const { version, rules, otherwise } = policy
  await ivan.put('/api/sign-on-policy', { version, rules: [rule, ...rules], otherwise })
}

/** In the form of the identity provider in ServiceNow. */
function setProvider({ records }: Simulator, provider: string, values: Record<string, string>): void {
  records.update('saml2_update1_properties', provider, values, system)
}
/** Ask for several factors, and take no answer that does not say so. */
const multiFactor = {
  create_authn_context_class: 'true',
  authn_context_class_ref_method: 'https://refeds.org/profile/mfa',
}

/** A key store of the instance, to sign what it says when people sign out; its certificate. */
function signLogouts({ records }: Simulator): string {
  const { key, cert } = makeKey()
  const keyStore = { name: 'Key store', pem_certificate: cert, private_key_pem: key, active: 'true' }
  const value = put(records, 'sys_certificate', 'key store', keyStore)
  put(records, 'sys_properties', 'key store', { name: 'glide.authenticate.sso.saml2.keystore', value })
  return cert
}

/** Name and password at our door, wherever one came from. */
async function passDoor(page: Page, login: string, language: Language = 'en'): Promise<void> {
  const say = doorWords[language]
  await page.getByLabel(say.name).fill(login)
  await page.getByRole('button', { name: say.next }).click()
  await page.getByLabel(say.password, { exact: true }).fill(castPerson(login).password)
  await page.getByRole('button', { name: say.action, exact: true }).click()
}

async function insideAs(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'What can we do for you?' }).waitFor()
  await page.getByText(name).first().waitFor()
}

async function signOutThere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('User name').waitFor()
}

async function followTile(page: Page): Promise<Page> {
  const tile = page.getByRole('link', { name: new RegExp(app) }).first()
  const [opened] = await Promise.all([page.context().waitForEvent('page'), tile.click()])
  await opened.waitForLoadState()
  return opened
}
