import { BerWriter, Control, type Entry } from 'ldapts'
import type { LdapConnection } from '../ldap/connection.ts'
import { firstValue, present, valuesOf } from '../ldap/entries.ts'
import { type Domain, readOwn } from './domain.ts'
import { sidOfEntry } from './entries.ts'
import { mayDo, readSecurityDescriptor, right, type SecurityDescriptor } from './security-descriptor.ts'
import type { AdShape } from './shape.ts'
import { bytesOf, sidOf } from './values.ts'

/** Identifiers in the schema, the same in every domain. */
export const guid = {
  resetPassword: '00299570-246d-11d0-a768-00aa006e0529',
  replicateAll: '1131f6ad-9c07-11d1-f79f-00c04fc2dcd2',
  replicate: '1131f6aa-9c07-11d1-f79f-00c04fc2dcd2',
  mobile: 'f0f8ffa3-1191-11d0-a060-00aa006c33ed',
  otherMailbox: '0296c123-40da-11d1-a9c0-0000f80367c1',
  mail: 'bf967961-0de6-11d0-a285-00aa003049e2',
  personalInformation: '77b5b886-944a-11d1-aebd-0000f80367c1',
  publicInformation: 'e48d0154-bcf8-11d1-8702-00c04fb96050',
} as const

/** LDAP_SERVER_SD_FLAGS_OID with owner and access list: the rest may be read by administrators only. */
class DescriptorParts extends Control {
  constructor() {
    super('1.2.840.113556.1.4.801', { critical: true })
  }

  override writeControl(writer: BerWriter): void {
    const value = new BerWriter()
    value.startSequence()
    value.writeInt(5)
    value.endSequence()
    writer.writeBuffer(value.buffer, 0x04)
  }
}

/** Null where it may not be read. */
export async function readDescriptor(connection: LdapConnection, dn: string): Promise<SecurityDescriptor | null> {
  const attribute = 'nTSecurityDescriptor'
  const answer = await connection.client.search(
    dn,
    { scope: 'base', filter: present('objectClass'), attributes: [attribute], explicitBufferAttributes: [attribute] },
    new DescriptorParts(),
  )
  const [entry] = answer.searchEntries
  const [bytes] = entry ? bytesOf(entry, attribute) : []
  return bytes === undefined ? null : readSecurityDescriptor(bytes)
}

/** All identifiers the service account acts with, as the server counts them for this connection. */
export async function ownToken(connection: LdapConnection, shape: AdShape, domain: Domain): Promise<Set<string>> {
  const filter = present('objectClass')
  const attributes = ['tokenGroups']
  const asked = (base: string) =>
    connection.search({ base, scope: 'base', filter, attributes, bytes: attributes }).catch((): Entry[] => [])
  const own = await readOwn(connection, shape, domain)
  const ownSid = own && sidOfEntry(own)
  const told = [...(await asked('')), ...(own ? await asked(own.dn) : [])].flatMap((entry) =>
    bytesOf(entry, 'tokenGroups'),
  )
  // Everyone and Authenticated Users, who are in no list.
  return new Set([...told.map(sidOf), ...(ownSid ? [ownSid] : []), 'S-1-1-0', 'S-1-5-11'])
}

/** The identifiers somebody has towards their own entry. */
export const selfToken = (sid: string | null): Set<string> =>
  new Set(['S-1-5-10', 'S-1-1-0', 'S-1-5-11', ...(sid === null ? [] : [sid])])

export const mayReset = (descriptor: SecurityDescriptor, token: ReadonlySet<string>): boolean =>
  mayDo(descriptor, token, { mask: right.extended, objects: [guid.resetPassword] })

export const mayReplicate = (descriptor: SecurityDescriptor, token: ReadonlySet<string>): boolean =>
  mayDo(descriptor, token, { mask: right.extended, objects: [guid.replicateAll] })

export const mayWrite = (
  descriptor: SecurityDescriptor,
  token: ReadonlySet<string>,
  objects: readonly string[],
): boolean => mayDo(descriptor, token, { mask: right.writeProperty, objects })

/** Attributes the service account may write, and whether it may change owner or access list of the entry itself. */
export async function effectiveRights(connection: LdapConnection, dn: string) {
  const attributes = ['allowedAttributesEffective', 'sDRightsEffective']
  const [entry] = await connection.search({ base: dn, scope: 'base', filter: present('objectClass'), attributes })
  const parts = Number(entry ? (firstValue(entry, 'sDRightsEffective') ?? 0) : 0)
  const writable = entry ? valuesOf(entry, 'allowedAttributesEffective').map((name) => name.toLowerCase()) : []
  // OWNER_SECURITY_INFORMATION and DACL_SECURITY_INFORMATION.
  return { writable: new Set(writable), mayChangeRights: (parts & 5) !== 0 }
}
