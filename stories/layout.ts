import type { Page } from 'playwright-core'

type Wanted = { isNarrow: boolean; isMirrored: boolean }

/**
 * Faults of a page that rules about markup do not find, one sentence each. Motion: whoever asked for less of it gets none
 * (WCAG 2.3.3). Parts of a page that are reached by links in a row are all in sight. Narrow: nothing is cut off and nothing
 * scrolls sideways but tables in their own box (1.4.10). Mirrored: the same with the page turned to read from right to left;
 * it stays turned, for the picture.
 */
export async function layoutFaults(page: Page, { isNarrow, isMirrored }: Wanted): Promise<string[]> {
  const faults = await page.evaluate(movingThings)
  if (isNarrow) faults.push(...(await page.evaluate(cutOffThings, 'left to right')))
  faults.push(...(await page.evaluate(hiddenParts)))
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

/** Runs in the page. Nobody looks for a tab beyond the edge of its bar, and a word that leaves its own tab stands in the next. */
function hiddenParts(): string[] {
  const wordsOf = (link: Element) => {
    const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT)
    const boxes: DOMRect[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(node)
      // What is for screen readers alone takes no room.
      if (node.parentElement?.closest('.visually-hidden') === null) boxes.push(range.getBoundingClientRect())
    }
    return boxes
  }
  return Array.from(document.querySelectorAll('nav'))
    .filter((nav) => nav.checkVisibility())
    .flatMap((nav) =>
      Array.from(nav.querySelectorAll('a')).filter((link) => {
        const within = [nav, link].map((element) => element.getBoundingClientRect())
        return wordsOf(link).some((words) =>
          within.some((box) => words.left < box.left - 1 || words.right > box.right + 1),
        )
      }),
    )
    .slice(0, 5)
    .map((link) => `is not in sight within its bar: ${link.textContent}`)
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
