/** What people like the one who asks use: a beginning for those who do not know what they need. */
import type { CatalogItem } from '@hallpass/contract/access'
import type { Directory } from '../directory/module.ts'
import type { AccessDeps } from './deps.ts'
import { popularAmong } from './store-popular.ts'
import { carriedBy } from './store-roles.ts'
import { appSummary } from './summaries.ts'

type Deps = Pick<AccessDeps, 'db'> & { directory: Pick<Directory, 'groupsOf' | 'colleaguesOf'> }

/** With fewer holders among one's colleagues a role would say something about one of them. */
const holdersMin = 3
const shown = 6

/** Roles many colleagues hold, without saying who or how many. */
export async function showPopular(deps: Deps, personId: string): Promise<{ items: CatalogItem[] }> {
  const peerIds = await deps.directory.colleaguesOf(deps.db, personId)
  if (peerIds.length < holdersMin) return { items: [] }
  const groupIds = (await deps.directory.groupsOf(deps.db, personId)).map((group) => group.id)
  const roles = await popularAmong(deps.db, { personId, groupIds, peerIds, holdersMin, limit: shown })
  const carried = await carriedBy(
    deps.db,
    roles.map((role) => role.id),
  )
  return {
    items: roles.map((role) => ({
      roleId: role.id,
      name: role.name,
      description: role.description,
      apps: carried
        .filter((row) => row.roleId === role.id && row.app.state === 'active')
        .map((row) => appSummary(row.app)),
      daysMax: role.daysMax,
      daysDefault: role.daysDefault,
      held: null,
    })),
  }
}
