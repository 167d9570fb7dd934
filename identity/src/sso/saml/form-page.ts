import type { SamlForm } from '@hallpass/contract/saml'
import { pageWords } from '../page-words.ts'
import { escaped, type PageLanguage, plainPage } from '../plain-page.ts'

/** The page that carries a form to an app; a script of our own origin sends it, and a button where scripts are off. */
export function formPage(form: SamlForm, language: PageLanguage): string {
  const words = pageWords[language]
  const fields = form.fields
    .map(({ name, value }) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('\n')
  return plainPage(
    language,
    words.opening,
    `<main>
<h1>${words.opening}</h1>
<form method="post" action="${escaped(form.action)}" id="to-app">
${fields}
<p><button type="submit">${words.goOn}</button></p>
</form>
</main>
<script src="/saml/send.js"></script>`,
  )
}

/**
 * The page between a tile and an app that waits for an assertion nobody asked for. It sends itself where the browser says
 * that the click was on a page of ours; whoever was led here from elsewhere presses the button, or does not.
 */
export function startPage(
  input: { appId: string; token: string; isOurClick: boolean },
  language: PageLanguage,
): string {
  const words = pageWords[language]
  return plainPage(
    language,
    words.opening,
    `<main>
<h1>${words.opening}</h1>
<form method="post" action="/launch/${escaped(input.appId)}" id="to-app">
<input type="hidden" name="token" value="${escaped(input.token)}">
<p><button type="submit">${words.goOn}</button></p>
</form>
</main>${input.isOurClick ? '\n<script src="/saml/send.js"></script>' : ''}`,
  )
}

/** Sent as it is from `/saml/send.js`: pages carry no script of their own (content policy). */
export const sendScript = `document.getElementById('to-app').submit()\n`

/**
 * The policy of that page alone: a form that goes to an app, and on from there wherever the app leads, cannot be held to
 * our own origin; browsers check a form's redirects too.
 */
export const formPagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"
