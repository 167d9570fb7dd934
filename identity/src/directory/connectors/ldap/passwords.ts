import { Attribute, BerWriter, Change, type Control, PasswordPolicyControl } from 'ldapts'
import type { Clock } from '../../../platform/clock.ts'
import type { Secret } from '../../../platform/secret.ts'
import { fold } from '../../text.ts'
import type { Passwords, PersonRef } from '../connector.ts'
import {
  accountLocked,
  DirectoryFailure,
  notAllowed,
  notFound,
  PasswordRejected,
  protectedIdentity,
  triesUsedUp,
} from '../failures.ts'
import { isAnswer, type LdapConnection, toFailure } from './connection.ts'
import { type LdapShape, valuesOf } from './entries.ts'
import type { LdapPolicy } from './flavour-type.ts'
import { secondsUntil } from './lockout.ts'
import { type LdapPerson, readPerson, readPolicy } from './person.ts'
import { faultOf, unknownPolicy } from './policy.ts'
import type { Reach } from './reach.ts'
import type { LdapService } from './service.ts'
import type { SignIn } from './sign-in.ts'

const passwordModifyOid = '1.3.6.1.4.1.4203.1.11.1'

type Deps = { service: LdapService; signIn: SignIn; clock: Clock; reach: Reach }

/** Passwords of a server with a password policy of its own; what differs between servers is in their flavours. */
export function ldapPasswords(deps: Deps, shape: LdapShape): Passwords {
  const { service } = deps
  const { flavour } = shape
  const find = async (connection: LdapConnection, who: PersonRef): Promise<LdapPerson> => {
    const found = await readPerson(connection, shape, who)
    if (found === null) throw notFound()
    return found
  }
  const factsOf = (person: LdapPerson, policy: LdapPolicy) => flavour.factsOf(person.entry, policy, deps.clock.now())
  const policyOf = (person: LdapPerson) => service.read((connection) => readPolicy(connection, shape, person.policyDn))

  /**
   * Whom nothing here may touch, looked at in the live entry before every write. OpenLDAP drops every lock with a new
   * password, the administrator's too, whatever "disabled" means in this directory: a leaver must not come back that way.
   */
  const writable = (who: PersonRef): Promise<LdapPerson> =>
    service.read(async (connection) => {
      const found = await find(connection, who)
      if (await deps.reach.isBeyond(connection, found)) throw protectedIdentity()
      if (found.disabled || found.lockedForGood) throw notAllowed('The account is disabled in its directory.')
      return found
    })

  const explain = async (error: unknown, control: PasswordPolicyControl, found: LdapPerson, next: Secret) => {
    if (error instanceof DirectoryFailure) return error
    if (!isAnswer(error)) return toFailure(error)
    const policy = await policyOf(found).catch(() => unknownPolicy)
    const fault = faultOf(error, control.value, {
      policy,
      notBefore: factsOf(found, policy).notBefore,
      length: [...next.reveal()].length,
      hasNamePart: hasNamePart(found, next),
      silentRefusalIsHistory: flavour.silentRefusalIsHistory,
    })
    if (fault !== null) return new PasswordRejected([fault], error)
    if (control.value?.error === 1) return accountLocked(error)
    return toFailure(error)
  }

  const reset = async (who: PersonRef, next: Secret, mustChange: boolean) => {
    const found = await writable(who)
    const control = new PasswordPolicyControl()
    try {
      await service.write((connection) => setPassword(connection, found.dn, next, control))
    } catch (error) {
      if (isAnswer(error) || !(await isSet(who, next, found))) throw await explain(error, control, found, next)
    }
    await finishReset(who, mustChange)
  }

  /**
   * The answer was lost: was the password set? Only when its time moved is the new one tried, so that a reset that
   * never arrived costs no failed try. The server counts whole seconds: a time just before ours may be either.
   */
  const isSet = async (who: PersonRef, next: Secret, before: LdapPerson): Promise<boolean> => {
    try {
      const now = await service.read((connection) => find(connection, who))
      const [changedAt, earlier] = [now, before].map((person) => factsOf(person, unknownPolicy).changedAt)
      // Where the directory keeps no time, one try is the only way to know.
      if (changedAt && changedAt.getTime() === earlier?.getTime()) {
        const isRecent = Math.abs(deps.clock.now().getTime() - changedAt.getTime()) < 5000
        if (!isRecent) return false
      }
      const verdict = await deps.signIn(who, next)
      return verdict.kind === 'ok' || verdict.kind === 'must_change'
    } catch {
      return false
    }
  }

  const finishReset = async (who: PersonRef, mustChange: boolean) => {
    const after = await service.read((connection) => find(connection, who))
    const changes = flavour.afterReset(after.entry, mustChange)
    if (changes.length > 0)
      await service.write((connection) => connection.client.modify(after.dn, changes)).catch(raise)
  }

  return {
    reset: (who, next, options) => reset(who, next, options?.mustChange ?? false),

    async change(who, current, next) {
      const found = await writable(who)
      const verdict = await deps.signIn(who, current)
      if (verdict.kind === 'wrong') throw new PasswordRejected([{ reason: 'current_wrong' }])
      if (verdict.kind === 'locked') throw accountLocked()
      if (verdict.kind === 'wait') throw triesUsedUp(secondsUntil(verdict.until, deps.clock.now()))
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
            await changePassword(connection, found.dn, { current, next }, control)
          },
          { keep: false },
        )
      } catch (error) {
        if (isAnswer(error) || !(await isSet(who, next, found))) throw await explain(error, control, found, next)
      }
    },

    async unlock(who) {
      const found = await writable(who)
      await service.write((connection) => connection.client.modify(found.dn, flavour.unlock())).catch(raise)
    },

    async state(who) {
      const person = await service.read((connection) => find(connection, who))
      const facts = factsOf(person, await policyOf(person))
      const { changedAt, expiresAt, notBefore, mustChange, locked } = facts
      return {
        changedAt,
        ...(facts.isReckoned ? { isReckoned: true } : {}),
        expiresAt,
        notBefore: notBefore !== null && notBefore > deps.clock.now() ? notBefore : null,
        mustChange,
        locked: person.lockedForGood || locked,
        present: true,
      }
    },

    /** Mostly stands in the entry itself; the rules are read only where it is reckoned by them, or `state` would know more. */
    async changedAt(who) {
      const person = await service.read((connection) => find(connection, who))
      return factsOf(person, unknownPolicy).changedAt ?? factsOf(person, await policyOf(person)).changedAt
    },

    async policyFor(who) {
      const person = await service.read((connection) => find(connection, who))
      const { lockSeconds: _lock, observationSeconds: _window, ...policy } = await policyOf(person)
      return policy
    },
  }
}

