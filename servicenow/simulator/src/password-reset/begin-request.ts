import { isUsable } from '../auth/who.ts'
import { system } from '../store/open-records.ts'
import type { Records, Row, Who } from '../store/records.ts'
import { noteActivity } from './activity.ts'
import { minutesFromNow, setting } from './settings.ts'
import { verificationsOf } from './verify-person.ts'

export type BeginInput = {
  /** sys_id, name or url_suffix of pwd_process. */
  process: string
  /** user_name or e-mail, as the identification form takes them. */
  userName: string
  action?: 'reset' | 'change' | 'unlock'
}
export type Begun =
  | { requestId: string; number: string; verifications: { id: string; name: string; isMandatory: boolean }[] }
  | { refused: string }

/**
 * Identifies a person and opens a request (pwd_reset_request). Refused for a stranger, for one the process is not for, for
 * one with too many failed attempts, and for one whose last reset was a moment ago.
 */
export function beginRequest(records: Records, input: BeginInput, who: Who): Begun {
  const process = findProcess(records, input.process)
  if (!process) return { refused: 'There is no such password reset process.' }
  const isDesk = process.type === 'service_desk'
  if (isDesk && !who.isSystem && !who.roles.has('admin') && !who.roles.has('password_reset_service_desk'))
    return { refused: 'This process is for the service desk.' }
  const user = findPerson(records, input.userName)
  // A locked account may be reset or unlocked, that is what this is for; a closed one may not.
  if (!user || !(isUsable(user) || user.locked_out === 'true')) return { refused: 'We cannot identify you.' }
  if (!isFor(records, process, user)) return { refused: 'This process is not available to you.' }
  const userId = user.sys_id ?? ''
  const barred = whyBarred(records, userId, input.action ?? 'reset')
  if (barred && !isDesk) return { refused: barred }
  const values = {
    user: userId,
    process: process.sys_id ?? '',
    status: 'in_progress',
    action_type: input.action ?? 'reset',
    expiry: minutesFromNow(records, setting(records, 'password_reset.request.expiry')),
    initiator: isDesk ? who.userId : userId,
    retry_count: '0',
  }
  const made = records.insert('pwd_reset_request', values, system)
  if ('aborted' in made) return { refused: made.aborted }
  const requestId = made.row.sys_id ?? ''
  noteActivity(records, requestId, 'Identification', 'identified')
  const verifications = verificationsOf(records, process, userId).map(({ row, isMandatory }) => ({
    id: row.sys_id ?? '',
    name: row.name ?? '',
    isMandatory,
  }))
  return { requestId, number: made.row.number ?? '', verifications }
}

export function findProcess(records: Records, named: string): Row | null {
  const rows = records.find('pwd_process', 'active=true')
  return rows.find((row) => [row.sys_id, row.name, row.url_suffix].includes(named)) ?? null
}

function findPerson(records: Records, named: string): Row | null {
  const wanted = named.trim().toLowerCase()
  if (wanted === '' || wanted.includes('^')) return null
  const found = records.find('sys_user', `user_name=${wanted}^ORemail=${wanted}`, { limit: 2 })
  return (
    found.find((row) => row.user_name?.toLowerCase() === wanted) ?? (found.length === 1 ? (found[0] ?? null) : null)
  )
}

function isFor(records: Records, process: Row, user: Row): boolean {
  if (process.apply_to_all === 'true') return true
  const mine = new Set(records.find('sys_user_grmember', `user=${user.sys_id}`).map((row) => row.group))
  return records.find('pwd_map_proc_to_group', `process=${process.sys_id}`).some((row) => mine.has(row.user_group))
}

function whyBarred(records: Records, userId: string, action: string): string | null {
  const now = minutesFromNow(records, 0)
  if (records.count('pwd_user_lockout', `user=${userId}^locked_until>${now}`) > 0)
    return 'You have tried too often. Try again later, or call the service desk.'
  const window = setting(
    records,
    action === 'unlock' ? 'password_reset.request.unlock_window' : 'password_reset.request.success_window',
  )
  const since = minutesFromNow(records, -window)
  const done = `user=${userId}^status=success^action_type=${action}^sys_updated_on>${since}`
  return records.count('pwd_reset_request', done) > 0
    ? 'That was done a short while ago. Wait before you do it again.'
    : null
}
