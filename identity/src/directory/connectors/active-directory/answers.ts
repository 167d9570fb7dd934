/** What a domain controller's refusals mean. Its result codes are few; the number in the text says which it is. */
import type { ResultCodeError } from 'ldapts'
import type { Verdict } from '../connector.ts'
import { DirectoryFailure, misconfigured, notAllowed, type PasswordFault, PasswordRejected } from '../failures.ts'
import { isAnswer, toFailure } from '../ldap/connection.ts'
import { type AdTarget, notBeforeOf } from './person.ts'

/**
 * A refused bind (49) carries `data` and a system error code in hexadecimal. 773 and 532 are given for the right
 * password only. Null when the refusal is not about this person.
 */
export function verdictOfRefusedBind(error: unknown): Verdict | null {
  if (!isAnswer(error)) return null
  const reason = /\bdata ([0-9a-f]+)/i.exec(error.message)?.[1]?.toLowerCase()
  if (error.code !== 49) return null
  switch (reason) {
    case '773':
      return { kind: 'must_change' }
    case '532':
      return { kind: 'expired' }
    // Disabled, or not at this hour, or not from this machine.
    case '533':
    case '530':
    case '531':
      return { kind: 'disabled' }
    case '775':
      return { kind: 'locked' }
    case '701':
      return { kind: 'account_expired' }
    default:
      return { kind: 'wrong' }
  }
}

const errorNumber = (error: ResultCodeError): string =>
  /\b([0-9A-F]{8}):/i.exec(error.message)?.[1]?.toUpperCase() ?? ''

type Given = { next: string; isOwnChange: boolean; obeysHistory: boolean }

/** Why a write of a password was refused. Windows answers 19 or 53 to what breaks a rule, Samba 19. */
export function explainPasswordWrite(error: unknown, person: AdTarget, given: Given): Error {
  if (error instanceof DirectoryFailure) return error
  if (!isAnswer(error)) return toFailure(error)
  switch (errorNumber(error)) {
    case '00000056':
      return new PasswordRejected([{ reason: 'current_wrong' }], error)
    case '0000052D':
      return new PasswordRejected(faultsOf(person, given), error)
    case '0000001F':
      return misconfigured('The domain controller takes passwords over another kind of connection only.', error)
    default:
      if (error.code === 19) return new PasswordRejected([{ reason: 'refused' }], error)
      return explainWrite(error)
  }
}

export function explainWrite(error: unknown): Error {
  if (error instanceof DirectoryFailure) return error
  if (isAnswer(error) && error.code === 50) {
    return notAllowed(
      'The service account lacks the right to do this to this person; a check of the directory says which.',
      error,
    )
  }
  return toFailure(error)
}

/** Active Directory says "against the rules" and not which: whatever is seen to be broken, else what remains. */
function faultsOf(person: AdTarget, given: Given): PasswordFault[] {
  const { minLength, historyCount } = person.policy
  const faults: PasswordFault[] = []
  if (minLength !== null && given.next.length < minLength) faults.push({ reason: 'too_short', minLength })
  if (person.isComplex && containsName(given.next, person)) faults.push({ reason: 'contains_name' })
  if (person.isComplex && classesIn(given.next) < 3) faults.push({ reason: 'too_simple' })
  if (faults.length > 0) return faults
  const notBefore = given.isOwnChange ? notBeforeOf(person) : null
  if (notBefore !== null) return [{ reason: 'too_soon', notBefore }]
  if (given.obeysHistory && historyCount > 0) return [{ reason: 'used_before', historyCount }]
  return [{ reason: 'refused' }]
}

/** Capitals, small letters, digits, signs, and letters that have no case ([MS-SAMR] 3.1.1.7.2). */
function classesIn(password: string): number {
  const classes = [/\p{Lu}/u, /\p{Ll}/u, /\d/, /[^\p{L}\p{N}]/u, /[\p{Lo}\p{Lt}\p{Lm}]/u]
  return classes.filter((one) => one.test(password)).length
}

/** The whole login, or a part of the name, of three characters or more; parts end at blanks and signs. */
function containsName(password: string, person: AdTarget): boolean {
  const parts = [person.login, ...person.displayName.split(/[\s,.\-_#\t]+/)]
  const folded = password.toLowerCase()
  return parts.some((part) => part.length >= 3 && folded.includes(part.toLowerCase()))
}
