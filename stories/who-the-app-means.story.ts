import { strict as assert } from 'node:assert'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { castPerson } from '@hallpass/counterparts/acme'
import type { Page } from 'playwright-core'
import { type ApiClient, apiClient } from '../scripts/api-client.ts'
import { doorWords, giveRole, signedIn, signIn } from './moves.ts'
import type { Story, StoryContext } from './story.ts'

const role = 'Fair team'
const molly = castPerson('molly')
const leo = castPerson('leo')
const printShop = 'Print shop'
const timesheets = 'Timesheets'

/** Whom an app knows by a name, and letting it know somebody else; and an app that asks which account is meant. */
export const story: Story = {
  name: 'who-the-app-means',
  seconds: 60,
  async run(context) {
    const theirs = await startApps()
    await tell(context, theirs.url).finally(theirs.stop)
  },
}

async function tell({ company, chromium, step }: StoryContext, theirs: string): Promise<void> {
  const { url } = company
  const program = apiClient(() => url)
  await program.signIn('ivan', castPerson('ivan').password)
  const printShopId = await addPrintShop(program, theirs)
  const { id: timesheetsId, ask } = await addTimesheets(program, theirs)
  const [owner] = (await program.get<{ items: { id: string }[] }>('/api/people?q=fiona')).items
  const apps = [printShopId, timesheetsId].map((appId) => ({ appId, entitlements: [] }))
  await program.post('/api/roles', { name: role, askedBy: 'everyone', apps, ownerIds: [owner?.id] })
  await Promise.all(['molly', 'leo'].map((login) => giveRole(company, login, role, 30)))

  const desktop = await chromium.open()
  const { page } = desktop
  await signIn(page, url, 'molly', molly.password)
  await signedIn(page)
  const opened = await followTile(page, printShop)
  await step('Molly opens the print shop by its tile, which knows her by her address now', opened, () =>
    isInside(opened, printShop),
  )

  const admin = await chromium.open()
  const ivan = admin.page
  await step('Ivan sees whom the app knows by that name, and since when', ivan, async () => {
    await signIn(ivan, url, 'ivan', castPerson('ivan').password)
    await signedIn(ivan)
    await ivan.goto(`${url}/admin/apps/${printShopId}?tab=signOn`)
    await ivan.getByRole('combobox', { name: 'About this person' }).fill('Molly')
    await ivan.getByRole('option', { name: molly.displayName }).click()
    await ivan.getByText(/The app knows by this name: Molly Byrne, since/).scrollIntoViewIfNeeded()
  })
  const dialog = ivan.getByRole('dialog', { name: `Free the name “${molly.mail}”?` })
  await step('Before he frees it he reads what may come of that', ivan, async () => {
    await ivan.getByRole('button', { name: 'Free this name' }).click()
    await dialog.getByText(/may get the account that Molly Byrne has in the app/).waitFor()
  })
  await step('Then the app knows nobody by it', ivan, async () => {
    await dialog.getByRole('button', { name: 'Free this name' }).click()
    await ivan.getByText('The name is free.').waitFor()
    await ivan.getByText(/The app knows by this name/).waitFor({ state: 'detached' })
  })
  await step('The trail says who freed whose name', ivan, async () => {
    await ivan.goto(`${url}/admin/trail`)
    await ivan.getByText(/freed/i).first().waitFor()
  })

  await step('The timesheets ask Molly which account is meant', page, async () => {
    await page.goto(ask())
    await page.getByRole('heading', { name: 'Which account?' }).waitFor()
    await page.getByRole('button', { name: 'Use another account' }).waitFor()
  })
  await step('She goes on as herself', page, async () => {
    await page.getByRole('button', { name: `Continue as ${molly.displayName}` }).click()
    await isInside(page, timesheets)
    assert.match(new URL(page.url()).search, /[?&]code=/)
  })
  await step('Asked again, she lets Leo use her computer', page, async () => {
    await page.goto(ask())
    await page.getByRole('button', { name: 'Use another account' }).click()
    await page.getByLabel(doorWords.en.name).waitFor()
  })
  await step('He signs in, and is in the app', page, async () => {
    await page.getByLabel(doorWords.en.name).fill('leo')
    await page.getByRole('button', { name: doorWords.en.next }).click()
    await page.getByLabel(doorWords.en.password, { exact: true }).fill(leo.password)
    await page.getByRole('button', { name: doorWords.en.action, exact: true }).click()
    await isInside(page, timesheets)
  })
  await step('At Hallpass he is who is signed in there now, and Molly is not', page, async () => {
    await page.goto(url)
    await page.getByText(leo.displayName).first().waitFor()
    assert.equal(await page.getByText(molly.displayName).count(), 0)
  })

  const phone = await chromium.open({ locale: 'de-DE', width: 390, height: 844, scheme: 'dark' })
  await step('On a phone, in German, it is the same question', phone.page, async () => {
    await signIn(phone.page, url, 'molly', molly.password, 'de')
    await signedIn(phone.page, 'de')
    await phone.page.goto(ask())
    await phone.page.getByRole('heading', { name: 'Welches Konto?' }).waitFor()
  })
}

