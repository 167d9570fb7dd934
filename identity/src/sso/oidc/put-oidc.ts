import { randomBytes } from 'node:crypto'
import type { OidcSettings } from '@hallpass/contract/oidc'
import { hashOfToken } from '../../credentials/module.ts'
import { Failure, invalidField } from '../../platform/errors.ts'
import { type AppChange, changedMeanwhile, mayChangeApp, settingsFaults } from '../sign-on/change-app.ts'
import { type ChangeInSightDeps, standBehind, tellSignOnChange } from '../sign-on/change-in-sight.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { hasSecret } from './client-metadata.ts'
import { changeOf, publicKeysIn, refuseUnreadable } from './put-keys.ts'
import {
  deleteOidcClient,
  endPreviousSecrets,
  findOidcClient,
  isLive,
  lockOidcClient,
  type OidcClient,
  type PreviousSecret,
  saveOidcClient,
  setSecretHash,
} from './store-clients.ts'
import { deleteRecordsOfClient } from './store-records.ts'

export type PutOidcDeps = Pick<SignOnDeps, 'db' | 'audit' | 'egress'> & ChangeInSightDeps

/** Sets how an app signs people on. What is wrong is named field by field, all at once. */
export async function putOidc(
  deps: PutOidcDeps,
  input: AppChange & { version: number; settings: OidcSettings },
): Promise<void> {
  const { appId, version, principal } = input
  await mayChangeApp(deps, input)
  const settings = judged(input.settings)
  await refuseUnreadable(deps, (await findOidcClient(deps.db, appId))?.settings, settings)
  await deps.db.transaction(async (tx) => {
    const before = await findOidcClient(tx, appId)
    const clientId = before?.clientId ?? randomBytes(15).toString('base64url')
    if (!(await saveOidcClient(tx, { appId, clientId, settings, version }, deps.clock.now()))) throw changedMeanwhile()
    deps.audit.record(tx, {
      action: 'app.oidc_set',
      actor: input.actor,
      subjects: { appId },
      before: before?.settings ?? {},
      after: settings,
    })
    const told = { appId, authorId: principal.personId }
    const names = { before: before?.settings.claims ?? [], after: settings.claims }
    const isHeld = await standBehind(deps, tx, { ...told, protocol: 'oidc', ...names })
    await tellSignOnChange(deps, tx, { ...told, change: changeOf(before?.settings, settings), isHeld })
  })
}

/** So many secrets at most go on beside the one in use. */
const previousMax = 4

/**
 * A new secret. The one before, and those that still go on beside it, end at once, or it goes on for so many hours and they
 * until their own time is up: whoever lost what was shown and asks again ends nothing that the app uses. Shown this once, kept
 * as its hash.
 */
export async function renewSecret(
  deps: PutOidcDeps,
  input: AppChange & { keepHours?: number | undefined },
): Promise<{ clientId: string; secret: string; previousEndsAt: string | null }> {
  const { appId, actor, keepHours } = input
  const { settings } = await known(deps, input)
  if (settings.tokenAuth === 'private_key_jwt')
    throw new Failure('conflict', 'client_has_keys', 'This app proves itself by its own keys and has no secret.')
  if (!hasSecret(settings))
    throw new Failure('conflict', 'client_is_public', 'This app is set up as one that keeps no secret.')
  const secret = randomBytes(32).toString('base64url')
  const now = deps.clock.now()
  return await deps.db.transaction(async (tx) => {
    const client = await lockOidcClient(tx, appId)
    if (!client) throw notSetUp()
    if (client.secretHash !== null && keepHours === undefined)
      throw invalidField('keepHours', 'Say what becomes of the secret before: how many hours it goes on, 0 for none.')
    const previous =
      keepHours !== undefined && keepHours > 0
        ? goingOn(client, new Date(now.getTime() + keepHours * 3_600_000), now)
        : []
    await setSecretHash(tx, appId, hashOfToken(secret), { now, previous })
    const previousEndsAt = lastEnd(previous)
    deps.audit.record(tx, { action: 'app.oidc_secret_made', actor, subjects: { appId }, after: { previousEndsAt } })
    const ended = client.secretHash === null ? 'oidc_secret_first' : 'oidc_secret'
    const change = previous.length > 0 ? 'oidc_secret_beside' : ended
    await tellSignOnChange(deps, tx, { appId, authorId: input.principal.personId, change })
    return { clientId: client.clientId, secret, previousEndsAt }
  })
}

