/**
 * The shape every language fills. The catalogue has parts, so that nobody downloads words they do not read: those of
 * `account` (passwords, factors, devices), `administration` and `desk` come with the first screen that needs them, those of
 * `problems` with the first problem.
 */
import type { en } from './en.ts'
import type { enAccount } from './en-account.ts'
import type { enAdministration } from './en-administration.ts'
import type { enDesk } from './en-desk.ts'
import type { enProblems } from './en-problems.ts'
import type { enRequests } from './en-requests.ts'
import type { enSigningIn } from './en-signing-in.ts'

export type PeopleKey = keyof typeof en
export type AccountKey = keyof typeof enAccount
export type AdministrationKey = keyof typeof enAdministration
export type DeskKey = keyof typeof enDesk
export type ProblemKey = keyof typeof enProblems
export type MessageKey = PeopleKey | AccountKey | AdministrationKey | DeskKey | ProblemKey

export type PeopleCatalogue = Readonly<Record<PeopleKey, string>>
export type AccountCatalogue = Readonly<Record<AccountKey, string>>
export type AdministrationCatalogue = Readonly<Record<AdministrationKey, string>>
export type DeskCatalogue = Readonly<Record<DeskKey, string>>
export type ProblemCatalogue = Readonly<Record<ProblemKey, string>>
/** What has been loaded so far. */
export type Catalogue = PeopleCatalogue & Readonly<Partial<Record<MessageKey, string>>>

/** Parts beyond the words of people. */
export type Part = 'account' | 'administration' | 'desk' | 'problems'

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

export type RequestsCatalogue = Readonly<Record<keyof typeof enRequests, string>>
export type SigningInCatalogue = Readonly<Record<keyof typeof enSigningIn, string>>
