import { castPerson } from '@hallpass/counterparts/acme'
import { approve, askFor, signedIn, signIn } from './moves.ts'
import type { Story } from './story.ts'

const role = 'Hallpass service desk'

/** The desk needs another agent: Ivan says who may ask for the role, Leo asks, his manager and Ivan approve, and the desk is open to him. */
export const story: Story = {
  name: 'new-desk-agent',
  seconds: 30,
  async run({ company, chromium, step }) {
    const { url } = company
    const [ivan, leo, marcus] = [castPerson('ivan'), castPerson('leo'), castPerson('marcus')]
    const { page } = await chromium.open()
    await signIn(page, url, ivan.login, ivan.password)
    await signedIn(page)
    await step('Ivan looks at the role of the desk', page, async () => {
      await page.goto(`${url}/admin/roles`)
      await page.getByRole('link', { name: role, exact: true }).click()
      await page.getByRole('heading', { name: role, level: 1 }).waitFor()
    })
    await step('What it gives is fixed; who may ask for it is not', page, async () => {
      await page.getByRole('link', { name: 'Change', exact: true }).click()
      await page.getByRole('radio', { name: 'Everyone' }).waitFor()
    })
    await step('He lets everyone ask', page, async () => {
      await page.getByText('Everyone', { exact: true }).click()
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Saved').first().waitFor()
    })

    const his = await chromium.open({ width: 390, height: 844 })
    await signIn(his.page, url, leo.login, leo.password)
    await signedIn(his.page)
    await step('Leo asks for it', his.page, () => askFor(his.page, url, role, 'I join the desk in December'))

    const boss = await chromium.open()
    await signIn(boss.page, url, marcus.login, marcus.password)
    await signedIn(boss.page)
    await step('Marcus sees that it gives power', boss.page, async () => {
      await boss.page.goto(`${url}/inbox`)
      await boss.page.getByRole('article', { name: `${leo.displayName} asks for ${role}` }).waitFor()
    })
    await step('Marcus approves', boss.page, async () => {
      await approve(boss.page, leo.displayName, role)
      await boss.page.getByText(`Approved: ${role}`).waitFor()
    })
    await step('The role has no owner: the administrators have the last word', page, async () => {
      await page.goto(`${url}/inbox`)
      await approve(page, leo.displayName, role)
      await page.getByText(`Approved: ${role}`).waitFor()
    })
    await step('Seconds later the request is done', his.page, () =>
      his.page.getByText(/Done\. It is ready to use/).waitFor({ timeout: 60_000 }),
    )
    await step('The queue of the desk is open to him', his.page, async () => {
      await his.page.goto(`${url}/desk`)
      await his.page.getByRole('heading', { name: 'Desk', level: 1 }).waitFor()
    })
    await step('Every administrator was told', page, async () => {
      await company.mailbox.waitFor({ to: ivan.mail, subject: /service desk/i })
      await page.goto(`${url}/admin/trail`)
      await page.getByRole('link', { name: role }).first().waitFor()
    })
  },
}
