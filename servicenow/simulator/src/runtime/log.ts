import { system } from '../store/open-records.ts'
import type { Records } from '../store/records.ts'
import type { Session, Source } from './session.ts'

/** 0 information, 1 warning, 2 error, -1 debug: as syslog keeps them. */
export type Level = -1 | 0 | 1 | 2

/** Writes a line to syslog, with the record whose script wrote it. */
export function writeLog(records: Records, level: Level, message: string, source: Source, scope = ''): void {
  records.insert(
    'syslog',
    {
      level: String(level),
      message: message.slice(0, 4000),
      source: scope || source.name,
      record_table: source.table,
      record_id: source.id,
      record_name: source.name,
    },
    system,
    { withoutRules: true },
  )
}

/** What a script threw, with the record's name, so that the person who wrote it finds it. */
export function logScriptError(session: Session, error: unknown, source: Source): string {
  const message = `${source.name} (${source.table} ${source.id}): ${explain(error)}`
  const owner =
    source.id && session.records.dictionary.has(source.table) ? session.records.get(source.table, source.id) : null
  const scope = session.records.get('sys_scope', owner?.sys_scope ?? '')?.scope ?? session.scope
  writeLog(session.records, 2, message, source, scope)
  return message
}

/** The words of what was thrown, and the first place in a script it came from. */
export function explain(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { message, stack, name } = error as { message?: unknown; stack?: unknown; name?: unknown }
  const place = String(stack ?? '')
    .split('\n')
    .find((line) => line.includes('sys_') && /:\d+:\d+\)?$/.test(line))
  return `${typeof name === 'string' ? name : 'Error'}: ${String(message ?? error)}${place ? ` ${place.trim()}` : ''}`
}
