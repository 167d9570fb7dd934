/** A one-time value from the fragment of a link. It leaves the address at once, so that no history or screenshot keeps it. */
export function takeToken(): string | null {
  const token = decodeURIComponent(location.hash.replace(/^#/, ''))
  if (token === '') return null
  history.replaceState(history.state, '', `${location.pathname}${location.search}`)
  return /^[A-Za-z0-9_-]{20,200}$/.test(token) ? token : null
}
