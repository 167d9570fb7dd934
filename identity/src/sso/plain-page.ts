/** Pages that browsers meet outside the portal: plain HTML in the language of the browser, with one style sheet of ours. */

export type PageLanguage = 'en' | 'de'

/** The first language that the browser names and that these pages speak (RFC 9110 §12.5.4; order counts, weights do not). */
export function pageLanguage(headers: { 'accept-language'?: string | undefined }): PageLanguage {
  for (const wanted of (headers['accept-language'] ?? '').slice(0, 200).toLowerCase().split(',')) {
    const [tag = ''] = wanted.trim().split(/[-;]/)
    if (tag === 'en' || tag === 'de') return tag
  }
  return 'en'
}

export const plainPage = (language: PageLanguage, title: string, content: string): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/saml/page.css">
${content}
</html>
`

/** Text for HTML, in content or in a quoted attribute. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Sent as it is from `/saml/page.css`: light and dark, readable at any width, nothing that draws the eye. */
export const pageStyle = `:root { color-scheme: light dark; --text: #1d1f23; --dim: #54585f; --card: #fff; --edge: #d9dbe0; --ground: #f5f6f8; --go: #2b6a4d; }
@media (prefers-color-scheme: dark) { :root { --text: #eceef1; --dim: #a9aeb6; --card: #1b1d20; --edge: #33363b; --ground: #111214; --go: #2f7d5a; } }
body { margin: 0; padding: 10vh 1rem 2rem; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 27rem; margin: 0 auto; padding: 1.5rem; background: var(--card); border: 1px solid var(--edge); border-radius: 12px; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.75rem; font-size: 1.25rem; line-height: 1.3; }
p { margin: 0 0 0.75rem; }
p:last-child { margin-bottom: 0; }
a { color: inherit; }
code, .dim { color: var(--dim); font-size: 0.8125rem; }
button { min-height: 2.5rem; padding: 0 1rem; border: 1px solid var(--go); border-radius: 8px; background: var(--go); color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
button.plain { background: none; color: inherit; border-color: var(--edge); }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`
