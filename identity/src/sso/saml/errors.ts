/** The failures of SAML sign-on. People read the sentence; the cause goes to the log under the reference id. */
import { Failure } from '../../platform/errors.ts'

export const malformedMessage = (detail: string, cause?: unknown): Failure =>
  new Failure('invalid', 'saml_message_invalid', `The app sent a sign-on message that cannot be read. ${detail}`, {
    cause,
  })

export const unknownSender = (): Failure =>
  new Failure(
    'not_found',
    'saml_app_unknown',
    'The app that sent you here is not connected. Tell the people who look after it that its entity ID is not known here.',
  )

export const untrustedMessage = (detail: string): Failure =>
  new Failure(
    'forbidden',
    'saml_message_untrusted',
    `The sign-on message of the app is refused. ${detail} Start again from the app or from My apps.`,
  )

export const signOnExpired = (): Failure =>
  new Failure(
    'not_found',
    'sign_on_expired',
    'This sign-on took too long or was used already. Start again from the app.',
  )

export const metadataUnusable = (detail: string): Failure =>
  new Failure('invalid', 'metadata_unusable', detail, { fields: [{ field: 'metadata', message: detail }] })
