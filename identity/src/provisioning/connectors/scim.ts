/** Apps that speak SCIM 2.0 (RFC 7643, RFC 7644). */
import type { AccountToBe, AppConnector } from './connector.ts'
import { changeUser, type Memory, wayFrom } from './scim/change.ts'
import { checkScim } from './scim/check.ts'
import { scimGroups } from './scim/groups.ts'
import { hasExtension } from './scim/has-extension.ts'
import { refusal, type ScimAddress, type ScimHttpDeps, scimHttp } from './scim/http.ts'
import { enterpriseUser } from './scim/links.ts'
import { createUser, findUser, listUsers, readOne, userPath } from './scim/users.ts'

export type ScimSettings = ScimAddress & { entitlementsAs: readonly ('groups' | 'entitlements')[] }

export function scimConnector(deps: ScimHttpDeps, settings: ScimSettings): AppConnector {
  const http = scimHttp(deps, settings)
  let memory: Memory | undefined
  let keepsLinks: boolean | undefined
  /** Asked once: discovery is optional (RFC 7644 §4), and a service without it is taken to know PATCH. */
  const remember = async (): Promise<Memory> => {
    if (memory === undefined) {
      const answer = await http.call('GET', '/ServiceProviderConfig')
      memory = { way: answer.ok ? wayFrom(answer.body) : 'patch_value', extension: enterpriseUser }
    }
    return memory
  }
  return {
    kind: 'scim',
    check: () => checkScim(http, settings.entitlementsAs.includes('groups')),
    find: (key, remoteId) => findUser(http, key, remoteId),
    get: async (remoteId) => (await readOne(http, remoteId))?.account ?? null,
    async ensure(account: AccountToBe) {
      if (account.found === null) return createUser(http, account.make)
      return changeUser(http, await remember(), account)
    },
    groups: scimGroups(http),
    links: {
      async isKept() {
        keepsLinks ??= await hasExtension(http, enterpriseUser)
        return keepsLinks
      },
      department: async (name) => name,
      places: { kinds: ['company', 'costCenter'], find: async (_kind, name) => name },
    },
    list: (cursor) => listUsers(http, cursor),
    deletion: {
      async remove(remoteId) {
        const answer = await http.call('DELETE', userPath(remoteId))
        if (!answer.ok && answer.status !== 404) throw refusal(answer, 'delete the account')
      },
    },
    calls: () => http.calls(),
  }
}
