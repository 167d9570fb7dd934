import { randomUUID } from 'node:crypto'
import { queueEvent } from '../runtime/events.ts'
import { type Level, writeLog } from '../runtime/log.ts'
import type { Session } from '../runtime/session.ts'
import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import { sessionLanguage, uiMessage } from '../store/translations.ts'
import { textOf } from './condition.ts'
import type { GlideRecord } from './glide-record.ts'
import { GlideUser } from './glide-user.ts'
import { hasRole } from './has-role.ts'

/** `gs` of a transaction. In an app's scope some of it is forbidden, as on the platform. */
export function glideSystem(session: Session, scope: string) {
  const { records } = session
  const write =
    (level: Level) =>
    (message: unknown, ...parts: unknown[]) =>
      writeLog(records, level, format(textOf(message), parts), session.source, scope)
  const forbidden = (name: string) => () => {
    throw new Error(`Function ${name} is not allowed in scope ${scope}`)
  }
  const now = () => records.clock.now()
  const language = () => sessionLanguage(records, session.who.userId)
  const gs = {
    info: write(0),
    warn: write(1),
    error: write(2),
    debug: write(-1),
    log: write(0),
    print: write(0),
    isDebugging: () => false,
    addInfoMessage: (text: unknown) => void session.messages.info.push(textOf(text)),
    addErrorMessage: (text: unknown) => void session.messages.error.push(textOf(text)),
    getErrorMessages: () => [...session.messages.error],
    getMessage: (text: unknown, parts?: unknown[]) => format(uiMessage(records, language(), textOf(text)), parts ?? []),
    getProperty: (name: string, otherwise?: unknown) => property(name, otherwise),
    setProperty: (name: string, value: unknown) => setProperty(name, textOf(value)),
    getUserID: () => session.who.userId,
    getUserName: () => session.who.userName,
    getUserDisplayName: () => records.get('sys_user', session.who.userId)?.name ?? '',
    getUser: () => new GlideUser(session),
    getSessionID: () => `session-${session.who.userId}`,
    getSession: () => ({
      isInteractive: () => false,
      isLoggedIn: () => session.who.userId !== '',
      getClientIP: () => '127.0.0.1',
      getLanguage: language,
      getClientData: () => '',
      putClientData: () => {},
    }),
    isInteractive: () => false,
    isLoggedIn: () => session.who.userId !== '',
    hasRole: (names: string) => hasRole(session, names),
    generateGUID: () => randomUUID().replaceAll('-', ''),
    nil: (value: unknown) => textOf(value) === '',
    getCurrentScopeName: () => (scope === 'global' ? 'rhino.global' : scope),
    getCurrentApplicationId: () => records.find('sys_scope', `scope=${scope}`, { limit: 1 })[0]?.sys_id ?? 'global',
    eventQueue: (name: string, record: GlideRecord | null, parm1?: unknown, parm2?: unknown, queue?: string) =>
      void queueEvent(session, { name, record, parm1: textOf(parm1), parm2: textOf(parm2), queue: queue ?? '' }),
    eventQueueScheduled: (name: string, record: GlideRecord | null, parm1: unknown, parm2: unknown, at: unknown) =>
      void queueEvent(session, { name, record, parm1: textOf(parm1), parm2: textOf(parm2), at: textOf(at) }),
    tableExists: (table: string) => records.dictionary.has(table),
    urlEncode: (text: string) => encodeURIComponent(text),
    urlDecode: (text: string) => decodeURIComponent(text),
    base64Encode: (text: string) => Buffer.from(text, 'utf8').toString('base64'),
    base64Decode: (text: string) => Buffer.from(text, 'base64').toString('utf8'),
    daysAgo: (days: number) => dateTimeText(new Date(now().getTime() - days * 86_400_000)),
    hoursAgo: (hours: number) => dateTimeText(new Date(now().getTime() - hours * 3_600_000)),
    minutesAgo: (minutes: number) => dateTimeText(new Date(now().getTime() - minutes * 60_000)),
    beginningOfToday: () => `${dateTimeText(now()).slice(0, 10)} 00:00:00`,
    getTimeZoneName: () => 'UTC',
    getNodeValue: () => '',
    nowDateTime: scope === 'global' ? () => dateTimeText(now()) : forbidden('nowDateTime'),
    now: scope === 'global' ? () => dateTimeText(now()).slice(0, 10) : forbidden('now'),
    sleep: scope === 'global' ? () => {} : forbidden('sleep'),
    include: (name: string) => name,
  }
  return gs

  function property(name: string, otherwise?: unknown): string | null {
    const row = records.find('sys_properties', `name=${name}`, { limit: 1 })[0]
    const value = row?.value ?? ''
    if (value === '') return otherwise === undefined ? (row ? '' : null) : textOf(otherwise)
    const isSecret = row?.type === 'password2' || row?.type === 'password'
    return isSecret && value.startsWith('sealed:') ? records.secrets.open(value) : value
  }
  function setProperty(name: string, value: string): void {
    const row = records.find('sys_properties', `name=${name}`, { limit: 1 })[0]
    const kept = row?.type === 'password2' ? records.secrets.seal(value) : value
    if (row) records.update('sys_properties', row.sys_id ?? '', { value: kept }, session.who)
    else records.insert('sys_properties', { name, value: kept, type: 'string' }, system)
  }
}

/** `{0}`, `{1}` by position. */
function format(text: string, parts: unknown): string {
  const list = Array.isArray(parts) && Array.isArray(parts[0]) ? (parts[0] as unknown[]) : (parts as unknown[])
  return text.replace(/\{(\d+)\}/g, (whole, index) =>
    Number(index) < list.length ? textOf(list[Number(index)]) : whole,
  )
}
