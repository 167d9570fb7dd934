/**
 * Why somebody came to sign in: an app's tile (`app`), a sign-on that an app asked for (`continue`), a sign-on that must
 * ask anew (`again`), or a factor that a temporary pass has just added (`added`). Where to go is kept for this tab, so that a second factor or a new password on the way loses
 * nothing; only ids are read, never an address.
 */
import { rememberReturn } from '../../navigation/return-to.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

type Wish = { again: boolean; hasAdded: boolean; appId: string | null }

export function readWish(search: string = location.search): Wish {
  const query = new URLSearchParams(search)
  const target = targetOf(query)
  if (target !== null) rememberReturn(target)
  const app = query.get('app')
  return {
    again: target !== null && query.get('again') === '1',
    hasAdded: query.get('added') === '1',
    appId: app !== null && uuid.test(app) ? app.toLowerCase() : null,
  }
}

export function targetOf(query: URLSearchParams): string | null {
  const pending = query.get('continue')
  if (pending !== null && uuid.test(pending)) return `/continue/${pending.toLowerCase()}`
  const app = query.get('app')
  if (app !== null && uuid.test(app)) return `/launch/${app.toLowerCase()}`
  return null
}
