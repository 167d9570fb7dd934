import type { BuiltInSettings } from '@hallpass/contract/directory-settings'
import type { Secret } from '../../../platform/secret.ts'
import {
  accountById,
  countTry,
  forgetTries,
  forgetTriesUnhurried,
  type ListedAccount,
  passwordOf,
  putPassword,
} from '../../store/accounts.ts'
import type { PasswordRow } from '../../store/tables.ts'
import type { Passwords, PersonRef, Verdict, WhoeverSets } from '../connector.ts'
import { notAllowed, notFound, PasswordRejected, protectedIdentity, throttled } from '../failures.ts'
import { breachList } from './breach-list.ts'
import { commonPasswords } from './common-passwords.ts'
import type { BuiltInDeps } from './deps.ts'
import { normal } from './hashes.ts'
import { faultsOf, passwordLengthMax, personWords } from './rules.ts'

/** Security B.11; NIST SP 800-63B-4 §3.1.1.2. What an administrator sets below the first counts as the first. */
const onlyFactorLengthMin = 15
const withSecondFactorLength = 8
/** NIST SP 800-63B-4 §3.2.2: no more than 100 wrong tries in a row. */
const lockoutTries = 100
const lockoutMinutes = 15

/** Hashing costs by length; nothing longer was ever taken, so nothing longer is compared. */
const isTakeable = (password: Secret) => password.length > 0 && password.length <= passwordLengthMax * 2

export type BuiltInPasswords = Passwords & { authenticate(who: PersonRef, password: Secret): Promise<Verdict> }

