import type { SamlFinding, SamlSettings } from '@hallpass/contract/saml'
import { Failure } from '../../platform/errors.ts'
import { certificatesOf } from '../keys/certificates-of.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { checkServiceNow, isServiceNow } from './check-servicenow.ts'
import { type MetadataSource, openMetadata } from './from-metadata.ts'
import { nameIdFormat } from './names.ts'
import type { SpMetadata } from './read-metadata.ts'
import { samlKeys } from './signing-key.ts'
import { findSamlApp } from './store-saml.ts'

export type CheckSamlDeps = Pick<SignOnDeps, 'db' | 'clock' | 'egress' | 'signOnKeys' | 'access'>

/** Pre-flight: what would go wrong for the first person, found by reading both sides. Changes nothing. */
export async function checkSaml(
  deps: CheckSamlDeps,
  input: { appId: string; metadata: MetadataSource | undefined },
): Promise<SamlFinding[]> {
  const saml = await findSamlApp(deps.db, input.appId)
  if (!saml) throw new Failure('conflict', 'saml_not_set_up', 'This app is not set up for SAML yet.')
  const now = deps.clock.now()
  const { expiresAt } = await samlKeys(deps)
  const { settings } = saml
  const own = [...ownCertificate(expiresAt, now), ...theirCertificates(settings, now), ...inTheClear(settings)]
  const app = await deps.access.app(deps.db, input.appId)
  const isOfServiceNow = isServiceNow(saml.settings, app?.templateSlug ?? null)
  if (!input.metadata)
    return [
      ...own,
      ...(isOfServiceNow ? checkServiceNow(saml.settings, null) : []),
      finding('warning', 'metadata', 'Without the metadata of the app only our own side was checked.'),
    ]
  const published = await openMetadata(deps, input.metadata)
  return [
    ...own,
    ...theirClock(saml.settings, published.answeredAt, now),
    ...(isOfServiceNow ? checkServiceNow(saml.settings, published) : []),
    ...compare(saml.settings, published, now),
  ]
}

/** What the server that published the metadata takes for the time (the Date of its answer), against ours. */
function theirClock(settings: SamlSettings, answeredAt: Date | null, now: Date): SamlFinding[] {
  if (answeredAt === null) return []
  const seconds = Math.round((answeredAt.getTime() - now.getTime()) / 1000)
  if (seconds === 0) return [finding('ok', 'clock', 'The clock of the app agrees with ours.')]
  const by = Math.abs(seconds)
  const isBehind = seconds < 0
  if (by <= Math.max(settings.clockSkewSeconds, 5))
    return [
      finding(
        'ok',
        'clock',
        isBehind ? `The clock of the app is ${by} s behind ours.` : `The clock of the app is ${by} s ahead of ours.`,
      ),
    ]
  return [
    finding(
      'fault',
      'clock',
      isBehind
        ? `The clock of the app is ${by} s behind ours: assertions would not be valid yet there. Set its clock by NTP, or allow more difference.`
        : `The clock of the app is ${by} s ahead of ours: assertions would seem too old there. Set its clock by NTP, or allow more difference.`,
    ),
  ]
}

const finding = (level: SamlFinding['level'], subject: SamlFinding['subject'], message: string): SamlFinding => ({
  level,
  subject,
  message,
})

const days = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / 86_400_000)

function ownCertificate(expiresAt: Date, now: Date): SamlFinding[] {
  const left = days(now, expiresAt)
  if (left > 60) return [finding('ok', 'certificate', `Our certificate is good for ${left} days.`)]
  return [
    finding(
      left < 0 ? 'fault' : 'warning',
      'certificate',
      left < 0
        ? 'Our certificate has expired. Give the app the next certificate, and put the next key in service (Sign-on, Signing keys).'
        : `Our certificate ends in ${left} days. Give the app the next certificate now, then put the next key in service (Sign-on, Signing keys).`,
    ),
  ]
}

function theirCertificates(settings: SamlSettings, now: Date): SamlFinding[] {
  return certificatesOf(settings).flatMap(({ purpose, endsAt }) => {
    const left = days(now, endsAt)
    if (left > 60) return []
    const what = purpose === 'signing' ? 'that checks what the app signs' : 'that assertions are encrypted for'
    const message = left < 0 ? `The certificate ${what} has expired.` : `The certificate ${what} ends in ${left} days.`
    return [finding('warning', 'certificate', `${message} Ask the app for its new metadata.`)]
  })
}

