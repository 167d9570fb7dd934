import type { Glide } from './ports.ts'
import { tables } from './tables.ts'
import { fromIso } from './times.ts'

export type GrantNews = {
  readonly ritm: string
  readonly roleId: string
  readonly roleName?: string
  readonly state: string
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly version: number
}

/** Keeps the row about one access that one item gave. Access that never began leaves no row. */
export function noteGrant(glide: Glide, news: GrantNews): 'applied' | 'unchanged' {
  const isActive = news.state === 'active' || news.state === 'fulfilled'
  const isEnded = news.state === 'ended'
  if (!isActive && !isEnded) return 'unchanged'
  const [known] = glide.tables.find(
    tables.grant,
    [
      ['request_item', news.ritm],
      ['role_id', news.roleId],
    ],
    { limit: 1 },
  )
  if (known !== undefined && news.version <= Number(known.get('version') || '0')) return 'unchanged'
  const [app] = glide.tables.find(tables.app, [['role_id', news.roleId]], { limit: 1 })
  const values = {
    state: isActive ? 'active' : 'ended',
    starts_at: fromIso(news.startsAt) || (known?.get('starts_at') ?? ''),
    ends_at: fromIso(news.endsAt),
    version: String(news.version),
  }
  if (known !== undefined) {
    glide.tables.update(tables.grant, known.id, values)
    return 'applied'
  }
  glide.tables.insert(tables.grant, {
    ...values,
    request_item: news.ritm,
    person: glide.tables.get(tables.item, news.ritm)?.get('requested_for') ?? '',
    app: app?.id ?? '',
    role_id: news.roleId,
    role_name: news.roleName ?? app?.get('name') ?? news.roleId,
  })
  return 'applied'
}
