/** What the OpenID provider shows to people, in place of its own pages. */
import type { KoaContextWithOIDC } from 'oidc-provider'
import { pageWords } from '../page-words.ts'
import { escaped, type PageLanguage, pageLanguage, plainPage } from '../plain-page.ts'

type Shown = { body: unknown; req: { headers: { 'accept-language'?: string | undefined } } }

const page = (language: PageLanguage, title: string, content: string): string =>
  plainPage(language, title, `<main>\n<h1>${escaped(title)}</h1>\n${content}\n</main>`)

/** What our page sends for yes; the page with which the library signs out by itself, where it knows of nobody, sends another word. */
export const signOutHere = 'here'

export function askToSignOut(context: Shown, form: string): void {
  const language = pageLanguage(context.req.headers)
  const words = pageWords[language]
  context.body = page(
    language,
    words.signOutTitle,
    `${form}
<p>${words.signOutAsked}</p>
<p><button type="submit" form="op.logoutForm" value="${signOutHere}" name="logout">${words.signOut}</button>
<button type="submit" form="op.logoutForm" class="plain">${words.stay}</button></p>`,
  )
}

export function signedOut(context: Shown): void {
  const language = pageLanguage(context.req.headers)
  const words = pageWords[language]
  const link = `<a href="/sign-in">${words.signInAgain}</a>`
  context.body = page(language, words.signedOut, `<p>${words.signedOutNow} ${link}</p>`)
}

export function showError(
  context: KoaContextWithOIDC,
  out: { error: string; error_description?: string | undefined },
): void {
  const reference = String(context.res.getHeader('x-request-id') ?? '')
  const language = pageLanguage(context.req.headers)
  const words = pageWords[language]
  context.type = 'html'
  context.body = page(
    language,
    words.cannotOpen,
    `<p>${words.requestRefused} ${escaped(out.error_description ?? out.error)}.</p>
<p>${words.startAgain}</p>
<p class="dim">${words.reference} <code>${escaped(reference)}</code></p>
<p><a href="/">${words.myApps}</a></p>`,
  )
}
