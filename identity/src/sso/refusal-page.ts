import type { Failure } from '../platform/errors.ts'
import { pageWords, refusalWords } from './page-words.ts'
import { escaped, type PageLanguage, plainPage } from './plain-page.ts'

/** For a browser on the way to an app: a page in words instead of a problem document. */
export function refusalPage(failure: Failure, language: PageLanguage, requestId: string): string {
  const words = pageWords[language]
  return plainPage(
    language,
    words.cannotOpen,
    `<main>
<h1>${words.cannotOpen}</h1>
<p>${escaped(refusalWords(language, failure))}</p>
<p class="dim">${words.reference} <code>${escaped(requestId)}</code></p>
<p><a href="/">${words.myApps}</a> · <a href="/catalog">${words.catalog}</a></p>
</main>`,
  )
}
