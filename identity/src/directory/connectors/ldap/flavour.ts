import type { LdapConnection } from './connection.ts'
import { firstValue, present } from './entries.ts'
import { ds389 } from './flavour-389.ts'
import { openLdap } from './flavour-openldap.ts'
import type { Flavour } from './flavour-type.ts'

/** By what the server says of its maker (RFC 3045); whoever says nothing is taken for an OpenLDAP. */
export async function detectFlavour(connection: LdapConnection): Promise<Flavour> {
  const [root] = await connection.search({
    base: '',
    scope: 'base',
    filter: present('objectClass'),
    attributes: ['vendorName'],
  })
  return /\b389 project\b/i.test((root && firstValue(root, 'vendorName')) ?? '') ? ds389 : openLdap
}
