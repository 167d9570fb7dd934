/** The words of pages outside the portal. What a refusal says in English is its own sentence; here it is in German. */
import type { Failure } from '../platform/errors.ts'
import type { PageLanguage } from './plain-page.ts'

const en = {
  cannotOpen: 'This app cannot be opened',
  reference: 'Reference for the people who look after it:',
  myApps: 'My apps',
  catalog: 'Catalog',
  opening: 'Opening the app',
  goOn: 'Go on to the app',
  signOutTitle: 'Sign out?',
  signOutAsked: 'The app asks to sign you out here as well.',
  signOut: 'Sign out everywhere',
  stay: 'Stay signed in',
  signedOut: 'Signed out',
  signedOutNow: 'You are signed out.',
  signInAgain: 'Sign in again',
  requestRefused: 'The app sent a sign-on request that cannot be answered:',
  startAgain: 'Start again from the app or from your apps.',
}

const de: typeof en = {
  cannotOpen: 'Diese App kann nicht geöffnet werden',
  reference: 'Kennung für die Menschen, die sich darum kümmern:',
  myApps: 'Meine Apps',
  catalog: 'Katalog',
  opening: 'Die App wird geöffnet',
  goOn: 'Weiter zur App',
  signOutTitle: 'Abmelden?',
  signOutAsked: 'Die App möchte Sie auch hier abmelden.',
  signOut: 'Überall abmelden',
  stay: 'Angemeldet bleiben',
  signedOut: 'Abgemeldet',
  signedOutNow: 'Sie sind abgemeldet.',
  signInAgain: 'Wieder anmelden',
  requestRefused: 'Die App hat eine Anmeldeanfrage gesendet, die nicht beantwortet werden kann:',
  startAgain: 'Beginnen Sie noch einmal in der App oder bei Ihren Apps.',
}

export const pageWords: Record<PageLanguage, typeof en> = { en, de }

/** By code; what is not here stays in English, as it reads for administrators. */
const refusalsInGerman: Readonly<Record<string, string>> = {
  app_not_found: 'Diese App gibt es nicht.',
  app_refused: 'Sie haben zurzeit keinen Zugang zu dieser App. Beantragen Sie ihn im Katalog.',
  app_denied:
    'Die Anmelderichtlinie lässt niemanden diese App auf diesem Weg öffnen. Wenden Sie sich an Ihren Service Desk.',
  own_sign_on_change:
    'Sie haben geändert, was diese App über Personen erfährt, oder diesen Namen freigegeben. Bevor Sie selbst dort angemeldet werden, muss jemand anderes aus der Administration die Einstellungen speichern oder den Namen ebenfalls freigeben; gibt es sonst niemanden, dauert es einen Tag.',
  name_held:
    'Diese App kennt unter Ihrem Namen jemand anderes, vielleicht jemanden, der nicht mehr hier ist. Die Administration kann den Namen auf der Seite der App freigeben oder sagen, dass es Ihrer ist.',
  name_too_long:
    'Wonach diese App Sie kennen soll, ist länger, als ein Name sein darf. Bitten Sie die Administration, die Einstellungen der App anzusehen.',
  name_shared:
    'Jemand anderes hier hätte in dieser App denselben Namen, und sie könnte Sie nicht unterscheiden. Bitten Sie den Service Desk, einen der beiden zu ändern, oder die Administration, auf der Seite der App zu sagen, wessen Name es ist.',
  app_without_address: 'Diese App hat noch keine Anmeldeadresse. Bitten Sie die Administration, sie einzutragen.',
  starts_at_app: 'Die Anmeldung an dieser App beginnt in der App selbst.',
  page_out_of_date: 'Diese Seite ist nicht mehr aktuell. Öffnen Sie die App noch einmal über Ihre Apps.',
  sign_on_expired:
    'Diese Anmeldung hat zu lange gedauert oder wurde schon benutzt. Beginnen Sie noch einmal in der App.',
  saml_app_unknown:
    'Die App, von der Sie kommen, ist nicht verbunden. Sagen Sie den Menschen, die sich darum kümmern, dass ihre Entity-ID hier nicht bekannt ist.',
  saml_message_invalid: 'Die App hat eine Anmeldenachricht gesendet, die nicht gelesen werden kann.',
  saml_message_untrusted:
    'Die Anmeldenachricht der App wird abgelehnt. Beginnen Sie noch einmal in der App oder bei Ihren Apps.',
}

export const refusalWords = (language: PageLanguage, { code, message }: Pick<Failure, 'code' | 'message'>): string =>
  (language === 'de' ? refusalsInGerman[code] : undefined) ?? message
