import type { News } from '../tell-administrators.ts'

export type EndingCertificate = {
  /** The app that gave it to us; null for the one that we sign with. */
  app: { id: string; name: string } | null
  purpose: 'own' | 'signing' | 'encryption'
  endsAt: Date
  daysLeft: number
}

/** What administrators are told about certificates that end soon. Pure. */
export function warningOf(ending: readonly EndingCertificate[]): News {
  const [first, ...others] = [...ending].sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime())
  if (!first) throw new Error('no certificate ends')
  const all = [first, ...others]
  const isOne = others.length === 0
  const onlyApp = all.every(({ app }) => app !== null && app.id === first.app?.id) ? first.app : null
  return {
    kind: 'certificate_expiry',
    authorId: null,
    subject: {
      en: isOne
        ? `A certificate of single sign-on ends in ${daysEn(first)}`
        : `Certificates of single sign-on end, the first in ${daysEn(first)}`,
      de: isOne
        ? `Ein Zertifikat der Anmeldung an Apps endet in ${daysDe(first)}`
        : `Zertifikate der Anmeldung an Apps enden, das erste in ${daysDe(first)}`,
    },
    text: {
      en: () => all.map(lineEn).join('\n\n'),
      de: () => all.map(lineDe).join('\n\n'),
    },
    look: { en: 'Here you see which certificate ends when:', de: 'Hier sehen Sie, welches Zertifikat wann endet:' },
    path: onlyApp ? `/admin/apps/${onlyApp.id}?tab=signOn` : '/admin/sign-on?tab=keys',
  }
}

const daysEn = ({ daysLeft }: EndingCertificate): string => (daysLeft === 1 ? '1 day' : `${daysLeft} days`)
const daysDe = ({ daysLeft }: EndingCertificate): string => (daysLeft === 1 ? '1 Tag' : `${daysLeft} Tagen`)
const dateIn = (locale: string, date: Date): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' }).format(date)

function lineEn(ending: EndingCertificate): string {
  const when = `on ${dateIn('en-GB', ending.endsAt)}, in ${daysEn(ending)}`
  const { app, purpose } = ending
  if (app === null)
    return `The certificate that signs people on to SAML apps ends ${when}. Give each of those apps the certificate that follows, note it, then put that one in service: after the end apps refuse everybody.`
  if (purpose === 'encryption')
    return `${app.name}: the certificate that assertions are encrypted for ends ${when}. Ask whoever looks after the app for its new metadata.`
  return `${app.name}: the certificate that checks what the app signs ends ${when}. Ask whoever looks after the app for its new metadata.`
}

function lineDe(ending: EndingCertificate): string {
  const when = `endet am ${dateIn('de', ending.endsAt)}, in ${daysDe(ending)}`
  const { app, purpose } = ending
  if (app === null)
    return `Das Zertifikat, mit dem an SAML-Apps angemeldet wird, ${when}. Geben Sie jeder dieser Apps das folgende, vermerken Sie es und nehmen Sie es dann in Betrieb: Nach dem Ende weisen Apps alle ab.`
  if (purpose === 'encryption')
    return `${app.name}: Das Zertifikat, für das Zusicherungen verschlüsselt werden, ${when}. Bitten Sie die Betreuung der App um ihre neuen Metadaten.`
  return `${app.name}: Das Zertifikat, mit dem geprüft wird, was die App signiert, ${when}. Bitten Sie die Betreuung der App um ihre neuen Metadaten.`
}
