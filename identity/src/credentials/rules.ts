/** The rules of a password as a person reads them. Pure. */
import type { PasswordRule } from '@hallpass/contract/credentials'
import type { PasswordPolicy, Person } from '../directory/module.ts'

export type RulesFor = 'reset' | 'change'

/**
 * One line a rule, in the order in which people run into them; minimum age counts for a person's own change only,
 * and so does the history of a directory that a reset passes by. */
export function rulesOf(policy: PasswordPolicy, rulesFor: RulesFor): PasswordRule[] {
  const rules: PasswordRule[] = []
  const add = (code: PasswordRule['code'], value: number | null, sentence: string) =>
    rules.push({ code, value, sentence })
  if (policy.minLength) add('length_min', policy.minLength, `At least ${policy.minLength} characters`)
  if (policy.maxLength) add('length_max', policy.maxLength, `At most ${policy.maxLength} characters`)
  if (policy.classes)
    add('classes_min', policy.classes, `${policy.classes} of these kinds: capitals, small letters, digits, signs`)
  if (policy.refusesNameParts && !policy.refusesCommon)
    add('no_name_parts', null, 'Your login and the parts of your name are not in it')
  if (policy.refusesCommon) {
    add('no_personal_words', null, 'Not your name, login or company with a little added')
    add('no_common_passwords', null, 'Not on the lists of passwords that attackers try first')
  }
  if (policy.historyCount > 0 && !(rulesFor === 'reset' && policy.resetIgnoresHistory)) {
    const sentence =
      policy.historyCount === 1 ? 'Not your last password' : `None of your last ${policy.historyCount} passwords`
    add('history', policy.historyCount, sentence)
  }
  if (policy.minAgeSeconds && rulesFor === 'change')
    add('age_min', policy.minAgeSeconds, `Can be changed once in ${inWords(policy.minAgeSeconds)}`)
  if (policy.furtherChecks) add('quality', null, 'Your directory checks more than it tells: the longer, the safer')
  return rules
}

/** From when on the directory allows a change of one's own; null when it does now. */
export function notBeforeOf(policy: PasswordPolicy, changedAt: Date | null, now: Date): Date | null {
  if (!policy.minAgeSeconds || changedAt === null) return null
  const at = new Date(changedAt.getTime() + policy.minAgeSeconds * 1000)
  return at > now ? at : null
}

/** What a directory that looks for names alone refuses in a password (MS-SAMR 3.1.1.8.7): the login, and parts of the name. */
export function namePartsOf(person: Person): string[] {
  const parts = [person.login, ...person.displayName.split(/[\s,.\-_#]+/u)].map((part) => part.toLowerCase())
  return [...new Set(parts.filter((part) => part.length >= 3))]
}

/** Words that must not carry the password: at least three letters, each once, in lower case. */
export function forbiddenWordsOf(person: Person, companyName: string): string[] {
  const names = [person.login, person.displayName, person.givenName, person.familyName, person.mail?.split('@')[0]]
  const words = [...names, companyName].flatMap((name) => (name ?? '').toLowerCase().split(/[\s.,;:@_-]+/u))
  return [...new Set(words.filter((word) => word.length >= 3))]
}

function inWords(seconds: number): string {
  const units: [number, string][] = [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ]
  const [size, unit] = units.find(([length]) => seconds >= length && seconds % length === 0) ?? [1, 'second']
  const count = seconds / size
  return count === 1 ? `a ${unit}`.replace('a hour', 'an hour') : `${count} ${unit}s`
}
