/** The mails of credentials, in the person's language: English, or German where their directory says so. */
import type { Person } from '../directory/module.ts'
import type { Mail } from '../platform/mail/mail.ts'
import { codeMinutes, disputeHours, inviteHours } from './limits.ts'

type Addressee = { to: string; person: Pick<Person, 'displayName' | 'locale'>; companyName: string }

const isGerman = ({ locale }: Addressee['person']): boolean => /^de\b/i.test(locale ?? '')

export function resetCodeMail(input: Addressee & { code: string; link: URL }): Mail {
  const { to, person, companyName, code, link } = input
  const kind = 'reset_code'
  if (isGerman(person)) {
    return mail(to, kind, `Code für Ihr neues Kennwort bei ${companyName}`, [
      `Guten Tag ${person.displayName},`,
      `Ihr Code für ein neues Kennwort: ${code}`,
      `Oder öffnen Sie diese Seite und drücken Sie den Knopf darauf:\n${link.href}`,
      `Beides gilt ${codeMinutes} Minuten und einmal. Geben Sie den Code niemandem, auch nicht dem Service Desk.`,
      'Sie haben nichts angefordert? Dann brauchen Sie nichts zu tun: Ihr Kennwort bleibt, wie es ist.',
    ])
  }
  return mail(to, kind, `Code for your new password at ${companyName}`, [
    `Hello ${person.displayName},`,
    `your code for a new password: ${code}`,
    `Or open this page and press the button on it:\n${link.href}`,
    `Both work for ${codeMinutes} minutes and once. Give the code to nobody, the service desk included.`,
    'You did not ask for this? Then there is nothing to do: your password stays as it is.',
  ])
}

export function passwordChangedMail(input: Addressee & { kind: 'reset' | 'change'; link: URL }): Mail {
  const { to, person, companyName, link } = input
  const kind = 'password_changed'
  if (isGerman(person)) {
    return mail(to, kind, `Ihr Kennwort bei ${companyName} wurde geändert`, [
      `Guten Tag ${person.displayName},`,
      input.kind === 'reset'
        ? 'Ihr vergessenes Kennwort wurde eben durch ein neues ersetzt. Überall wurden Sie abgemeldet.'
        : 'Ihr Kennwort wurde eben geändert. Auf allen anderen Geräten wurden Sie abgemeldet.',
      'Das waren Sie? Dann brauchen Sie nichts zu tun.',
      `Das waren Sie nicht? Öffnen Sie binnen ${disputeHours} Stunden diese Seite und drücken Sie den Knopf darauf:\n${link.href}`,
    ])
  }
  return mail(to, kind, `Your password at ${companyName} was changed`, [
    `Hello ${person.displayName},`,
    input.kind === 'reset'
      ? 'your forgotten password was just replaced by a new one. You were signed out everywhere.'
      : 'your password was just changed. You were signed out on all other devices.',
    'This was you? Then there is nothing to do.',
    `This was not you? Open this page within ${disputeHours} hours and press the button on it:\n${link.href}`,
  ])
}

export function inviteMail(input: Addressee & { login: string; link: URL }): Mail {
  const { to, person, companyName, login, link } = input
  const kind = 'invite'
  if (isGerman(person)) {
    return mail(to, kind, `Ihr Zugang bei ${companyName}`, [
      `Guten Tag ${person.displayName},`,
      `für Sie wurde ein Zugang bei ${companyName} eingerichtet. Ihr Anmeldename: ${login}`,
      `Legen Sie hier Ihr erstes Kennwort fest:\n${link.href}`,
      `Die Adresse gilt ${inviteHours} Stunden und einmal.`,
    ])
  }
  return mail(to, kind, `Your account at ${companyName}`, [
    `Hello ${person.displayName},`,
    `an account was made for you at ${companyName}. Your login: ${login}`,
    `Choose your first password here:\n${link.href}`,
    `The address works for ${inviteHours} hours and once.`,
  ])
}

function mail(to: string, kind: string, subject: string, paragraphs: readonly string[]): Mail {
  return { to, kind, subject, text: `${paragraphs.join('\n\n')}\n` }
}
