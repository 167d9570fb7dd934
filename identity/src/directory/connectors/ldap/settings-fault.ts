import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { LdapSettings } from '@hallpass/contract/directory-settings'
import { foldDn } from './dn.ts'

/** Names that are no names and certificates that are none; told before anything is saved or reached. */
export function ldapSettingsFault(settings: LdapSettings): { field: string; message: string } | null {
  if (!isHostName(settings.host)) return { field: 'host', message: hostNameOnly }
  for (const field of ['baseDn', 'bindDn', 'defaultPolicyDn'] as const) {
    const dn = settings[field]
    if (dn !== null && dn !== undefined && foldDn(dn) === null) {
      return { field, message: 'This must be a distinguished name such as dc=example,dc=org.' }
    }
  }
  if (settings.caPem !== null && !isCertificate(settings.caPem)) {
    return {
      field: 'caPem',
      message: 'This must be the PEM text of the certificate authority of the directory server.',
    }
  }
  return null
}

export const hostNameOnly = 'Enter the name or address of the server only, without ldaps:// in front or a port behind.'

/** A name or an address as it is; what else people enter is an address of the web. */
export const isHostName = (host: string): boolean => isIP(host) !== 0 || !/[/:\s]/.test(host)

export function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined
  } catch {
    return false
  }
}
