import { dnValue } from './ldif.ts'
import { tryCommand } from './run-command.ts'
import type { Samba } from './samba.ts'
import { openSambaConsole, type SambaConsole, type SambaEntry, type SambaValue } from './samba-console.ts'
import { accountEntry, finePolicy, groupEntry, ouDn, unicodePwd, windowsGroupDn } from './samba-data.ts'

/** What an administrator of the domain does there by hand. People and groups are named by sAMAccountName. */
export type SambaAdmin = {
  add(person: { login: string; displayName: string; mail: string; password: string }): Promise<void>
  delete(login: string): Promise<void>
  rename(login: string, newLogin: string): Promise<void>
  /** Puts the entry into another folder of the domain. */
  move(login: string, folderDn: string): Promise<void>
  disable(login: string): Promise<void>
  enable(login: string): Promise<void>
  /** Replaces an attribute; without values it is removed. */
  set(login: string, attribute: string, ...values: SambaValue[]): Promise<void>
  /** As `samba-tool user setpassword` and the snap-in do. */
  setPassword(login: string, password: string): Promise<void>
  requirePasswordChange(login: string): Promise<void>
  /** The password is as old as if it had been set in the year 2000. */
  expirePassword(login: string): Promise<void>
  /** The password is so much older than the domain wrote down. */
  backdatePassword(login: string, milliseconds: number): Promise<void>
  /** Tries wrong passwords until the domain locks. */
  lock(login: string): Promise<void>
  addGroup(name: string): Promise<void>
  addToGroup(group: string, login: string): Promise<void>
  removeFromGroup(group: string, login: string): Promise<void>
  /** Replaces attributes of the domain's own password policy. */
  setPolicy(attributes: Record<string, string>): Promise<void>
  /** A fine-grained policy for one person. */
  setOwnPolicy(login: string, rules: { minLength: number; minAgeSeconds: number; historyCount: number }): Promise<void>
  /** Gives the service account every right on an entry and below, which nobody should do. */
  giveEveryRight(dn: string): Promise<void>
  giveRights(dn: string, ...aces: string[]): Promise<void>
  /** Every attribute; null when there is no such entry. */
  read(login: string): Promise<SambaEntry | null>
  /** Whether a bind by LDAP is accepted: for an hour also with the password before. */
  canBind(login: string, password: string): Promise<boolean>
  /** As the person, with their password alone: whether the domain lets them write this of themselves. */
  changeOwn(login: string, password: string, attributes: Record<string, string>): Promise<boolean>
  /** Whether Kerberos accepts it: the present password only. */
  canGetTicket(login: string, password: string): Promise<boolean>
  readonly console: SambaConsole
  close(): Promise<void>
}

