import { type GlideRecord, loaded } from '../glide/glide-record.ts'
import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { Row } from '../store/records.ts'
import { logScriptError } from './log.ts'
import { notifyByEmail } from './notifications.ts'
import { runScript, scopeNameOf } from './run-script.ts'
import type { Session } from './session.ts'

export type QueuedEvent = {
  name: string
  record: GlideRecord | null
  parm1: string
  parm2: string
  queue?: string
  /** When it is to be processed; now if absent. */
  at?: string
}

/** Puts an event into sysevent; the background works it off. */
export function queueEvent(session: Session, event: QueuedEvent): void {
  const values = {
    name: event.name,
    parm1: event.parm1,
    parm2: event.parm2,
    queue: event.queue ?? '',
    table: event.record?.getRecordClassName() ?? '',
    instance: event.record?.getUniqueValue() ?? '',
    user_id: session.who.userId,
    user_name: session.who.userName,
    state: 'ready',
    process_on: event.at || dateTimeText(session.records.clock.now()),
  }
  session.afterwards.push(() => void session.records.insert('sysevent', values, system, { withoutRules: true }))
}

/** Runs the script actions of one event, in order, and the e-mail notifications; each error is logged and no more. */
export function processEvent(session: Session, event: Row): void {
  const { records } = session
  const current = loaded(event.table ?? '', records, event.instance ?? '')
  const given = { event: loaded('sysevent', records, event.sys_id ?? ''), current }
  let failure = ''
  const actions = records.find('sysevent_script_action', `active=true^event_name=${event.name}^ORDERBYorder`)
  for (const action of actions) {
    const source = { table: 'sysevent_script_action', id: action.sys_id ?? '', name: action.name ?? '' }
    const run = { scope: scopeNameOf(session, action), source, given }
    try {
      const condition = action.condition_script ?? ''
      if (condition && !runScript(session, { ...run, script: condition })) continue
      runScript(session, { ...run, script: action.script ?? '' })
    } catch (error) {
      failure = logScriptError(session, error, source)
    }
  }
  notifyByEmail(session, event)
  const values = {
    state: failure ? 'error' : 'processed',
    processed: dateTimeText(records.clock.now()),
    error_msg: failure.slice(0, 250),
  }
  records.update('sysevent', event.sys_id ?? '', values, system, { withoutRules: true })
}
