/** Filters of the trail in the address, and the query they mean. Pure. */

export const trailDefaults = { action: '', about: 'personId', id: '', from: '', to: '' }
export type TrailFilters = typeof trailDefaults

export const subjects = ['personId', 'requestId', 'appId', 'roleId', 'grantId', 'directoryId'] as const
export type Subject = (typeof subjects)[number]

export type TrailQuery = { action?: string; from?: string; to?: string } & { [K in Subject]?: string }

/** A day typed into a filter begins at its first moment here and ends before the next day's. */
export function queryOf(filters: TrailFilters): TrailQuery {
  const about = subjects.find((known) => known === filters.about) ?? 'personId'
  const from = dayStart(filters.from)
  const to = dayStart(filters.to, 1)
  return {
    ...(/^[a-z_.-]+$/.test(filters.action) ? { action: filters.action } : {}),
    ...(/^[0-9a-f-]{36}$/i.test(filters.id) ? { [about]: filters.id } : {}),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  }
}

function dayStart(day: string, plusDays = 0): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) return null
  const at = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + plusDays)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
