import type { Page } from 'playwright-core'

type Wanted = { isNarrow: boolean; isMirrored: boolean }

/**
 * Faults of a page that rules about markup do not find, one sentence each. Motion: whoever asked for less of it gets none
 * (WCAG 2.3.3). Narrow: nothing is cut off and nothing scrolls sideways but tables in their own box (1.4.10). Mirrored: the
 * same with the page turned to read from right to left; it stays turned, for the picture.
 */
export async function layoutFaults(page: Page, { isNarrow, isMirrored }: Wanted): Promise<string[]> {
  const faults = await page.evaluate(movingThings)
  if (isNarrow) faults.push(...(await page.evaluate(cutOffThings, 'left to right')))
  if (isMirrored) {
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
    faults.push(...(await page.evaluate(cutOffThings, 'right to left')))
  }
  return faults
}

/** Runs in the page. A millisecond is how tokens.css says "at once" without losing the events at the end of a transition. */
function movingThings(): string[] {
  const longest = (durations: string) =>
    Math.max(...durations.split(',').map((one) => Number.parseFloat(one) * (one.includes('ms') ? 1 : 1000)))
  return Array.from(document.querySelectorAll('body *'))
    .filter((element) => {
      const style = getComputedStyle(element)
      return longest(style.transitionDuration) > 1 || longest(style.animationDuration) > 1
    })
    .slice(0, 5)
    .map((element) => `moves although less motion is wanted: ${element.tagName} ${element.className}`)
}

/** Runs in the page. */
function cutOffThings(direction: string): string[] {
  const width = document.documentElement.clientWidth
  const root = document.scrollingElement
  if (!root || root.scrollWidth <= width + 1) return []
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    element !== document.body &&
    (/(auto|scroll|hidden|clip)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
  const wide = Array.from(document.querySelectorAll('body *')).filter((element) => {
    const { left, right, width: own } = element.getBoundingClientRect()
    return own > 0 && (right > width + 1 || left < -1) && !scrolls(element.parentElement)
  })
  return wide
    .slice(0, 5)
    .map((element) => `does not fit into ${width} pixels, ${direction}: ${element.tagName} ${element.className}`)
    .concat(wide.length === 0 ? [`scrolls sideways at ${width} pixels, ${direction}`] : [])
}
