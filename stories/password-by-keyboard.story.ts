import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import type { Page } from 'playwright-core'
import { layoutFaults } from './layout.ts'
import { codeIn } from './moves.ts'
import type { Story } from './story.ts'

/** A forgotten password without a mouse, in a window of 1280 at 400 %: every step by keys, the focus in sight, nothing cut off. */
export const story: Story = {
  name: 'password-by-keyboard',
  seconds: 25,
  async run({ company, chromium, step }) {
    const { url } = company
    const carla = castPerson('carla')
    const { page } = await chromium.open({ width: 320, height: 512 })
    const keys = page.keyboard
    const small = (title: string, act: () => Promise<void>) =>
      step(title, page, async () => {
        await act()
        assert.deepEqual(await layoutFaults(page, { isNarrow: true, isMirrored: false }), [])
      })

    await small('From the sign-in page to the way for a forgotten password', async () => {
      await page.goto(`${url}/sign-in`)
      await page.getByLabel('Login or e-mail address').waitFor()
      await tabTo(page, /^Forgot or locked/)
      await keys.press('Enter')
      await page.getByRole('heading', { name: 'Forgot or locked' }).waitFor()
    })
    await small('Who she is, and Enter', async () => {
      await tabTo(page, /^Login or e-mail address/)
      await keys.type('carla')
      await keys.press('Enter')
      await page.getByRole('heading', { name: 'Prove that it is you' }).waitFor()
    })
    await small('The code of the mail, typed where the focus is', async () => {
      const code = await codeIn(company, carla.mail)
      await tabTo(page, /^Code, digit 1 of 6/)
      await keys.type(code)
      await page.getByText('Rules of Contractors').waitFor()
    })
    await small('A password cut and pasted, shown by a key', async () => {
      await tabTo(page, /^Show the password/)
      await keys.press('Enter')
      await tabTo(page, /^New password/)
      await keys.type('carla carla carla')
      for (const chord of ['Control+A', 'Control+X', 'Control+V']) await keys.press(chord)
      assert.equal(await page.getByLabel('New password', { exact: true }).inputValue(), 'carla carla carla')
    })
    await small('What does not fit is said while it stands there, and the button waits', async () => {
      await page.getByText('not yet').first().waitFor({ state: 'attached' })
      assert.equal(await page.getByRole('button', { name: 'Set the new password' }).isDisabled(), true)
    })
    let made = ''
    await small('One is made for her, and seen', async () => {
      await tabTo(page, /^Generate one/)
      await keys.press('Enter')
      const field = page.getByLabel('New password', { exact: true })
      made = await field.inputValue()
      assert.ok(made.length >= 15, 'a password that the rules take')
      assert.equal(await field.getAttribute('type'), 'text')
    })
    await small('It is set', async () => {
      await tabTo(page, /^Set the new password/)
      await keys.press('Enter')
      await page.getByRole('heading', { name: 'Your new password works' }).waitFor()
    })
    await small('And she is in with it', async () => {
      await page.goto(`${url}/sign-in`)
      await page.getByLabel('Login or e-mail address').waitFor()
      await tabTo(page, /^Login or e-mail address/)
      await keys.type('carla')
      await keys.press('Enter')
      await page.getByLabel('Password', { exact: true }).waitFor()
      await tabTo(page, /^Password/)
      await keys.type(made)
      await keys.press('Enter')
      await page.getByRole('heading', { name: 'My apps' }).waitFor()
    })
  },
}

const tabsMax = 60

/** Goes on with Tab until that has the focus, which has to be in sight; nothing is clicked. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = []
  for (let tabs = 0; tabs < tabsMax; tabs += 1) {
    const focused = await page.evaluate(focusedThing)
    if (name.test(focused.name)) {
      assert.ok(focused.isShown, `the focus on ${focused.name} is not to be seen`)
      return
    }
    passed.push(focused.name)
    await page.keyboard.press('Tab')
  }
  throw new Error(`No key leads to ${name}; passed: ${[...new Set(passed)].join(' | ')}`)
}

/** Runs in the page. The focus is seen where the browser draws it and the thing is inside the window. */
function focusedThing(): { name: string; isShown: boolean } {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return { name: '', isShown: false }
  const labels = (element as HTMLInputElement).labels
  const label = labels && labels.length > 0 ? labels[0]?.textContent : null
  const { top, bottom } = element.getBoundingClientRect()
  return {
    name: (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim(),
    isShown: element.matches(':focus-visible') && bottom > 0 && top < window.innerHeight,
  }
}
