import type { Glide } from './ports.ts'
import { tables } from './tables.ts'

export type Words = (key: string, ...parts: readonly string[]) => string

/** Texts in the language a person chose, whoever's session this runs in: a flow runs as the system, in English. */
export function wordsFor(glide: Pick<Glide, 'tables' | 'text'>, personId: string): Words {
  const language = glide.tables.get(tables.person, personId)?.get('preferred_language') || 'en'
  return (key, ...parts) => glide.text(language, `x_hlps_access.${key}`, ...parts)
}

/** For administrators and logs. */
export function englishWords(glide: Pick<Glide, 'text'>): Words {
  return (key, ...parts) => glide.text('en', `x_hlps_access.${key}`, ...parts)
}

/**
 * What came from elsewhere, made fit for a journal and for a template: `[code]` would be drawn as HTML, and `^` ends a
 * value in an encoded template.
 */
export function plain(text: string): string {
  return text
    .replace(/\[\/?code\]/gi, '')
    .replace(/\^/g, ' ')
    .trim()
}
