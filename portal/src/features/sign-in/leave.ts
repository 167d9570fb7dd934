import { isOfService, takeReturn } from '../../navigation/return-to.ts'
import { paths } from '../../paths.ts'

/** Goes where one wanted to go before signing in. */
export function leave(go: (href: string, options: { replace: boolean }) => void): void {
  const href = takeReturn() ?? paths.myApps()
  // An app's door is the service's business, so the browser itself goes there.
  if (isOfService(href)) location.assign(href)
  else go(href, { replace: true })
}
