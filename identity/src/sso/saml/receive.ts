import type { Document } from '@xmldom/xmldom'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { unknownSender, untrustedMessage } from './errors.ts'
import { messageLimits, parseXml } from './parse-xml.ts'
import { type Message, readMessage } from './read-message.ts'
import { decodeMessage, inflateMessage } from './redirect-binding.ts'
import { type SamlApp, samlAppByEntity, takeMessage } from './store-saml.ts'
import { hasSignature, verifiedDocument, verifyRedirect } from './verify-signature.ts'

export type Received =
  | {
      binding: 'redirect'
      parameter: 'SAMLRequest' | 'SAMLResponse'
      value: string
      rawQuery: string
      isSigned: boolean
    }
  | { binding: 'post'; value: string }

/** How long after it was made a message is taken; beside it stands the clock error that the app is allowed. */
const messageSeconds = 300

export type ReceiveDeps = Pick<SignOnDeps, 'db' | 'clock'>

/**
 * Who sends this message, and what it says, once it may be believed: the sender is an app we know, its signature fits
 * (where there is one, and always where one is wanted), it is for us, new, and not too old.
 */
export async function receiveMessage<K extends Message['kind']>(
  deps: ReceiveDeps,
  input: { received: Received; kinds: readonly K[]; destination: string; mustBeSigned: boolean },
): Promise<{ app: SamlApp; message: Extract<Message, { kind: K }> }> {
  const { received, destination } = input
  const xml = received.binding === 'redirect' ? inflateMessage(received.value) : decodeMessage(received.value)
  const document = parseXml(xml, messageLimits)
  const claimed = readMessage(document)
  const app = await samlAppByEntity(deps.db, claimed.issuer)
  if (!app) throw unknownSender()
  const isSigned = received.binding === 'redirect' ? received.isSigned : hasSignature(document)
  const message = readMessage(believed(app, { received, xml, document, isSigned, mustBeSigned: input.mustBeSigned }))
  if (message.issuer !== app.settings.entityId) throw untrustedMessage('It names another sender inside.')
  if (!isOneOf(message, input.kinds)) throw untrustedMessage('It is of another kind than this address answers.')
  // What is signed says for whom, or it could be shown to somebody else (saml-bindings §3.4.5.2, §3.5.5.2).
  if (message.destination !== destination && (message.destination !== null || isSigned))
    throw untrustedMessage('It was made for another address.')
  await refuseOld(deps, app, message)
  return { app, message }
}

type Claimed = { received: Received; xml: string; document: Document; isSigned: boolean; mustBeSigned: boolean }

function believed(app: SamlApp, { received, xml, document, isSigned, mustBeSigned }: Claimed): Document {
  const { signingCertificates, requestsSigned } = app.settings
  if (!isSigned) {
    if (mustBeSigned || requestsSigned) throw untrustedMessage('It is not signed.')
    return document
  }
  if (received.binding === 'post') return verifiedDocument(xml, document, signingCertificates)
  verifyRedirect(received.rawQuery, received.parameter, signingCertificates)
  return document
}

const isOneOf = <K extends Message['kind']>(
  message: Message,
  kinds: readonly K[],
): message is Extract<Message, { kind: K }> => kinds.some((kind) => kind === message.kind)

async function refuseOld(deps: ReceiveDeps, app: SamlApp, message: Message): Promise<void> {
  const now = deps.clock.now().getTime()
  const skew = app.settings.clockSkewSeconds * 1000
  const age = now - message.issuedAt.getTime()
  if (age > messageSeconds * 1000 + skew) throw untrustedMessage('It is too old, or the clock of the app is wrong.')
  if (age < -skew - 30_000) throw untrustedMessage('It was made in the future: the clock of the app is wrong.')
  const forget = new Date(now + (messageSeconds * 1000 + skew) * 2)
  if (!(await takeMessage(deps.db, app.settings.entityId, message.id, forget)))
    throw untrustedMessage('It was used already.')
}
