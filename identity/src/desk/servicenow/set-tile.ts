import type { SnowSignOnPoint } from '@hallpass/contract/servicenow-set-up'
import type { Access } from '../../access/module.ts'
import type { Actor } from '../../audit/module.ts'
import type { Database } from '../../platform/database/database.ts'
import type { ServiceNowSide } from '../../sso/module.ts'
import { point } from './judge-sign-on.ts'

export type SetTileDeps = { db: Database; access: Pick<Access, 'app' | 'editApp'> }
type Tile = { appId: string; side: ServiceNowSide; sysId: string }

const tileOf = ({ side, sysId }: Tile): string => `${side.instanceUrl}/login_with_sso.do?glide_sso_id=${sysId}`

/** Leads the tile to the record there, unless somebody led it somewhere else. */
export async function setTile({ db, access }: SetTileDeps, tile: Tile, actor: Actor): Promise<void> {
  const app = await access.app(db, tile.appId)
  if (app?.state !== 'active' || !isUnset(app.addresses.signOn, tile.side)) return
  const { version } = app
  await access.editApp({ appId: tile.appId, version, addresses: { signOn: tileOf(tile) } }, actor)
}

/** Nothing, or what the template put there before anybody knew the record: its page, or something that is no sys_id. */
function isUnset(signOn: string | null, { instanceUrl }: ServiceNowSide): boolean {
  if (signOn === null) return true
  const { origin, pathname, searchParams } = new URL(signOn)
  if (origin !== instanceUrl) return false
  if (pathname === '/navpage.do') return true
  return pathname === '/login_with_sso.do' && !/^[0-9a-f]{32}$/.test(searchParams.get('glide_sso_id') ?? '')
}

export async function judgeTile({ db, access }: SetTileDeps, tile: Tile): Promise<SnowSignOnPoint> {
  if (tile.side.startsHere) return point('opens', 'done', 'The tile carries people in by itself.')
  const signOn = (await access.app(db, tile.appId))?.addresses.signOn ?? null
  if (signOn === tileOf(tile)) return point('opens', 'done', 'The tile opens the sign-on there.')
  if (isUnset(signOn, tile.side))
    return point('opens', 'todo', 'The tile does not open the sign-on there yet. Set it up.')
  return point(
    'opens',
    'todo',
    `The tile opens ${signOn}. For the sign-on, enter ${tileOf(tile)} under Details, Opens.`,
  )
}
