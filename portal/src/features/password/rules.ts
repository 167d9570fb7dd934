/** Which rules of a directory a password being typed already keeps. Pure. Some only the directory can judge. */
import type { PasswordRule } from '@hallpass/contract/credentials'

export type Verdict = 'met' | 'unmet' | 'later'

/** `later`: only the directory knows (its history, its lists); said when the password is set. */
export function verdictOf(rule: PasswordRule, password: string, forbiddenWords: readonly string[]): Verdict {
  const length = [...password].length
  switch (rule.code) {
    case 'length_min':
      return length >= (rule.value ?? 0) ? 'met' : 'unmet'
    case 'length_max':
      return length <= (rule.value ?? Number.POSITIVE_INFINITY) ? 'met' : 'unmet'
    case 'classes_min':
      return classesIn(password) >= (rule.value ?? 0) ? 'met' : 'unmet'
    case 'no_personal_words':
    case 'no_name_parts':
      return password !== '' && !containsAny(password, forbiddenWords) ? 'met' : 'unmet'
    case 'history':
    case 'age_min':
    case 'no_common_passwords':
    case 'quality':
      return 'later'
  }
}

/** Whether the password may be sent: nothing that can be judged here is against it. */
export function maySend(rules: readonly PasswordRule[], password: string, forbiddenWords: readonly string[]): boolean {
  return password !== '' && rules.every((rule) => verdictOf(rule, password, forbiddenWords) !== 'unmet')
}

/** Lower case, upper case, digits, everything else. */
export function classesIn(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(password)).length
}

function containsAny(password: string, words: readonly string[]): boolean {
  const folded = fold(password)
  return words.some((word) => word.length >= 3 && folded.includes(fold(word)))
}

/** Case and accents do not make another word. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
