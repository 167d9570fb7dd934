import { castPerson } from '@hallpass/counterparts/acme'
import { apiClient } from '../scripts/api-client.ts'
import { signedIn, signIn, until } from './moves.ts'
import type { Story } from './story.ts'

const name = 'Old contractors'
const people = ['carla', 'dmitri', 'esi']

/** Ivan connected a directory that is none of theirs: he pauses it, looks at what ends with it, and takes it away. */
export const story: Story = {
  name: 'directory-by-mistake',
  seconds: 25,
  async run({ company, chromium, step }) {
    const { url } = company
    const program = apiClient(() => url)
    await program.signIn('ivan', castPerson('ivan').password)
    const settings = { kind: 'built-in' }
    const { id } = await program.post<{ id: string }>('/api/directories', { name, settings })
    for (const login of people) {
      const mail = `${login}@old.example`
      await program.post('/api/people', { directoryId: id, login, displayName: `${login} of old`, mail })
    }

    const { page } = await chromium.open()
    await signIn(page, url, 'ivan', castPerson('ivan').password)
    await signedIn(page)
    await step('The directory can be paused', page, async () => {
      await page.goto(`${url}/admin/directories/${id}?tab=settings`)
      await page.getByRole('button', { name: 'Pause', exact: true }).click()
      await page.getByRole('dialog', { name: `Pause ${name}?` }).waitFor()
    })
    await step('Paused, it says since when and why, and how it goes on', page, async () => {
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Reason').fill('Connected by mistake: they work for somebody else')
      await dialog.getByRole('button', { name: 'Pause', exact: true }).click()
      await page.getByText('This directory is paused').first().waitFor()
      await page.getByRole('button', { name: 'Go on' }).waitFor()
    })
    await step('So does the page of each of its people', page, async () => {
      await page.goto(`${url}/admin/people?q=carla`)
      await page.getByRole('link', { name: /carla of old/ }).click()
      await page.getByText('Their directory is paused', { exact: true }).waitFor()
      for (const name of ['Read again', 'Unlock', 'Send invitation', 'Disable'])
        await page
          .getByRole('button', { name: new RegExp(`^${name}\\W+(The|Their) directory is paused`), disabled: true })
          .waitFor()
    })
    await step('The list of directories, too', page, async () => {
      await page.goto(`${url}/admin/directories`)
      await page.getByText('Paused', { exact: true }).waitFor()
    })
    await step('Before it is removed he sees what ends', page, async () => {
      const counted = Promise.withResolvers<void>()
      await page.route('**/held', async (route) => {
        await counted.promise
        await route.continue()
      })
      await page.getByRole('link', { name }).click()
      await page.getByRole('button', { name: 'Remove', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: `Remove ${name} for good?` })
      await dialog
        .getByRole('button', { name: /^Remove: 3 people leave\W+What ends .* not known yet/, disabled: true })
        .waitFor()
      counted.resolve()
      await dialog.getByText('3 active, 0 disabled').waitFor()
    })
    await step('Removed, it is in the list no more', page, async () => {
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Reason').fill('None of ours')
      await dialog.getByRole('button', { name: 'Remove: 3 people leave' }).click()
      await page.getByRole('heading', { name: 'Directories', exact: true }).waitFor()
      await until('the directory being gone', async () => !(await names()).includes(name))
      await page.goto(`${url}/admin/directories`)
      await page.getByRole('link', { name }).waitFor({ state: 'detached' })
    })
    await step('Its people left, and their pages stay', page, async () => {
      await page.goto(`${url}/admin/people?q=carla&state=gone`)
      await page.getByRole('link', { name: /carla of old/ }).click()
      await page.getByRole('heading', { name: 'carla of old' }).waitFor()
    })

    async function names(): Promise<string[]> {
      const { items } = await program.get<{ items: { name: string }[] }>('/api/directories')
      return items.map((directory) => directory.name)
    }
  },
}
