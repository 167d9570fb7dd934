/**
 * ServiceNow's own users, groups and, through groups, roles, with OAuth client credentials: users by SCIM where the instance
 * has it, else by the Table API; groups always by the Table API, because SCIM shows no more than a hundred members.
 */
import { createServiceNowClient } from '@hallpass/servicenow-client/client'
import { localPace } from '@hallpass/servicenow-client/pace'
import type { Egress } from '../../platform/egress/egress.ts'
import { Failure } from '../../platform/errors.ts'
import type { Secret } from '../../platform/secret.ts'
import { type AppConnector, placeKinds, type RecordKind } from './connector.ts'
import { misconfigured } from './failures.ts'
import { checkInstance } from './servicenow/check.ts'
import { translated } from './servicenow/failures.ts'
import { instanceGroups } from './servicenow/groups.ts'
import { instanceScim, type ScimStanding, scimStanding } from './servicenow/instance-scim.ts'
import type { InstanceUsers } from './servicenow/instance-users.ts'
import { type NamedRecords, namedRecords } from './servicenow/named-records.ts'
import { scimUsers } from './servicenow/scim-users.ts'
import { tableUsers } from './servicenow/users.ts'

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
  const scim = instanceScim(client, deps.now)
  let standing: ScimStanding | undefined
  const stand = async (): Promise<ScimStanding> => {
    standing ??= await scimStanding(scim)
    return standing
  }
  const ways = { scim: scimUsers(scim, table), table: tableUsers(table) }
  /** By SCIM where the plugin is there and lets us in. Ids are the same either way, so that one may follow the other. */
  const users = async (): Promise<InstanceUsers> => ((await stand()) === 'scim' ? ways.scim : ways.table)
  const records: Record<RecordKind, NamedRecords> = {
    department: namedRecords(table, 'cmn_department', deps.now),
    company: namedRecords(table, 'core_company', deps.now),
    location: namedRecords(table, 'cmn_location', deps.now),
    costCenter: namedRecords(table, 'cmn_cost_center', deps.now),
  }
  return {
    kind: 'servicenow',
    check: () => {
      standing = undefined
      return checkInstance(table, stand)
    },
    find: (key, remoteId) => translated(async () => (await users()).find(key, remoteId)),
    get: (remoteId) => translated(async () => (await users()).get(remoteId)),
    ensure: (account) => translated(async () => (await users()).ensure(account)),
    groups: instanceGroups(table),
    links: {
      isKept: async () => true,
      department: (name) => translated(() => records.department.find(name)),
      places: { kinds: placeKinds, find: (kind, name) => translated(() => records[kind].find(name)) },
      records: {
        look: (kind, name) => translated(() => records[kind].look(name)),
        make: (kind, name) => translated(() => records[kind].make(name)),
      },
    },
    list: (cursor) => translated(async () => (await users()).list(cursor)),
    // Records of an instance point at their users: ending access makes them inactive, and nothing here deletes by itself.
    deletion: { remove: (remoteId) => translated(() => table.remove('sys_user', remoteId)) },
    calls: () => calls,
  }
}
