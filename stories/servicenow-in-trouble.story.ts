import { castPerson } from '@hallpass/counterparts/acme'
import { setProperty } from '@hallpass/servicenow-simulator/start-simulator'
import { system } from '@hallpass/servicenow-simulator/store/open-records'
import type { Locator, Page } from 'playwright-core'
import { apiClient } from '../scripts/api-client.ts'
import { signedIn, signIn } from './moves.ts'
import { openOrderForm, signInThere } from './service-portal.ts'
import type { Story, StoryContext } from './story.ts'

const patience = { timeout: 60_000 }
/** What a copy of an instance has of its own. */
const copyId = 'c0b1e5'.padEnd(32, '0')

/** What an administrator sees of a connection that is paused, one whose door for passwords closed, and one whose keys a copy has. */
export const story: Story = {
  name: 'servicenow-in-trouble',
  withServiceNow: true,
  seconds: 90,
  async run(context) {
    const { company, servicenow, chromium, step } = context
    const { records } = servicenow.simulator
    const ivan = castPerson('ivan')
    const { page } = await chromium.open()
    const connection = () => page.getByRole('button', { name: 'Pause', exact: true })
    await step('A connection that works', page, async () => {
      await signIn(page, company.url, ivan.login, ivan.password)
      await signedIn(page)
      await page.getByRole('link', { name: 'ServiceNow', exact: true }).click()
      await page.getByRole('link', { name: 'ServiceNow of Acme' }).click()
      await connection().waitFor()
    })
    await step('It is paused', page, async () => {
      await connection().click()
      await page.getByRole('dialog').getByRole('button', { name: 'Pause', exact: true }).click()
      await page.getByText('Nothing goes in or out.').waitFor()
    })
    await step('And goes on', page, async () => {
      await page.getByRole('button', { name: 'Go on', exact: true }).click()
      await connection().waitFor()
    })

    await step('More password resets than usual closed the door', page, async () => {
      await allowTwoResets(context)
      await servicenow.setMode('pull')
      for (const login of ['molly', 'leo', 'omar']) askForLink(context, login)
      await shown(page, page.getByText('The door for passwords closed itself'))
    })
    await step('It is opened again', page, async () => {
      await page.getByRole('button', { name: 'Open the door again' }).click()
      await connection().waitFor()
    })

    await servicenow.setMode('push')
    setProperty(records, 'instance_id', copyId)
    setProperty(records, 'x_hlps_access.bound_instance_id', copyId)
    const there = await chromium.open()
    await signInThere(there.page, servicenow.url, 'molly')
    await openOrderForm(there.page)
    await step('A copy of the instance has called with the keys', page, async () => {
      await shown(page, page.getByText('Another instance holds the keys'))
      await page.getByText(`used by instance ${copyId}`).first().waitFor()
    })
    const german = await chromium.open({ scheme: 'dark', width: 390, height: 844, locale: 'de-DE' })
    await step('The same, in German on a phone in the dark', german.page, async () => {
      await signIn(german.page, company.url, ivan.login, ivan.password, 'de')
      await signedIn(german.page, 'de')
      await german.page.goto(page.url())
      await german.page.getByText(copyId).first().waitFor()
    })
  },
}

/** Looks again and again, as an administrator who waits for something would. */
async function shown(page: Page, what: Locator): Promise<void> {
  const deadline = Date.now() + patience.timeout
  do {
    await page.reload()
    await page.getByRole('heading', { name: 'ServiceNow of Acme' }).waitFor()
    await page.getByRole('button', { name: 'Forget' }).first().waitFor()
  } while (Date.now() < deadline && !(await what.first().isVisible()))
  await what.first().waitFor({ timeout: 1000 })
}

async function allowTwoResets({ company }: StoryContext): Promise<void> {
  const ivan = castPerson('ivan')
  const client = apiClient(() => company.url)
  await client.signIn(ivan.login, ivan.password)
  await client.post('/api/session/confirm', { password: ivan.password })
  const { items } = await client.get<{ items: { id: string; version: number }[] }>('/api/servicenow/connections')
  await client.patch(`/api/servicenow/connections/${items[0]?.id}`, { version: items[0]?.version, resetsMax: 2 })
}

/** What the app leaves in its outbox when an agent sends somebody a link. */
function askForLink({ servicenow }: StoryContext, login: string): void {
  const { records } = servicenow.simulator
  const person = records.find('sys_user', `user_name=${login}`, { limit: 1 })[0]
  const requestId = records.newId()
  const body = {
    requestId,
    person: { sysId: person?.sys_id, userName: login, email: person?.email ?? '' },
    process: 'service_desk',
    challengeId: null,
  }
  const call = { kind: 'password', subject: requestId, method: 'POST', path: '/desk/v1/password-resets' }
  records.insert('x_hlps_access_call', { ...call, body: JSON.stringify(body), state: 'waiting', attempts: '0' }, system)
}
