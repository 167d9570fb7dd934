/** Where to go after signing in: kept in this tab, only ever an address of our own. */
const key = 'hallpass.return-to'

export function rememberReturn(href: string): void {
  try {
    if (isOwn(href)) sessionStorage.setItem(key, href)
  } catch {
    // Without storage one lands on the first page.
  }
}

export function takeReturn(): string | null {
  try {
    const href = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    return href !== null && isOwn(href) ? href : null
  } catch {
    return null
  }
}

/** A path on this origin: one slash, then no second slash or backslash that would name a host. */
export function isOwn(href: string): boolean {
  return /^\/(?![/\\])/.test(href) && [...href].every((character) => character > '\u001f')
}

/** The way into an app, which the service itself answers. */
export function isOfService(href: string): boolean {
  return /^\/(launch|continue)\//.test(href)
}
