/** What concerns the keys of an app when its settings are saved. */
import { isDeepStrictEqual } from 'node:util'
import type { OidcSettings } from '@hallpass/contract/oidc'
import { Failure } from '../../platform/errors.ts'
import { settingsFaults } from '../sign-on/change-app.ts'
import type { SignOnChange } from '../sign-on/change-in-sight.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { judgeKey } from './client-keys.ts'
import { readKeys } from './keys-at-address.ts'

type Fault = (field: string, message: string) => void

/** The settings with the public keys alone of what was handed in, and every fault of them told. */
export function publicKeysIn(settings: OidcSettings, fault: Fault): OidcSettings {
  const { tokenAuth, jwks, jwksUri } = settings
  if (tokenAuth !== 'private_key_jwt') {
    const message = 'Keys are only for an app that proves itself by them.'
    if (jwks !== undefined) fault('jwks', message)
    if (jwksUri !== undefined) fault('jwksUri', message)
    return settings
  }
  if (jwks === undefined && jwksUri === undefined)
    fault('jwks', 'Give the public keys of the app, or the address where it publishes them.')
  if (jwks !== undefined && jwksUri !== undefined) fault('jwksUri', 'Give the keys or their address, not both.')
  const problem = jwksUri === undefined ? null : addressFault(jwksUri)
  if (problem !== null) fault('jwksUri', problem)
  if (jwks === undefined) return settings
  const keys = jwks.keys.flatMap((given, index) => {
    const judged = judgeKey(given)
    if (judged.key !== null) return [judged.key]
    fault(`jwks.keys.${index}`, judged.message)
    return []
  })
  return { ...settings, jwks: { keys } }
}

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** Who could change what is read there could sign as the app. */
function addressFault(address: string): string | null {
  if (!URL.canParse(address)) return 'This is no address.'
  const { protocol, hostname, username } = new URL(address)
  if (username !== '') return 'The address must carry no login.'
  if (protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))) return null
  return 'The address must be https.'
}

/** An address that is new is read once before it counts, so that a wrong one is met here and not by the people of the app. */
export async function refuseUnreadable(
  deps: Pick<SignOnDeps, 'egress'>,
  before: OidcSettings | undefined,
  { jwksUri }: OidcSettings,
): Promise<void> {
  if (jwksUri === undefined || jwksUri === before?.jwksUri) return
  try {
    await readKeys(deps, jwksUri)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const { fault, throwIfAny } = settingsFaults('oidc_settings_invalid')
    fault('jwksUri', error.message)
    throwIfAny()
  }
}

/** How a change is told to administrators: what makes an app easier to take for another one is named. */
export function changeOf(before: OidcSettings | undefined, after: OidcSettings): SignOnChange {
  const hasKeys = after.tokenAuth === 'private_key_jwt'
  if (before?.tokenAuth === 'private_key_jwt' && !hasKeys) return 'oidc_keys_dropped'
  if (before?.requireDpop && !after.requireDpop) return 'oidc_dpop_dropped'
  const isSame = before?.jwksUri === after.jwksUri && isDeepStrictEqual(before?.jwks, after.jwks)
  return hasKeys && !isSame ? 'oidc_keys' : 'oidc'
}
