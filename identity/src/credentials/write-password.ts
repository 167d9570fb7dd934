import type { Actor, Audit } from '../audit/module.ts'
import {
  changedAtOf,
  type Directory,
  DirectoryFailure,
  type Home,
  type PasswordFault,
  PasswordRejected,
} from '../directory/module.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { remembering } from '../platform/database/remembering.ts'
import type { Log } from '../platform/log.ts'
import type { Secret } from '../platform/secret.ts'
import { hasSecondFactor as isSecondFactorHeld } from './decide-recovery.ts'
import { passwordElsewhere, passwordUnchanged, passwordUnknown } from './errors.ts'
import type { RecentPasswords } from './recent-passwords.ts'
import { refuseOutOfReach } from './refuse-out-of-reach.ts'
import { passwordActions, type SettleDeps, settlePasswordWrite } from './settle-password-write.ts'
import { moveValidity } from './store.ts'
import { factorsOfPerson } from './store-factors.ts'
import { insertWrite, type PasswordWrite, type WriteKind } from './store-writes.ts'

export type WritePasswordDeps = SettleDeps & {
  db: Database
  log: Log
  audit: Pick<Audit, 'record' | 'intent' | 'outcome'>
  directory: SettleDeps['directory'] &
    Pick<Directory, 'connectorOf' | 'isProtected' | 'passwordsOf' | 'noteOwnWrite' | 'settleOwnWrite'>
  recentPasswords: RecentPasswords
}

type PasswordsOf = NonNullable<Home['connector']['passwords']>

export type PasswordWriteInput = {
  personId: string
  kind: WriteKind
  actor: Actor
  next: Secret
  ticketId: string | null
  attemptId: string | null
  sparedSessionId: string | null
  /** Joins the transaction that begins the write: claims what only one write may use. */
  claim?: (tx: Tx) => Promise<void>
  /** What is known to be wrong with the new one before anything has ended. */
  judge?: (passwords: PasswordsOf, ref: Home['ref'], knows: { hasSecondFactor: boolean }) => Promise<PasswordFault[]>
  write: (passwords: PasswordsOf, ref: Home['ref'], knows: { hasSecondFactor: boolean }) => Promise<void>
  /** Everything begun earlier has ended. */
  onBegun?: () => void
}

export type Written = { kind: 'applied' } | { kind: 'rejected'; reasons: PasswordFault[] }

/**
 * One password write to a directory. Sessions end and the intent is in the trail before it; the outcome is after it. The
 * password is in this call's memory and nowhere else: when the answer is lost, the state is read back and the person is
 * asked again; the write is never repeated blindly.
 */
export async function writePassword(deps: WritePasswordDeps, input: PasswordWriteInput): Promise<Written> {
  refuseUnfit(input.next)
  const { personId, actor } = input
  // Whether they are out of reach and where they live follow from the same rows: read once.
  const db = remembering(deps.db)
  const [, factors] = await Promise.all([
    refuseOutOfReach({ ...deps, db }, { personId, actor, asked: passwordActions[input.kind] }),
    factorsOfPerson(db, personId),
  ])
  const home = await deps.directory.connectorOf(db, personId)
  const passwords = deps.directory.passwordsOf(home)
  if (!passwords) throw passwordElsewhere()
  const hasSecondFactor = isSecondFactorHeld(factors)
  const before = await stateBefore(passwords, home.ref)
  const faults = (await input.judge?.(passwords, home.ref, { hasSecondFactor })) ?? []
  if (faults.length > 0) return await refuseUnbegun(deps, input, faults)
  const write = await begin(deps, input, home, before)
  input.onBegun?.()
  try {
    await input.write(passwords, home.ref, { hasSecondFactor })
  } catch (error) {
    return await afterFailure(deps, { input, home, passwords, write }, error)
  }
  // The write is done, whatever becomes of reading back its time; then the word of before it counts.
  const [setAt] = await Promise.all([changedAtOf(passwords, home.ref).catch(() => null), keepRecent(deps, input, home)])
  const settled = (tx: Tx) => setAt && deps.directory.settleOwnWrite(tx, home, setAt)
  await settlePasswordWrite(deps, write, { state: 'applied', actor: input.actor, also: settled })
  return { kind: 'applied' }
}

const longest = 1024

/** What no directory should be bothered with, whatever its own rules are: too long to hash, or cut off at a NUL. */
function refuseUnfit(next: Secret): void {
  if (next.length > longest) throw new PasswordRejected([{ reason: 'too_long', maxLength: longest }])
  if (next.reveal().includes('\u0000')) throw new PasswordRejected([{ reason: 'refused' }])
}

