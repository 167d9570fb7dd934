import type { SamlFinding, SamlSettings } from '@hallpass/contract/saml'
import type { SpMetadata } from './read-metadata.ts'

const host = '.service-now.com'
const consumers = ['/navpage.do', '/consumer.do']

/** Whether these settings lead to a ServiceNow instance, whatever the app was added as. */
export const isServiceNow = (settings: SamlSettings, templateSlug: string | null): boolean =>
  templateSlug === 'servicenow' || settings.acs.some(({ url }) => new URL(url).hostname.endsWith(host))

/**
 * What most often fails with ServiceNow's Multi-Provider SSO, looked at before a person meets it: the audience, the
 * address, the person that the name means, signature and encryption, and the clock (its knowledge base, KB0657104).
 */
export function checkServiceNow(settings: SamlSettings, published: SpMetadata | null): SamlFinding[] {
  const found: SamlFinding[] = []
  const say = (level: SamlFinding['level'], subject: SamlFinding['subject'], message: string) =>
    void found.push({ level, subject, message })

  const origins = [...new Set(settings.acs.map(({ url }) => new URL(url).origin))]
  if (origins.includes(settings.entityId)) say('ok', 'entityId', 'The audience is the address of the instance.')
  else
    say(
      'fault',
      'entityId',
      `ServiceNow takes assertions for the address of the instance, ${origins.join(', ')}; here the audience is ${settings.entityId}. Both must be the same, without a slash at the end.`,
    )

  for (const { url } of settings.acs) {
    const { pathname } = new URL(url)
    if (consumers.includes(pathname)) say('ok', 'acs', `${url} takes assertions.`)
    else say('fault', 'acs', `${url} takes no assertions in ServiceNow; these do: ${consumers.join(', ')}.`)
  }

  const isOpaque = settings.nameIdFormat === 'persistent' || settings.nameIdFormat === 'transient'
  if (isOpaque)
    say(
      'fault',
      'nameId',
      'ServiceNow looks people up by login or mail address; a name made for it alone means nobody.',
    )
  else if (settings.nameId.includes('{login'))
    say('ok', 'nameId', 'People are named by login: the User Field of the identity provider there must be user_name.')
  else if (settings.nameId.includes('{mail'))
    say(
      'ok',
      'nameId',
      'People are named by mail address: the User Field of the identity provider there must be email.',
    )
  else say('warning', 'nameId', 'ServiceNow looks people up by user_name or email; this name is neither as it stands.')

  if (settings.sign === 'response')
    say('warning', 'signature', 'ServiceNow looks for a signature on the assertion; here only the response is signed.')
  else say('ok', 'signature', 'The assertion is signed, as ServiceNow wants it.')
  if (settings.encryption && published && published.encryptionCertificate === null)
    say(
      'fault',
      'certificate',
      'Assertions are encrypted, but the instance published no key for it: it would find an assertion that it cannot read.',
    )
  if (settings.clockSkewSeconds < 60)
    say('warning', 'clock', 'ServiceNow allows a minute of difference between clocks; allow as much here.')
  return found
}
