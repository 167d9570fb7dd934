import type { SamlSettings } from '@hallpass/contract/saml'
import { Failure } from '../../platform/errors.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { metadataUnusable } from './errors.ts'
import { nameIdFormat } from './names.ts'
import { readMetadata, type SpMetadata } from './read-metadata.ts'

export type MetadataSource = { xml?: string; url?: string }

/** What was published, and what the clock of the other side said meanwhile; null where no server was asked. */
export type Opened = SpMetadata & { answeredAt: Date | null }

/** What an app published about itself, from a file or its address; fetched like everything from outside (security A.4). */
export async function openMetadata(deps: Pick<SignOnDeps, 'egress'>, source: MetadataSource): Promise<Opened> {
  if ((source.xml === undefined) === (source.url === undefined))
    throw new Failure('invalid', 'invalid_input', 'Give the metadata as text or by its address.', {
      fields: [{ field: 'xml', message: 'give this or url, not both' }],
    })
  if (source.xml !== undefined) return { ...read(source.xml), answeredAt: null }
  const answer = await deps.egress.fetch(source.url ?? '', { bytesMax: 256 * 1024, timeoutMs: 10_000 })
  if (answer.status !== 200) throw metadataUnusable(`The address answered with status ${answer.status}.`)
  const answeredAt = new Date(answer.headers.date ?? '')
  return { ...read(answer.text), answeredAt: Number.isNaN(answeredAt.getTime()) ? null : answeredAt }
}

function read(xml: string): SpMetadata {
  try {
    return readMetadata(xml)
  } catch (error) {
    // It is an administrator who reads this, not somebody on the way to an app.
    if (error instanceof Failure && error.code === 'saml_message_invalid')
      throw metadataUnusable(
        'This metadata cannot be read: it is not well-formed, too large, or declares a document type.',
      )
    throw error
  }
}

/** Settings as the metadata suggests them, over those that are there; an administrator looks at them before they count. */
export function suggestSettings(metadata: SpMetadata, before: SamlSettings | null): SamlSettings {
  const known = (Object.keys(nameIdFormat) as (keyof typeof nameIdFormat)[]).find((name) =>
    metadata.nameIdFormats.includes(nameIdFormat[name]),
  )
  const base = before ?? newSettings
  return {
    ...base,
    entityId: metadata.entityId,
    acs: metadata.acs.some((each) => each.isDefault)
      ? metadata.acs
      : metadata.acs.map((each, position) => ({ ...each, isDefault: position === 0 })),
    slo: metadata.slo,
    soapLogoutUrl: metadata.soapLogoutUrl,
    nameIdFormat: known ?? base.nameIdFormat,
    requestsSigned: metadata.signsRequests && metadata.signingCertificates.length > 0,
    signingCertificates: metadata.signingCertificates,
    encryption: before?.encryption
      ? { ...before.encryption, certificate: metadata.encryptionCertificate ?? before.encryption.certificate }
      : null,
    sign: metadata.wantsAssertionsSigned && base.sign === 'response' ? 'both' : base.sign,
  }
}

const attribute = (name: string, value: string) => ({ name, nameFormat: 'basic' as const, value })

/** What most apps understand. */
export const newSettings: SamlSettings = {
  entityId: '',
  acs: [],
  slo: null,
  soapLogoutUrl: null,
  nameIdFormat: 'emailAddress',
  nameId: '{mail}',
  attributes: [
    attribute('email', '{mail}'),
    attribute('firstName', '{givenName}'),
    attribute('lastName', '{familyName}'),
    attribute('displayName', '{displayName}'),
    attribute('groups', '{entitlements}'),
  ],
  sign: 'both',
  encryption: null,
  requestsSigned: false,
  signingCertificates: [],
  idpInitiated: false,
  relayStates: [],
  clockSkewSeconds: 60,
  sessionMinutes: null,
}