/** A signed assertion is worth a password for the minutes that it is good for. */
function inTheClear({ acs }: SamlSettings): SamlFinding[] {
  const plain = acs.filter(({ url }) => new URL(url).protocol === 'http:' && !isLoopback(new URL(url).hostname))
  return plain.map(({ url }) =>
    finding(
      'warning',
      'acs',
      `Assertions are sent to ${url} in the clear: whoever sees one on its way can sign on as its person. Let the app take them by https.`,
    ),
  )
}

const isLoopback = (host: string): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(host)

/** What the app says of itself against what is set here. Pure. */
export function compare(settings: SamlSettings, published: SpMetadata, now: Date): SamlFinding[] {
  const found: SamlFinding[] = []
  const say = (level: SamlFinding['level'], subject: SamlFinding['subject'], message: string) =>
    void found.push(finding(level, subject, message))

  if (published.entityId === settings.entityId) say('ok', 'entityId', 'The entity ID is the same on both sides.')
  else
    say(
      'fault',
      'entityId',
      `The app calls itself ${published.entityId}, here it is ${settings.entityId}. It would refuse the audience.`,
    )

  const theirs = published.acs.map((each) => each.url)
  const strange = settings.acs.filter((each) => !theirs.includes(each.url))
  const missing = theirs.filter((url) => !settings.acs.some((each) => each.url === url))
  for (const each of strange) say('fault', 'acs', `The app does not take assertions at ${each.url}.`)
  for (const url of missing)
    say(
      'warning',
      'acs',
      `The app also takes assertions at ${url}, which is not set here: a request that asks for it is refused.`,
    )
  if (strange.length === 0 && missing.length === 0)
    say('ok', 'acs', 'The addresses for assertions are the same on both sides.')

  const format = nameIdFormat[settings.nameIdFormat]
  if (
    published.nameIdFormats.length === 0 ||
    published.nameIdFormats.includes(format) ||
    published.nameIdFormats.includes(nameIdFormat.unspecified)
  )
    say('ok', 'nameId', 'The app takes the kind of name that it is sent.')
  else
    say(
      'fault',
      'nameId',
      `The app wants people named in one of these ways: ${published.nameIdFormats.join(', ')}; here it is ${format}.`,
    )

  const unknown = published.signingCertificates.filter((each) => !settings.signingCertificates.includes(each))
  if (published.signsRequests && unknown.length === published.signingCertificates.length)
    say(
      'fault',
      'certificate',
      'The app signs its requests with a certificate that is not set here; they would be refused.',
    )
  else if (unknown.length > 0)
    say(
      'warning',
      'certificate',
      'The app published another certificate as well; it may change to it soon. Take it over now.',
    )
  if (published.signsRequests && !settings.requestsSigned)
    say('warning', 'signature', 'The app signs its requests, but unsigned ones are taken here. Ask for signed ones.')
  if (!published.signsRequests && settings.requestsSigned)
    say('fault', 'signature', 'The app does not say that it signs its requests; unsigned ones are refused here.')
  if (published.wantsAssertionsSigned && settings.sign === 'response')
    say('fault', 'signature', 'The app wants the assertion signed; here only the response is.')
  if (
    settings.encryption &&
    published.encryptionCertificate !== null &&
    settings.encryption.certificate !== published.encryptionCertificate
  )
    say('fault', 'certificate', 'Assertions are encrypted for a certificate that the app no longer publishes.')

  if (published.slo && published.slo.url !== settings.slo?.url)
    say('warning', 'logout', `The app offers single logout at ${published.slo.url}, which is not set here.`)
  if (published.soapLogoutUrl && published.soapLogoutUrl !== settings.soapLogoutUrl)
    say(
      'warning',
      'logout',
      `The app takes sign-outs without the browser at ${published.soapLogoutUrl}, which is not set here.`,
    )
  if (published.validUntil && published.validUntil <= now)
    say('warning', 'metadata', 'The metadata of the app has expired; it may have changed since.')
  return found
}
