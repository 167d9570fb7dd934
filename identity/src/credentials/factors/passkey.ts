import { isIP } from 'node:net'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type VerifiedAuthenticationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Passkey, PasskeyResponse } from '../types.ts'

/** Options or answers as JSON of WebAuthn level 3; the library's own types follow the browser's, not ours. */
export type PasskeyJson = Record<string, unknown>

export type PasskeyDeps = { publicUrl: URL; companyName: string }

const timeout = 5 * 60_000

/** Why there are no passkeys here; null when there are. Browsers know names only as relying parties, never addresses. */
export function passkeysImpossible({ publicUrl }: Pick<PasskeyDeps, 'publicUrl'>): string | null {
  const host = publicUrl.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? null : 'Passkeys need a public address with a name in it; an administrator can set one.'
}

/** For `navigator.credentials.create`: discoverable, with user verification, never the same authenticator twice. */
export async function registrationOptions(
  deps: PasskeyDeps,
  person: { id: string; login: string; displayName: string },
  existing: readonly Passkey[],
): Promise<{ options: PasskeyJson; challenge: string }> {
  const options = await generateRegistrationOptions({
    rpName: deps.companyName,
    rpID: deps.publicUrl.hostname,
    // Opaque, so that an authenticator that is lost tells nobody whose it was (WebAuthn §14.6.1).
    userID: new TextEncoder().encode(person.id),
    userName: person.login,
    userDisplayName: person.displayName,
    timeout,
    attestationType: 'none',
    excludeCredentials: existing.map(descriptor),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options: { ...options }, challenge: options.challenge }
}

/** The new passkey; null when the answer does not fit what was asked here. */
export async function verifyRegistration(
  deps: PasskeyDeps,
  challenge: string,
  response: PasskeyResponse,
): Promise<Passkey | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as unknown as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      ...expected(deps, challenge),
    })
    if (!verified || !registrationInfo) return null
    const { credential, credentialDeviceType } = registrationInfo
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports: credential.transports ?? [],
      isSynced: credentialDeviceType === 'multiDevice',
    }
  } catch {
    // The library throws on whatever does not fit; all of it comes from outside.
    return null
  }
}

/** For `navigator.credentials.get`; without passkeys named, whoever holds one says who they are. */
export async function requestOptions(
  deps: PasskeyDeps,
  challenge: string,
  passkeys: readonly Passkey[] = [],
): Promise<PasskeyJson> {
  const options = await generateAuthenticationOptions({
    rpID: deps.publicUrl.hostname,
    challenge: Buffer.from(challenge, 'base64url'),
    timeout,
    userVerification: 'required',
    ...(passkeys.length > 0 ? { allowCredentials: passkeys.map(descriptor) } : {}),
  })
  return { ...options }
}

/** The new value of the passkey's counter when the answer is its own, to this challenge, from our page; else null. */
export async function verifyPasskey(
  deps: PasskeyDeps,
  input: { challenge: string; passkey: Passkey; response: PasskeyResponse },
): Promise<{ signCount: number } | null> {
  const { passkey } = input
  try {
    const answer: VerifiedAuthenticationResponse = await verifyAuthenticationResponse({
      response: input.response as unknown as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      ...expected(deps, input.challenge),
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.signCount,
      },
    })
    return answer.verified ? { signCount: answer.authenticationInfo.newCounter } : null
  } catch {
    return null
  }
}

const expected = ({ publicUrl }: PasskeyDeps, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: publicUrl.origin,
  expectedRPID: publicUrl.hostname,
  requireUserVerification: true,
})

const descriptor = ({ credentialId, transports }: Passkey) => ({
  id: credentialId,
  transports: transports as ('ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb')[],
})
