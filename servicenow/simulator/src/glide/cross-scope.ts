import { currentSession } from '../runtime/session.ts'
import { system } from '../store/open-records.ts'
import type { Records, Row } from '../store/records.ts'

export type ScopeOperation = 'read' | 'write' | 'create' | 'delete'

const flags = { read: 'read_access', write: 'update_access', create: 'create_access', delete: 'delete_access' } as const

/**
 * Stops a script of one scope at the tables of another. Base tables are open, and each first use is noted in
 * sys_scope_privilege, or refused where the app's runtime access tracking is `enforcing` and nothing was allowed.
 * @throws when refused, as the platform does
 */
export function requireCrossScope(records: Records, table: string, operation: ScopeOperation): void {
  const session = currentSession()
  if (!session || session.scope === 'global') return
  const owner = scopeOf(records, table)
  if (owner === session.scope) return
  const app = records.find('sys_scope', `scope=${session.scope}`, { limit: 1 })[0]
  const privilege = privilegeOf(records, session.scope, app, table, operation)
  if (privilege?.status === 'denied') throw refusal(session.scope, table, operation)
  if (privilege?.status === 'allowed') return
  const isEnforced = app?.runtime_access_tracking === 'enforcing'
  if (!privilege) {
    const values = {
      source_scope: app?.sys_id ?? session.scope,
      target_scope: owner,
      target_type: 'sys_db_object',
      target_name: table,
      operation,
      status: isEnforced ? 'requested' : 'allowed',
    }
    records.insert('sys_scope_privilege', values, system, { withoutRules: true })
  }
  if (isEnforced || !isOpen(records, table, owner, operation)) throw refusal(session.scope, table, operation)
}

/** The name of the scope a table belongs to. */
export function scopeOf(records: Records, table: string): string {
  const id = records.dictionary.scope(table)
  return id === 'global' ? id : (records.get('sys_scope', id)?.scope ?? 'global')
}

function isOpen(records: Records, table: string, owner: string, operation: ScopeOperation): boolean {
  if (owner === 'global') return true
  const row = records.find('sys_db_object', `name=${table}`, { limit: 1 })[0]
  return row?.access === 'public' && row[flags[operation]] !== 'false'
}

function privilegeOf(
  records: Records,
  scope: string,
  app: Row | undefined,
  table: string,
  operation: ScopeOperation,
): Row | undefined {
  const rows = records.find('sys_scope_privilege', `target_name=${table}^operation=${operation}`)
  return rows.find((row) => [scope, app?.sys_id].includes(row.source_scope || row.sys_scope))
}

function refusal(scope: string, table: string, operation: ScopeOperation): Error {
  return new Error(`Security restricted: ${operation} operation against '${table}' from scope '${scope}' was denied.`)
}
