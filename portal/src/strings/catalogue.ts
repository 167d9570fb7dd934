/**
 * The shape every language fills. The catalogue has two parts, so that whoever only uses the portal does not download
 * the words of administration: those come with the first of its screens.
 */
import type { en } from './en.ts'
import type { enAdministration } from './en-administration.ts'

export type PeopleKey = keyof typeof en
export type AdministrationKey = keyof typeof enAdministration
export type MessageKey = PeopleKey | AdministrationKey

export type PeopleCatalogue = Readonly<Record<PeopleKey, string>>
export type AdministrationCatalogue = Readonly<Record<AdministrationKey, string>>
/** What has been loaded so far. */
export type Catalogue = PeopleCatalogue & Readonly<Partial<Record<AdministrationKey, string>>>

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
