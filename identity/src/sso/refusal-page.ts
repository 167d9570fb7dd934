import type { Failure } from '../platform/errors.ts'

/** For a browser that followed a tile: a page in words instead of a problem document. Plain HTML, nothing to load. */
export function refusalPage(failure: Failure, requestId?: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>This app cannot be opened</title>
<main>
<h1>This app cannot be opened</h1>
<p>${escaped(failure.message)}</p>
${requestId === undefined ? '' : `<p>Reference for the people who look after it: <code>${escaped(requestId)}</code></p>\n`}<p><a href="/">My apps</a> · <a href="/catalog">Catalog</a></p>
</main>
</html>
`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
