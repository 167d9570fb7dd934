import { Attribute, BerWriter, Change, type Control, PasswordPolicyControl } from 'ldapts'
import type { Clock } from '../../../platform/clock.ts'
import type { Secret } from '../../../platform/secret.ts'
import type { Passwords, PersonRef } from '../connector.ts'
import { accountLocked, DirectoryFailure, notAllowed, notFound, PasswordRejected } from '../failures.ts'
import { isAnswer, type LdapConnection, toFailure } from './connection.ts'
import { foldDn } from './dn.ts'
import { type LdapShape, lockedForGood } from './entries.ts'
import { type LdapPerson, readPerson, readPolicy } from './person.ts'
import { faultOf, isLocked } from './policy.ts'
import type { LdapService } from './service.ts'
import type { SignIn } from './sign-in.ts'

const passwordModifyOid = '1.3.6.1.4.1.4203.1.11.1'

type Deps = { service: LdapService; signIn: SignIn; clock: Clock; bindDn: string }

/** Passwords of an OpenLDAP-like server with the password policy of draft-behera-ldap-password-policy. */
export function ldapPasswords(deps: Deps, shape: LdapShape): Passwords {
  const { service } = deps
  const person = async (connection: LdapConnection, who: PersonRef): Promise<LdapPerson> => {
    const found = await readPerson(connection, shape, who)
    if (found === null) throw notFound()
    return found
  }
  const look = (who: PersonRef) =>
    service.read(async (connection) => {
      const found = await person(connection, who)
      return { ...found, ...(await readPolicy(connection, found)) }
    })
  type Looked = Awaited<ReturnType<typeof look>>

  /**
   * Whom nothing here may touch. OpenLDAP drops every lock with a new password, the administrator's too, whatever
   * "disabled" means in this directory: a leaver must not come back that way. And never our own account (security A.1).
   */
  const enabled = async (who: PersonRef): Promise<Looked> => {
    const found = await look(who)
    if (found.disabled || found.lockedTime === lockedForGood)
      throw notAllowed('The account is disabled in its directory.')
    if (foldDn(found.dn) === foldDn(deps.bindDn))
      throw notAllowed('This is the account by which the directory is read.')
    return found
  }

  const explain = (error: unknown, control: PasswordPolicyControl, found: Looked): Error => {
    if (error instanceof DirectoryFailure) return error
    const fault = faultOf(error, control.value, found.policy, found.changedAt)
    if (fault !== null) return new PasswordRejected([fault], error)
    if (control.value?.error === 1) return accountLocked(error)
    return toFailure(error)
  }

  const reset = async (who: PersonRef, next: Secret, mustChange: boolean) => {
    const found = await enabled(who)
    const control = new PasswordPolicyControl()
    try {
      await service.write((connection) => setPassword(connection, found.dn, next, control))
    } catch (error) {
      if (isAnswer(error) || !(await isSet(who, next, found))) throw explain(error, control, found)
    }
    await markMustChange(who, mustChange)
  }

  /**
   * The answer was lost: was the password set? Only when its time moved is the new one tried, so that a reset that
   * never arrived costs no failed try. The server counts whole seconds: a time just before ours may be either.
   */
  const isSet = async (who: PersonRef, next: Secret, before: LdapPerson): Promise<boolean> => {
    try {
      const { changedAt } = await look(who)
      if (changedAt === null) return false
      const hasMoved = changedAt.getTime() !== before.changedAt?.getTime()
      const isRecent = Math.abs(deps.clock.now().getTime() - changedAt.getTime()) < 5000
      if (!hasMoved && !isRecent) return false
      const verdict = await deps.signIn(who, next)
      return verdict.kind === 'ok' || verdict.kind === 'must_change'
    } catch {
      return false
    }
  }

  /** Some servers mark every password set by another account; without the wish for it the mark is taken away again. */
  const markMustChange = async (who: PersonRef, wanted: boolean) => {
    const after = await look(who)
    if (after.mustChange === wanted) return
    const value = wanted ? ['TRUE'] : []
    await service.write((connection) => connection.client.modify(after.dn, replace('pwdReset', value))).catch(raise)
  }

  return {
    reset: (who, next, options) => reset(who, next, options?.mustChange ?? false),

    async change(who, current, next) {
      const found = await enabled(who)
      const verdict = await deps.signIn(who, current)
      if (verdict.kind === 'wrong') throw new PasswordRejected([{ reason: 'current_wrong' }])
      if (verdict.kind === 'locked') throw accountLocked()
      if (verdict.kind === 'disabled' || verdict.kind === 'account_expired') {
        throw notAllowed('The account is disabled in its directory.')
      }
      // An expired password no longer binds; the server said so for the right one only, so that proves it.
      if (verdict.kind === 'expired') return await reset(who, next, false)
      const control = new PasswordPolicyControl()
      try {
        await service.asSomebody(
          async (connection) => {
            await connection.bind(found.dn, current.reveal())
            await passwordModify(connection, { current, next }, control)
          },
          { keep: false },
        )
      } catch (error) {
        if (isAnswer(error) || !(await isSet(who, next, found))) throw explain(error, control, found)
      }
    },

    async unlock(who) {
      const found = await enabled(who)
      // The server forgets the wrong tries together with the lock; pwdFailureTime is nobody's to write.
      const ended = replace('pwdAccountLockedTime', [])
      await service.write((connection) => connection.client.modify(found.dn, ended)).catch(raise)
    },

    async state(who) {
      const { policy, lockSeconds, changedAt, mustChange, lockedTime } = await look(who)
      const expires = changedAt !== null && policy.maxAgeSeconds !== null
      return {
        changedAt,
        expiresAt: expires ? new Date(changedAt.getTime() + (policy.maxAgeSeconds ?? 0) * 1000) : null,
        notBefore: null,
        mustChange,
        locked: lockedTime === lockedForGood || isLocked(lockedTime, lockSeconds, deps.clock.now()),
        present: true,
      }
    },

    policyFor: async (who) => (await look(who)).policy,
  }
}

const raise = (error: unknown): never => {
  throw error instanceof DirectoryFailure ? error : toFailure(error)
}

/** The extended operation first (RFC 3062); a server that does not know it (code 2) gets the attribute replaced. */
async function setPassword(connection: LdapConnection, dn: string, next: Secret, control: Control): Promise<void> {
  try {
    await passwordModify(connection, { dn, next }, control)
  } catch (error) {
    if (!isAnswer(error) || error.code !== 2) throw error
    await connection.client.modify(dn, replace('userPassword', [next.reveal()]), control)
  }
}

/** RFC 3062 §2: with the current password it is the bound person's own change, without it a reset by the bound account. */
async function passwordModify(
  connection: LdapConnection,
  request: { dn?: string; current?: Secret; next: Secret },
  control: Control,
): Promise<void> {
  const writer = new BerWriter()
  writer.startSequence()
  if (request.dn !== undefined) writer.writeString(request.dn, 0x80)
  if (request.current !== undefined) writer.writeString(request.current.reveal(), 0x81)
  writer.writeString(request.next.reveal(), 0x82)
  writer.endSequence()
  await connection.client.exop(passwordModifyOid, writer.buffer, control)
}

function replace(type: string, values: string[]): Change {
  return new Change({ operation: 'replace', modification: new Attribute({ type, values }) })
}
