/** Keeps plain links inside the page: a click on an address of ours goes through the router, hovering loads its screen. */
type Router = {
  navigate: (to: { href: string }) => unknown
  preload: (href: string) => void
}

/** Addresses that the service answers itself, not the portal. */
const ofService = /^\/(api|launch|continue|saml|oidc|icons|assets|health|mailbox)(\/|$)/

export function interceptLinks({ navigate, preload }: Router): () => void {
  function click(event: MouseEvent) {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const href = ownAddress(event.target)
    if (href === null) return
    event.preventDefault()
    navigate({ href })
  }
  function near(event: Event) {
    const href = ownAddress(event.target)
    if (href !== null) preload(href)
  }
  document.addEventListener('click', click)
  document.addEventListener('pointerover', near, { passive: true })
  document.addEventListener('focusin', near)
  return () => {
    document.removeEventListener('click', click)
    document.removeEventListener('pointerover', near)
    document.removeEventListener('focusin', near)
  }
}

function ownAddress(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null
  const link = target.closest('a')
  if (!(link instanceof HTMLAnchorElement) || !link.hasAttribute('href')) return null
  if (link.target !== '' && link.target !== '_self') return null
  if (link.hasAttribute('download') || link.origin !== location.origin || ofService.test(link.pathname)) return null
  // A jump within the page is the browser's business.
  if (link.hash !== '' && link.pathname === location.pathname) return null
  return `${link.pathname}${link.search}${link.hash}`
}
