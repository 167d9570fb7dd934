/** What each type of parameter accepts, and how its value is written into an address. */
import { domainToASCII } from 'node:url'
import type { ParameterType } from './templates.ts'

export type Checked = { ok: true; value: string } | { ok: false; message: string }

const valueLengthMax = 500
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const labels = new RegExp(`^${label}(?:\\.${label})*$`, 'i')
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Checks a typed value; the message says what the field wants. The value comes back ready to stand in a pattern. */
export function checkParameter(type: ParameterType, typed: string): Checked {
  const value = typed.trim().normalize('NFC')
  if (value === '') return wants('Give a value.')
  if (value.length > valueLengthMax) return wants(`Use at most ${valueLengthMax} characters.`)
  if (hasControlCharacter(value)) return wants('Leave out line breaks and other control characters.')
  return checks[type](value)
}

const checks: Record<ParameterType, (value: string) => Checked> = {
  hostLabel: (value) =>
    asciiLabels(value) ?? wants('Give a part of a host name, such as acme: letters, digits and hyphens.'),
  host: (value) =>
    host(value) ?? wants('Give a host name, such as app.example.com or app.example.com:8443, without https://.'),
  domain: (value) => domain(value) ?? wants('Give a domain, such as example.com.'),
  tld: (value) => asciiLabels(value) ?? wants('Give the end of a domain, such as com or co.uk, without a leading dot.'),
  port: (value) => (isPort(value) ? good(value) : wants('Give a port, a whole number from 1 to 65535.')),
  url: (value) => webAddress(value) ?? wants('Give a whole address, such as https://app.example.com, without ? or #.'),
  pathSegment: (value) =>
    /[/\\]/.test(value) || value === '.' || value === '..'
      ? wants('Give one part of a path, without a slash.')
      : good(encodePathSegment(value)),
  queryValue: (value) => good(encodeURIComponent(value)),
  uuid: (value) =>
    uuid.test(value) ? good(value) : wants('Give a GUID, such as 1b4e28ba-2fa1-11d2-883f-0016d3cca427.'),
  string: (value) => (/[{}]/.test(value) ? wants('Leave out curly brackets.') : good(value)),
  idpEntityId: (value) => (URL.canParse(value) ? good(value) : wants('Give the entity ID of the identity provider.')),
}

function good(value: string): Checked {
  return { ok: true, value }
}

function wants(message: string): Checked {
  return { ok: false, message }
}

function hasControlCharacter(value: string): boolean {
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return true
  }
  return false
}

/** Labels in ASCII; a name in another script becomes its punycode (RFC 5891). Null when it is no part of a host name. */
function asciiLabels(value: string): Checked | null {
  if (/[/?#@:\\\s%]/.test(value)) return null
  const ascii = isAscii(value) ? value : domainToASCII(value)
  return ascii.length <= 253 && labels.test(ascii) ? good(ascii) : null
}

function isAscii(value: string): boolean {
  return [...value].every((character) => (character.codePointAt(0) ?? 0) < 0x80)
}

function domain(value: string): Checked | null {
  const checked = asciiLabels(value)
  return checked?.ok && checked.value.includes('.') ? checked : null
}

/** A host name or address, with a port where needed: IPv6 in brackets (RFC 3986 §3.2.2). */
function host(value: string): Checked | null {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(.*))?$/i.exec(value)
  const [, name, port] = match ?? []
  if (name === undefined || (port !== undefined && !isPort(port))) return null
  const suffix = port === undefined ? '' : `:${port}`
  if (name.startsWith('[')) return URL.canParse(`https://${name}`) ? good(name + suffix) : null
  const checked = asciiLabels(name)
  return checked?.ok ? good(checked.value + suffix) : null
}

function isPort(value: string): boolean {
  return /^[1-9][0-9]{0,4}$/.test(value) && Number(value) <= 65535
}

/** An absolute http(s) address without credentials, query or fragment; a trailing slash is dropped, as patterns bring their own. */
function webAddress(value: string): Checked | null {
  if (!/^https?:\/\/[^\s?#\\]+$/i.test(value) || !URL.canParse(value)) return null
  const url = new URL(value)
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null
  return good(url.href.replace(/\/+$/, ''))
}

/** RFC 3986 `pchar`: what a segment may hold stays readable, so that an identifier equals what the vendor shows. */
function encodePathSegment(value: string): string {
  return encodeURIComponent(value).replace(/%(?:3A|40|24|26|2B|2C|3B|3D)/g, decodeURIComponent)
}
