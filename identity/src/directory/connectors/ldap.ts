/** Directories that speak LDAP with entryUUID and the password policy draft: OpenLDAP and its relatives. */
import type { LdapSettings } from '@hallpass/contract/directories'
import type { Clock } from '../../platform/clock.ts'
import type { Secret } from '../../platform/secret.ts'
import type { DirectoryConnector } from './connector.ts'
import { DirectoryFailure } from './failures.ts'
import { ldapChanges } from './ldap/changes.ts'
import { checkLdap } from './ldap/check.ts'
import { toFailure } from './ldap/connection.ts'
import { both, either, equals, groups, people, personAttributes, shapeOf, toGroup, toPerson } from './ldap/entries.ts'
import { ldapListings } from './ldap/listing.ts'
import { ldapPasswords } from './ldap/passwords.ts'
import { readPerson } from './ldap/person.ts'
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
  const shape = shapeOf(settings)
  const address = {
    ...settings,
    allowPrivateHosts: deps.allowPrivateHosts,
    connectTimeoutMs: deps.connectTimeoutMs ?? 5000,
  }
  const account = { dn: settings.bindDn, password: bindPassword }
  const service = ldapService(address, account, deps.answerTimeoutMs ?? 10_000)
  const listings = ldapListings(service.own)
  const signIn = ldapSignIn(service, shape)

  return {
    kind: 'ldap',
    check: () => checkLdap({ open: service.own, clock: deps.clock }, shape),

    async find(login) {
      if (login === '') return null
      const entries = await service.read((connection) =>
        connection.search({
          base: shape.baseDn,
          scope: 'sub',
          filter: both(people(shape), either(equals(shape.loginAttribute, login), equals('mail', login))),
          attributes: personAttributes(shape),
          limit: 3,
        }),
      )
      const found = entries.map((entry) => toPerson(entry, shape)).filter((person) => person !== null)
      const byLogin = found.filter((person) => person.login.toLowerCase() === login.toLowerCase())
      const candidates = byLogin.length > 0 ? byLogin : found
      return candidates.length === 1 ? (candidates[0] ?? null) : null
    },

    async get(who) {
      const person = await service.read((connection) => readPerson(connection, shape, who))
      return person === null ? null : toPerson(person.entry, shape)
    },

    list(page) {
      const search = {
        base: shape.baseDn,
        scope: 'sub' as const,
        filter: people(shape),
        attributes: personAttributes(shape),
      }
      return listings.next(page, search, (entry) => toPerson(entry, shape))
    },

    authenticate: signIn,
    passwords: ldapPasswords({ service, signIn, clock: deps.clock, bindDn: settings.bindDn }, shape),
    changes: ldapChanges({ service, listings, clock: deps.clock }, shape),
    groups: {
      list(page) {
        const attributes = ['entryUUID', 'cn', shape.memberAttribute]
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