/** SAML, for an app that knows people by their address and no way of its own to ask for a sign-on. */
async function addPrintShop(program: ApiClient, at: string): Promise<string> {
  const { id } = await program.post<{ id: string }>('/api/apps', { name: printShop })
  const settings = {
    entityId: at,
    acs: [{ url: `${at}/print/acs`, index: 0, isDefault: true }],
    slo: null,
    nameIdFormat: 'emailAddress',
    nameId: '{mail}',
    attributes: [],
    sign: 'both',
    encryption: null,
    requestsSigned: false,
    signingCertificates: [],
    idpInitiated: true,
    relayStates: [],
    clockSkewSeconds: 60,
    sessionMinutes: null,
  }
  await program.put(`/api/apps/${id}/saml`, { version: 0, settings })
  return id
}

/** OpenID Connect; `ask` is the address that the app sends a browser to. */
async function addTimesheets(program: ApiClient, at: string): Promise<{ id: string; ask(): string }> {
  const redirectUri = `${at}/time/callback`
  const { id } = await program.post<{ id: string }>('/api/apps', { name: timesheets })
  const settings = {
    redirectUris: [redirectUri],
    postLogoutRedirectUris: [],
    tokenAuth: 'none',
    requirePkce: true,
    requirePushedRequests: false,
    signing: 'ES256',
    refreshTokens: false,
    clientCredentials: false,
    backchannelLogoutUri: null,
    claims: [],
  }
  type Oidc = { clientId: string; setup: { authorizationUrl: string } }
  const { clientId, setup } = await program.put<Oidc>(`/api/apps/${id}/oidc`, { version: 0, settings })
  return {
    id,
    ask() {
      const challenge = createHash('sha256').update(randomUUID()).digest('base64url')
      const query = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid email',
        state: randomUUID(),
        prompt: 'select_account',
        code_challenge: challenge,
        code_challenge_method: 'S256',
      })
      return `${setup.authorizationUrl}?${query}`
    },
  }
}

/** The apps themselves, at one address: whatever is sent there, somebody is in. */
async function startApps(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume()
    const name = request.url?.startsWith('/print/') ? printShop : timesheets
    const page = `<!doctype html><html lang="en"><title>${name}</title><main><h1>${name}</h1><p>You are in.</p></main></html>`
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function isInside(page: Page, app: string): Promise<void> {
  await page.getByRole('heading', { name: app, level: 1 }).waitFor()
  await page.getByText('You are in.').waitFor()
}

async function followTile(page: Page, app: string): Promise<Page> {
  const tile = page.getByRole('link', { name: new RegExp(app) }).first()
  const [opened] = await Promise.all([page.context().waitForEvent('page'), tile.click()])
  await opened.waitForLoadState()
  return opened
}
