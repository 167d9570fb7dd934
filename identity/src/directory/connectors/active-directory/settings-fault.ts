import type { ActiveDirectorySettings } from '@hallpass/contract/directory-settings'
import { foldDn } from '../ldap/dn.ts'
import { hostNameOnly, isCertificate, isHostName } from '../ldap/settings-fault.ts'

/** Names that are no names and certificates that are none; told before anything is saved or reached. */
export function adSettingsFault(settings: ActiveDirectorySettings): { field: string; message: string } | null {
  const wrong = settings.controllers.findIndex(({ host }) => !isHostName(host))
  if (wrong >= 0) return { field: `controllers.${wrong}.host`, message: hostNameOnly }
  if (foldDn(settings.baseDn) === null) {
    return { field: 'baseDn', message: 'This must be a distinguished name such as DC=corp,DC=example.' }
  }
  const { bindName } = settings
  const isName = bindName.includes('=') ? foldDn(bindName) !== null : /^[^\\@\s]+(\\|@)[^\\@]+$/.test(bindName)
  if (!isName) {
    return {
      field: 'bindName',
      message: 'This must be name@domain, DOMAIN\\name or the distinguished name of the service account.',
    }
  }
  if (settings.caPem !== null && !isCertificate(settings.caPem)) {
    return {
      field: 'caPem',
      message: 'This must be the PEM text of the certificate authority of the domain controllers.',
    }
  }
  return null
}
