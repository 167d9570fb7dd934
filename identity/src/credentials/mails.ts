/** The mails of credentials, in the person's language: English, or German where their directory says so. */
import type { Person } from '../directory/module.ts'
import type { Mail } from '../platform/mail/mail.ts'
import { codeMinutes, disputeHours, inviteHours, linkMinutes } from './limits.ts'

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

/** A code without a link: for one more proof, and for a case of the service desk. */
export function proofCodeMail(input: Addressee & { code: string }): Mail {
  const { to, person, companyName, code } = input
  if (isGerman(person)) {
    return mail(to, 'proof_code', `Ihr Code bei ${companyName}`, [
      `Guten Tag ${person.displayName},`,
      `Ihr Code: ${code}`,
      `Er gilt ${codeMinutes} Minuten und einmal. Wenn Sie nichts angefordert haben, geben Sie ihn niemandem.`,
    ])
  }
  return mail(to, 'proof_code', `Your code at ${companyName}`, [
    `Hello ${person.displayName},`,
    `your code: ${code}`,
    `It works for ${codeMinutes} minutes and once. If you did not ask for it, give it to nobody.`,
  ])
}

export type FactorChange = 'added' | 'removed' | 'renamed' | 'codes_made'

/** To every address: whoever adds or removes a factor in somebody's name is seen. */
export function factorChangedMail(input: Addressee & { change: FactorChange; factor: string; page: URL }): Mail {
  const { to, person, companyName, change, factor, page } = input
  const german: Record<FactorChange, string> = {
    added: `„${factor}“ wurde eben als weiterer Nachweis hinzugefügt.`,
    removed: `„${factor}“ wurde eben als Nachweis entfernt.`,
    renamed: `Ein Nachweis heißt jetzt „${factor}“.`,
    codes_made: 'Eben wurden neue Wiederherstellungscodes erstellt; frühere gelten nicht mehr.',
  }
  const english: Record<FactorChange, string> = {
    added: `"${factor}" was just added as a way to prove that it is you.`,
    removed: `"${factor}" was just removed as a way to prove that it is you.`,
    renamed: `A way to prove that it is you is now called "${factor}".`,
    codes_made: 'New recovery codes were just made; those before no longer work.',
  }
  if (isGerman(person)) {
    return mail(to, 'factor_changed', `Ihre Anmeldung bei ${companyName} wurde geändert`, [
      `Guten Tag ${person.displayName},`,
      german[change],
      `Das waren Sie nicht? Rufen Sie sofort den Service Desk an, und sehen Sie hier nach:\n${page.href}`,
    ])
  }
  return mail(to, 'factor_changed', `How you sign in at ${companyName} was changed`, [
    `Hello ${person.displayName},`,
    english[change],
    `This was not you? Call the service desk at once, and look here:\n${page.href}`,
  ])
}

export function contactsChangedMail({ to, person, companyName }: Addressee): Mail {
  const kind = 'contacts_changed'
  if (isGerman(person)) {
    return mail(to, kind, `Ihre Kontaktdaten bei ${companyName} wurden geändert`, [
      `Guten Tag ${person.displayName},`,
      'eine Mailadresse oder Telefonnummer, die für Sie hinterlegt ist, wurde eben geändert. Die neue beweist hier einige Tage lang nicht, wer Sie sind; so lange wird alles Wichtige auch an diese Adresse gemeldet.',
      'Das waren Sie, oder es war so vereinbart? Dann brauchen Sie nichts zu tun.',
      'Das waren Sie nicht? Dann kennt vielleicht jemand Ihr Kennwort: Rufen Sie sofort den Service Desk an.',
    ])
  }
  return mail(to, kind, `Your contact details at ${companyName} were changed`, [
    `Hello ${person.displayName},`,
    'a mail address or phone number kept for you was just changed. For some days the new one does not prove here who you are; until then everything that matters is told to this address as well.',
    'This was you, or it was agreed with you? Then there is nothing to do.',
    'This was not you? Then somebody may know your password: call the service desk at once.',
  ])
}

/** The same for a number that is gone, in one text message. */
export function contactsChangedText(person: Addressee['person'], companyName: string): string {
  return isGerman(person)
    ? `${companyName}: Ihre hinterlegte Nummer wurde geändert. Waren Sie das nicht? Rufen Sie sofort den Service Desk an.`
    : `${companyName}: the number kept for you was changed. This was not you? Call the service desk at once.`
}

/** A reset that the service desk starts: the link goes to the person, nobody else sees it. */
export function resetLinkMail(input: Addressee & { link: URL }): Mail {
  const { to, person, companyName, link } = input
  if (isGerman(person)) {
    return mail(to, 'reset_link', `Ihr neues Kennwort bei ${companyName}`, [
      `Guten Tag ${person.displayName},`,
      `der Service Desk hat für Sie ein neues Kennwort veranlasst. Legen Sie es hier fest:\n${link.href}`,
      `Die Adresse gilt ${linkMinutes} Minuten und einmal. Geben Sie sie niemandem.`,
    ])
  }
  return mail(to, 'reset_link', `Your new password at ${companyName}`, [
    `Hello ${person.displayName},`,
    `the service desk started a new password for you. Choose it here:\n${link.href}`,
    `The address works for ${linkMinutes} minutes and once. Give it to nobody.`,
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
