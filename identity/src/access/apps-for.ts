import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { findApps } from './store-apps.ts'
import { activeUses } from './store-use.ts'
import type { AppInUse } from './types.ts'

/** The apps a person may use now, by name, each with the grants that give it. Hallpass itself is not among them. */
export async function appsFor(
  deps: { directory: Pick<Directory, 'isActive'> },
  reader: Reader,
  personId: string,
  now: Date,
): Promise<AppInUse[]> {
  if (!(await deps.directory.isActive(reader, personId))) return []
  const uses = await activeUses(reader, personId, now)
  const apps = await findApps(
    reader,
    uses.map((use) => use.appId),
  )
  return apps.map((app) => {
    const grants = uses
      .filter((use) => use.appId === app.id)
      .map(({ grantId, roleId, endsAt }) => ({ grantId, roleId, endsAt }))
    return { app, endsAt: latestEnd(grants), grants }
  })
}

/** Null as soon as one has no end. */
function latestEnd(grants: readonly { endsAt: Date | null }[]): Date | null {
  const ends = grants.map((grant) => grant.endsAt?.getTime() ?? Number.POSITIVE_INFINITY)
  const latest = Math.max(...ends)
  return Number.isFinite(latest) ? new Date(latest) : null
}
