import { Attribute, BerWriter, Change, Control } from 'ldapts'
import type { Secret } from '../../../platform/secret.ts'
import type { Passwords, PersonRef } from '../connector.ts'
import { accountLocked, notFound, PasswordRejected, triesUsedUp } from '../failures.ts'
import { isAnswer } from '../ldap/connection.ts'
import { explainPasswordWrite, explainWrite } from './answers.ts'
import type { AdContext } from './context.ts'
import { policyHintsOid } from './domain.ts'
import { waitBeforeTry } from './lockout.ts'
import { type AdResettable, type AdTarget, notBeforeOf, readSetAt } from './person.ts'
import type { SignIn } from './sign-in.ts'

/** Passwords of a domain, by `unicodePwd` ([MS-ADTS] 3.1.1.3.1.5): replaced is a reset, deleted and added a change. */
export function adPasswords(context: AdContext, signIn: SignIn): Passwords {
  const { service } = context

  const write = async (person: Pick<AdResettable, 'guidDn'>, changes: Change[], controls: Control[] = []) => {
    await service.write((connection) => connection.client.modify(person.guidDn, changes, controls))
  }

  /** The answer was lost: was it done? The time of a password is exact, so only when it moved is the new one tried. */
  const isDone = async (
    who: PersonRef,
    before: Pick<AdResettable, 'setAt' | 'mustChange'>,
    next: Secret,
  ): Promise<boolean> => {
    try {
      const after = await context.target(who)
      if (
        after === null ||
        (after.setAt?.getTime() === before.setAt?.getTime() && after.mustChange === before.mustChange)
      )
        return false
      const { kind } = await signIn(who, next)
      return kind === 'ok' || kind === 'must_change'
    } catch {
      return false
    }
  }

  return {
    async reset(who, next, options) {
      const person = await context.resettable(who)
      checkBefore(next)
      const { hasPolicyHints } = await service.read(context.domain)
      // A reset alone leaves a lock as it is; both or neither.
      const changes = [replace('unicodePwd', passwordValue(next)), replace('lockoutTime', '0')]
      if (options?.mustChange) changes.push(replace('pwdLastSet', '0'))
      try {
        await write(person, changes, hasPolicyHints ? [new PolicyHints()] : [])
      } catch (error) {
        if (!isAnswer(error)) {
          if (await isDone(who, person, next)) return
          throw explainWrite(error)
        }
        const explained = await context.target(who)
        if (explained === null) throw explainWrite(error)
        throw explainPasswordWrite(error, explained, {
          ...{ next: next.reveal(), isOwnChange: false },
          obeysHistory: hasPolicyHints,
        })
      }
    },

    /**
     * Over the service account's connection, since somebody whose password has expired or must be changed cannot bind:
     * the domain itself compares the current one, which the one before is not.
     */
    async change(who, current, next) {
      if (current.length === 0) throw new PasswordRejected([{ reason: 'current_wrong' }])
      await context
        .oneAtATime(who.key, async () => {
          const person = await context.writable(who)
          if (person.locked) throw accountLocked()
          const wait = waitBeforeTry(person)
          if (wait !== null) throw triesUsedUp(wait.seconds)
          checkBefore(next)
          const changes = [change('delete', passwordValue(current)), change('add', passwordValue(next))]
          try {
            await write(person, changes)
          } catch (error) {
            if (isAnswer(error))
              throw explainPasswordWrite(error, person, {
                ...{ next: next.reveal(), isOwnChange: true },
                obeysHistory: true,
              })
            return { lost: error, person }
          }
          return null
        })
        .then(async (outcome) => {
          if (outcome === null || (await isDone(who, outcome.person, next))) return
          throw explainWrite(outcome.lost)
        })
    },

    async unlock(who) {
      const person = await context.writable(who)
      await write(person, [replace('lockoutTime', '0')]).catch((error) => {
        throw explainWrite(error)
      })
    },

    async changedAt(who) {
      const found = await service.read((connection) => readSetAt(connection, context.shape, who))
      if (found === null) throw notFound()
      return found.setAt
    },

    async state(who) {
      const person = await known(context, who)
      return {
        changedAt: person.setAt,
        expiresAt: person.mustChange ? null : person.expiresAt,
        notBefore: notBeforeOf(person),
        mustChange: person.mustChange,
        locked: person.locked,
        present: true,
      }
    },

    async policyFor(who) {
      const { policy } = await known(context, who)
      const { hasPolicyHints } = await service.read(context.domain)
      return hasPolicyHints ? policy : { ...policy, resetIgnoresHistory: true }
    },
  }
}

async function known(context: AdContext, who: PersonRef): Promise<AdTarget> {
  const person = await context.target(who)
  if (person === null) throw notFound()
  return person
}

const lengthMax = 256

/** What no domain takes, or would take only in part. */
function checkBefore(next: Secret): void {
  if (next.length > lengthMax) throw new PasswordRejected([{ reason: 'too_long', maxLength: lengthMax }])
  if (next.length === 0 || next.reveal().includes('\0')) throw new PasswordRejected([{ reason: 'refused' }])
}

const passwordValue = (password: Secret): Buffer => Buffer.from(`"${password.reveal()}"`, 'utf16le')

function replace(type: string, value: string | Buffer): Change {
  const values = Buffer.isBuffer(value) ? [value] : [value]
  return new Change({ operation: 'replace', modification: new Attribute({ type, values }) })
}

function change(operation: 'delete' | 'add', value: Buffer): Change {
  return new Change({ operation, modification: new Attribute({ type: 'unicodePwd', values: [value] }) })
}

/** Flag 1: what the history refuses is refused in a reset, too. */
class PolicyHints extends Control {
  constructor() {
    super(policyHintsOid, { critical: true })
  }

  override writeControl(writer: BerWriter): void {
    const value = new BerWriter()
    value.startSequence()
    value.writeInt(1)
    value.endSequence()
    writer.writeBuffer(value.buffer, 0x04)
  }
}
