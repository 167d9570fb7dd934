import type { PutConnection } from '@hallpass/contract/provisioning'
import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { Failure, invalidField } from '../platform/errors.ts'
import { Secret } from '../platform/secret.ts'
import type { ProvisioningDeps } from './deps.ts'
import { accountsRemain, appNotFound, builtInApp } from './errors.ts'
import { connectionChanged } from './events.ts'
import { isAutomated, tokenPlace } from './open-app.ts'
import { enqueueRecheck } from './recheck-app.ts'
import { countByState, forgetRemote } from './store-accounts.ts'
import { lockConnection, saveConnection } from './store-connections.ts'
import { forgetFaults } from './store-pace.ts'
import { forgetRecords } from './store-records.ts'
import type { AppConnection } from './types.ts'

export type PutConnectionDeps = Pick<
  ProvisioningDeps,
  'db' | 'jobs' | 'events' | 'clock' | 'keys' | 'audit' | 'directory' | 'access'
>

/**
 * Sets how accounts are made in an app; what is left out keeps its value. A new address needs its token again, so that a
 * hijacked administrator cannot point a kept secret at a place of their own (security A.5). What changed for accounts is
 * looked at again by a job.
 */
export async function putConnection(
  deps: PutConnectionDeps,
  input: { appId: string } & PutConnection,
  actor: Actor,
): Promise<AppConnection> {
  return deps.db.transaction(async (tx) => {
    const app = await deps.access.app(tx, input.appId)
    if (app === null) throw appNotFound()
    if (app.builtIn) throw builtInApp()
    const before = await lockConnection(tx, input.appId)
    const after = merge(before, input)
    if (after.taskOwnerId !== null && after.taskOwnerId !== before.taskOwnerId) {
      await refuseInactive(deps, tx, after.taskOwnerId)
    }
    if (after.kind === 'none') await refuseStranding(tx, before)
    const sealed = sealedToken(deps, before, after, input.token)
    const now = deps.clock.now()
    await saveConnection(tx, after, sealed, now)
    await forgetFaults(tx, after.appId, now)
    const isMoved = before.settings.baseUrl !== after.settings.baseUrl || before.kind !== after.kind
    if (isMoved) {
      await forgetRemote(tx, after.appId, { given: before.kind === after.kind })
      for (const intentId of await forgetRecords(tx, after.appId)) {
        const entry = { action: 'app.record_made', actor, subjects: { appId: after.appId } }
        deps.audit.outcome(tx, intentId, { ok: false, facts: { found: 'not finished' } }, entry)
      }
    }
    const who =
      isMoved || before.settings.userName !== after.settings.userName || isOtherPlace(before, after)
        ? 'all'
        : 'differing'
    await enqueueRecheck(deps, tx, { appId: after.appId, who })
    deps.audit.record(tx, {
      action: 'app.connected',
      actor,
      subjects: { appId: after.appId },
      before: factsOf(before),
      after: { ...factsOf(after), tokenEntered: input.token !== undefined },
    })
    const actorPersonId = actor.kind === 'person' ? actor.personId : null
    await deps.events.emit(tx, connectionChanged, { appId: after.appId, actorPersonId })
    return after
  })
}

function merge(before: AppConnection, input: PutConnection): AppConnection {
  const { settings } = before
  const baseUrl = isAutomated(input.kind) ? addressOf(input.baseUrl ?? settings.baseUrl) : null
  return {
    ...before,
    kind: input.kind,
    settings: {
      baseUrl,
      userName: input.userName ?? settings.userName,
      entitlementsAs: input.entitlementsAs ?? settings.entitlementsAs,
      drift: input.drift ?? settings.drift,
      removalsPercentMax: input.removalsPercentMax ?? settings.removalsPercentMax,
      missingRecords: input.missingRecords ?? settings.missingRecords,
    },
    ratePerSecond: input.ratePerSecond ?? before.ratePerSecond,
    parallel: input.parallel ?? before.parallel,
    taskOwnerId: input.taskOwnerId === undefined ? before.taskOwnerId : input.taskOwnerId,
    version: before.version + 1,
    hasToken: isAutomated(input.kind),
  }
}

function addressOf(value: string | null): string {
  if (value === null)
    throw invalidField('baseUrl', 'Enter the base address of the app’s SCIM service, or of the instance.')
  const url = URL.canParse(value) ? new URL(value) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw invalidField('baseUrl', 'Enter an http or https address.')
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw invalidField('baseUrl', 'Enter the address without a login, a query or a fragment.')
  }
  return url.href.replace(/\/+$/, '')
}

/** Undefined keeps the token that is there. */
function sealedToken(
  deps: Pick<ProvisioningDeps, 'keys'>,
  before: AppConnection,
  after: AppConnection,
  token: string | undefined,
): string | null | undefined {
  if (!isAutomated(after.kind)) return null
  if (token !== undefined) return deps.keys.seal('connector-secret', tokenPlace(after.appId), new Secret(token))
  if (!before.hasToken) throw tokenNeeded('Enter the token that the app gave for Hallpass.')
  if (before.settings.baseUrl === after.settings.baseUrl) return undefined
  throw tokenNeeded('The address changed: enter the token again, so that the old one is not sent to a new place.')
}

function tokenNeeded(message: string): Failure {
  return new Failure('invalid', 'token_required', message, { fields: [{ field: 'token', message }] })
}

/** What is not linked, or where entitlements go, may be another now. */
function isOtherPlace(before: AppConnection, after: AppConnection): boolean {
  if (before.settings.missingRecords !== after.settings.missingRecords) return true
  return [...before.settings.entitlementsAs].sort().join() !== [...after.settings.entitlementsAs].sort().join()
}

/** Accounts that Hallpass made must not be left behind, active and out of sight. */
async function refuseStranding(tx: Tx, before: AppConnection): Promise<void> {
  if (before.kind === 'none') return
  const counts = await countByState(tx, before.appId)
  const left = ['active', 'pending', 'failing', 'needs_task'] as const
  const count = left.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0)
  if (count > 0) throw accountsRemain(count)
}

async function refuseInactive(deps: Pick<ProvisioningDeps, 'directory'>, tx: Tx, ownerId: string): Promise<void> {
  if (await deps.directory.isActive(tx, ownerId)) return
  throw invalidField('taskOwnerId', 'Choose somebody who is active.')
}

function factsOf(connection: AppConnection) {
  const { kind, settings, ratePerSecond, parallel, taskOwnerId } = connection
  return { kind, ...settings, ratePerSecond, parallel, taskOwnerId }
}
