import { type GlideRecord, standingOn } from '../glide/glide-record.ts'
import { innards } from '../glide/innards.ts'
import { parseQuery } from '../query/parse-query.ts'
import type { Change, RecordRules, Records, Row } from '../store/records.ts'
import { logScriptError } from './log.ts'
import { notifyOfChange } from './notifications.ts'
import { enqueue } from './queue.ts'
import { runScript, scopeNameOf } from './run-script.ts'
import { inSession, type Session, whoseSession } from './session.ts'

const deepest = 20

/**
 * Business rules (sys_script) of a table and of those it extends, by order. A script that fails is logged and the write
 * goes on, as on the platform; setAbortAction stops it.
 */
export const businessRules: RecordRules = {
  before(change, records) {
    const rules = rulesFor(records, 'before', change)
    if (rules.length === 0) return undefined
    const session = whoseSession(records, change.who)
    const current = currentOf(records, change, 'before')
    for (const rule of rules) {
      const inside = innards(current)
      if (!meets(records, rule, { ...change, current: inside.values })) continue
      setFields(rule, inside.values)
      runRule(session, rule, current, change)
      if (rule.abort_action === 'true') inside.isAborted = true
      if (inside.isAborted)
        return { aborted: session.messages.error.at(-1) || rule.message || `${rule.name} stopped it` }
    }
    return { values: innards(current).values }
  },
  after(change, records) {
    const rules = rulesFor(records, 'after', change)
    const session = whoseSession(records, change.who)
    for (const rule of rules) {
      if (!meets(records, rule, change)) continue
      runRule(session, rule, currentOf(records, change, 'after'), change)
    }
    inSession(session, () => {
      for (const rule of rulesFor(records, 'async,async_always', change))
        if (meets(records, rule, change)) later(records, rule, change)
    })
    if (change.op !== 'delete') notifyOfChange(records, change.table, change.current.sys_id ?? '', change.op)
  },
}

/** An async rule runs in the background, on the record as it is by then. */
function later(records: Records, rule: Row, change: Change): void {
  const { userId, userName, roles, isSystem } = change.who
  const who = { userId, userName, roles: [...roles], isSystem }
  const script = JSON.stringify({ rule: rule.sys_id, who, previous: change.previous })
  enqueue(records, {
    name: `ASYNC: ${rule.name}`,
    job: 'rule.async',
    table: change.table,
    key: change.current.sys_id ?? '',
    script,
  })
}

/** Runs one async rule. */
export function runAsyncRule(
  session: Session,
  table: string,
  sysId: string,
  ruleId: string,
  previous: Row | null,
): void {
  const { records } = session
  const rule = records.get('sys_script', ruleId)
  const row = records.get(table, sysId)
  if (!rule || !row) return
  const change: Change = { op: 'update', table, current: row, previous, who: session.who }
  runRule(session, rule, standingOn(table, records, row), change)
}

/** Display rules, for a form: what they leave in g_scratchpad. */
export function runDisplayRules(session: Session, table: string, row: Row): Record<string, unknown> {
  const scratchpad = {}
  const change: Change = { op: 'update', table, current: row, previous: row, who: session.who }
  for (const rule of rulesFor(session.records, 'before_display', change))
    runRule(session, rule, standingOn(table, session.records, row), change, { g_scratchpad: scratchpad })
  return scratchpad
}

function rulesFor(records: Records, when: string, change: Change): Row[] {
  const tables = [...records.dictionary.ancestors(change.table), 'global'].join(',')
  const isOp = when === 'before_display' ? '' : `^action_${change.op}=true`
  return records.find('sys_script', `active=true^whenIN${when}^collectionIN${tables}${isOp}^ORDERBYorder`)
}

/** The condition built by clicking, CHANGES and its kin included, and the scripted one. */
function meets(records: Records, rule: Row, change: Change): boolean {
  const filter = rule.filter_condition ?? ''
  if (filter && !meetsFilter(records, filter, change)) return false
  const roles = (rule.role_conditions ?? '').split(',').filter(Boolean)
  if (roles.length > 0 && !change.who.isSystem) {
    const names = roles.map((role) => records.get('sys_user_role', role)?.name ?? role)
    if (!change.who.roles.has('admin') && !names.some((name) => change.who.roles.has(name))) return false
  }
  const condition = rule.condition ?? ''
  if (!condition) return true
  const session = whoseSession(records, change.who)
  const source = { table: 'sys_script', id: rule.sys_id ?? '', name: `${rule.name} (condition)` }
  try {
    const given = givenFor(session, change)
    return Boolean(runScript(session, { scope: scopeNameOf(session, rule), source, script: condition, given }))
  } catch (error) {
    logScriptError(session, error, source)
    return false
  }
}

function meetsFilter(records: Records, filter: string, change: Change): boolean {
  const query = parseQuery(filter)
  const isChanged = (name: string) => (change.current[name] ?? '') !== (change.previous?.[name] ?? '')
  const groups = query.groups.map((group) =>
    group.map((place) =>
      place.map((one) => {
        if (!['VALCHANGES', 'CHANGESTO', 'CHANGESFROM'].includes(one.operator)) return one
        const now = change.current[one.field] ?? ''
        const was = change.previous?.[one.field] ?? ''
        const is =
          isChanged(one.field) &&
          (one.operator === 'VALCHANGES' || (one.operator === 'CHANGESTO' ? now : was) === one.value)
        return { field: 'sys_id', operator: is ? ('ANYTHING' as const) : ('=' as const), value: is ? '' : '-' }
      }),
    ),
  )
  return records.matches(change.table, change.current, { ...query, groups }, change.who)
}

/** `state=3^note=…` of the rule's template, set before its script runs. */
function setFields(rule: Row, values: Record<string, string>): void {
  for (const piece of (rule.template ?? '').split('^')) {
    const at = piece.indexOf('=')
    if (at > 0 && piece !== 'EQ') values[piece.slice(0, at)] = piece.slice(at + 1)
  }
}

function givenFor(session: Session, change: Change): Record<string, unknown> {
  const { records } = session
  const previous = change.previous ? standingOn(change.table, records, change.previous) : null
  return { current: currentOf(records, change, 'after'), previous }
}

function currentOf(records: Records, { table, current, previous, op }: Change, when: 'before' | 'after'): GlideRecord {
  const isStored = when === 'after' || op !== 'insert'
  return standingOn(table, records, current, { previous, isStored, operation: op })
}

function runRule(
  session: Session,
  rule: Row,
  current: GlideRecord,
  change: Change,
  more: Record<string, unknown> = {},
): void {
  const script = rule.script ?? ''
  if (!script) return
  const source = { table: 'sys_script', id: rule.sys_id ?? '', name: rule.name ?? '' }
  if (session.depth >= deepest) {
    logScriptError(session, new Error(`business rules have called each other ${deepest} deep`), source)
    return
  }
  session.depth++
  try {
    const given = { ...givenFor(session, change), current, ...more }
    runScript(session, { scope: scopeNameOf(session, rule), source, script, given })
  } catch (error) {
    logScriptError(session, error, source)
  } finally {
    session.depth--
  }
}
