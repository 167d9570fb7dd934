import { PasswordPolicyControl, PasswordPolicyError } from 'ldapts'
import type { Secret } from '../../../platform/secret.ts'
import { DirectoryFailure, misconfigured, throttled, unreachable } from '../failures.ts'
import { isAnswer, type LdapConnection, openConnection, toFailure, toSearchFailure } from './connection.ts'
import type { LdapAddress } from './transport.ts'

export type LdapService = {
  /** Runs a read bound as the service account; once more on a new connection when the kept one had died. */
  read<T>(work: (connection: LdapConnection) => Promise<T>): Promise<T>
  /** Runs a write bound as the service account, once: whether a lost answer was a yes is for the caller to read back. */
  write<T>(work: (connection: LdapConnection) => Promise<T>): Promise<T>
  /** A connection of its own bound as the service account, for a listing; the caller closes it. */
  own(): Promise<LdapConnection>
  /** Runs a bind, or what follows one as somebody else, on a connection that nobody else uses meanwhile. */
  asSomebody<T>(work: (connection: LdapConnection) => Promise<T>, options?: { keep: boolean }): Promise<T>
  close(): Promise<void>
}

/** A service connection is used no longer, so that an account which was taken away in the directory ends here too. */
const keptMsMax = 10 * 60_000
/**
 * Nothing is asked over a connection that nobody used for longer: firewalls and load balancers forget those, some after
 * minutes, and tell neither side.
 */
const idleMsMax = 60_000
const idleConnectionsMax = 8
const bindsMax = 8

