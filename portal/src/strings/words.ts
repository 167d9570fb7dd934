/** The language in use and the words loaded for it: one for the whole page, since a page speaks one language. */
import { useSyncExternalStore } from 'react'
import type { Catalogue, Locale, Part } from './catalogue.ts'
import { keepLocale } from './chosen-locale.ts'
import { loadPart, loadPeople, loadSentences } from './load-catalogue.ts'
import { speak } from './say.ts'

type Words = { locale: Locale; catalogue: Catalogue }

let words: Words | null = null
const loaded = new Set<Part>()
const listeners = new Set<() => void>()

/** Loads the words to start with. Nothing is shown before. */
export async function startWords(locale: Locale): Promise<void> {
  set({ locale, catalogue: await loadPeople(locale) })
}

/** Another language, with everything that was loaded of the one before. */
export async function changeLocale(locale: Locale): Promise<void> {
  keepLocale(locale)
  const [people, sentences, ...parts] = await Promise.all([
    loadPeople(locale),
    loadSentences(locale),
    ...[...loaded].map((part) => loadPart(locale, part)),
  ])
  speak(sentences)
  set({ locale, catalogue: Object.assign({}, people, ...parts) })
}

/** Called before a screen is shown that needs more words than those of people. */
export async function wantWords(...wanted: readonly Part[]): Promise<void> {
  if (words === null) return
  const { locale } = words
  const missing = wanted.filter((part) => !loaded.has(part))
  if (missing.length === 0) return
  const [sentences, ...parts] = await Promise.all([
    loadSentences(locale),
    ...missing.map((part) => loadPart(locale, part)),
  ])
  for (const part of missing) loaded.add(part)
  if (words.locale !== locale) return
  speak(sentences)
  set({ locale, catalogue: Object.assign({}, words.catalogue, ...parts) })
}

export function useWords(): Words {
  const now = useSyncExternalStore(listen, () => words)
  if (now === null) throw new Error('startWords comes before the first screen')
  return now
}

function set(next: Words): void {
  words = next
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
