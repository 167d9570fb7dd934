/** The shape every language fills: the keys of the English catalogue. */
import type { en } from './en.ts'

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>

export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

/** Languages are loaded when wanted, so that nobody downloads the ones they do not read. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  switch (locale) {
    case 'en':
      return (await import('./en.ts')).en
    case 'de':
      return (await import('./de.ts')).de
  }
}

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
