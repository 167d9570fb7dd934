import type { Page } from 'playwright-core'
import { de } from '../portal/src/strings/de.ts'
import { deAccount } from '../portal/src/strings/de-account.ts'
import { deAdministration } from '../portal/src/strings/de-administration.ts'
import { deDesk } from '../portal/src/strings/de-desk.ts'
import { deProblems } from '../portal/src/strings/de-problems.ts'
import { en } from '../portal/src/strings/en.ts'
import { enAccount } from '../portal/src/strings/en-account.ts'
import { enAdministration } from '../portal/src/strings/en-administration.ts'
import { enDesk } from '../portal/src/strings/en-desk.ts'
import { enProblems } from '../portal/src/strings/en-problems.ts'

const english: string[] = Object.values({ ...en, ...enAccount, ...enAdministration, ...enDesk, ...enProblems })
const german = new Set<string>(Object.values({ ...de, ...deAccount, ...deAdministration, ...deDesk, ...deProblems }))
/** Words of the English catalogue that German does not use too. */
const onlyEnglish = new Set<string>(english.filter((words) => !words.includes('{') && !german.has(words)))
const telling =
  /(?<![\p{L}\d./@_-])(the|and|of|is|are|not|this|that|these|with|for|to|you|your|from|which|who|has|have|been|by|or|it|its|no|does|do|cannot|give|must|only|every|there)(?![\p{L}\d/@_-]|\.\w)/iu

/**
 * What a page in German says in English, each text once. What people wrote themselves (names, reasons, descriptions of
 * their roles) stays as they wrote it: `theirs`.
 */
export async function englishLeft(page: Page, theirs: readonly RegExp[] = []): Promise<string[]> {
  const texts = await page.evaluate(textsInSight)
  const isEnglish = (text: string) => onlyEnglish.has(text) || telling.test(text)
  return [...new Set(texts)].filter((text) => isEnglish(text) && !theirs.some((pattern) => pattern.test(text)))
}

/** Runs in the page: every text that somebody sees or hears, names in their own direction left out. */
function textsInSight(): string[] {
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement
    if (!element || element.closest('bdi, code, pre, script, style, option, [lang="en"]')) continue
    if (node instanceof Element) {
      for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description']) {
        found.push(node.getAttribute(name) ?? '')
      }
    } else if (element.checkVisibility()) {
      found.push(node.textContent ?? '')
    }
  }
  return found.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
}
