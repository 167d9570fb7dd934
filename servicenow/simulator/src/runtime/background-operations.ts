import { whoIs } from '../auth/who.ts'
import { advanceFlow } from '../flow/run-flow.ts'
import { startFlow } from '../flow/start-flow.ts'
import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import { registerOperation } from '../store/operations.ts'
import type { Records, Row, Who } from '../store/records.ts'
import './answer-ajax.ts'
import { runAsyncRule, runDisplayRules } from './business-rules.ts'
import { processEvent } from './events.ts'
import { logScriptError } from './log.ts'
import { runScript, scopeNameOf } from './run-script.ts'
import { nextRun, planOfFlow, planOfScript } from './schedule.ts'
import { type Session, whoseSession } from './session.ts'
import { userRow } from './user-row.ts'

const quiet = { withoutRules: true }

/** One row of sys_trigger that is due: done, then gone, or given its next time. */
function runTrigger(records: Records, input: { trigger: string }): void {
  const trigger = records.get('sys_trigger', input.trigger)
  if (!trigger) return
  // Whoever asks for the same again from here on is not served by this run, and gets a row of his own.
  records.update('sys_trigger', input.trigger, { state: '1' }, system, quiet)
  const session = whoseSession(records, system)
  const key = trigger.document_key ?? ''
  if (trigger.job_id === 'flow.advance') advanceAs(session, key)
  if (trigger.job_id === 'rule.async') runLater(session, trigger)
  if (trigger.job_id === 'job.run') runScheduled(session, trigger.document ?? '', key)
  const plan = trigger.trigger_type === '1' ? planOf(records, trigger.document ?? '', key) : null
  const next = plan ? nextRun(plan, records.clock.now()) : ''
  const id = trigger.sys_id ?? ''
  if (!next) records.remove('sys_trigger', id, system, quiet)
  else
    records.update(
      'sys_trigger',
      id,
      { next_action: next, state: '0', run_count: String(Number(trigger.run_count ?? 0) + 1) },
      system,
      quiet,
    )
}

/** A flow that runs as its user has his roles; the platform's own user otherwise. */
function advanceAs(session: Session, contextId: string): void {
  const { records } = session
  const context = records.get('sys_flow_context', contextId)
  const flow = context && records.get('sys_hub_flow', context.flow ?? '')
  const user = flow?.run_as === 'user' ? userRow(records, context?.started_by ?? '') : null
  session.who = user ? whoIs(records, user) : system
  advanceFlow(session, contextId)
}

function runLater(session: Session, trigger: Row): void {
  const given = JSON.parse(trigger.script ?? '{}') as {
    rule: string
    who: Omit<Who, 'roles'> & { roles: string[] }
    previous: Row | null
  }
  session.who = { ...given.who, roles: new Set(given.who.roles) }
  runAsyncRule(session, trigger.document ?? '', trigger.document_key ?? '', given.rule, given.previous)
}

function planOf(records: Records, table: string, key: string) {
  const row = records.get(table, key)
  if (row?.active !== 'true') return null
  return table === 'sysauto_script' ? planOfScript(row) : planOfFlow(records, row)
}

function runScheduled(session: Session, table: string, key: string): void {
  const { records } = session
  const row = records.get(table, key)
  if (row?.active !== 'true') return
  if (table === 'sys_hub_flow') {
    const at = dateTimeText(records.clock.now())
    startFlow(records, row, { trigger: { run_start_time: at, run_start_date_time: at } })
    return
  }
  const source = { table, id: key, name: row.name ?? '' }
  const scope = scopeNameOf(session, row)
  const user = userRow(records, row.run_as ?? '')
  if (user) session.who = whoIs(records, user)
  try {
    if (row.conditional === 'true' && !runScript(session, { scope, source, script: row.condition ?? '' })) return
    runScript(session, { scope, source, script: row.script ?? '' })
  } catch (error) {
    logScriptError(session, error, source)
  }
}

/** An event runs as the person whose transaction queued it. */
function runEvent(records: Records, input: { event: string }): void {
  const event = records.get('sysevent', input.event)
  if (event?.state !== 'ready') return
  const session = whoseSession(records, system)
  const user = userRow(records, event.user_id ?? '')
  session.who = user ? whoIs(records, user) : system
  processEvent(session, event)
}

function advance(records: Records, input: { context: string }): void {
  advanceAs(whoseSession(records, system), input.context)
}

/** Runs a scheduled script now, as its form's Execute Now does. */
function runNow(records: Records, input: { job: string }): void {
  runScheduled(whoseSession(records, system), 'sysauto_script', input.job)
}

/** A script of the global scope or of an app's, as Scripts - Background runs one; answers its last value as text. */
function runBackgroundScript(records: Records, input: { script: string; scope: string }, who: Who): string {
  const session = whoseSession(records, who)
  const source = { table: 'sys_script_background', id: '', name: 'Scripts - Background' }
  return String(runScript(session, { scope: input.scope, source, script: input.script }))
}

/** The encoded query a `javascript:` reference qualifier of a variable gives; other answers are `current.variables`. */
function referenceQualifier(
  records: Records,
  input: { script: string; scope: string; variables: Readonly<Record<string, string>> },
  who: Who,
): string {
  const session = whoseSession(records, who)
  const named = records.get('sys_scope', input.scope)?.scope ?? input.scope
  const source = { table: 'item_option_new', id: '', name: 'reference qualifier' }
  const script = input.script.replace(/^\s*javascript:/, '')
  const given = { current: { variables: { ...input.variables } } }
  return String(runScript(session, { scope: named || 'global', source, script, given }) ?? '')
}

/** What display rules leave for a form of a record. */
function displayOf(
  records: Records,
  input: { table: string; sysId: string },
  who: Who,
): Record<string, unknown> | null {
  const row = records.get(input.table, input.sysId)
  return row ? runDisplayRules(whoseSession(records, who), row.sys_class_name || input.table, row) : null
}

registerOperation('rules.display', displayOf)
registerOperation('script.reference_qualifier', referenceQualifier)
registerOperation('background.trigger', runTrigger)
registerOperation('background.event', runEvent)
registerOperation('background.flow', advance)
registerOperation('job.now', runNow)
registerOperation('script.background', runBackgroundScript)
