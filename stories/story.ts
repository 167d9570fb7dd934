import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { SampleCompany } from '../scripts/sample-company.ts'
import type { ServiceNowOfAcme } from '../scripts/servicenow-company.ts'
import { accessibilityFaults } from './accessibility.ts'
import type { Chromium } from './browser.ts'

export type StoryContext = {
  company: SampleCompany
  /** There for stories that want it; reading it in another one throws. */
  servicenow: ServiceNowOfAcme
  chromium: Chromium
  /**
   * One step: does it, takes a numbered picture of the page, and fails on accessibility faults or page errors; `meant` is
   * an error of the service that the step is about.
   */
  step(title: string, page: Page, act: () => Promise<void>, meant?: RegExp): Promise<void>
}

export type Story = {
  name: string
  /** Wants the Windows part of Acme too. */
  withWindows?: true
  /** Wants an instance of ServiceNow beside it, with the app installed and connected. */
  withServiceNow?: true
  /** About how long it takes on a machine that does nothing else; the longest begin first. 60 when left out. */
  seconds?: number
  /** Starts what has to be there before the company is, and says what the service has to know of it. */
  prepare?(): Promise<{ environment: Record<string, string>; stop(): Promise<void> }>
  run(context: StoryContext): Promise<void>
}

export type StoryResult = { name: string; steps: number; failure: string | null }

const picturesFolder = join(dirname(fileURLToPath(import.meta.url)), 'pictures')

export type Stage = { company: SampleCompany; servicenow: ServiceNowOfAcme | null; chromium: Chromium }

/** Runs one story to its end or its first failure, which names the step. */
export async function runStory(story: Story, { company, servicenow, chromium }: Stage): Promise<StoryResult> {
  const folder = join(picturesFolder, story.name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const watched = new Map<Page, string[]>()
  let steps = 0
  let current = 'start'

  const step: StoryContext['step'] = async (title, page, act, meant) => {
    steps += 1
    current = `${steps} ${title}`
    const errors = watched.get(page) ?? watch(page)
    watched.set(page, errors)
    const picture = join(folder, `${String(steps).padStart(2, '0')}-${slug(title)}.png`)
    try {
      await act()
    } finally {
      await page.screenshot({ path: picture, animations: 'disabled' }).catch(() => {})
    }
    const unmeant = errors.splice(0).filter((error) => !meant?.test(error))
    const faults = [...(await accessibilityFaults(page)), ...unmeant]
    if (faults.length > 0) throw new Error(faults.join('\n'))
    console.log(`${story.name} ${String(steps).padStart(3)} ${title}`)
  }

  try {
    await story.run({
      company,
      get servicenow() {
        if (!servicenow) throw new Error('A story that uses ServiceNow says so: withServiceNow.')
        return servicenow
      },
      chromium,
      step,
    })
    return { name: story.name, steps, failure: null }
  } catch (error) {
    return { name: story.name, steps, failure: `${current}: ${error instanceof Error ? error.message : error}` }
  }
}

/** Errors thrown in the page and answers of the service that no person should meet. */
function watch(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`page error: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 500) errors.push(`${response.status()} from ${new URL(response.url()).pathname}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text()))
      errors.push(message.text())
  })
  return errors
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
}