export function sambaAdmin(samba: Samba): SambaAdmin {
  const { baseDn } = samba
  const console = openSambaConsole(samba.configFile)
  const read: SambaAdmin['read'] = async (login) =>
    (await console.search({ filter: `(sAMAccountName=${filterValue(login)})` }))[0] ?? null
  const find = async (login: string): Promise<SambaEntry> => {
    const entry = await read(login)
    if (entry === null) throw new Error(`Nobody in the domain has the login ${login}.`)
    return entry
  }
  const set: SambaAdmin['set'] = async (login, attribute, ...values) => {
    const { dn } = await find(login)
    await console.run({ do: 'modify', dn, attributes: { [attribute]: values } })
  }
  const setDisabled = async (login: string, isDisabled: boolean) => {
    const control = Number((await find(login)).userAccountControl?.[0] ?? 512)
    await set(login, 'userAccountControl', isDisabled ? control | 2 : control & ~2)
  }
  const member = async (how: 'add' | 'delete', group: string, login: string) => {
    const [{ dn }, { dn: memberDn }] = [await find(group), await find(login)]
    await console.run({ do: 'modify', how, dn, attributes: { member: memberDn } })
  }
  const giveRights: SambaAdmin['giveRights'] = (dn, ...aces) =>
    console.run({ do: 'grant', on: dn, to: samba.serviceDn, aces })
  const bind = (login: string, password: string) => {
    const flags = ['-x', '-H', samba.ldapsUrl, '-D', `${samba.domain}\\${login}`, '-w', password]
    const env = { ...process.env, LDAPTLS_CACERT: samba.caFile }
    return tryCommand('ldapsearch', [...flags, '-LLL', '-b', baseDn, '-s', 'base', 'dn'], { env })
  }

  return {
    async add({ login, displayName, mail, password }) {
      const dn = `CN=${dnValue(login)},${ouDn('People', baseDn)}`
      const made = accountEntry(dn, login, password, samba.realm, { displayName, mail })
      if (made.do === 'add' && /[^\w.-]/.test(login)) delete made.attributes.userPrincipalName
      await console.run(made)
    },
    async delete(login) {
      await console.run({ do: 'delete', dn: (await find(login)).dn })
    },
    async rename(login, newLogin) {
      const { dn } = await find(login)
      const to = `CN=${dnValue(newLogin)},${ouDn('People', baseDn)}`
      await console.run({ do: 'rename', dn, to })
      await console.run({ do: 'modify', dn: to, attributes: { sAMAccountName: newLogin } })
    },
    async move(login, folderDn) {
      const { dn } = await find(login)
      await console.run({ do: 'rename', dn, to: `CN=${dnValue(login)},${folderDn}` })
    },
    disable: (login) => setDisabled(login, true),
    enable: (login) => setDisabled(login, false),
    set,
    setPassword: (login, password) => set(login, 'unicodePwd', unicodePwd(password)),
    requirePasswordChange: (login) => set(login, 'pwdLastSet', 0),
    async expirePassword(login) {
      const { dn } = await find(login)
      // 1 January 2000 in steps of 100 ns since 1601.
      await console.run({ do: 'modify', as_server: true, dn, attributes: { pwdLastSet: '125911584000000000' } })
    },
    async backdatePassword(login, milliseconds) {
      const { dn, pwdLastSet } = await find(login)
      const earlier = BigInt(pwdLastSet?.[0] ?? 0) - BigInt(milliseconds) * 10_000n
      await console.run({ do: 'modify', as_server: true, dn, attributes: { pwdLastSet: String(earlier) } })
    },
    async lock(login) {
      for (let tries = 0; tries < 20; tries++) {
        if (Number((await find(login)).lockoutTime?.[0] ?? 0) > 0) return
        await bind(login, 'certainly not the password')
      }
      throw new Error(`The domain did not lock ${login}.`)
    },
    async addGroup(name) {
      await console.run(groupEntry(windowsGroupDn(name, baseDn), name))
    },
    addToGroup: (group, login) => member('add', group, login),
    removeFromGroup: (group, login) => member('delete', group, login),
    setPolicy: (attributes) => console.run({ do: 'modify', dn: baseDn, attributes }),
    async setOwnPolicy(login, rules) {
      const { dn } = await find(login)
      await console.run(finePolicy(`own of ${login}`, baseDn, { ...rules, isComplex: true, appliesTo: dn }))
    },
    giveEveryRight: (dn) => giveRights(dn, '(A;CI;GA;;;{sid})'),
    giveRights,
    read,
    canBind: async (login, password) => (await bind(login, password)).code === 0,
    async changeOwn(login, password, attributes) {
      const { dn } = await find(login)
      const lines = Object.entries(attributes).map(([name, value]) => `replace: ${name}\n${name}: ${value}\n-`)
      const input = [`dn: ${dn}`, 'changetype: modify', ...lines, ''].join('\n')
      const flags = ['-x', '-H', samba.ldapsUrl, '-D', `${samba.domain}\\${login}`, '-w', password]
      const env = { ...process.env, LDAPTLS_CACERT: samba.caFile }
      return (await tryCommand('ldapmodify', flags, { env, input })).code === 0
    },
    async canGetTicket(login, password) {
      const env = { ...process.env, KRB5_CONFIG: samba.kerberosFile, KRB5CCNAME: 'MEMORY:' }
      const asked = await tryCommand('kinit', [`${login}@${samba.realm}`], { env, input: `${password}\n` })
      return asked.code === 0
    },
    console,
    close: () => console.close(),
  }
}

/** RFC 4515, 3. */
function filterValue(text: string): string {
  return text.replace(/[\\*()\0]/g, (char) => `\\${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
