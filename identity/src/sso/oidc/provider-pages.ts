/** What the OpenID provider shows to people, in place of its own pages. */
import type { KoaContextWithOIDC } from 'oidc-provider'
import { escaped, plainPage } from '../plain-page.ts'

const page = (title: string, content: string): string =>
  plainPage(title, `<main>\n<h1>${escaped(title)}</h1>\n${content}\n</main>`)

export function askToSignOut(context: { body: unknown }, form: string): void {
  context.body = page(
    'Sign out?',
    `${form}
<p>The app asks to sign you out here as well.</p>
<p><button type="submit" form="op.logoutForm" value="yes" name="logout">Sign out everywhere</button>
<button type="submit" form="op.logoutForm">Stay signed in</button></p>`,
  )
}

export function signedOut(context: { body: unknown }): void {
  context.body = page('Signed out', '<p>You are signed out. <a href="/sign-in">Sign in again</a></p>')
}

export function showError(
  context: KoaContextWithOIDC,
  out: { error: string; error_description?: string | undefined },
): void {
  const reference = String(context.res.getHeader('x-request-id') ?? '')
  context.type = 'html'
  context.body = page(
    'This app cannot be opened',
    `<p>The app sent a sign-on request that cannot be answered: ${escaped(out.error_description ?? out.error)}.</p>
<p>Start again from the app or from <a href="/">My apps</a>. Reference for the people who look after it: <code>${escaped(reference)}</code></p>`,
  )
}
