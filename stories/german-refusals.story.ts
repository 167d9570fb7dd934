import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import type { Locator } from 'playwright-core'
import { apiClient } from '../scripts/api-client.ts'
import { englishLeft } from './english-left.ts'
import { signedIn, signIn } from './moves.ts'
import type { Story } from './story.ts'

/** What an administrator who reads German is told when a form, a check or the other side says no: nothing of it in English. */
export const story: Story = {
  name: 'german-refusals',
  seconds: 45,
  async run({ company, chromium, step }) {
    const { url, slapd } = company
    assert.ok(slapd, 'this story needs OpenLDAP')
    const { page } = await chromium.open({ locale: 'de-DE' })
    const inGerman = (title: string, act: () => Promise<void>) =>
      step(title, page, async () => {
        await act()
        assert.deepEqual(await englishLeft(page), [])
      })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await signIn(page, url, 'ivan', castPerson('ivan').password, 'de')
    await signedIn(page, 'de')

    await inGerman('A directory that is filled in wrongly', async () => {
      await page.goto(`${url}/admin/directories/new`)
      await page.getByText('LDAP (OpenLDAP, 389 und andere)').click()
      await page.getByLabel('Name, wie Personen ihn sehen').fill('Zweites')
      await page.getByLabel(/^Host/).fill('127.0.0.1')
      await page.getByLabel(/^Port/).fill(String(slapd.tlsPort))
      await page.getByLabel('Basis-DN').fill('kein DN')
      await page.getByLabel('Dienstkonto (DN)').fill('auch keiner')
      await page.getByLabel('Passwort des Dienstkontos').fill('not-its-password')
      await press('Verbinden')
      await page.getByText('Das muss ein Distinguished Name sein').first().waitFor()
    })
    await inGerman('The box names what is wrong as the form does, and leads there', async () => {
      const box = page.getByRole('alert')
      await box.getByRole('link', { name: 'Basis-DN' }).click()
      assert.equal(await isFocused(page.getByLabel('Basis-DN')), true)
      assert.doesNotMatch((await box.textContent()) ?? '', /settings|baseDn/)
    })
    await inGerman('A check of a form that is not filled in marks what it wants', async () => {
      await page.getByLabel('Dienstkonto (DN)').fill('')
      await press('Jetzt prüfen')
      await page.getByRole('alert').getByRole('link', { name: 'Dienstkonto (DN)' }).click()
      assert.equal(await isFocused(page.getByLabel('Dienstkonto (DN)')), true)
      assert.equal(await page.getByLabel('Dienstkonto (DN)').getAttribute('aria-invalid'), 'true')
    })
    await inGerman('A certificate that nobody knows', async () => {
      await page.getByLabel('Basis-DN').fill(slapd.baseDn)
      await page.getByLabel('Dienstkonto (DN)').fill(slapd.serviceDn)
      await press('Jetzt prüfen')
      await page
        .getByText('Das Zertifikat des Verzeichnisservers ist nicht von der eingegebenen Stelle unterschrieben')
        .waitFor()
    })
    await inGerman('A service account with another password', async () => {
      await page.getByLabel('Zertifikat der ausstellenden Stelle (PEM)').fill(slapd.caPem)
      await press('Jetzt prüfen')
      await page.getByText('nimmt Bind-Namen und Passwort des Dienstkontos nicht an').waitFor()
    })
    await inGerman('With the right one it hears what a policy without a name may lead to', async () => {
      await page.getByLabel('Passwort des Dienstkontos').fill(slapd.servicePassword)
      await press('Jetzt prüfen')
      await page.getByText('Es ist keine Standardrichtlinie genannt').waitFor()
    })
    await inGerman('With the policy named, what each point of the check says', async () => {
      await page.getByLabel('DN der Standard-Passwortrichtlinie').fill(`cn=default,ou=policies,${slapd.baseDn}`)
      await press('Jetzt prüfen')
      await page.getByText('Alles Nötige ist da.').waitFor()
    })
    await inGerman('What the directory that is there can and cannot do', async () => {
      await page.goto(`${url}/admin/directories`)
      await page.getByRole('link', { name: 'Acme people' }).click()
      await page.getByText('Konten werden im Verzeichnis selbst angelegt.').waitFor()
    })

    await inGerman('A person whose login holds a blank', async () => {
      await page.goto(`${url}/admin/people/new`)
      await page.getByLabel('Name, wie andere ihn sehen').fill('Neue Person')
      await page.getByLabel('Anmeldename').fill('neue person')
      await page.getByLabel('E-Mail-Adresse').fill('neu@acme.example')
      await press('Person anlegen')
      await page.getByText('Ein Anmeldename hat mindestens ein Zeichen und keine Leerzeichen.').first().waitFor()
    })
    await inGerman('An app whose address is none', async () => {
      await page.goto(`${url}/admin/apps/new/by-hand`)
      await page.getByLabel('Name, wie Personen ihn sehen').fill('Ohne Adresse')
      await page.getByLabel('Öffnet').fill('ftp://app.acme.example')
      await press('App hinzufügen')
      await page.getByText('Geben Sie eine ganze Adresse an').first().waitFor()
    })
    const app = await idOf(url, '/api/apps?q=salesforce')
    await inGerman('A new client secret, without saying what becomes of the one before', async () => {
      await page.goto(`${url}/admin/apps/${app}?tab=signOn`)
      await press('Neues anlegen')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Neues anlegen' }).click()
      await dialog.getByText('Sagen Sie, was aus dem vorigen wird').waitFor()
      assert.equal(await dialog.getByLabel('Das vorige').inputValue(), '')
    })
    await inGerman('A connection to nowhere', async () => {
      await page.goto(`${url}/admin/apps/${app}?tab=connection`)
      await page.getByLabel('Basisadresse, ohne /Users').fill('https://wer:was@scim.example/v2')
      await press('Speichern')
      await page.getByText('Geben Sie die Adresse ohne Anmeldung').first().waitFor()
    })
    await inGerman('A check of the connection that is there', async () => {
      await page.reload()
      await press('Live prüfen')
      await page.getByText('Die App antwortet.').waitFor()
    })
    await inGerman('Whether an instance is given the records it lacks', async () => {
      await page.getByText('Automatisch, in ServiceNow').click()
      const missing = page.getByLabel(/Kostenstellen anlegen, zu denen die Instanz keinen Datensatz hat/)
      assert.equal(await missing.isChecked(), false)
      await missing.scrollIntoViewIfNeeded()
    })
    await inGerman('What would happen, in a sentence', async () => {
      await page.goto(`${url}/admin/sign-on?tab=try`)
      await page.getByRole('combobox', { name: 'diese Person' }).fill('Molly')
      await page.getByRole('option', { name: /Molly/ }).first().click()
      await press('Zeigen, was geschähe')
      await page.getByText(/Molly Byrne (könnte|müsste|würde)/).waitFor()
    })
    await inGerman('The test mail', async () => {
      await page.goto(`${url}/admin/settings`)
      await page.getByLabel('Testmail senden an').fill('ivan@acme.example')
      await press('Senden')
      await page.getByText('Der Mailserver hat die Mail angenommen.').waitFor()
    })
  },
}

function isFocused(input: Locator): Promise<boolean> {
  return input.evaluate((element) => element === document.activeElement)
}

async function idOf(url: string, path: string): Promise<string> {
  const ivan = apiClient(() => url)
  await ivan.signIn('ivan', castPerson('ivan').password)
  return (await ivan.get<{ items: { id: string }[] }>(path)).items[0]?.id ?? ''
}
