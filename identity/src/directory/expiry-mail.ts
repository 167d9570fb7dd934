import type { Mail } from '../platform/mail/mail.ts'

export type ExpiryMail = {
  mail: string
  displayName: string
  locale: string | null
  expiresAt: Date
  zone: string
  link: URL
}

/** What a person is told whose password ends soon. Pure. */
export function expiryMail({ mail, displayName, locale, expiresAt, zone, link }: ExpiryMail): Mail {
  const isGerman = /^de\b/i.test(locale ?? '')
  const when = timeIn(expiresAt, zone, isGerman ? 'de' : 'en-GB')
  const [subject, lines] = isGerman
    ? [
        `Ihr Passwort läuft am ${when} ab`,
        [
          `Guten Tag ${displayName},`,
          `Ihr Passwort läuft am ${when} ab. Bis dahin können Sie es hier ändern:`,
          link.href,
          'Danach kommen Sie an derselben Stelle mit „Passwort vergessen“ weiter.',
          'Niemand wird Sie nach Ihrem Passwort fragen. Wenn Sie dem Link nicht trauen, tippen Sie die Adresse des Portals selbst ein.',
        ],
      ]
    : [
        `Your password ends on ${when}`,
        [
          `Hello ${displayName},`,
          `Your password ends on ${when}. Until then you can change it here:`,
          link.href,
          'After that, "Forgot password" in the same place gets you back in.',
          'Nobody will ask you for your password. If you do not trust the link, type the address of the portal yourself.',
        ],
      ]
  return {
    to: mail,
    kind: 'password_expiry',
    subject: subject as string,
    text: `${(lines as string[]).join('\n\n')}\n`,
  }
}

function timeIn(time: Date, timeZone: string, locale: string): string {
  const format = (zone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'long', timeStyle: 'short' }).format(time)
  try {
    return format(timeZone)
  } catch {
    return `${format('UTC')} UTC`
  }
}
