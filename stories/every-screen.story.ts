import { strict as assert } from 'node:assert'
import { castPerson } from '@hallpass/counterparts/acme'
import type { Page } from 'playwright-core'
import type { Actor, Look } from './browser.ts'
import { englishLeft } from './english-left.ts'
import { layoutFaults } from './layout.ts'
import { type Language, signedIn, signIn } from './moves.ts'
import { allScreens, leadsElsewhere, routesLeftOut, type Screen } from './screens.ts'
import type { Story, StoryContext } from './story.ts'

const wholeWindow = { width: 1280, height: 860 }
const zoomedWindow = { width: 320, height: 512 }

type View = Look & { name: string; language: Language; zoomed?: string }

/**
 * 320 CSS pixels are a window of 1280 at 400 %; there everything is also mirrored, as Arabic and Hebrew read. People zoom a
 * page that is open, and so do we: it has to fit its new window without being loaded anew.
 */
const views: readonly View[] = [
  { name: 'light', language: 'en', scheme: 'light', ...wholeWindow, zoomed: '400 % and mirrored' },
  { name: 'dark', language: 'de', scheme: 'dark', width: 390, height: 844, locale: 'de-DE' },
]

/** What the sample company itself wrote, in the language that it writes in. */
const theirs = [/^Customers, deals and campaigns/, /^Read and edit accounts/]

/** Every route of the portal in three views: no accessibility fault, nothing cut off, nothing that moves where that is not wanted, no English in German. */
export const story: Story = {
  name: 'every-screen',
  seconds: 240,
  async run(context) {
    const screens = await allScreens(context.company)
    assert.deepEqual(routesLeftOut(screens), [], 'every route of the portal is visited')
    for (const view of views) await inView(context, view, screens)
  },
}

async function inView({ company, chromium, step }: StoryContext, view: View, screens: readonly Screen[]) {
  const people = new Map<string | null, Actor>()
  for (const { name, path, as } of screens) {
    const actor = people.get(as) ?? (await chromium.open(view))
    const { page } = actor
    if (!people.has(as)) {
      people.set(as, actor)
      if (as !== null) {
        await signIn(page, company.url, as, castPerson(as).password, view.language)
        await signedIn(page, view.language)
      }
    }
    await step(`${name}, ${view.name}`, page, async () => {
      await open(page, company.url, path)
      assert.deepEqual(await layoutFaults(page, { isNarrow: false, isMirrored: false }), [])
      if (view.language === 'de') assert.deepEqual(await englishLeft(page, theirs), [])
    })
    if (view.zoomed === undefined) continue
    await step(`${name}, ${view.zoomed}`, page, async () => {
      await page.setViewportSize(zoomedWindow)
      await isThere(page)
      assert.deepEqual(await layoutFaults(page, { isNarrow: true, isMirrored: true }), [])
    })
    await page.setViewportSize(wholeWindow)
  }
  for (const actor of people.values()) await actor.close()
}

async function open(page: Page, url: string, path: string): Promise<void> {
  await page.goto(url + path)
  await isThere(page)
  const { pathname } = new URL(path, url)
  const expected = leadsElsewhere.get(pathname) ?? pathname
  if (new URL(page.url()).pathname !== expected)
    await page.waitForURL((at) => at.pathname === expected, { timeout: 5000 })
}

/** A screen is there when its heading is, nothing loads any more, and it is drawn for the window it has. */
async function isThere(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], [data-shape][aria-hidden="true"]') === null,
  )
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}
