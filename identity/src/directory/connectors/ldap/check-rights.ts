import { Attribute, type BerWriter, Change, Control, PasswordPolicyControl } from 'ldapts'
import { isAnswer, type LdapConnection } from './connection.ts'
import { type LdapShape, present, valuesOf } from './entries.ts'
import type { LdapPolicy } from './flavour-type.ts'

/** What the service account lacks for one person; `unknown` where the server offers no way to tell without writing. */
export type Rights = { known: true; missing: string[]; policySkipped: boolean } | { known: false }

/**
 * Which rights the service account has on this person, without changing anything. 389-ds answers the question as such
 * (Get Effective Rights control). OpenLDAP is asked to do a write as far as it would go and then to drop it (No-Op
 * control); the control is critical, so that a server that does not know it refuses, and only a server that says it is
 * an OpenLDAP is asked at all.
 */
export async function rightsOn(
  connection: LdapConnection,
  shape: LdapShape,
  dn: string,
  policy: LdapPolicy,
): Promise<Rights> {
  if (shape.flavour.kind === '389-ds') return await effectiveRights(connection, shape, dn)
  if (!(await isOpenLdap(connection))) return { known: false }
  return await rightsByTrial(connection, dn, policy)
}

async function isOpenLdap(connection: LdapConnection): Promise<boolean> {
  const search = { base: '', scope: 'base' as const, filter: present('objectClass') }
  const [root] = await connection.search({ ...search, attributes: ['objectClass'] })
  return root !== undefined && valuesOf(root, 'objectClass').includes('OpenLDAProotDSE')
}

/** draft-zeilenga-ldap-noop: the answer of a write that would have gone through is 16654 (0x410e). */
class NoOperation extends Control {
  constructor() {
    super('1.3.6.1.4.1.4203.666.5.2', { critical: true })
  }
}
const wouldWork = 16654

const trials = [
  { attribute: 'userPassword', values: ['Kettle 4f1c under 7 blankets, never set'], right: 'set userPassword' },
  { attribute: 'pwdAccountLockedTime', values: [], right: 'end locks (pwdAccountLockedTime)' },
  { attribute: 'pwdReset', values: ['TRUE'], right: 'demand another password (pwdReset)' },
] as const

async function rightsByTrial(connection: LdapConnection, dn: string, policy: LdapPolicy): Promise<Rights> {
  const missing: string[] = []
  for (const { attribute, values, right } of trials) {
    const result = await tried(connection, dn, attribute, values)
    if (result === 12) return { known: false }
    if (result === 50) missing.push(right)
  }
  // Whoever has `manage` on userPassword is not held to the rules: one letter would do.
  const isShortRefused = policy.minLength !== null && policy.minLength > 1
  const policySkipped = isShortRefused && (await tried(connection, dn, 'userPassword', ['x'])) === wouldWork
  return { known: true, missing, policySkipped }
}

async function tried(connection: LdapConnection, dn: string, type: string, values: readonly string[]): Promise<number> {
  const change = new Change({ operation: 'replace', modification: new Attribute({ type, values: [...values] }) })
  try {
    await connection.client.modify(dn, change, [new NoOperation(), new PasswordPolicyControl()])
    return 0
  } catch (error) {
    if (!isAnswer(error)) throw error
    return error.code
  }
}

/** draft-ietf-ldapext-acl-model, as 389-ds has it: asked about ourselves, it needs no right of its own. */
class EffectiveRights extends Control {
  private readonly dn: string
  constructor(dn: string) {
    super('1.3.6.1.4.1.42.2.27.9.5.2', { critical: true })
    this.dn = dn
  }
  override writeControl(writer: BerWriter): void {
    writer.writeString(`dn: ${this.dn}`, 0x04)
  }
}

const wanted: readonly { attribute: string; right: string }[] = [
  { attribute: 'userPassword', right: 'set userPassword' },
  { attribute: 'accountUnlockTime', right: 'end locks (accountUnlockTime)' },
  { attribute: 'passwordRetryCount', right: 'end locks (passwordRetryCount)' },
  { attribute: 'passwordExpirationTime', right: 'demand another password or not (passwordExpirationTime)' },
]

async function effectiveRights(connection: LdapConnection, shape: LdapShape, dn: string): Promise<Rights> {
  const attributes = wanted.map((item) => item.attribute)
  const options = { scope: 'base' as const, filter: present('objectClass'), attributes }
  const answer = await connection.client
    .search(dn, options, new EffectiveRights(shape.bindDn))
    .catch((error: unknown) => {
      if (isAnswer(error) && (error.code === 12 || error.code === 50)) return null
      throw error
    })
  const [entry] = answer?.searchEntries ?? []
  if (entry === undefined) return { known: false }
  const levels = new Map(
    valuesOf(entry, 'attributeLevelRights')
      .flatMap((value) => value.split(/,\s*/))
      .map((item) => item.split(':') as [string, string?])
      .map(([name, letters]) => [name.toLowerCase(), letters ?? '']),
  )
  if (levels.size === 0) return { known: false }
  const missing = wanted.filter((item) => !(levels.get(item.attribute.toLowerCase()) ?? '').includes('w'))
  return { known: true, missing: missing.map((item) => item.right), policySkipped: false }
}
