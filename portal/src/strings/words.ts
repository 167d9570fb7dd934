/** The language in use and the words loaded for it: one for the whole page, since a page speaks one language. */
import { useSyncExternalStore } from 'react'
import type { Catalogue, Locale } from './catalogue.ts'
import { keepLocale } from './chosen-locale.ts'
import { loadAdministration, loadPeople } from './load-catalogue.ts'

type Words = { locale: Locale; catalogue: Catalogue }

let words: Words | null = null
let withAdministration = false
const listeners = new Set<() => void>()

/** Loads the words to start with. Nothing is shown before. */
export async function startWords(locale: Locale): Promise<void> {
  set({ locale, catalogue: await load(locale) })
}

/** Another language, with everything that was loaded of the one before. */
export async function changeLocale(locale: Locale): Promise<void> {
  keepLocale(locale)
  set({ locale, catalogue: await load(locale) })
}

/** Called before a screen of administration is shown. */
export async function wantAdministration(): Promise<void> {
  if (withAdministration || words === null) return
  const { locale } = words
  const more = await loadAdministration(locale)
  withAdministration = true
  if (words.locale === locale) set({ locale, catalogue: { ...words.catalogue, ...more } })
}

export function useWords(): Words {
  const now = useSyncExternalStore(listen, () => words)
  if (now === null) throw new Error('startWords comes before the first screen')
  return now
}

async function load(locale: Locale): Promise<Catalogue> {
  if (!withAdministration) return loadPeople(locale)
  const [people, administration] = await Promise.all([loadPeople(locale), loadAdministration(locale)])
  return { ...people, ...administration }
}

function set(next: Words): void {
  words = next
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
