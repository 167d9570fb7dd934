/** Apps and roles as lists, tiles and cards show them. */
import type { AppRow } from '@hallpass/contract/apps'
import type { AppSummary } from '@hallpass/contract/common'
import type { RoleDetail } from '@hallpass/contract/roles'
import { iconPath } from './icon.ts'
import type { App } from './types.ts'

export function appSummary(app: App): AppSummary {
  return { id: app.id, name: app.name, category: app.category, icon: iconPath(app.iconSlug) }
}

export function appRow(app: App, roles: number): AppRow {
  return { ...appSummary(app), state: app.state, builtIn: app.builtIn, roles }
}

/** An app with what a role gives in it. */
export function carriedApp(carried: { app: App; entitlements: string[] }): RoleDetail['apps'][number] {
  return { app: appSummary(carried.app), entitlements: carried.entitlements }
}
