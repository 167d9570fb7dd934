/** ServiceNow's own users, groups and, through groups, roles: by its Table API, with OAuth client credentials. */
import { createServiceNowClient } from '@hallpass/servicenow-client/client'
import { localPace } from '@hallpass/servicenow-client/pace'
import type { Egress } from '../../platform/egress/egress.ts'
import { Failure } from '../../platform/errors.ts'
import type { Secret } from '../../platform/secret.ts'
import type { AppConnector } from './connector.ts'
import { misconfigured } from './failures.ts'
import { checkInstance } from './servicenow/check.ts'
import { translated } from './servicenow/failures.ts'
import { instanceGroups } from './servicenow/groups.ts'
import { changeUser, createUser, findUser, getUser, listUsers } from './servicenow/users.ts'

export type ServiceNowSettings = {
  baseUrl: string
  /** Client id and secret of the instance's OAuth client, with a colon between. */
  token: Secret
  timeoutMs?: number
}

export function servicenowConnector(
  deps: { egress: Pick<Egress, 'fetch'>; now: () => Date },
  settings: ServiceNowSettings,
): AppConnector {
  let calls = 0
  const split = () => {
    const text = settings.token.reveal()
    const colon = text.indexOf(':')
    return colon === -1 ? { id: text, secret: '' } : { id: text.slice(0, colon), secret: text.slice(colon + 1) }
  }
  const client = createServiceNowClient({
    instanceUrl: new URL(settings.baseUrl),
    oauth: {
      get clientId() {
        return split().id
      },
      clientSecret: () => split().secret,
    },
    transport: {
      async fetch(url, { method, headers, body, timeoutMs, bytesMax }) {
        calls++
        try {
          return await deps.egress.fetch(url, {
            method,
            headers,
            timeoutMs,
            bytesMax,
            ...(body === undefined ? {} : { body }),
          })
        } catch (error) {
          if (error instanceof Failure && error.code === 'address_not_allowed')
            throw misconfigured(error.message, error)
          throw error
        }
      },
    },
    // How fast an app is asked is kept for all nodes together, where accounts take their turns.
    pace: localPace({ ratePerSecond: 10_000, now: deps.now, wait: async () => {} }),
    now: deps.now,
    timeoutMs: settings.timeoutMs ?? 15_000,
  })
  const { table } = client
  return {
    kind: 'servicenow',
    check: () => checkInstance(table),
    find: (key, remoteId) => translated(() => findUser(table, key, remoteId)),
    get: (remoteId) => translated(() => getUser(table, remoteId)),
    ensure: (account) =>
      translated(() => (account.found === null ? createUser(table, account.make) : changeUser(table, account))),
    groups: instanceGroups(table),
    list: (cursor) => translated(() => listUsers(table, cursor)),
    // Records of an instance point at their users: ending access makes them inactive, and nothing here deletes by itself.
    deletion: { remove: (remoteId) => translated(() => table.remove('sys_user', remoteId)) },
    calls: () => calls,
  }
}
