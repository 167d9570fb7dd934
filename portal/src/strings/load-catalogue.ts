import type { Catalogue, Locale } from './catalogue.ts'

/** Languages are loaded when wanted, so that nobody downloads the ones they do not read. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  switch (locale) {
    case 'en':
      return (await import('./en.ts')).en
    case 'de':
      return (await import('./de.ts')).de
  }
}
