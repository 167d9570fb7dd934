import type { SamlForm } from '@hallpass/contract/saml'

/** The page that carries a form to an app; a script of our own origin sends it, and a button where scripts are off. */
export function formPage(form: SamlForm): string {
  const fields = form.fields
    .map(({ name, value }) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('\n')
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Opening the app</title>
<main>
<form method="post" action="${escaped(form.action)}" id="to-app">
${fields}
<p><button type="submit">Go on to the app</button></p>
</form>
</main>
<script src="/saml/send.js"></script>
</html>
`
}

/** Sent as it is from `/saml/send.js`: pages carry no script of their own (content policy). */
export const sendScript = `document.getElementById('to-app').submit()\n`

/**
 * The policy of that page alone: a form that goes to an app, and on from there wherever the app leads, cannot be held to
 * our own origin; browsers check a form's redirects too.
 */
export const formPagePolicy = "default-src 'none'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'"

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
