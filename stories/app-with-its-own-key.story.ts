import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { castPerson } from '@hallpass/counterparts/acme'
import type { Page } from 'playwright-core'
import { apiClient } from '../scripts/api-client.ts'
import { englishLeft } from './english-left.ts'
import { signedIn, signIn } from './moves.ts'
import type { Story } from './story.ts'

const name = 'Ledger'
const kid = 'ledger-1'

/** Ivan sets an app up: first with a secret, which he reads from the page, then with keys of its own and without any secret. */
export const story: Story = {
  name: 'app-with-its-own-key',
  seconds: 30,
  async run({ company, chromium, step }) {
    const { url } = company
    const program = apiClient(() => url)
    const { password } = castPerson('ivan')
    await program.signIn('ivan', password)
    const { id } = await program.post<{ id: string }>('/api/apps', { name })
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

    const { page } = await chromium.open({ height: 1400 })
    await signIn(page, url, 'ivan', password)
    await signedIn(page)
    const clientId = async () => (await program.get<{ clientId: string }>(`/api/apps/${id}/oidc`)).clientId
    const section = page.locator('section', { has: page.getByRole('heading', { name: 'Client secret', exact: true }) })
    const token = async (form: Record<string, string>) => {
      const body = new URLSearchParams({ grant_type: 'client_credentials', ...form })
      const answer = await fetch(`${url}/oidc/token`, { method: 'POST', body })
      return { status: answer.status, ...((await answer.json()) as { token_type?: string; error?: string }) }
    }
    const bySecret = async (secret: string) =>
      (await token({ client_id: await clientId(), client_secret: secret })).status

    await step('An app that proves itself by a secret', page, async () => {
      await page.goto(`${url}/admin/apps/${id}?tab=signOn`)
      await page.getByText('OpenID Connect', { exact: true }).click()
      await choose(page, 'How the app proves itself', 'Secret in the body')
      await page.getByRole('switch', { name: 'Tokens in the app’s own name' }).click()
      await save(page)
      await section.getByText('There is none yet.').waitFor()
    })
    let first = ''
    await step('The secret is shown once, and it is the one that opens', page, async () => {
      await section.getByRole('button', { name: 'Make a secret' }).click()
      await section.getByText('Shown only now').waitFor()
      first = (await section.locator('code').textContent()) ?? ''
      assert.equal(await bySecret(first), 200)
    })
    await step('A new one is shown as well, and the one before goes on as long as he said', page, async () => {
      await section.getByRole('button', { name: 'Make a new one' }).click()
      const dialog = page.getByRole('dialog')
      await choose(page, 'The one before', 'goes on for a day')
      await dialog.getByRole('button', { name: 'Make a new one' }).click()
      await dialog.waitFor({ state: 'detached' })
      await section.getByText('A secret before it goes on').waitFor()
      const second = (await section.locator('code').textContent()) ?? ''
      assert.notEqual(second, first)
      assert.deepEqual([await bySecret(first), await bySecret(second)], [200, 200])
    })
    await step('A private key does not leave the browser', page, async () => {
      await choose(page, 'How the app proves itself', 'A key of its own (private_key_jwt)')
      await choose(page, 'Where its public keys come from', 'They are pasted here')
      let sent = 0
      page.on('request', (request) => {
        if (request.method() === 'PUT') sent += 1
      })
      await keysField(page).fill(JSON.stringify(privateKey.export({ format: 'jwk' })))
      await formOf(page).getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByText('There is a private key among them').first().waitFor()
      assert.equal(sent, 0)
    })
    await step(
      'An address within the network is refused beside its field',
      page,
      async () => {
        await choose(page, 'Where its public keys come from', 'The app publishes them')
        await page.getByLabel('Address of the app’s keys (jwks_uri)').fill('https://169.254.169.254/keys')
        await formOf(page).getByRole('button', { name: 'Save', exact: true }).click()
        await page.getByText('This address is inside the network').first().waitFor()
      },
      /400/,
    )
    await step(
      'With its public keys the app has no secret any more, and its tokens are bound to a key',
      page,
      async () => {
        await choose(page, 'Where its public keys come from', 'They are pasted here')
        await keysField(page).fill(JSON.stringify({ ...publicKey.export({ format: 'jwk' }), kid }))
        await page.getByRole('switch', { name: 'Only tokens that are bound to a key (DPoP)' }).click()
        await save(page)
        await section.waitFor({ state: 'detached' })
        const refused = await token(assertion(privateKey, await clientId(), `${url}/oidc`))
        assert.equal(refused.error, 'invalid_grant')
        assert.equal(await bySecret(first), 401)
      },
    )
    await step('Without that wish it proves itself by its key alone', page, async () => {
      await page.getByRole('switch', { name: 'Only tokens that are bound to a key (DPoP)' }).click()
      await save(page)
      const given = await token(assertion(privateKey, await clientId(), `${url}/oidc`))
      assert.deepEqual([given.status, given.token_type], [200, 'Bearer'])
    })

    const german = (await chromium.open({ height: 1400, locale: 'de-DE' })).page
    await signIn(german, url, 'ivan', password, 'de')
    await signedIn(german, 'de')
    await step(
      'In German, with what is wrong beside the field',
      german,
      async () => {
        await german.goto(`${url}/admin/apps/${id}?tab=signOn`)
        const field = german.getByLabel('Öffentliche Schlüssel der App (JWK Set)')
        await field.fill(JSON.stringify({ ...publicKey.export({ format: 'jwk' }), use: 'enc' }))
        await formOf(german).getByRole('button', { name: 'Speichern', exact: true }).click()
        await german.getByText('Dieser Schlüssel ist nicht für Signaturen').first().waitFor()
        assert.deepEqual(await englishLeft(german, [/^(OpenID Connect|Back-channel)/, /client_|private_key_jwt/]), [])
      },
      /400/,
    )
  },
}

/** The other form of the page is that of signals. */
const formOf = (page: Page) => page.locator('form', { has: page.getByRole('group', { name: 'OpenID Connect' }) })
const keysField = (page: Page) => page.getByLabel('Public keys of the app (JWK Set)')

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click()
  await page.getByRole('option', { name: option }).click()
}

async function save(page: Page): Promise<void> {
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/oidc'))
  await formOf(page).getByRole('button', { name: 'Save', exact: true }).click()
  assert.equal((await saved).status(), 200)
}

/** What the app sends in place of a secret (RFC 7523 §2.2). */
function assertion(key: KeyObject, clientId: string, issuer: string): Record<string, string> {
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: clientId, sub: clientId, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 }
  const text = [{ alg: 'ES256', kid }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${text}.${signature}`,
  }
}
