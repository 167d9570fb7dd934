/** Asks the browser for a passkey. The library comes with the first use. */
import type { PasskeyResponse } from '@hallpass/contract/factors'

/** The person closed the browser's dialog, waited too long, or has no fitting passkey here. */
export class PasskeyStopped extends Error {
  readonly reason: 'stopped' | 'known' | 'unsupported'
  constructor(reason: PasskeyStopped['reason'], cause?: unknown) {
    super(`The passkey was not used: ${reason}.`, { cause })
    this.name = 'PasskeyStopped'
    this.reason = reason
  }
}

const library = () => import('@simplewebauthn/browser')

export function hasPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function'
}

/** Whether the browser offers passkeys inside the box for the name. */
export async function canAutofill(): Promise<boolean> {
  return hasPasskeys() && (await library()).browserSupportsWebAuthnAutofill()
}

export async function askForPasskey(options: unknown, { autofill = false } = {}): Promise<PasskeyResponse> {
  if (!hasPasskeys()) throw new PasskeyStopped('unsupported')
  const { startAuthentication } = await library()
  try {
    const response = await startAuthentication({ optionsJSON: options as never, useBrowserAutofill: autofill })
    return response as unknown as PasskeyResponse
  } catch (cause) {
    throw new PasskeyStopped('stopped', cause)
  }
}

export async function createPasskey(options: unknown): Promise<PasskeyResponse> {
  if (!hasPasskeys()) throw new PasskeyStopped('unsupported')
  const { startRegistration } = await library()
  try {
    return (await startRegistration({ optionsJSON: options as never })) as unknown as PasskeyResponse
  } catch (cause) {
    const known = cause instanceof Error && cause.name === 'InvalidStateError'
    throw new PasskeyStopped(known ? 'known' : 'stopped', cause)
  }
}

/** Ends a question that still waits inside the box for the name. */
export async function stopAutofill(): Promise<void> {
  ;(await library()).WebAuthnAbortService.cancelCeremony()
}
