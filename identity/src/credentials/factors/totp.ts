import { Secret as OtpSecret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'
import { Secret } from '../../platform/secret.ts'

const periodSeconds = 30

/** What an authenticator app is set up with (RFC 6238): 160 random bits, six digits, thirty seconds. */
export function newTotp(input: { companyName: string; login: string }): { secret: Secret; uri: string; qr: string } {
  const secret = new OtpSecret({ size: 20 })
  const uri = new TOTP({
    issuer: input.companyName,
    label: input.login,
    secret,
    digits: 6,
    period: periodSeconds,
  }).toString()
  return { secret: new Secret(secret.base32), uri, qr: renderSVG(uri, { border: 2 }) }
}

/**
 * The time step whose code this is, null for a wrong one. One step early or late is allowed for clocks that differ; that a
 * step is taken only once is up to the store (RFC 6238 §5.2).
 */
export function totpStep(secret: Secret, code: string, now: Date): number | null {
  const token = code.replaceAll(' ', '')
  if (!/^[0-9]{6}$/.test(token)) return null
  const totp = new TOTP({ secret: OtpSecret.fromBase32(secret.reveal()), digits: 6, period: periodSeconds })
  const delta = totp.validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / periodSeconds) + delta
}
