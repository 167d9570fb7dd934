import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import { type Simulator, setProperty } from '@hallpass/servicenow-simulator/start-simulator'
import type { Page } from 'playwright-core'
import { englishLeft } from './english-left.ts'
import { signedIn, signIn, until } from './moves.ts'
import { decideThere, openOrderForm, order, signInThere, thereInGerman } from './service-portal.ts'
import type { Story } from './story.ts'

const role = 'Salesforce users'
const reason = 'Kampagne im Frühjahr'
const patience = { timeout: 60_000 }
/** The main story in an instance that speaks German: form, stages, messages and the tracker of Hallpass, nothing of it in English. */
export const story: Story = {
  name: 'order-in-german',
  withServiceNow: true,
  async run({ company, servicenow, chromium, step }) {
    const { url, simulator } = servicenow
    setProperty(simulator.records, 'glide.sys.language', 'de')
    const molly = castPerson('molly')
    const { page } = await chromium.open({ locale: 'de-DE' })
    // What people of Acme named and described themselves: apps, and other items of the catalog.
    const theirs = () => [new RegExp(role), ...namesOf(simulator.records)]
    const inGerman = (title: string, at: Page, act: () => Promise<void>) =>
      step(title, at, async () => {
        await act()
        assert.equal(await at.locator('html').getAttribute('lang'), 'de')
        assert.deepEqual(await englishLeft(at, theirs()), [])
      })

    await step('Molly signs in to the Service Portal in German', page, () =>
      signInThere(page, url, 'molly', undefined, thereInGerman),
    )
    await inGerman('She finds what she may ask for', page, async () => {
      await openOrderForm(page, thereInGerman)
      await page.getByRole('checkbox', { name: new RegExp(role) }).waitFor(patience)
    })
    await inGerman('She orders it for a month and says why', page, () =>
      order(page, role, reason, thereInGerman).then(() => {}),
    )
    const ticket = page.url()
    await inGerman('Her ticket says who is asked, in which order', page, async () => {
      await page.getByText(/^Wer zustimmen muss, der Reihe nach: Führungskraft \(Marcus Reed\)/).waitFor(patience)
      await page
        .getByText(/Wartet auf die Führungskraft/)
        .first()
        .waitFor(patience)
    })
    const marcus = await chromium.open({ width: 390, height: 844, locale: 'de-DE' })
    await inGerman('Her manager sees what he is asked, on the phone', marcus.page, async () => {
      await signInThere(marcus.page, url, 'marcus', undefined, thereInGerman)
      await until('Marcus being asked', async () => {
        await marcus.page.goto(`${url}/sp?id=approvals`)
        return marcus.page.getByText(reason).isVisible()
      })
    })
    await inGerman('He approves', marcus.page, () => decideThere(marcus.page, url, 'Approve', '', thereInGerman))
    const fiona = await chromium.open({ scheme: 'dark', locale: 'de-DE' })
    await inGerman('Finance approves', fiona.page, async () => {
      await signInThere(fiona.page, url, 'fiona', undefined, thereInGerman)
      await until('finance being asked', async () => {
        await fiona.page.goto(`${url}/sp?id=approvals`)
        return fiona.page.getByText(reason).isVisible()
      })
      await decideThere(fiona.page, url, 'Approve', 'Im Budget', thereInGerman)
    })
    await inGerman('Her ticket closes by itself and says what she can do now', page, async () => {
      await page.goto(ticket)
      await page.getByText(/Salesforce users: bereit, bis/).waitFor(patience)
      await page.getByText('Abgeschlossen').first().waitFor(patience)
    })
    await inGerman('Her requests there', page, async () => {
      await page.goto(`${url}/sp?id=my_requests`)
      await page.getByRole('cell', { name: 'Abgeschlossen' }).first().waitFor(patience)
    })
    const portal = await chromium.open({ locale: 'de-DE' })
    await inGerman('Her request in Hallpass says who approved', portal.page, async () => {
      await signIn(portal.page, company.url, 'molly', molly.password, 'de')
      await signedIn(portal.page, 'de')
      await portal.page.goto(`${company.url}/requests`)
      await portal.page
        .getByRole('link', { name: new RegExp(role) })
        .first()
        .click()
      await portal.page.getByText('Marcus Reed').first().waitFor()
    })
  },
}

function namesOf(records: Simulator['records']): RegExp[] {
  const tables = ['x_hlps_access_app', 'sc_cat_item', 'sc_category']
  const texts = tables.flatMap((table) =>
    records
      .find(table, '')
      .flatMap(({ name, title, description, short_description: short }) => [name, title, description, short]),
  )
  return texts.flatMap((text) => (text ? [new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)] : []))
}
