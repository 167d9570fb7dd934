import type { SnowFinding } from '@hallpass/contract/servicenow-admin'
import { AppHealthAnswer, servicenowAppVersion } from '@hallpass/contract/servicenow-shapes'
import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { Value } from 'typebox/value'
import type { ServiceNowDeps } from './deps.ts'
import { connectionNotFound } from './errors.ts'
import { type ExposeDeps, exposeConnection } from './expose-connection.ts'
import { isOlderVersion } from './is-older-version.ts'
import { noteAppVersion } from './note-app-version.ts'
import type { OpenClient } from './open-client.ts'
import { itemFields } from './read-orders.ts'
import { type CallAppDeps, callApp } from './sign-call.ts'
import { clockTolerance } from './signature.ts'
import { findConnection, lockConnection, noteOnConnection, saveConnection } from './store-connections.ts'
import { enqueueSync } from './sync-catalog.ts'
import { tryOutward } from './try-outward.ts'
import type { Connection } from './types.ts'

export type TestConnectionDeps = CallAppDeps & ExposeDeps & Pick<ServiceNowDeps, 'jobs'> & { openClient: OpenClient }

/** Fields that decisions rest on; one that cannot be read stops everything, so it is named here first. */
const needed: readonly { table: string; fields: readonly string[]; why: string }[] = [
  {
    table: 'sc_req_item',
    fields: itemFields,
    why: 'items that were ordered',
  },
  {
    table: 'sysapproval_approver',
    fields: ['sysapproval', 'approver', 'state', 'sys_updated_on', 'sys_updated_by', 'comments'],
    why: 'who approved',
  },
  {
    table: 'sc_item_option_mtom',
    fields: ['request_item', 'sc_item_option.item_option_new.name', 'sc_item_option.value'],
    why: 'what was chosen on the form',
  },
  {
    table: 'sys_user',
    fields: ['user_name', 'email', 'active', 'web_service_access_only', 'internal_integration_user'],
    why: 'who the people are',
  },
]

/**
 * Tries both directions and says what is missing, each with what to do. The first good test also binds the connection to
 * the instance that answered; from then on any other instance is a copy.
 */
export async function testConnection(
  deps: TestConnectionDeps,
  id: string,
): Promise<{ ok: boolean; findings: SnowFinding[] }> {
  const connection = await findConnection(deps.db, id)
  if (!connection) throw connectionNotFound()
  const findings: SnowFinding[] = []
  const client = await deps.openClient(connection)
  const isReached = await findRights(client, findings)
  if (isReached) await findApp(deps, client, connection, findings)
  return { ok: findings.every(({ level }) => level !== 'fault'), findings }
}

async function findRights(client: ServiceNowClient, findings: SnowFinding[]): Promise<boolean> {
  for (const { table, fields, why } of needed) {
    try {
      // One page is enough to see which fields come; an empty table says nothing about them.
      const pages = client.table.pages(table, { where: [], fields, pageSize: 1, rowsMax: 1 })
      const { value } = await pages.next()
      findings.push(
        value
          ? {
              level: 'ok',
              subject: 'rights',
              message: `${table} can be read (${why}).`,
              code: `read.${table}`,
            }
          : {
              level: 'warning',
              subject: 'rights',
              code: `empty.${table}`,
              message: `${table} shows no rows (${why}): either there are none yet, or the integration user may not read them.`,
            },
      )
    } catch (error) {
      if (!(error instanceof ServiceNowFailure)) throw error
      const subject =
        { unauthorized: 'oauth', misconfigured: 'address', unreachable: 'address' }[error.code as string] ?? 'rights'
      findings.push({
        level: 'fault',
        subject: subject as SnowFinding['subject'],
        message: `${error.message} (${table}: ${why})`,
        code: error.code,
        values: { table, subject: error.subject ?? table },
      })
      if (subject !== 'rights') return false
    }
  }
  findings.unshift(
    {
      level: 'ok',
      subject: 'address',
      message: `${client.instanceUrl.host} answers.`,
      code: 'answers',
      values: { host: client.instanceUrl.host },
    },
    { level: 'ok', subject: 'oauth', message: 'The OAuth client of the instance is accepted.', code: 'accepted' },
  )
  return true
}

