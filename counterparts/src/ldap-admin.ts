import { acme, type CastPerson } from './acme.ts'
import { dnValue, type LdifAttributes, ldifLine, parseLdifEntry } from './ldif.ts'
import { runCommand, tryCommand } from './run-command.ts'
import { groupDn, hashPassword, personDn, personEntry } from './slapd-data.ts'

/** What an administrator of the directory does there by hand, with OpenLDAP's own tools. */
export type LdapAdmin = {
  /** Locks the account for good: `pwdAccountLockedTime: 000001010000Z` (slapo-ppolicy(5)), `nsAccountLock: true` in 389-ds. */
  disable(login: string): Promise<void>
  enable(login: string): Promise<void>
  add(person: CastPerson): Promise<void>
  delete(login: string): Promise<void>
  rename(login: string, newLogin: string): Promise<void>
  setManager(login: string, managerLogin: string | null): Promise<void>
  /** Replaces an attribute of a person; without values it is removed. */
  set(login: string, attribute: string, ...values: string[]): Promise<void>
  setPassword(login: string, password: string): Promise<void>
  /** The person must choose another password at the next sign-in. */
  requirePasswordChange(login: string): Promise<void>
  /** The password is as old as if it had been set in the year 2000. */
  expirePassword(login: string): Promise<void>
  addToGroup(group: string, login: string): Promise<void>
  removeFromGroup(group: string, login: string): Promise<void>
  /** Replaces attributes of the default password policy, e.g. `{ pwdMinLength: '14' }`. */
  setPolicy(attributes: Record<string, string>): Promise<void>
  /** Every attribute of a person, operational ones too; null when there is no such entry. */
  read(login: string): Promise<Record<string, string[]> | null>
  /** Whether the directory itself lets this person in with this password. */
  canBind(login: string, password: string): Promise<boolean>
  /** Any change, as LDIF. */
  modify(ldif: string): Promise<void>
}

/** What is done differently in each kind of server: attributes as LDIF changes, by their names. */
export type LdapDialect = {
  /** The attribute and value by which an administrator locks an account for good. */
  disabled: [attribute: string, value: string]
  mustChange: [attribute: string, value: string]
  expired: [attribute: string, value: string]
  policyDn: string
}

const openLdap: LdapDialect = {
  disabled: ['pwdAccountLockedTime', '000001010000Z'],
  mustChange: ['pwdReset', 'TRUE'],
  expired: ['pwdChangedTime', '20000101000000Z'],
  policyDn: `cn=default,ou=policies,${acme.baseDn}`,
}

/** 389 Directory Server keeps its rules in its configuration; the first second of 1970 means: must be changed. */
export const ds389Dialect: LdapDialect = {
  disabled: ['nsAccountLock', 'true'],
  mustChange: ['passwordExpirationTime', '19700101000000Z'],
  expired: ['passwordExpirationTime', '20000101000000Z'],
  policyDn: 'cn=config',
}

type LdapServer = { url: string; adminDn: string; adminPassword: string }

export function ldapAdmin(server: LdapServer, dialect = openLdap): LdapAdmin {
  const asAdmin = ['-x', '-H', server.url, '-D', server.adminDn, '-w', server.adminPassword]
  const modify = async (ldif: string, ...flags: string[]) => {
    await runCommand('ldapmodify', [...asAdmin, ...flags], { input: ldif })
  }
  const change = (dn: string, ...changes: string[]) =>
    modify(`${ldifLine('dn', dn)}\nchangetype: modify\n${changes.join('\n-\n')}\n`)
  const set: LdapAdmin['set'] = (login, attribute, ...values) => change(personDn(login), replace(attribute, values))

  return {
    modify: (ldif) => modify(ldif),
    set,
    disable: (login) => set(login, ...dialect.disabled),
    enable: (login) => set(login, dialect.disabled[0]),
    async add(person) {
      await modify(personEntry(person, hashPassword(person.password), { memberOf: false }), '-a')
      for (const group of person.groups) await change(groupDn(group), `add: member\n${member(person.login)}`)
    },
    async delete(login) {
      await runCommand('ldapdelete', [...asAdmin, personDn(login)])
    },
    async rename(login, newLogin) {
      await runCommand('ldapmodrdn', [...asAdmin, '-r', personDn(login), `uid=${dnValue(newLogin)}`])
    },
    setManager: (login, manager) => set(login, 'manager', ...(manager ? [personDn(manager)] : [])),
    setPassword: (login, password) => set(login, 'userPassword', password),
    requirePasswordChange: (login) => set(login, ...dialect.mustChange),
    expirePassword: (login) => {
      const [attribute, value] = dialect.expired
      // pwdChangedTime belongs to the server; only the Relax Rules control lets an administrator write it.
      const flags = attribute === 'pwdChangedTime' ? ['-e', 'relax'] : []
      return modify(
        `${ldifLine('dn', personDn(login))}\nchangetype: modify\n${replace(attribute, [value])}\n`,
        ...flags,
      )
    },
    addToGroup: (group, login) => change(groupDn(group), `add: member\n${member(login)}`),
    removeFromGroup: (group, login) => change(groupDn(group), `delete: member\n${member(login)}`),
    setPolicy: (attributes: LdifAttributes) =>
      change(dialect.policyDn, ...Object.entries(attributes).map(([name, value]) => replace(name, [String(value)]))),
    async read(login) {
      const result = await tryCommand('ldapsearch', [
        ...asAdmin,
        ...['-LLL', '-o', 'ldif-wrap=no', '-b', personDn(login), '-s', 'base', '*', '+'],
      ])
      return result.code === 0 ? parseLdifEntry(result.stdout) : null
    },
    async canBind(login, password) {
      const result = await tryCommand('ldapwhoami', ['-x', '-H', server.url, '-D', personDn(login), '-w', password])
      return result.code === 0
    },
  }
}

function replace(attribute: string, values: readonly string[]): string {
  return [`replace: ${attribute}`, ...values.map((value) => ldifLine(attribute, value))].join('\n')
}

function member(login: string): string {
  return ldifLine('member', personDn(login))
}
