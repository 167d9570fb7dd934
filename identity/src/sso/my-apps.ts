import type { Tile } from '@hallpass/contract/sso'
import { type App, type AppInUse, appSummary, type Grant, type Role } from '../access/module.ts'
import type { SsoDeps } from './deps.ts'
import { appsStartedHere } from './saml/store-saml.ts'
import { favouritesOf } from './store-favourites.ts'

export type MyAppsDeps = Pick<SsoDeps, 'db' | 'access'>

/** What a person may use now, and what was granted and is being made. Hallpass itself is no tile. */
export async function myApps(deps: MyAppsDeps, personId: string): Promise<Tile[]> {
  const { db, access } = deps
  const [inUse, grants] = await Promise.all([access.appsFor(db, personId), access.grantsOf(db, personId)])
  const pending = grants.filter(({ state }) => state === 'pending')
  const coming = await Promise.all(
    pending.map(async (grant) => ({ grant, carried: await access.appsOfRole(db, grant.roleId) })),
  )
  const roleIds = [...inUse.flatMap((each) => each.grants.map(({ roleId }) => roleId)), ...pending.map((g) => g.roleId)]
  const [roles, apps] = await Promise.all([
    access.roles(db, [...new Set(roleIds)]),
    access.apps(db, [...new Set(coming.flatMap(({ carried }) => carried.map(({ appId }) => appId)))]),
  ])
  const laid = layTiles({
    inUse,
    coming: coming.flatMap(({ grant, carried }) =>
      apps.filter(({ id }) => carried.some(({ appId }) => appId === id)).map((app) => ({ grant, app })),
    ),
    roles,
  })
  const [kept, started] = await Promise.all([favouritesOf(db, personId), appsStartedHere(db)])
  return laid.map((tile) => ({
    ...tile,
    launch: tile.state === 'ready' && started.has(tile.app.id) ? `/launch/${tile.app.id}` : tile.launch,
    favourite: kept.has(tile.app.id),
  }))
}

type LaidTile = Omit<Tile, 'favourite'>
type Laid = { inUse: AppInUse[]; coming: { grant: Grant; app: App }[]; roles: Role[] }

/** One tile an app, by name; an app in use is never also shown as coming. */
export function layTiles({ inUse, coming, roles }: Laid): LaidTile[] {
  const names = new Map(roles.map((role) => [role.id, role.name]))
  const ready = inUse.map(({ app, endsAt, grants }): LaidTile => {
    const last = [...grants].sort((a, b) => ends(b.endsAt) - ends(a.endsAt))[0]
    return {
      app: appSummary(app),
      launch: app.addresses.signOn === null ? null : `/launch/${app.id}`,
      state: 'ready',
      endsAt: endsAt?.toISOString() ?? null,
      roleId: last?.roleId ?? null,
      roleName: (last && names.get(last.roleId)) ?? null,
      grantId: last?.grantId ?? null,
    }
  })
  const seen = new Set(inUse.map(({ app }) => app.id))
  const ghosts: LaidTile[] = []
  for (const { grant, app } of coming) {
    if (seen.has(app.id) || app.state === 'retired') continue
    seen.add(app.id)
    ghosts.push({
      app: appSummary(app),
      launch: null,
      state: 'pending',
      endsAt: null,
      roleId: grant.roleId,
      roleName: names.get(grant.roleId) ?? null,
      grantId: grant.id,
    })
  }
  const own = new Set(
    [...inUse.map(({ app }) => app), ...coming.map(({ app }) => app)].filter((a) => a.builtIn).map((a) => a.id),
  )
  return [...ready, ...ghosts]
    .filter(({ app }) => !own.has(app.id))
    .sort((a, b) => a.app.name.localeCompare(b.app.name))
}

const ends = (date: Date | null): number => date?.getTime() ?? Number.POSITIVE_INFINITY
