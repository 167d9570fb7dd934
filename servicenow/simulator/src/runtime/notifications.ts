import { type GlideRecord, loaded } from '../glide/glide-record.ts'
import { innards } from '../glide/innards.ts'
import { system } from '../store/open-records.ts'
import type { Records, Row } from '../store/records.ts'
import type { Session } from './session.ts'

/** E-mail notifications an event sets off. Mail is written to sys_email and goes no further. */
export function notifyByEmail(session: Session, event: Row): void {
  const { records } = session
  const query = `active=true^generation_type=event^event_name=${event.name}`
  for (const row of records.find('sysevent_email_action', query)) send(records, row, event)
}

/** Notifications of a table, sent because a record of it was inserted or updated. */
export function notifyOfChange(records: Records, table: string, sysId: string, op: 'insert' | 'update'): void {
  const names = records.dictionary.ancestors(table).join(',')
  const query = `active=true^collectionIN${names}^generation_type=engine^action_${op}=true`
  for (const row of records.find('sysevent_email_action', query)) send(records, row, { table, instance: sysId })
}

function send(records: Records, notification: Row, event: Row): void {
  const current = loaded(event.table ?? '', records, event.instance ?? '')
  const condition = notification.condition ?? ''
  if (condition && (!current || !records.matches(event.table ?? '', innards(current).values, condition))) return
  const to = recipients(records, notification, event, current)
  if (to.length === 0) return
  const values = {
    type: 'send-ready',
    state: 'ready',
    recipients: to.join(','),
    subject: filled(notification.subject ?? '', current, event),
    body: filled(notification.message_html || notification.message_text || notification.message || '', current, event),
    target_table: event.table ?? '',
    instance: event.instance ?? '',
    notification: notification.name ?? '',
  }
  records.insert('sys_email', values, system, { withoutRules: true })
}

function recipients(records: Records, notification: Row, event: Row, current: GlideRecord | null): string[] {
  const people = (notification.recipient_users ?? '').split(',')
  for (const path of (notification.recipient_fields ?? '').split(','))
    if (path && current) people.push(...String(current.getElement(path) ?? '').split(','))
  if (notification.event_parm_1 === 'true') people.push(...(event.parm1 ?? '').split(','))
  if (notification.event_parm_2 === 'true') people.push(...(event.parm2 ?? '').split(','))
  for (const group of (notification.recipient_groups ?? '').split(','))
    if (group) people.push(...records.find('sys_user_grmember', `group=${group}`).map((row) => row.user ?? ''))
  const addresses = people.map((one) => (one.includes('@') ? one : (records.get('sys_user', one)?.email ?? '')))
  return [...new Set(addresses.filter(Boolean))]
}

/** `${number}` and `${caller.name}` of the record, `${event.parm1}` of the event. */
function filled(text: string, current: GlideRecord | null, event: Row): string {
  return text.replace(/\$\{([\w.]+)\}/g, (_whole, path: string) => {
    if (path.startsWith('event.')) return event[path.slice(6)] ?? ''
    return current?.getDisplayValue(path) ?? ''
  })
}
