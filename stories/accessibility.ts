import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type AxeResult = { violations: { id: string; help: string; nodes: { target: string[]; html: string }[] }[] }

const looksMax = 3

/**
 * WCAG 2.2 AA faults of the page as it stands, one sentence each; the story fails when there is one. A page that waits for
 * something may load itself anew meanwhile: it is looked at again.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  for (let look = 1; ; look++) {
    try {
      return await faultsOf(page)
    } catch (error) {
      if (look === looksMax || !String(error).includes('Execution context was destroyed')) throw error
      await page.waitForLoadState()
    }
  }
}

async function faultsOf(page: Page): Promise<string[]> {
  const hasAxe = await page.evaluate(() => 'axe' in globalThis)
  if (!hasAxe) await page.evaluate(axeSource)
  const result = (await page.evaluate(() =>
    // biome-ignore lint/suspicious/noExplicitAny: axe is put into the page just above and has no type there
    (globalThis as any).axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      resultTypes: ['violations'],
    }),
  )) as AxeResult
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
  )
}
