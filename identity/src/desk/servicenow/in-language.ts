/**
 * What is said in ServiceNow, in the language of whoever reads it there. It is kept in English, as the trail and the pages
 * of Hallpass want it, and put into another language when it is said.
 */
import { passwordSentencesDe } from '@hallpass/contract/password-sentences-de'
import { sayer } from '@hallpass/contract/sayer'
import { ticketSentencesDe } from '@hallpass/contract/ticket-sentences-de'

/** As ServiceNow or a directory writes it, such as `de`, `de-AT`, `de_DE` or `fr`; null where nobody said. */
export type Language = string | null

/** The first that anybody named: a language that we do not speak is answered in English, not in the next one's. */
export function firstNamed(...languages: readonly (string | null | undefined)[]): Language {
  for (const language of languages) {
    const named = language?.trim()
    if (named) return named.slice(0, 20)
  }
  return null
}

export function isGerman(language: Language): boolean {
  return /^de([-_]|$)/i.test(language ?? '')
}

const inGerman = sayer({ ...ticketSentencesDe, ...passwordSentencesDe })

/** Line by line; what people or administrators wrote themselves stays as it is. */
export function inLanguage(language: Language, english: string): string {
  return isGerman(language) ? english.split('\n').map(inGerman).join('\n') : english
}

/** An answer with words for a person. */
export function sayIn<T extends { message: string }>(language: Language, answer: T): T {
  return { ...answer, message: inLanguage(language, answer.message) }
}
