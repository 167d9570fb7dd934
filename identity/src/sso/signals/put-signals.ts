import type { SignalSettings, SignalsOfApp, SignalTrial } from '@hallpass/contract/signals'
import { Failure, invalidField } from '../../platform/errors.ts'
import { Secret } from '../../platform/secret.ts'
import { appUnknown } from '../errors.ts'
import { type AppChange, appForSignOn, changedMeanwhile, mayChangeApp } from '../sign-on/change-app.ts'
import { type ChangeInSightDeps, tellSignOnChange } from '../sign-on/change-in-sight.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { signalAddresses } from './addresses.ts'
import { authorizationPlace, type PushDeps, pushSet } from './push-set.ts'
import { deleteStream, findStream, saveStream } from './store-streams.ts'
import { eventType } from './write-set.ts'

export type PutSignalsDeps = Pick<SignOnDeps, 'db' | 'audit'> &
  ChangeInSightDeps & { keys: Pick<SignOnDeps['keys'], 'seal'> }

export async function showSignals(
  deps: Pick<SignOnDeps, 'db' | 'access' | 'publicUrl'>,
  appId: string,
): Promise<SignalsOfApp> {
  await appForSignOn(deps, appId)
  const stream = await findStream(deps.db, appId)
  return {
    settings: stream?.settings ?? null,
    hasAuthorization: stream?.sealedAuthorization != null,
    version: stream?.version ?? 0,
    deliveredAt: stream?.deliveredAt?.toISOString() ?? null,
    failedAt: stream?.failedAt?.toISOString() ?? null,
    failure: stream?.failure ?? null,
    setup: signalAddresses(deps.publicUrl),
  }
}

/** Sets where signals go. Somewhere else than before, the secret is wanted again: it was given to another (security A.5). */
export async function putSignals(
  deps: PutSignalsDeps,
  input: AppChange & { version: number; settings: SignalSettings; authorization?: string | null | undefined },
): Promise<void> {
  const { appId, settings, version, authorization } = input
  await mayChangeApp(deps, input)
  if (!URL.canParse(settings.endpoint)) throw invalidField('settings.endpoint', 'This is no address.')
  const { username, password } = new URL(settings.endpoint)
  if (username !== '' || password !== '')
    throw invalidField('settings.endpoint', 'Give the login as the authorization, not in the address.')
  await deps.db.transaction(async (tx) => {
    const before = await findStream(tx, appId)
    const isElsewhere = before !== null && before.settings.endpoint !== settings.endpoint
    if (isElsewhere && before.sealedAuthorization !== null && authorization === undefined)
      throw invalidField('authorization', 'Enter it again: signals would go to another address than before.')
    const id = before?.id ?? deps.ids.next()
    const sealedAuthorization =
      authorization === undefined
        ? (before?.sealedAuthorization ?? null)
        : authorization && deps.keys.seal('connector-secret', authorizationPlace(id), new Secret(authorization))
    if (!(await saveStream(tx, { appId, id, settings, sealedAuthorization, version }, deps.clock.now())))
      throw changedMeanwhile()
    deps.audit.record(tx, {
      action: 'app.signals_set',
      actor: input.actor,
      subjects: { appId },
      before: before?.settings ?? {},
      after: settings,
    })
    await tellSignOnChange(deps, tx, { appId, authorId: input.principal.personId, change: 'signals' })
  })
}

export async function removeSignals(deps: PutSignalsDeps, input: AppChange): Promise<void> {
  const { appId, actor } = input
  await mayChangeApp(deps, input)
  await deps.db.transaction(async (tx) => {
    const before = await findStream(tx, appId)
    if (!before) throw appUnknown()
    await deleteStream(tx, appId)
    deps.audit.record(tx, { action: 'app.signals_removed', actor, subjects: { appId }, before: before.settings })
    await tellSignOnChange(deps, tx, { appId, authorId: input.principal.personId, change: 'signals_removed' })
  })
}

/** A verification event (SSF 1.0 §8.1.4), now and once: the administrator who asks waits for the answer. */
export async function trySignals(
  deps: PushDeps & Pick<SignOnDeps, 'access' | 'ids'>,
  appId: string,
): Promise<SignalTrial> {
  await appForSignOn(deps, appId)
  const stream = await findStream(deps.db, appId)
  if (!stream) throw new Failure('conflict', 'signals_not_set_up', 'This app is not set up for signals yet.')
  const id = deps.ids.next()
  const subject = { format: 'opaque' as const, id: stream.id }
  const delivery = await pushSet(deps, stream, { id, subject, type: eventType.verification, content: { state: id } })
  if (delivery.kind === 'taken') return { delivered: true, message: 'The receiver took it.' }
  return { delivered: false, message: delivery.message }
}
