/** The shape every language fills: the keys of the English catalogue. */
import type { en } from './en.ts'

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>

export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

/** The language to start with: what was chosen here before, else the first the browser names that we speak. */
export function preferredLocale(chosen: string | null, browser: readonly string[]): Locale {
  const wanted = chosen === null ? browser : [chosen, ...browser]
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0]
    const known = locales.find((locale) => locale === language)
    if (known) return known
  }
  return 'en'
}