async function findApp(
  deps: TestConnectionDeps,
  client: ServiceNowClient,
  connection: Connection,
  findings: SnowFinding[],
): Promise<void> {
  let health: unknown
  try {
    health = await callApp(deps, client, connection, { method: 'GET', path: 'health', subject: 'health' })
  } catch (error) {
    if (!(error instanceof ServiceNowFailure)) throw error
    findings.push({ level: 'fault', subject: 'app', ...appFault(error) })
    return
  }
  if (!Value.Check(AppHealthAnswer, health)) {
    findings.push({
      level: 'fault',
      subject: 'app',
      code: 'app_other',
      message: 'The app in the instance answers in another way; install the version that came with this Hallpass.',
    })
    return
  }
  const { instanceId, instanceUrl, version, time } = health
  findings.push(versionFinding(version))
  const offset = time - Math.floor(deps.clock.now().getTime() / 1000)
  await noteOnConnection(deps.db, connection.id, { clock_offset_seconds: offset })
  const clocks = { seconds: Math.abs(offset), most: clockTolerance }
  findings.push(
    Math.abs(offset) > clockTolerance
      ? {
          level: 'fault',
          subject: 'clock',
          code: 'clock_off',
          values: clocks,
          message: `The clock of the instance is ${Math.abs(offset)} seconds off; up to ${clockTolerance} are let through.`,
        }
      : {
          level: 'ok',
          subject: 'clock',
          message: `The clocks are ${Math.abs(offset)} seconds apart.`,
          code: 'clocks',
          values: clocks,
        },
  )
  if (connection.instanceId !== null && connection.instanceId !== instanceId) {
    await exposeConnection(deps, connection, instanceId)
    findings.push({
      level: 'fault',
      subject: 'callback',
      code: 'other_instance',
      message:
        'Another instance answers than the one this connection was made for. Its keys are marked as exposed: forget the old instance, make new keys, and enter them there.',
    })
    return
  }
  if (new URL(connection.instanceUrl).host !== hostOf(instanceUrl))
    findings.push({
      level: 'warning',
      subject: 'address',
      message: `The instance calls itself ${hostOf(instanceUrl)}.`,
      code: 'other_name',
      values: { host: hostOf(instanceUrl) },
    })
  await bind(deps, connection, instanceId, await itemOf(client, findings))
  await noteAppVersion(deps, connection.id, health)
  findings.push({
    level: 'ok',
    subject: 'callback',
    message: 'Both sides know the keys of the other.',
    code: 'keys_known',
  })
  const outward = await tryOutward(deps, client, { ...connection, instanceId })
  if (outward) findings.push(outward)
}

function versionFinding(version: string): SnowFinding {
  if (!isOlderVersion(version, servicenowAppVersion))
    return {
      level: 'ok',
      subject: 'app',
      message: `The app is installed, version ${version}.`,
      code: 'installed',
      values: { version },
    }
  return {
    level: 'warning',
    subject: 'app',
    message: `The app in the instance is version ${version}; version ${servicenowAppVersion} came with this Hallpass. Install that one: what the older does not know yet is not done there.`,
    code: 'app_older',
    values: { version, brought: servicenowAppVersion },
  }
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

function appFault(error: ServiceNowFailure): Pick<SnowFinding, 'code' | 'message'> {
  if (error.code === 'not_found')
    return {
      code: 'app_missing',
      message:
        'The app of Hallpass is not installed in the instance: install it as docs/guides/connect-servicenow.md says.',
    }
  if (error.code === 'unauthorized' || error.code === 'forbidden' || error.code === 'rejected')
    return {
      code: 'signature_refused',
      message:
        'The app in the instance did not accept the signature, or the integration user lacks the role x_hlps_access.integration: enter the keys that were told when the connection was made, or make new ones.',
    }
  return { code: error.code, message: error.message }
}

/** Which item is ordered there; without it nothing is looked for, and nothing but what the app brings is taken up. */
async function itemOf(client: ServiceNowClient, findings: SnowFinding[]): Promise<string | null> {
  try {
    const where = [{ field: 'name', op: '=', value: 'x_hlps_access.catalog_item' }] as const
    const [row] = await client.table.list('sys_properties', { where, fields: ['value'] })
    if (row && /^[0-9a-f]{32}$/.test(row.value ?? '')) return row.value ?? null
  } catch (error) {
    if (!(error instanceof ServiceNowFailure)) throw error
  }
  findings.push({
    level: 'warning',
    subject: 'rights',
    code: 'no_item',
    message: 'The property x_hlps_access.catalog_item cannot be read: items that the app did not bring are not found.',
  })
  return null
}

async function bind(
  deps: TestConnectionDeps,
  { id }: Connection,
  instanceId: string,
  item: string | null,
): Promise<void> {
  const isNew = await deps.db.transaction(async (tx) => {
    const connection = await lockConnection(tx, id)
    if (!connection) return false
    const catalogItem = item ?? connection.settings.catalogItem
    if (connection.instanceId === instanceId && connection.settings.catalogItem === catalogItem) return false
    const settings = { ...connection.settings, catalogItem }
    const next = { ...connection, instanceId, settings, version: connection.version + 1 }
    await saveConnection(tx, next, undefined, deps.clock.now())
    deps.audit.record(tx, {
      action: 'servicenow.bound',
      actor: { kind: 'system', name: 'servicenow' },
      subjects: {},
      before: { instanceId: connection.instanceId },
      after: { connectionId: id, instanceId },
    })
    return true
  })
  if (isNew) await enqueueSync(deps, { isFull: true, only: id })
}
