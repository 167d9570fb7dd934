/** UI actions of a record's form: which are offered to a person, and what pressing one does. */

import { standingOn } from '../glide/glide-record.ts'
import { hasRole } from '../glide/has-role.ts'
import { registerOperation } from '../store/operations.ts'
import type { Records, Row, Who } from '../store/records.ts'
import { runScript, scopeNameOf } from './run-script.ts'
import { type Session, whoseSession } from './session.ts'

export type OfferedAction = { sysId: string; name: string; hint: string }

/** What pressing did: the messages its script left for the person. Null where the action is not offered. */
export type Pressed = { info: string[]; error: string[] } | null

type OnRecord = { table: string; sysId: string }

const places = ['form_button', 'form_button_v2', 'form_link', 'form_context_menu', 'form_menu_button_v2'] as const

/** Actions on the form of a record, in their order, as far as roles and conditions let this person have them. */
function offeredActions(records: Records, input: OnRecord, who: Who): OfferedAction[] {
  const session = whoseSession(records, who)
  const row = records.dictionary.has(input.table) ? records.get(input.table, input.sysId) : null
  if (!row) return []
  const tables = [...records.dictionary.ancestors(row.sys_class_name || input.table), 'global']
  return records
    .find('sys_ui_action', `active=true^tableIN${tables.join(',')}^ORDERBYorder`)
    .filter(
      (action) => places.some((place) => action[place] === 'true') && isOffered(session, action, row, input.table),
    )
    .map((action) => ({ sysId: action.sys_id ?? '', name: action.name ?? '', hint: action.hint ?? '' }))
}

function pressAction(records: Records, input: { action: string; sysId: string }, who: Who): Pressed {
  const session = whoseSession(records, who)
  const action = records.get('sys_ui_action', input.action)
  const table = action?.table ?? ''
  const row = records.dictionary.has(table) ? records.get(table, input.sysId) : null
  if (action?.active !== 'true' || !row || !isOffered(session, action, row, table)) return null
  if (action.client === 'true')
    throw new Error(`The UI action ${action.name} runs in a browser, which is not done here`)
  runScript(session, { ...runOf(session, action, row, table), script: action.script ?? '' })
  const { info, error } = session.messages
  return { info: [...info], error: [...error] }
}

function isOffered(session: Session, action: Row, row: Row, table: string): boolean {
  const { records } = session
  const links = records.find('sys_ui_action_role', `sys_ui_action=${action.sys_id}`)
  const roles = links.map((link) => records.get('sys_user_role', link.sys_user_role ?? '')?.name ?? ' ')
  if (roles.length > 0 && !hasRole(session, roles.join(','))) return false
  return (
    !action.condition ||
    Boolean(runScript(session, { ...runOf(session, action, row, table), script: action.condition }))
  )
}

function runOf(session: Session, action: Row, row: Row, table: string) {
  const source = { table: 'sys_ui_action', id: action.sys_id ?? '', name: action.name ?? '' }
  const redirects = { setRedirectURL: () => {}, setReturnURL: () => {} }
  const current = standingOn(row.sys_class_name || table, session.records, row)
  return { scope: scopeNameOf(session, action), source, given: { current, action: redirects } }
}

registerOperation('ui_action.offered', offeredActions)
registerOperation('ui_action.run', pressAction)
