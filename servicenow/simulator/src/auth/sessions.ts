import { createHash, randomBytes } from 'node:crypto'
import { system } from '../store/open-records.ts'
import { isPassword } from '../store/passwords.ts'
import type { Records, Row } from '../store/records.ts'
import { isUsable, userByName } from './who.ts'

export type SignIn = { ok: true; userId: string } | { ok: false; reason: 'wrong' | 'locked' }

/** Sessions of browsers and of tools that behave like one: a cookie, and a token that calls repeat in x-usertoken. */
export type Sessions = {
  /** Checks a local password; five wrong ones in a row lock the account out, as the base system does. */
  signIn(userName: string, password: string): SignIn
  open(userId: string): { cookie: string; token: string }
  /** The session of a cookie; null for one that is unknown or ended. */
  find(cookie: string): { userId: string; token: string } | null
  close(cookie: string): void
}

export const sessionCookie = 'JSESSIONID'

const failuresMax = 5

export function openSessions(records: Records): Sessions {
  return {
    signIn(userName, password) {
      const user = userByName(records, userName)
      if (!user || !isLocal(user)) return { ok: false, reason: 'wrong' }
      if (!isUsable(user)) return { ok: false, reason: 'locked' }
      if (password === '' || !isPassword(password, user.user_password ?? '')) {
        countFailure(records, user)
        return { ok: false, reason: 'wrong' }
      }
      if (user.failed_attempts && user.failed_attempts !== '0')
        records.update('sys_user', user.sys_id ?? '', { failed_attempts: '0' }, system)
      return { ok: true, userId: user.sys_id ?? '' }
    },
    open(userId) {
      const cookie = randomBytes(16).toString('hex').toUpperCase()
      const token = randomBytes(36).toString('hex')
      records.insert('sys_user_session', { id: digest(cookie), user: userId, name: token }, system)
      return { cookie, token }
    },
    find(cookie) {
      const row = sessionRow(records, cookie)
      return row && !row.invalidated ? { userId: row.user ?? '', token: row.name ?? '' } : null
    },
    close(cookie) {
      const row = sessionRow(records, cookie)
      if (row) records.remove('sys_user_session', row.sys_id ?? '', system)
    },
  }
}

function sessionRow(records: Records, cookie: string): Row | null {
  return cookie === '' ? null : (records.find('sys_user_session', `id=${digest(cookie)}`, { limit: 1 })[0] ?? null)
}

function digest(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex')
}

/** Accounts for integrations only have no way in by the login page. */
function isLocal(user: Row): boolean {
  return user.web_service_access_only !== 'true'
}

function countFailure(records: Records, user: Row): void {
  const failures = Number(user.failed_attempts ?? 0) + 1
  const values = { failed_attempts: String(failures), ...(failures >= failuresMax ? { locked_out: 'true' } : {}) }
  records.update('sys_user', user.sys_id ?? '', values, system)
}
