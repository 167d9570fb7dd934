import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { startTcpProxy } from '@hallpass/counterparts/tcp-proxy'
import type { Page } from 'playwright-core'
import { type ApiClient, apiClient } from '../scripts/api-client.ts'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { codeIn, fillNew, signedIn, signIn, startForgotten, typeCode, until } from './moves.ts'
import type { StoryContext } from './story.ts'

const next = 'Barges-under-bridge-8'
/** Long enough to see that the write arrived, short of what the service waits for an answer. */
const slowMs = 4000

/**
 * The directory takes Leo's new password, and its answer never comes: Leo is told that nobody knows yet, an administrator
 * sees it in the trail and settles it by his word, and once the directory answers again the new password lets Leo in.
 */
export async function loseAnAnswer({ company, chromium, step }: StoryContext, ivansPage: Page): Promise<void> {
  const { url, slapd, mailbox } = company
  assert.ok(slapd, 'this story needs OpenLDAP')
  const admin = ldapAdmin(slapd)
  const proxy = await startTcpProxy({ port: slapd.tlsPort })
  try {
    const ivan = apiClient(() => url)
    await ivan.signIn('ivan', castPerson('ivan').password)
    await leadThrough(ivan, company, proxy.port)
    const leo = await chromium.open({ width: 390, height: 844 })
    await step('Leo forgot his password and chooses another', leo.page, async () => {
      await startForgotten(leo.page, url, 'leo')
      await typeCode(leo.page, await codeIn(company, castPerson('leo').recoveryMail ?? ''))
      await leo.page.getByText('Rules of Acme people').waitFor()
      await fillNew(leo.page, next)
    })
    await step(
      'It arrives in the directory, the answer does not arrive here: nobody knows yet, he is told',
      leo.page,
      async () => {
        proxy.rules.delayMs = slowMs
        await leo.page.getByRole('button', { name: 'Set the new password' }).click()
        await until('the new password in the directory', () => admin.canBind('leo', next))
        proxy.rules.refuse = true
        proxy.cutAll()
        await leo.page.getByText('it is not known yet whether the new password holds').waitFor()
      },
      /503 from .*\/finish/,
    )
    await step('Ivan sees in the trail what was meant and has no outcome', ivansPage, async () => {
      await ivansPage.goto(`${url}/admin/trail`)
      await ivansPage.getByText('Written outside, outcome unknown').waitFor()
      await ivansPage.getByRole('link', { name: 'Leo Martens' }).first().waitFor()
      await ivansPage.getByRole('button', { name: 'Say what happened' }).click()
      await ivansPage.getByLabel('How do you know?').fill('Leo signs in to the mail server with the new one')
    })
    await step('He says what happened, once nobody can be waiting for the answer any more', ivansPage, async () => {
      company.advanceClock(2 * 60_000)
      await ivansPage.getByRole('button', { name: 'It was set', exact: true }).click()
      await ivansPage.getByText('Recorded.').waitFor()
      await ivansPage.getByText('Written outside, outcome unknown').waitFor({ state: 'detached' })
    })
    await step('That settles it: Leo is told where else he reads mail', ivansPage, async () => {
      const to = castPerson('leo').recoveryMail ?? ''
      await mailbox.waitFor({ to, subject: /password at Acme was changed/ }, 60_000)
      await ivansPage.reload()
      await ivansPage.getByText('Leo signs in to the mail server with the new one').first().waitFor()
    })
    await step('The directory answers again: the new password is the one that lets him in', leo.page, async () => {
      proxy.heal()
      await signIn(leo.page, url, 'leo', next)
      await signedIn(leo.page)
    })
    await leo.close()
  } finally {
    await proxy.stop()
  }
}

/** From now on the service reaches the directory at another port, and does not look for changes by itself. */
async function leadThrough(ivan: ApiClient, { slapd }: SampleCompany, port: number): Promise<void> {
  type Detail = { id: string; name: string; version: number; settings: object; sync: object }
  const { items } = await ivan.get<{ items: { id: string; name: string }[] }>('/api/directories')
  const { id } = items.find(({ name }) => name === 'Acme people') ?? { id: '' }
  const { name, version, settings, sync } = await ivan.get<Detail>(`/api/directories/${id}`)
  await ivan.put(`/api/directories/${id}`, {
    name,
    version,
    settings: { ...settings, port },
    bindPassword: slapd?.servicePassword,
    sync: { ...sync, syncEverySeconds: 3600 },
  })
}
