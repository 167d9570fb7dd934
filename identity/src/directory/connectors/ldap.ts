/** Directories that speak LDAP and keep a password policy: OpenLDAP, 389 Directory Server and their relatives. */
import type { LdapSettings } from '@hallpass/contract/directory-settings'
import type { Clock } from '../../platform/clock.ts'
import type { Secret } from '../../platform/secret.ts'
import { type ChangeFeed, changedAtOf, type DirectoryConnector, type Passwords } from './connector.ts'
import { DirectoryFailure } from './failures.ts'
import { ldapChanges } from './ldap/changes.ts'
import { checkLdap } from './ldap/check.ts'
import { toFailure } from './ldap/connection.ts'
import { both, either, equals, groups, people, personAttributes, shapeOf, toGroup } from './ldap/entries.ts'
import { detectFlavour } from './ldap/flavour.ts'
import { ldapListings } from './ldap/listing.ts'
import { ldapPasswords } from './ldap/passwords.ts'
import { readPerson } from './ldap/person.ts'
import { ldapReach } from './ldap/reach.ts'
import { ldapRecords } from './ldap/records.ts'
import { ldapService } from './ldap/service.ts'
import { ldapSignIn } from './ldap/sign-in.ts'

export type LdapDeps = {
  clock: Clock
  allowPrivateHosts: boolean
  /** Longest wait for a connection and for each answer. */
  connectTimeoutMs?: number
  answerTimeoutMs?: number
}

export function ldapConnector(settings: LdapSettings, bindPassword: Secret, deps: LdapDeps): DirectoryConnector {
  const address = {
    ...settings,
    allowPrivateHosts: deps.allowPrivateHosts,
    connectTimeoutMs: deps.connectTimeoutMs ?? 5000,
  }
  const account = { dn: settings.bindDn, password: bindPassword }
  const service = ldapService(address, account, deps.answerTimeoutMs ?? 10_000)
  const listings = ldapListings(service.own)
  const { clock } = deps

  const open = async () => {
    const shape = shapeOf(settings, await service.read(detectFlavour))
    const reach = ldapReach(service, shape, settings.outOfReach)
    const records = ldapRecords({ service, reach, clock }, shape)
    const signIn = ldapSignIn(service, shape, clock)
    return {
      shape,
      records,
      signIn,
      passwords: ldapPasswords({ service, signIn, clock, reach }, shape),
      changes: ldapChanges({ service, listings, records, clock }, shape),
    }
  }
  // Which server it is, is asked once; a server that did not answer is asked again.
  let opened: ReturnType<typeof open> | undefined
  const parts = () => {
    opened ??= open()
    opened.catch(() => {
      opened = undefined
    })
    return opened
  }
  const passwords: Passwords = {
    reset: async (...args) => (await parts()).passwords.reset(...args),
    change: async (...args) => (await parts()).passwords.change(...args),
    unlock: async (...args) => (await parts()).passwords.unlock(...args),
    state: async (...args) => (await parts()).passwords.state(...args),
    changedAt: async (...args) => changedAtOf((await parts()).passwords, ...args),
    policyFor: async (...args) => (await parts()).passwords.policyFor(...args),
  }
  const changes: ChangeFeed = {
    start: async () => (await parts()).changes.start(),
    since: async (cursor) => (await parts()).changes.since(cursor),
    keys: async (page) => (await parts()).changes.keys(page),
  }

  return {
    kind: 'ldap',
    check: () => checkLdap({ open: service.own, settings, clock }),

    async find(login) {
      if (login === '') return null
      const { shape, records } = await parts()
      const entries = await service.read((connection) =>
        connection.search({
          base: shape.baseDn,
          scope: 'sub',
          filter: both(people(shape), either(equals(shape.loginAttribute, login), equals('mail', login))),
          attributes: personAttributes(shape),
          limit: 3,
        }),
      )
      const found = await records(entries)
      const byLogin = found.filter((person) => person.login.toLowerCase() === login.toLowerCase())
      const candidates = byLogin.length > 0 ? byLogin : found
      return candidates.length === 1 ? (candidates[0] ?? null) : null
    },

    async get(who) {
      const { shape, records } = await parts()
      const person = await service.read((connection) => readPerson(connection, shape, who))
      return person === null ? null : ((await records([person.entry]))[0] ?? null)
    },

    async list(page) {
      const { shape, records } = await parts()
      const attributes = personAttributes(shape)
      const search = { base: shape.baseDn, scope: 'sub' as const, filter: people(shape), attributes }
      const { items, next } = await listings.next(page, search, (entry) => entry)
      return { items: await records(items), next }
    },

    authenticate: async (who, password, caller) => (await parts()).signIn(who, password, caller),
    passwords,
    changes,
    groups: {
      async list(page) {
        const { shape } = await parts()
        const attributes = [shape.flavour.keyAttribute, 'cn', shape.memberAttribute]
        const search = { base: shape.baseDn, scope: 'sub' as const, filter: groups(shape), attributes }
        return listings.next(page, search, (entry) => toGroup(entry, shape))
      },
    },

    async close() {
      await listings.close()
      await service.close().catch((error) => {
        throw error instanceof DirectoryFailure ? error : toFailure(error)
      })
    },
  }
}
