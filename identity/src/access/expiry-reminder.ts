import type { Person } from '../directory/module.ts'
import type { Mail } from '../platform/mail/mail.ts'
import type { Role } from './types.ts'

type Facts = { to: string; person: Person; role: Role; endsAt: Date; publicUrl: URL }

/** The mail that says a role ends soon, in the person's language where we have it. */
export function expiryReminder(facts: Facts): Mail {
  const isGerman = /^de\b/i.test(facts.person.locale ?? '')
  const { subject, text } = isGerman ? german(facts) : english(facts)
  return { to: facts.to, kind: 'access_ends_soon', subject, text }
}

function english({ person, role, endsAt, publicUrl }: Facts) {
  return {
    subject: `Your access to ${role.name} ends on ${day(endsAt, 'en-GB')}`,
    text: `Hello ${person.displayName},

your role "${role.name}" ends on ${moment(endsAt, 'en-GB')}.

If you still need it, ask for more time under "My apps". If you do not, there is nothing to do: it ends by itself.
${new URL('/', publicUrl).href}
`,
  }
}

function german({ person, role, endsAt, publicUrl }: Facts) {
  return {
    subject: `Ihr Zugang zu ${role.name} endet am ${day(endsAt, 'de-DE')}`,
    text: `Guten Tag ${person.displayName},

Ihre Rolle „${role.name}“ endet am ${moment(endsAt, 'de-DE')}.

Wenn Sie sie weiter brauchen, bitten Sie unter „Meine Apps“ um mehr Zeit. Wenn nicht, ist nichts zu tun: Sie endet von selbst.
${new URL('/', publicUrl).href}
`,
  }
}

function day(at: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}

function moment(at: Date, locale: string): string {
  return `${new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`
}
