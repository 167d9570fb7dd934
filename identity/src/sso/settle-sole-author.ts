import type { SsoDeps } from './deps.ts'
import { soleAuthorHours } from './judge-person.ts'
import { letSignOnAuthorEnd } from './store-sign-on-authors.ts'

export type SettleSoleAuthorDeps = Pick<SsoDeps, 'db'> & {
  access: Pick<SsoDeps['access'], 'administrators'>
  credentials: Pick<SsoDeps['credentials'], 'standBehindOwnRules'>
}

/**
 * Where there is one administrator, nobody else can stand behind recovery rules that they changed, or behind what an app is
 * told of people: a day stands in, as for the sign-on policy, in which the mail about it is read.
 */
export async function settleSoleAuthor(deps: SettleSoleAuthorDeps, now: Date): Promise<void> {
  const [sole, ...others] = await deps.access.administrators(deps.db)
  if (sole === undefined || others.length > 0) return
  const until = new Date(now.getTime() - soleAuthorHours * 3_600_000)
  await deps.credentials.standBehindOwnRules(deps.db, sole, until)
  await letSignOnAuthorEnd(deps.db, sole, until)
}
