import { createHash, randomBytes } from 'node:crypto'
import { system } from '../store/open-records.ts'
import { isPassword } from '../store/passwords.ts'
import type { Records, Row } from '../store/records.ts'
import { isUsable, userByName } from './who.ts'

/** What an identity provider said of a sign-on, which a sign-out must repeat. */
export type SignOn = { providerId: string; nameId: string; nameIdFormat: string; sessionIndex: string }

export type SignIn = { ok: true; userId: string } | { ok: false; reason: 'wrong' | 'locked' }

/** Sessions of browsers and of tools that behave like one: a cookie, and a token that calls repeat in x-usertoken. */
export type Sessions = {
  /** Checks a local password; five wrong ones in a row lock the account out, as the base system does. */
  signIn(userName: string, password: string): SignIn
  /** `signOn`: as whom an identity provider let them in, for the day they sign out. */
  open(userId: string, signOn?: SignOn): { cookie: string; token: string }
  /** The session of a cookie; null for one that is unknown or ended. */
  find(cookie: string): { userId: string; token: string } | null
  close(cookie: string): void
  /** How whoever has this cookie came in; null for a local password. */
  signOnOf(cookie: string): SignOn | null
  /** Ends the sessions that a provider opened for this name; all of them where it names none. How many there were. */
  closeNamed(providerId: string, nameId: string, sessionIndexes: readonly string[]): number
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
    open(userId, signOn) {
      const cookie = randomBytes(16).toString('hex').toUpperCase()
      const token = randomBytes(36).toString('hex')
      const values = { id: digest(cookie), user: userId, name: token, ...(signOn ? columnsOf(signOn) : {}) }
      records.insert('sys_user_session', values, system)
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
    signOnOf(cookie) {
      const row = sessionRow(records, cookie)
      return row?.sso_id ? signOnIn(row) : null
    },
    closeNamed(providerId, nameId, sessionIndexes) {
      const named = records.find('sys_user_session', `sso_id=${providerId}`).filter((row) => {
        const signOn = signOnIn(row)
        const isMeant = sessionIndexes.length === 0 || sessionIndexes.includes(signOn.sessionIndex)
        return signOn.nameId === nameId && isMeant
      })
      for (const row of named) records.remove('sys_user_session', row.sys_id ?? '', system)
      return named.length
    },
  }
}

function columnsOf({ providerId, nameId, nameIdFormat, sessionIndex }: SignOn): Row {
  return {
    sso_id: providerId,
    saml_name_id: nameId,
    saml_name_id_format: nameIdFormat,
    saml_session_index: sessionIndex,
  }
}

function signOnIn(row: Row): SignOn {
  return {
    providerId: row.sso_id ?? '',
    nameId: row.saml_name_id ?? '',
    nameIdFormat: row.saml_name_id_format ?? '',
    sessionIndex: row.saml_session_index ?? '',
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