const raise = (error: unknown): never => {
  throw error instanceof DirectoryFailure ? error : toFailure(error)
}

/** Whether the password contains three letters in a row of a name of the person, as some servers look at it. */
function hasNamePart({ entry }: LdapPerson, next: Secret): boolean {
  const password = fold(next.reveal())
  const names = ['uid', 'cn', 'sn', 'givenName', 'mail'].flatMap((attribute) => valuesOf(entry, attribute)).map(fold)
  return names.some((name) => {
    const letters = [...name]
    return letters.some((_, at) => at + 3 <= letters.length && password.includes(letters.slice(at, at + 3).join('')))
  })
}

/** The extended operation first (RFC 3062); a server that does not know it (code 2) gets the attribute replaced. */
async function setPassword(connection: LdapConnection, dn: string, next: Secret, control: Control): Promise<void> {
  try {
    await passwordModify(connection, { dn, next }, control)
  } catch (error) {
    if (!isUnknownOperation(error)) throw error
    const password = new Attribute({ type: 'userPassword', values: [next.reveal()] })
    await connection.client.modify(dn, new Change({ operation: 'replace', modification: password }), control)
  }
}

/** The same for the person's own change: the old value goes and the new one comes in one modify. */
async function changePassword(
  connection: LdapConnection,
  dn: string,
  { current, next }: { current: Secret; next: Secret },
  control: Control,
): Promise<void> {
  try {
    await passwordModify(connection, { current, next }, control)
  } catch (error) {
    if (!isUnknownOperation(error)) throw error
    const password = (text: Secret) => new Attribute({ type: 'userPassword', values: [text.reveal()] })
    const changes = [
      new Change({ operation: 'delete', modification: password(current) }),
      new Change({ operation: 'add', modification: password(next) }),
    ]
    await connection.client.modify(dn, changes, control)
  }
}

/** protocolError, which RFC 4511 §4.12 wants for an extended operation that a server does not know. */
const isUnknownOperation = (error: unknown) => isAnswer(error) && error.code === 2

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
