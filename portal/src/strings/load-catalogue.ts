/** Languages are loaded when wanted, so that nobody downloads the ones they do not read. */
import type { Locale, MessageKey, Part, PeopleCatalogue } from './catalogue.ts'
import type { Sentences } from './say.ts'

type Words = Readonly<Partial<Record<MessageKey, string>>>

export async function loadPeople(locale: Locale): Promise<PeopleCatalogue> {
  switch (locale) {
    case 'en':
      return (await import('./en.ts')).en
    case 'de':
      return (await import('./de.ts')).de
  }
}

export function loadPart(locale: Locale, part: Part): Promise<Words> {
  return loaders[locale][part]()
}

/** What the service says in English, as the page says it; comes with the first words that are more than those of people. */
export async function loadSentences(locale: Locale): Promise<Sentences> {
  switch (locale) {
    case 'en':
      return (await import('./en-sentences.ts')).enSentences
    case 'de':
      return (await import('./de-sentences.ts')).deSentences
  }
}

const loaders: Record<Locale, Record<Part, () => Promise<Words>>> = {
  en: {
    account: async () => (await import('./en-account.ts')).enAccount,
    administration: async () => (await import('./en-administration.ts')).enAdministration,
    desk: async () => (await import('./en-desk.ts')).enDesk,
    problems: async () => (await import('./en-problems.ts')).enProblems,
  },
  de: {
    account: async () => (await import('./de-account.ts')).deAccount,
    administration: async () => (await import('./de-administration.ts')).deAdministration,
    desk: async () => (await import('./de-desk.ts')).deDesk,
    problems: async () => (await import('./de-problems.ts')).deProblems,
  },
}
