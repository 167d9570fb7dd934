/** What the pages say, in the language of whoever looks at them: English is the key, German a catalogue beside it. */
import type { Records, Row, Who } from '../store/records.ts'
import { uiMessage } from '../store/translations.ts'
import { platformWordsDe } from './platform-words-de.ts'
import { wordsDe } from './words-de.ts'

export type Words = keyof typeof wordsDe
export type Say = (words: Words, ...values: readonly (string | number)[]) => string

/** Pages are there in English and German; any other language reads English, as on an instance without its language plugin. */
export const pageLanguage = (language: string): 'de' | 'en' => (/^de([-_]|$)/i.test(language) ? 'de' : 'en')

export function sayIn(language: string): Say {
  const isGerman = pageLanguage(language) === 'de'
  return (words, ...values) =>
    (isGerman ? wordsDe[words] : words).replace(/\{(\d)\}/g, (_all, at: string) => String(values[Number(at)] ?? ''))
}

/** A label or choice of the base system. */
export function platformWord(language: string, words: string): string {
  return pageLanguage(language) === 'de' ? (platformWordsDe[words] ?? words) : words
}

/**
 * The label of a stage, or of one of its states, as stages are shown on an instance: looked up among the UI messages, the
 * label being the key. The base system's own states are there in its languages.
 */
export function stageWord(records: Records, language: string, label: string): string {
  const message = uiMessage(records, language, label)
  return message === label ? platformWord(language, label) : message
}

type Reader = { who: Who; language: string }

/** A field as this person reads it: choices in their language, everything else as it is. */
export function shownField(records: Records, table: string, row: Row, name: string, { who, language }: Reader): string {
  const text = records.display(table, row, name, who)
  const isChoice = records.dictionary.choices(table, name).some(({ label }) => label === text)
  return isChoice ? platformWord(language, text) : text
}

export function columnLabel(records: Records, table: string, name: string, language: string): string {
  return platformWord(language, records.dictionary.column(table, name)?.label ?? name)
}