/** The secret in use goes on until then, those before it as was said of them. */
function goingOn(client: OidcClient, endsAt: Date, now: Date): PreviousSecret[] {
  if (client.secretHash === null) return []
  const before = client.previousSecrets.filter((each) => isLive(each, now))
  if (before.length < previousMax) return [...before, { hash: client.secretHash, endsAt }]
  throw new Failure(
    'conflict',
    'client_secrets_too_many',
    'Too many secrets before this one still go on. End them first.',
  )
}

/** When the last of them ends. */
export function lastEnd(secrets: readonly PreviousSecret[]): string | null {
  if (secrets.length === 0) return null
  return new Date(Math.max(...secrets.map(({ endsAt }) => endsAt.getTime()))).toISOString()
}

/** Ends the secrets before ahead of their time; where none is left that is no fault. */
export async function endSecretBefore(deps: PutOidcDeps, input: AppChange): Promise<void> {
  const { appId, actor } = input
  await known(deps, input)
  const now = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    const client = await lockOidcClient(tx, appId)
    if (!client?.previousSecrets.some((each) => isLive(each, now))) return
    await endPreviousSecrets(tx, appId, now)
    deps.audit.record(tx, { action: 'app.oidc_secret_ended', actor, subjects: { appId } })
    await tellSignOnChange(deps, tx, { appId, authorId: input.principal.personId, change: 'oidc_secret_ended' })
  })
}

export async function removeOidc(deps: PutOidcDeps, input: AppChange): Promise<void> {
  const { appId, actor } = input
  const client = await known(deps, input)
  await deps.db.transaction(async (tx) => {
    if (!(await deleteOidcClient(tx, appId))) return
    await deleteRecordsOfClient(tx, client.clientId)
    deps.audit.record(tx, { action: 'app.oidc_removed', actor, subjects: { appId }, before: client.settings })
    await tellSignOnChange(deps, tx, { appId, authorId: input.principal.personId, change: 'oidc_removed' })
  })
}

async function known(deps: PutOidcDeps, input: AppChange) {
  const { appId } = input
  await mayChangeApp(deps, input)
  const client = await findOidcClient(deps.db, appId)
  if (!client) throw notSetUp()
  return client
}

const notSetUp = (): Failure =>
  new Failure('conflict', 'oidc_not_set_up', 'This app is not set up for OpenID Connect yet.')

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** As they are to be kept; refused with all that is wrong with them. */
function judged(settings: OidcSettings): OidcSettings {
  const { fault, expression, throwIfAny } = settingsFaults('oidc_settings_invalid')
  const kept = publicKeysIn(settings, fault)
  const isPublic = settings.tokenAuth === 'none'
  for (const field of ['redirectUris', 'postLogoutRedirectUris'] as const)
    for (const [index, uri] of settings[field].entries()) {
      const problem = addressFault(uri)
      if (problem !== null) fault(`${field}.${index}`, problem)
    }
  const kinds = new Set(settings.redirectUris.filter((uri) => URL.canParse(uri)).map(isForDevice))
  if (kinds.size > 1)
    fault('redirectUris', 'Addresses on the web and on the person’s own device cannot be mixed in one app.')
  if (settings.redirectUris.length === 0 && !settings.clientCredentials)
    fault('redirectUris', 'Say where people come back to, or let the app ask for tokens in its own name.')
  if (settings.clientCredentials && isPublic)
    fault('clientCredentials', 'An app without a secret or key has no name to ask in.')
  if (isPublic && !settings.requirePkce) fault('requirePkce', 'An app without a secret or key needs PKCE.')
  const { backchannelLogoutUri } = settings
  if (backchannelLogoutUri !== null && !/^https?:/.test(backchannelLogoutUri))
    fault('backchannelLogoutUri', 'The address must be http or https.')
  for (const [index, claim] of settings.claims.entries()) expression(`claims.${index}.value`, claim.value)
  throwIfAny()
  return kept
}

const isForDevice = (uri: string): boolean => !uri.startsWith('https:')

function addressFault(uri: string): string | null {
  if (!URL.canParse(uri)) return 'This is no address.'
  const url = new URL(uri)
  if (url.username !== '' || url.hash !== '') return 'The address must carry no login and no fragment.'
  if (['javascript:', 'data:', 'file:', 'about:', 'blob:'].includes(url.protocol))
    return 'This is no place to come back to.'
  if (url.protocol === 'http:' && !loopback.has(url.hostname))
    return 'The address must be https. Only on the person’s own device (127.0.0.1) may it be http.'
  if (!/^https?:$/.test(url.protocol) && !url.protocol.includes('.'))
    return 'A scheme of an app’s own must be a reversed domain name, such as com.example.app.'
  return null
}
