import { isOfService, takeReturn } from '../../navigation/return-to.ts'
import { paths } from '../../paths.ts'

type Go = (href: string, options: { replace: boolean }) => void

/** Goes where one wanted to go before giving a proof: a password, a factor, whatever this page just took. */
export function leave(go: Go): void {
  follow(takeReturn() ?? paths.myApps(), go)
}

/**
 * The same where nothing was asked, because a session was there. Any link may lead here, and an app's tile is opened by a
 * click of its person: going on to it from a page of ours would pass for one. A sign-on that an app asked for itself goes
 * on, as it would without us in between.
 */
export function passBy(go: Go): void {
  const kept = takeReturn()
  follow(kept === null || kept.startsWith('/launch/') ? paths.myApps() : kept, go)
}

function follow(href: string, go: Go): void {
  // An app's door is the service's business, so the browser itself goes there.
  if (isOfService(href)) location.assign(href)
  else go(href, { replace: true })
}
