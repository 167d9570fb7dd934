/** Active Directory: a domain behind one or several domain controllers. */
import type { ActiveDirectorySettings } from '@hallpass/contract/directory-settings'
import type { Secret } from '../../platform/secret.ts'
import { adChanges } from './active-directory/changes.ts'
import { checkAd } from './active-directory/check.ts'
import { adContext } from './active-directory/context.ts'
import { controllersService } from './active-directory/controllers.ts'
import { adEnabling } from './active-directory/enabling.ts'
import { findPerson, getPerson } from './active-directory/find.ts'
import { kerberosSilent, presentPassword, silentKdcs } from './active-directory/kerberos/present-password.ts'
import { adListings } from './active-directory/listing.ts'
import { adPasswords } from './active-directory/passwords.ts'
import { shapeOf } from './active-directory/shape.ts'
import { adSignIn } from './active-directory/sign-in.ts'
import type { DirectoryConnector } from './connector.ts'
import type { LdapConnection } from './ldap/connection.ts'
import { ldapListings } from './ldap/listing.ts'
import { ldapService } from './ldap/service.ts'

export type ActiveDirectoryDeps = {
  /** Whether the operator allows this address inside the network (security A.4). */
  isHostAllowed(at: { host: string; port: number }): boolean
  /** Longest wait for a connection and for each answer. */
  connectTimeoutMs?: number
  answerTimeoutMs?: number
  /** How many members of a group are asked for at once. */
  memberRange?: number
}

export function activeDirectoryConnector(
  settings: ActiveDirectorySettings,
  bindPassword: Secret,
  deps: ActiveDirectoryDeps,
): DirectoryConnector {
  const shape = shapeOf(settings, deps.memberRange)
  const connectTimeoutMs = deps.connectTimeoutMs ?? 5000
  const answerTimeoutMs = deps.answerTimeoutMs ?? 10_000
  const account = { dn: settings.bindName, password: bindPassword }
  const controllers = settings.controllers.map((controller) => {
    const { host, port } = controller
    const { security, caPem } = settings
    const address = { host, port, security, caPem, allowPrivateHosts: deps.isHostAllowed(controller), connectTimeoutMs }
    const kdc = { ...address, port: controller.kdcPort ?? 88 }
    return { address, kdc, service: ldapService(address, account, answerTimeoutMs) }
  })
  const kdcs = controllers.map(({ kdc }) => kdc)
  const service = controllersService(controllers.map((controller) => controller.service))
  const context = adContext(shape, service)
  const pages = ldapListings(service.own)
  const listings = adListings(context, pages)
  const signIn = adSignIn(context)

  return {
    kind: 'active-directory',
    check: () => checkAd(context, controllers),
    find: (login) => findPerson(context, login),
    get: (who) => getPerson(context, who),
    list: listings.people,
    authenticate: signIn,
    passwords: adPasswords(context, signIn),
    proofs: {
      isPresentPassword: presentPassword(context, kdcs, answerTimeoutMs),
      async silence() {
        const find = async (connection: LdapConnection) =>
          await silentKdcs(connection, context, await context.domain(connection), kdcs)
        const silent = (await service.read(find)) ?? []
        return silent.length === 0 ? null : kerberosSilent(silent)
      },
    },
    enabling: adEnabling(context),
    groups: { list: listings.groups },
    changes: adChanges(context, pages),
    async close() {
      await pages.close()
      await service.close()
    },
  }
}
