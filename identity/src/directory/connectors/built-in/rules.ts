import { fold, wordsOf } from '../../text.ts'
import type { PasswordFault } from '../failures.ts'

/** Longest password taken (security B.11 asks for 64 at least); longer ones only cost time. */
export const passwordLengthMax = 256

export type PasswordRules = { minLength: number; companyWords: readonly string[] }

/** Words of the person that a password must not lean on: parts of names, login and mailbox. */
export function personWords(account: { login: string; displayName: string; mail: string | null }): string[] {
  const mailbox = account.mail?.split('@')[0] ?? ''
  return [...new Set([account.login, account.displayName, mailbox].flatMap(wordsOf))].filter((word) => word.length >= 3)
}

/**
 * Everything the rules hold against a password; empty when it is fine. Length and lists, no character classes
 * (NIST SP 800-63B-4 §3.1.1.2). A listed word counts when hardly anything stands beside it, so that a long sentence
 * may mention the company or a name. Pure; `common` answers for a folded text.
 */
export function faultsOf(
  password: string,
  rules: PasswordRules,
  words: readonly string[],
  common: (text: string) => boolean,
): PasswordFault[] {
  const length = [...password].length
  if (length < rules.minLength) return [{ reason: 'too_short', minLength: rules.minLength }]
  if (length > passwordLengthMax) return [{ reason: 'too_long', maxLength: passwordLengthMax }]
  const folded = fold(password)
  const faults: PasswordFault[] = []
  if (isCommon(folded, common)) faults.push({ reason: 'too_common' })
  if (isMonotonous(folded)) faults.push({ reason: 'too_simple' })
  if (leansOn(folded, words)) faults.push({ reason: 'contains_name' })
  if (leansOn(folded, rules.companyWords.flatMap(wordsOf))) faults.push({ reason: 'contains_company_word' })
  return faults
}

/** Itself, its letters alone, or its repeated unit stands on the list of passwords that are tried first. */
function isCommon(folded: string, common: (text: string) => boolean): boolean {
  const joined = folded.replace(/[\s._-]+/gu, '')
  const bare = joined.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [folded, joined, bare, unitOf(joined), unitOf(bare)].some((text) => text !== '' && common(text))
}

/** One short unit over and over, or characters that only count up or down. */
function isMonotonous(folded: string): boolean {
  const joined = folded.replace(/\s+/gu, '')
  if (unitOf(joined).length <= 4) return true
  const codes = [...joined].map((char) => char.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return steps.filter((step) => Math.abs(step) <= 1).length >= steps.length * 0.8
}

/** The shortest piece that makes the text by repetition; the text itself when there is none. */
function unitOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text)
      return text.slice(0, length)
  }
  return text
}

/** Without these words fewer than 8 letters or digits are left. */
function leansOn(folded: string, words: readonly string[]): boolean {
  const joined = folded.replace(/[^\p{L}\p{N}]+/gu, '')
  const longestFirst = [...words].sort((one, other) => other.length - one.length)
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, ''), joined)
  return rest !== joined && [...rest].length < 8
}
