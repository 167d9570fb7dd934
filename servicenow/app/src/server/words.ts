import type { Glide } from './ports.ts'
import { properties, tables } from './tables.ts'

export type Words = (key: string, ...parts: readonly string[]) => string

type Speaking = Pick<Glide, 'tables' | 'text' | 'property'>

/** What a person chose, else what the instance speaks; '' for nobody. Whoever's session this runs in: a flow runs as the system. */
export function languageOf(glide: Omit<Speaking, 'text'>, personId: string): string {
  const chosen = personId === '' ? '' : glide.tables.get(tables.person, personId)?.get('preferred_language')
  return chosen || instanceLanguage(glide)
}

export function instanceLanguage(glide: Pick<Glide, 'property'>): string {
  return glide.property(properties.instanceLanguage) || 'en'
}

/** Texts in the language of a person. */
export function wordsFor(glide: Speaking, personId: string): Words {
  return wordsIn(glide, languageOf(glide, personId))
}

/** For agents and administrators: whoever takes a task up is not known when it is made. */
export function instanceWords(glide: Pick<Glide, 'text' | 'property'>): Words {
  return wordsIn(glide, instanceLanguage(glide))
}

function wordsIn(glide: Pick<Glide, 'text'>, language: string): Words {
  return (key, ...parts) => glide.text(language, `x_hlps_access.${key}`, ...parts)
}

/** What Hallpass said to a person, as agents may read it: '' where the person reads another language than the instance speaks. */
export function forAgents(glide: Omit<Speaking, 'text'>, personId: string, said: string): string {
  return languageOf(glide, personId) === instanceLanguage(glide) ? said : ''
}

/** For logs, and for what Hallpass keeps: it puts sentences into other languages itself. */
export function englishWords(glide: Pick<Glide, 'text'>): Words {
  return (key, ...parts) => glide.text('en', `x_hlps_access.${key}`, ...parts)
}

/**
 * What came from elsewhere, made fit for a journal and for a template: `[code]` would be drawn as HTML, so its brackets
 * are made round, and `^` ends a value in an encoded template.
 */
export function plain(text: string): string {
  return text
    .replace(/\^/g, ' ')
    .replace(/\[(\/?code)\]/gi, '($1)')
    .trim()
}
