/** The mails of the desk, in the reader's language: English, or German where their directory says so. */
import type { Person } from '../directory/module.ts'
import type { Mail } from '../platform/mail/mail.ts'
import type { OutcomeKind } from './types.ts'

const isGerman = (locale: string | null): boolean => /^de\b/i.test(locale ?? '')

type Addressee = { to: string; person: Pick<Person, 'displayName' | 'locale'>; companyName: string }

export function vouchMail(input: {
  to: string
  locale: string | null
  person: string
  agent: string
  reference: string
  link: URL
}): Mail {
  const { to, locale, person, agent, reference, link } = input
  const kind = 'desk_vouch'
  if (isGerman(locale))
    return mail(to, kind, `Bürgen Sie für ${person}?`, [
      `${person} hat sich beim Service Desk gemeldet und kommt nicht in das Konto (Fall ${reference}). ${agent} fragt, ob Sie dafür bürgen.`,
      'Sprechen Sie zuerst selbst mit der Person: von Angesicht zu Angesicht, per Video oder unter einer Nummer, die Sie schon kannten. Eine Mail oder ein unbekannter Anruf genügt nicht.',
      `Melden Sie sich dann hier an, mit zweitem Faktor, und antworten Sie binnen 15 Minuten:\n${link.href}`,
    ])
  return mail(to, kind, `Do you vouch for ${person}?`, [
    `${person} has come to the service desk and cannot get into their account (case ${reference}). ${agent} asks whether you vouch for them.`,
    'Speak with the person yourself first: face to face, by video, or on a number you already knew. A mail or an unknown caller is not enough.',
    `Then sign in here, with your second factor, and answer within 15 minutes:\n${link.href}`,
  ])
}

export function passMail(input: Addressee & { pass: string; page: URL; minutes: number }): Mail {
  const { to, person, companyName, pass, page, minutes } = input
  const kind = 'desk_pass'
  if (isGerman(person.locale))
    return mail(to, kind, `Befristeter Zugang bei ${companyName}`, [
      `Guten Tag ${person.displayName},`,
      `Ihr befristeter Zugangscode: ${pass}`,
      `Er gilt ${minutes} Minuten und einmal. Melden Sie sich damit hier an und richten Sie einen neuen Faktor ein; sonst öffnet er nichts:\n${page.href}`,
      'Geben Sie ihn niemandem, auch nicht dem Service Desk.',
    ])
  return mail(to, kind, `Temporary pass at ${companyName}`, [
    `Hello ${person.displayName},`,
    `your temporary pass: ${pass}`,
    `It works for ${minutes} minutes and once. Sign in with it here and set up a new factor; it opens nothing else:\n${page.href}`,
    'Give it to nobody, the service desk included.',
  ])
}

export function passGivenMail({ to, person, companyName }: Addressee): Mail {
  const kind = 'desk_pass_given'
  if (isGerman(person.locale))
    return mail(to, kind, `Ein befristeter Zugang bei ${companyName} wurde ausgestellt`, [
      `Guten Tag ${person.displayName},`,
      'der Service Desk hat Ihnen eben an eine andere Adresse einen befristeten Zugang für einen neuen Faktor geschickt.',
      'Das haben Sie nicht verlangt? Rufen Sie sofort den Service Desk an.',
    ])
  return mail(to, kind, `A temporary pass at ${companyName} was given`, [
    `Hello ${person.displayName},`,
    'the service desk has just sent a temporary pass for a new factor to another address of yours.',
    'You did not ask for this? Call the service desk at once.',
  ])
}

export function secondOutcomeMail(
  input: Addressee & { kind: OutcomeKind; notBefore: Date | null; reference: string },
): Mail {
  const { to, person, companyName, notBefore, reference } = input
  const kind = 'desk_second_outcome'
  const isLink = input.kind === 'reset_link'
  if (isGerman(person.locale))
    return mail(to, kind, `Bitte prüfen: Kennwort und Faktor bei ${companyName}`, [
      `Guten Tag ${person.displayName},`,
      `jemand hat beim Service Desk in Ihrem Namen ${isLink ? 'auch ein neues Kennwort' : 'auch einen neuen Faktor'} verlangt (Fall ${reference}).`,
      `Vor dem ${time(notBefore, 'de-DE')} wird nichts verschickt.`,
      'Das waren Sie nicht? Rufen Sie vorher den Service Desk an; der Fall wird dann gestoppt.',
    ])
  return mail(to, kind, `Please check: password and factor at ${companyName}`, [
    `Hello ${person.displayName},`,
    `somebody asked the service desk in your name for ${isLink ? 'a new password as well' : 'a new factor as well'} (case ${reference}).`,
    `Nothing is sent before ${time(notBefore, 'en-GB')}.`,
    'This was not you? Call the service desk before then, and the case is stopped.',
  ])
}

export type OverdueCase = { reference: string; person: string; dueAt: Date }

export function overdueMail(input: {
  to: string
  locale: string | null
  cases: readonly OverdueCase[]
  link: URL
}): Mail {
  const { to, locale, cases, link } = input
  const language = isGerman(locale) ? 'de-DE' : 'en-GB'
  const lines = cases.map((each) => `${each.reference} · ${each.person} · ${time(each.dueAt, language)}`).join('\n')
  if (isGerman(locale))
    return mail(
      to,
      'desk_overdue',
      `Überfällig: ${cases.length} ${cases.length === 1 ? 'Fall' : 'Fälle'} im Service Desk`,
      [lines, `Zur Warteschlange:\n${link.href}`],
    )
  return mail(
    to,
    'desk_overdue',
    `Overdue: ${cases.length} ${cases.length === 1 ? 'case' : 'cases'} at the service desk`,
    [lines, `To the queue:\n${link.href}`],
  )
}

export function settingsWeakenedMail(input: { to: string; locale: string | null; author: string; link: URL }): Mail {
  const { to, locale, author, link } = input
  if (isGerman(locale))
    return mail(to, 'desk_settings_weakened', 'Der Service Desk verlangt jetzt weniger', [
      `${author} hat die Einstellungen des Service Desks so geändert, dass für ein neues Kennwort weniger nachzuweisen ist als zuvor.`,
      `Bitte prüfen Sie, ob das gewollt ist:\n${link.href}`,
    ])
  return mail(to, 'desk_settings_weakened', 'The service desk now asks for less', [
    `${author} changed the settings of the service desk so that less has to be proven for a new password than before.`,
    `Please check that this is wanted:\n${link.href}`,
  ])
}

/** In UTC: a mail does not know where it is read. */
function time(at: Date | null, language: string): string {
  if (at === null) return ''
  return `${at.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`
}

function mail(to: string, kind: string, subject: string, paragraphs: readonly string[]): Mail {
  return { to, kind, subject, text: `${paragraphs.join('\n\n')}\n` }
}