/** Where the directory may still take the password before, the new one is recognised by a keyed hash for that long. */
async function keepRecent(deps: WritePasswordDeps, input: PasswordWriteInput, home: Home): Promise<void> {
  if (!home.connector.proofs) return
  const { settings } = home.directory
  const minutes = 'oldPasswordMinutes' in settings ? settings.oldPasswordMinutes : undefined
  try {
    await deps.recentPasswords.keep(input.personId, input.next, minutes ?? 60)
  } catch (error) {
    // The password is set; signing in may have to wait for the directory's own word on it.
    deps.log.error({ err: error, personId: input.personId }, 'a new password could not be remembered')
  }
}

async function stateBefore(passwords: PasswordsOf, ref: Home['ref']): Promise<Date | null> {
  try {
    return await changedAtOf(passwords, ref)
  } catch (error) {
    throw passwordUnchanged(error)
  }
}

/** What holds before the directory hears of it: sessions are over, the intent is in the trail, and a sync will know our own. */
function begin(
  deps: WritePasswordDeps,
  input: PasswordWriteInput,
  home: Home,
  changedBefore: Date | null,
): Promise<PasswordWrite> {
  return deps.shareTransaction(input.personId, async (tx) => {
    await input.claim?.(tx)
    const startedAt = deps.clock.now()
    await moveValidity(tx, input.personId, startedAt, input.sparedSessionId)
    const intentId = deps.audit.intent(tx, {
      action: passwordActions[input.kind],
      actor: input.actor,
      subjects: { personId: input.personId, ...(input.attemptId === null ? {} : { attemptId: input.attemptId }) },
    })
    const { personId, kind, ticketId } = input
    const write = { id: deps.ids.next(), personId, intentId, kind, ticketId, changedBefore, startedAt }
    insertWrite(tx, write)
    deps.directory.noteOwnWrite(tx, home, startedAt)
    return write
  })
}

/** A try that ended nothing, and stands in the trail as any other. */
async function refuseUnbegun(
  deps: WritePasswordDeps,
  { personId, kind, actor }: PasswordWriteInput,
  reasons: PasswordFault[],
): Promise<Written> {
  const entry = { action: passwordActions[kind], actor, subjects: { personId } }
  const facts = { state: 'not_applied', refused: reasons.map(({ reason }) => reason) }
  await deps.db.transaction(async (tx) => {
    deps.audit.outcome(tx, deps.audit.intent(tx, entry), { ok: false, facts }, entry)
  })
  return { kind: 'rejected', reasons }
}

type Underway = { input: PasswordWriteInput; home: Home; passwords: PasswordsOf; write: PasswordWrite }

async function afterFailure(deps: WritePasswordDeps, underway: Underway, error: unknown): Promise<Written> {
  const { actor } = underway.input
  if (error instanceof PasswordRejected) {
    const facts = { refused: error.reasons.map(({ reason }) => reason) }
    await settlePasswordWrite(deps, underway.write, { state: 'not_applied', actor, facts })
    return { kind: 'rejected', reasons: error.reasons }
  }
  if (error instanceof DirectoryFailure && !error.retryable) {
    await settlePasswordWrite(deps, underway.write, { state: 'not_applied', actor, facts: { code: error.code } })
    throw error
  }
  deps.log.warn({ err: error, personId: underway.input.personId }, 'the answer to a password write was lost')
  const landed = await hasLanded(underway)
  if (landed === 'unknown') throw passwordUnknown(error)
  const state = landed ? 'applied' : 'not_applied'
  await settlePasswordWrite(deps, underway.write, { state, actor, facts: { readBack: true } })
  if (landed) await keepRecent(deps, underway.input, underway.home)
  if (landed) return { kind: 'applied' }
  throw passwordUnchanged(error)
}

/** Reads back: first when the directory says the password was set, then, where that shows nothing, whether the new one opens. */
async function hasLanded({ home, passwords, input, write }: Underway): Promise<boolean | 'unknown'> {
  try {
    const changedAt = await changedAtOf(passwords, home.ref)
    if (changedAt !== null && changedAt > (write.changedBefore ?? new Date(0))) return true
    const verdict = await home.connector.authenticate(home.ref, input.next)
    if (verdict.kind === 'ok') return true
    return verdict.kind === 'wrong' ? false : 'unknown'
  } catch {
    return 'unknown'
  }
}
