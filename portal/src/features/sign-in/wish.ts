/**
 * Why somebody came to sign in: an app's tile (`app`), a sign-on that an app asked for (`continue`), a sign-on that must
 * ask anew (`again`) or which account is meant (`choose`), or a factor that a temporary pass has just added (`added`). Where to
 * go is kept for this tab, so that a second factor or a new password on the way loses nothing; only ids are read, never an
 * address, and a name that the app expects (`login`), which fills in a box and no more.
 */
import { rememberReturn } from '../../navigation/return-to.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

type Wish = {
  again: boolean
  choose: boolean
  hasAdded: boolean
  appId: string | null
  pendingId: string | null
  login: string
}

export function readWish(search: string = location.search): Wish {
  const query = new URLSearchParams(search)
  const target = targetOf(query)
  if (target !== null) rememberReturn(target)
  const app = query.get('app')
  const pending = query.get('continue')
  return {
    again: target !== null && query.get('again') === '1',
    choose: target !== null && query.get('choose') === '1',
    hasAdded: query.get('added') === '1',
    pendingId: pending !== null && uuid.test(pending) ? pending.toLowerCase() : null,
    appId: app !== null && uuid.test(app) ? app.toLowerCase() : null,
    login: target === null ? '' : loginOf(query.get('login') ?? ''),
  }
}

/** Nothing that could not be typed. */
const loginOf = (given: string): string => (/^[^\p{C}]{1,320}$/u.test(given) ? given : '')

export function targetOf(query: URLSearchParams): string | null {
  const pending = query.get('continue')
  if (pending !== null && uuid.test(pending)) return `/continue/${pending.toLowerCase()}`
  const app = query.get('app')
  if (app !== null && uuid.test(app)) return `/launch/${app.toLowerCase()}`
  return null
}
