/** The addresses of an app: what each may be. Fields are named as on the wire. */
import type { AddressesInput } from '@hallpass/contract/apps'
import type { FieldFault } from '../platform/errors.ts'
import type { AppAddresses } from './types.ts'

export const noAddresses: AppAddresses = {
  signOn: null,
  entityId: null,
  acs: null,
  relayState: null,
  redirectUris: [],
  scimBase: null,
}

/** Addresses with what was typed laid over them; a text that is empty once trimmed clears the address. */
export function withTyped(addresses: AppAddresses, typed: AddressesInput | undefined): AppAddresses {
  const next = { ...addresses }
  for (const key of ['signOn', 'entityId', 'acs', 'relayState', 'scimBase'] as const) {
    const value = typed?.[key]
    if (value !== undefined) next[key] = value?.trim() || null
  }
  if (typed?.redirectUris !== undefined) next.redirectUris = [...new Set(typed.redirectUris.map((uri) => uri.trim()))]
  return next
}

/** Every address that cannot be, by its field. Browsers are sent to these, so only web addresses pass. */
export function addressFaults(addresses: AppAddresses): FieldFault[] {
  const faults: FieldFault[] = []
  for (const key of ['signOn', 'acs', 'scimBase'] as const) {
    const value = addresses[key]
    if (value !== null && !isWebAddress(value))
      faults.push({
        field: `addresses.${key}`,
        message: 'Give a whole address that starts with https:// or http://, without a name and password in it.',
      })
  }
  for (const key of ['entityId', 'relayState'] as const) {
    if (hasControl(addresses[key] ?? ''))
      faults.push({ field: `addresses.${key}`, message: 'Leave out line breaks and other control characters.' })
  }
  for (const [index, uri] of addresses.redirectUris.entries()) {
    if (!isRedirectUri(uri))
      faults.push({
        field: `addresses.redirectUris.${index}`,
        message: 'Give a whole address without #, such as https://app.example.com/callback.',
      })
  }
  return faults
}

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || /[\s\\]/.test(value) || !URL.canParse(value)) return false
  const url = new URL(value)
  return url.username === '' && url.password === '' && url.hostname !== ''
}

/** Apps on phones have schemes of their own (RFC 8252 §7.1); those that run or show what is in them are never one. */
function isRedirectUri(value: string): boolean {
  if (/^https?:/i.test(value)) return isWebAddress(value) && !value.includes('#')
  return (
    /^[a-z][a-z0-9+.-]*:\S+$/i.test(value) &&
    !/^(javascript|data|vbscript|file|about|blob):/i.test(value) &&
    !value.includes('#')
  )
}

function hasControl(value: string): boolean {
  return /\p{Cc}/u.test(value)
}
