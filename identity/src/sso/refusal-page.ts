import type { Failure } from '../platform/errors.ts'
import { escaped, plainPage } from './plain-page.ts'

/** For a browser that followed a tile: a page in words instead of a problem document. */
export function refusalPage(failure: Failure, requestId?: string): string {
  const reference =
    requestId === undefined
      ? ''
      : `<p>Reference for the people who look after it: <code>${escaped(requestId)}</code></p>\n`
  return plainPage(
    'This app cannot be opened',
    `<main>
<h1>This app cannot be opened</h1>
<p>${escaped(failure.message)}</p>
${reference}<p><a href="/">My apps</a> · <a href="/catalog">Catalog</a></p>
</main>`,
  )
}