/** Keeps one service connection and a few for binds: a TLS handshake costs more than everything else together. */
export function ldapService(
  address: LdapAddress,
  account: { dn: string; password: Secret },
  timeoutMs: number,
  agesMs: { keptMsMax: number; idleMsMax: number } = { keptMsMax, idleMsMax },
): LdapService {
  let kept: Promise<LdapConnection> | undefined
  let keptSince = 0
  let keptUsedAt = 0
  const retired = new Set<LdapConnection>()
  const idle: { connection: LdapConnection; since: number }[] = []
  const waiting: (() => void)[] = []
  let running = 0

  const openBound = async () => {
    const connection = await openConnection(address, timeoutMs)
    const control = new PasswordPolicyControl()
    try {
      await connection.bind(account.dn, account.password.reveal(), control)
      // Such a bind is accepted for setting another password and for nothing else.
      if (control.value?.error === PasswordPolicyError.ChangeAfterReset) throw misconfigured(endedAccount.mustChange)
      return connection
    } catch (error) {
      await connection.close()
      throw error instanceof DirectoryFailure ? error : toServiceFailure(error, control.value?.error)
    }
  }

  const service = async (): Promise<{ connection: LdapConnection; isNew: boolean }> => {
    // Whoever comes first opens; everybody who comes meanwhile waits for the same one, and fails with it.
    const underway = currentOpening()
    if (underway) return { connection: await underway, isNew: true }
    const before = await kept?.catch(() => undefined)
    const now = performance.now()
    const isOld = now - keptSince >= agesMs.keptMsMax || now - keptUsedAt >= agesMs.idleMsMax
    keptUsedAt = now
    if (before?.isOpen() && !isOld) return { connection: before, isNew: false }
    if (before?.isOpen()) retire(before)
    kept = currentOpening() ?? track(openBound())
    return { connection: await kept, isNew: true }
  }
  /** What others still wait for on it may come; then it is closed. */
  const retire = (connection: LdapConnection) => {
    if (retired.has(connection)) return
    retired.add(connection)
    setTimeout(() => {
      retired.delete(connection)
      void connection.close()
    }, timeoutMs).unref()
  }
  let opening: Promise<LdapConnection> | undefined
  const currentOpening = () => opening
  const track = (started: Promise<LdapConnection>) => {
    opening = started
    keptSince = performance.now()
    keptUsedAt = keptSince
    const done = () => {
      if (opening === started) opening = undefined
    }
    started.then(done, done)
    return started
  }

  /** The last one used; those before it are older still. */
  const takeUsable = (): LdapConnection | undefined => {
    for (let last = idle.pop(); last; last = idle.pop()) {
      if (last.connection.isOpen() && performance.now() - last.since < agesMs.idleMsMax) return last.connection
      void last.connection.close()
    }
    return undefined
  }
  const closeIdle = () => {
    for (const { connection } of idle.splice(0)) void connection.close()
  }

  const enter = async () => {
    if (running < bindsMax) {
      running += 1
      return
    }
    if (waiting.length >= 1000) throw throttled(5)
    // The one that leaves hands its place on; `running` stays.
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  return {
    async read(work) {
      const { connection, isNew } = await service()
      try {
        return await work(connection)
      } catch (error) {
        if (isNew || isAnswer(error) || error instanceof DirectoryFailure || connection.isOpen()) throw raise(error)
      }
      const again = await service()
      return await work(again.connection).catch((error) => {
        throw raise(error)
      })
    },
    async write(work) {
      const { connection } = await service()
      return await work(connection)
    },
    own: openBound,
    async asSomebody(work, options = { keep: true }) {
      await enter()
      const before = takeUsable()
      let connection = before
      try {
        connection ??= await openConnection(address, timeoutMs)
        return await work(connection)
      } finally {
        leave()
        // Where one was forgotten on the way the others were too: whoever comes next does not try them one by one.
        if (before && !before.isOpen()) closeIdle()
        if (connection?.isOpen() && options.keep && idle.length < idleConnectionsMax)
          idle.push({ connection, since: performance.now() })
        else await connection?.close()
      }
    },
    async close() {
      const service = await kept?.catch(() => undefined)
      const unused = idle.splice(0).map(({ connection }) => connection)
      await Promise.all([service, ...retired, ...unused].map((connection) => connection?.close()))
    },
  }
}

function raise(error: unknown): Error {
  return error instanceof DirectoryFailure ? error : toSearchFailure(error)
}

const endedAccount = {
  mustChange:
    'The service account must choose another password before the directory answers it. Do that, then enter it here.',
  expired: 'The password of the service account has expired. Set a new one in the directory, then enter it here.',
  locked: 'The service account is locked in the directory.',
  disabled: 'The service account is disabled in the directory.',
  unwilling:
    'The directory server is not willing to answer the service account: it is disabled in the directory, or the server is closed to it just now.',
  ended: 'The service account has expired in the directory. Extend it there.',
  elsewhere: 'The directory does not accept the service account at this hour, or from this machine.',
}

/** What a domain controller says within a refused bind (49), as a system error code in hexadecimal ([MS-ADTS] 5.1.1.1). */
const reasonsOfControllers: Record<string, string> = {
  '530': endedAccount.elsewhere,
  '531': endedAccount.elsewhere,
  '532': endedAccount.expired,
  '533': endedAccount.disabled,
  '701': endedAccount.ended,
  '773': endedAccount.mustChange,
  '775': endedAccount.locked,
}

function toServiceFailure(error: unknown, reason?: number): DirectoryFailure {
  if (!isAnswer(error)) return unreachable('The directory server did not answer the service account in time.', error)
  // 389 Directory Server: an account that was made inactive, which its control calls locked, and 19 for too many tries.
  // OpenLDAP says 53 for a database that is restricted or being shut.
  if (error.code === 53) return misconfigured(endedAccount.unwilling, error)
  if (reason === PasswordPolicyError.PasswordExpired) return misconfigured(endedAccount.expired, error)
  if (reason === PasswordPolicyError.AccountLocked) return misconfigured(endedAccount.locked, error)
  const told =
    error.code === 49 ? reasonsOfControllers[/\bdata ([0-9a-f]+)/i.exec(error.message)?.[1] ?? ''] : undefined
  if (told !== undefined) return misconfigured(told, error)
  if (error.code === 19) return misconfigured(endedAccount.locked, error)
  if (error.code === 49 || error.code === 32 || error.code === 48) {
    return misconfigured('The directory does not accept the bind name and password of the service account.', error)
  }
  return toFailure(error)
}
