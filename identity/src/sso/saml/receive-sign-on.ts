import type { SignOnDeps } from '../sign-on/deps.ts'
import { insertPending } from '../sign-on/store-pending.ts'
import { addressesOf } from './addresses.ts'
import { untrustedMessage } from './errors.ts'
import { binding, nameIdFormat } from './names.ts'
import type { AuthnRequest } from './read-message.ts'
import { type Received, receiveMessage } from './receive.ts'
import type { SamlApp } from './store-saml.ts'

/** What a request of an app asked for, kept while its person signs in. */
export type SamlDetails = {
  inResponseTo: string | null
  acsUrl: string
  relayState: string | null
  forceAuthn: boolean
  isPassive: boolean
  wantedFormat: string | null
  requestedContext: { comparison: string; classes: string[] } | null
  /** The person was sent to show more than the policy wants, because the app wishes for it, and when. */
  asks?: 'proof'
  askedAt?: string
}

/** Long enough to find a phone. */
export const pendingMinutes = 15

/**
 * A sign-on request of an app. What it asks for is kept under an id, and the browser comes back with that id by a
 * redirect of our own: a POST from another site carries no cookies of ours (security C.17).
 */
export async function receiveSignOn(
  deps: Pick<SignOnDeps, 'db' | 'clock' | 'ids' | 'publicUrl'>,
  input: { received: Received; relayState: string | null },
): Promise<{ id: string }> {
  const { app, message } = await receiveMessage(deps, {
    received: input.received,
    kinds: ['AuthnRequest'],
    destination: addressesOf(deps.publicUrl).signOnUrl,
    mustBeSigned: false,
  })
  const now = deps.clock.now()
  const details: SamlDetails = {
    inResponseTo: message.id,
    acsUrl: consumerOf(app, message),
    relayState: input.relayState,
    forceAuthn: message.forceAuthn,
    isPassive: message.isPassive,
    wantedFormat: message.nameIdFormat === nameIdFormat.unspecified ? null : message.nameIdFormat,
    requestedContext: message.requestedContext,
  }
  const id = deps.ids.next()
  await insertPending(deps.db, {
    id,
    protocol: 'saml',
    appId: app.appId,
    details,
    createdAt: now,
    expiresAt: new Date(now.getTime() + pendingMinutes * 60_000),
  })
  return { id }
}

/** Only an address that an administrator confirmed; the request chooses among them at most (saml-core §3.4.1). */
export function consumerOf(
  app: SamlApp,
  message: Pick<AuthnRequest, 'acsUrl' | 'acsIndex' | 'protocolBinding'>,
): string {
  const { acs } = app.settings
  if (message.protocolBinding !== null && message.protocolBinding !== binding.post)
    throw untrustedMessage('It wants the answer in a way that is not offered; HTTP-POST is.')
  const chosen =
    message.acsUrl !== null
      ? acs.find((each) => each.url === message.acsUrl)
      : message.acsIndex !== null
        ? acs.find((each) => each.index === message.acsIndex)
        : (acs.find((each) => each.isDefault) ?? acs[0])
  if (!chosen) throw untrustedMessage('It wants the answer at an address that is not among those of the app.')
  return chosen.url
}
