/** Languages are loaded when wanted, so that nobody downloads the ones they do not read. */
import type { AdministrationCatalogue, Locale, PeopleCatalogue } from './catalogue.ts'

export async function loadPeople(locale: Locale): Promise<PeopleCatalogue> {
  switch (locale) {
    case 'en':
      return (await import('./en.ts')).en
    case 'de':
      return (await import('./de.ts')).de
  }
}

export async function loadAdministration(locale: Locale): Promise<AdministrationCatalogue> {
  switch (locale) {
    case 'en':
      return (await import('./en-administration.ts')).enAdministration
    case 'de':
      return (await import('./de-administration.ts')).deAdministration
  }
}
