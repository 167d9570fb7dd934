/** What the form of a role holds, the call it means, and what a change gives and takes. Pure. */
import type { AppSummary } from '@hallpass/contract/common'
import type { AskedBy, CreateRole, RoleDetail } from '@hallpass/contract/roles'

export type CarriedApp = { app: AppSummary; entitlements: string[] }

export type RoleValues = {
  name: string
  description: string
  apps: CarriedApp[]
  owners: { id: string; displayName: string }[]
  askedBy: AskedBy
  groups: { id: string; name: string }[]
  conflicts: { id: string; name: string }[]
  daysMax: number | null
  daysDefault: number | null
}

export const emptyRole: RoleValues = {
  name: '',
  description: '',
  apps: [],
  owners: [],
  askedBy: 'everyone',
  groups: [],
  conflicts: [],
  daysMax: 90,
  daysDefault: 30,
}

export function valuesOf(role: RoleDetail): RoleValues {
  const { name, description, apps, owners, askedBy, groups, conflicts, daysMax, daysDefault } = role
  return { name, description, apps, owners, askedBy, groups, conflicts, daysMax, daysDefault }
}

export function roleFrom(values: RoleValues): Required<CreateRole> {
  return {
    name: values.name.trim(),
    description: values.description.trim(),
    apps: values.apps.map(({ app, entitlements }) => ({ appId: app.id, entitlements })),
    ownerIds: values.owners.map(({ id }) => id),
    askedBy: values.askedBy,
    groupIds: values.askedBy === 'groups' ? values.groups.map(({ id }) => id) : [],
    conflictIds: values.conflicts.map(({ id }) => id),
    daysMax: values.daysMax,
    daysDefault: values.daysDefault,
  }
}

/** The same of a role of Hallpass itself: what it gives is its meaning, and no part of the call. */
export function givingFrom(values: RoleValues): Omit<Required<CreateRole>, 'apps'> {
  const { apps: _, ...rest } = roleFrom(values)
  return rest
}

/** Apps and entitlements that everybody who holds the role would gain or lose, in words. */
export function gainsAndLosses(
  before: readonly CarriedApp[],
  after: readonly CarriedApp[],
): { gains: string[]; loses: string[] } {
  const named = (apps: readonly CarriedApp[]) =>
    new Set(apps.flatMap(({ app, entitlements }) => [app.name, ...entitlements.map((one) => `${app.name}: ${one}`)]))
  const had = named(before)
  const has = named(after)
  return { gains: [...has].filter((one) => !had.has(one)), loses: [...had].filter((one) => !has.has(one)) }
}