export function builtInPasswords(
  settings: BuiltInSettings,
  deps: BuiltInDeps,
  isOutOfReach: (login: string) => boolean,
): BuiltInPasswords {
  const historyCount = settings.historyCount ?? 5
  const breaches = breachList(settings.breachListUrl ?? null, deps.egress)
  const rulesFor = (options?: WhoeverSets) => ({
    companyWords: settings.companyWords ?? [],
    minLength: options?.hasSecondFactor
      ? (settings.minLengthWithSecondFactor ?? withSecondFactorLength)
      : Math.max(settings.minLength ?? onlyFactorLengthMin, onlyFactorLengthMin),
  })
  const endOf = (kept: PasswordRow | null) => passwordEnd(settings, kept?.changed_at ?? null)

  /** Counts the try, then compares, and answers what was right; whoever is locked is not compared at all. */
  const compare = async (accountId: string, password: Secret): Promise<PasswordRow | 'wrong' | 'locked'> => {
    if (!isTakeable(password)) {
      await deps.hashes.pretend(password)
      return 'wrong'
    }
    const now = deps.clock.now()
    const lockedUntil = new Date(now.getTime() + (settings.lockoutMinutes ?? lockoutMinutes) * 60_000)
    const rule = { triesMax: settings.lockoutTries ?? lockoutTries, lockedUntil, now }
    const kept = await countTry(deps.reader, accountId, rule)
    if (kept === null) {
      const isRight = await deps.hashes.pretend(password)
      return isRight || (await passwordOf(deps.reader, accountId)) === null ? 'wrong' : 'locked'
    }
    if (!(await deps.hashes.matches(accountId, kept.hash, password))) return 'wrong'
    await (deps.own ? forgetTriesUnhurried(deps.own, accountId) : forgetTries(deps.reader, accountId))
    return kept
  }

  const writable = async (who: PersonRef): Promise<ListedAccount> => {
    const account = await accountById(deps.reader, deps.directoryId, who.key)
    if (account === null) throw notFound()
    if (account.disabled) throw notAllowed('The account is disabled in its directory.')
    if (isOutOfReach(account.login)) throw protectedIdentity()
    return account
  }

  /** The current password counts as history, too. */
  const wasUsed = async (accountId: string, kept: PasswordRow, next: Secret): Promise<boolean> => {
    const known = [kept.hash, ...kept.history].slice(0, Math.max(historyCount, 1))
    const matches = await Promise.all(known.map((hash) => deps.hashes.matches(accountId, hash, next)))
    return matches.includes(true)
  }

  const judge = async (account: ListedAccount, kept: PasswordRow | null, next: Secret, options?: WhoeverSets) => {
    const list = await commonPasswords()
    const words = personWords({ login: account.login, displayName: account.display_name, mail: account.mail })
    const faults = faultsOf(normal(next), rulesFor(options), words, (text) => list.has(text))
    if (faults.length === 0 && kept !== null && (await wasUsed(account.id, kept, next))) {
      faults.push({ reason: 'used_before', historyCount: historyCount || null })
    }
    if (faults.length === 0 && (await breaches.has(normal(next)))) faults.push({ reason: 'too_common' })
    return faults
  }

  const put = async (account: ListedAccount, next: Secret, options: { mustChange: boolean } & WhoeverSets) => {
    const kept = await passwordOf(deps.reader, account.id)
    const faults = await judge(account, kept, next, options)
    if (faults.length > 0) throw new PasswordRejected(faults)
    const row: PasswordRow = {
      account_id: account.id,
      hash: await deps.hashes.make(account.id, next),
      history: kept === null ? [] : [kept.hash, ...kept.history].slice(0, Math.max(historyCount - 1, 0)),
      must_change: options.mustChange,
      changed_at: deps.clock.now(),
      failures: 0,
      locked_until: null,
    }
    const isPut = await deps.write((tx) => putPassword(tx, row, kept?.hash ?? null))
    if (!isPut) throw throttled(1)
  }

  return {
    async authenticate(who, password) {
      const account = await accountById(deps.reader, deps.directoryId, who.key)
      if (account?.disabled) return { kind: 'disabled' }
      if (account === null) {
        await deps.hashes.pretend(password)
        return { kind: 'wrong' }
      }
      const compared = await compare(account.id, password)
      if (typeof compared === 'string') return { kind: compared }
      if (compared.must_change) return { kind: 'must_change' }
      const end = endOf(compared)
      const leftMs = end === null ? null : end.getTime() - deps.clock.now().getTime()
      if (leftMs !== null && leftMs <= 0) return { kind: 'expired' }
      return {
        kind: 'ok',
        graceSignInsLeft: null,
        expiresInSeconds: leftMs === null ? null : Math.floor(leftMs / 1000),
        oldPasswordMayBind: false,
        passwordSetAt: compared.changed_at,
      }
    },
    async reset(who, next, options) {
      await put(await writable(who), next, { ...options, mustChange: options?.mustChange ?? false })
    },
    async change(who, current, next, options) {
      const account = await writable(who)
      const compared = await compare(account.id, current)
      if (typeof compared === 'string') throw new PasswordRejected([{ reason: 'current_wrong' }])
      await put(account, next, { ...options, mustChange: false })
    },
    async faultsOf(who, next, options) {
      const account = await writable(who)
      return await judge(account, await passwordOf(deps.reader, account.id), next, options)
    },
    async unlock(who) {
      const account = await writable(who)
      await deps.write((tx) => forgetTries(tx, account.id))
    },
    async state(who) {
      const account = await accountById(deps.reader, deps.directoryId, who.key)
      if (account === null) throw notFound()
      const kept = await passwordOf(deps.reader, account.id)
      return {
        changedAt: kept?.changed_at ?? null,
        expiresAt: endOf(kept),
        notBefore: null,
        mustChange: kept?.must_change ?? false,
        locked: kept !== null && kept.locked_until !== null && kept.locked_until > deps.clock.now(),
        present: kept !== null,
      }
    },
    policyFor: async (_who, options) => ({
      minLength: rulesFor(options).minLength,
      maxLength: passwordLengthMax,
      historyCount,
      minAgeSeconds: null,
      maxAgeSeconds: settings.maxAgeDays === undefined ? null : settings.maxAgeDays * 86_400,
      lockoutTries: settings.lockoutTries ?? lockoutTries,
      furtherChecks: settings.breachListUrl !== undefined && settings.breachListUrl !== null,
      refusesCommon: true,
      classes: null,
      refusesNameParts: false,
    }),
  }
}

/** When a password set then ends; never unless an administrator asked for it. */
export function passwordEnd(settings: BuiltInSettings, changedAt: Date | null): Date | null {
  if (changedAt === null || settings.maxAgeDays === undefined) return null
  return new Date(changedAt.getTime() + settings.maxAgeDays * 86_400_000)
}
