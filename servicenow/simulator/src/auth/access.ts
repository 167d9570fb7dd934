import type { Records, Row, Who } from '../store/records.ts'

/** What may be done with records and fields, by rows of sys_security_acl; administrators are let through. */
export type Access = {
  /** Whether any rule for the table could let this person in, before a record is looked at. */
  mayTouchTable(operation: AclOperation, table: string, who: Who): boolean
  mayTouchRecord(operation: AclOperation, table: string, row: Row, who: Who): boolean
  mayReadField(table: string, field: string, row: Row, who: Who): boolean
  mayWriteField(table: string, field: string, row: Row, who: Who): boolean
  /** Reads the rules again if they were changed since. */
  refresh(): void
}

export type AclOperation = 'read' | 'write' | 'create' | 'delete'

/** Runs the script of an access rule; false where it says no. */
export type AclScripts = (
  script: string,
  context: { table: string; row: Row; who: Who; operation: AclOperation },
) => boolean

type Acl = { row: Row; roles: ReadonlySet<string> }

/**
 * Rules are looked for from the most particular name to the least: the table, those it extends, `*`; for a field
 * `table.field`, then the field on tables above and on `*`, then `table.*` and so on. The first name that has rules
 * decides, and any one of them suffices. A record without rules is refused, a field without rules is as its record.
 */
export function openAccess(records: Records, scripts: AclScripts): Access {
  let read: Map<string, Acl[]> | null = null
  let version = -1
  const named = new Map<string, Acl[] | null>()
  const all = () => {
    read ??= readAcls(records)
    return read
  }
  const rulesFor = (operation: AclOperation, names: readonly string[]): Acl[] | null => {
    for (const name of names) {
      const found = all().get(`${operation} ${name}`)
      if (found) return found
    }
    return null
  }
  const passes = (rules: Acl[], operation: AclOperation, table: string, row: Row, who: Who) =>
    rules.some((rule) => hasRole(rule, who) && meetsRest(records, scripts, rule, { operation, table, row, who }))
  const mayTouchField = (operation: 'read' | 'write', table: string, field: string, row: Row, who: Who) => {
    if (isTrusted(who)) return true
    const key = `${operation} ${table}.${field}`
    let rules = named.get(key)
    if (rules === undefined) {
      rules = rulesFor(operation, fieldNames(records, table, field))
      named.set(key, rules)
    }
    return rules === null || passes(rules, operation, table, row, who)
  }
  return {
    refresh() {
      const current = records.accessVersion()
      if (current === version) return
      version = current
      read = null
      named.clear()
    },
    mayTouchTable(operation, table, who) {
      if (isTrusted(who) || (table === 'sys_properties' && operation === 'read')) return true
      return rulesFor(operation, tableNames(records, table))?.some((rule) => hasRole(rule, who)) ?? false
    },
    mayTouchRecord(operation, table, row, who) {
      if (isTrusted(who)) return true
      if (table === 'sys_properties' && operation === 'read' && isReadableProperty(row, who)) return true
      const rules = rulesFor(operation, tableNames(records, row.sys_class_name || table))
      return rules !== null && passes(rules, operation, table, row, who)
    },
    mayReadField: (table, field, row, who) => mayTouchField('read', table, field, row, who),
    mayWriteField: (table, field, row, who) => mayTouchField('write', table, field, row, who),
  }
}

function isTrusted(who: Who): boolean {
  return who.isSystem || who.roles.has('admin')
}

/** A property says itself which roles may read it. */
function isReadableProperty(row: Row, who: Who): boolean {
  return (row.read_roles ?? '').split(',').some((role) => role !== '' && who.roles.has(role.trim()))
}

function tableNames(records: Records, table: string): string[] {
  return [...records.dictionary.ancestors(table), '*']
}

function fieldNames(records: Records, table: string, field: string): string[] {
  const chain = [...records.dictionary.ancestors(table), '*']
  return [...chain.map((name) => `${name}.${field}`), ...chain.map((name) => `${name}.*`)]
}

function hasRole(rule: Acl, who: Who): boolean {
  if (rule.roles.size === 0) return true
  for (const role of rule.roles) if (role === 'public' || who.roles.has(role)) return true
  return false
}

function meetsRest(
  records: Records,
  scripts: AclScripts,
  { row: rule }: Acl,
  context: { operation: AclOperation; table: string; row: Row; who: Who },
): boolean {
  if (rule.condition && !records.matches(context.table, context.row, rule.condition, context.who)) return false
  return !rule.script || rule.advanced !== 'true' || scripts(rule.script, context)
}

function readAcls(records: Records): Map<string, Acl[]> {
  const roles = new Map<string, Set<string>>()
  for (const link of records.find('sys_security_acl_role', '')) {
    const name = link.sys_user_role ? records.get('sys_user_role', link.sys_user_role)?.name : undefined
    const key = link.sys_security_acl ?? ''
    // A role that is not there lets nobody in.
    roles.set(key, (roles.get(key) ?? new Set()).add(name ?? ' '))
  }
  const found = new Map<string, Acl[]>()
  for (const row of records.find('sys_security_acl', 'active=true^type=record')) {
    const key = `${row.operation} ${row.name}`
    found.set(key, [...(found.get(key) ?? []), { row, roles: roles.get(row.sys_id ?? '') ?? new Set() }])
  }
  return found
}
