import type { Session } from '../runtime/session.ts'

/** One of the named roles, or admin. */
export function hasRole(session: Session, names: string): boolean {
  const { roles, isSystem } = session.who
  return isSystem || roles.has('admin') || names.split(',').some((name) => roles.has(name.trim()))
}
