import type { SamlForm } from '@hallpass/contract/saml'
import { endSessionsWithin } from '../end-sessions.ts'
import type { Step } from '../sign-on/continue-sign-on.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { findPending, insertPending, setPendingDetails, usePending } from '../sign-on/store-pending.ts'
import { sessionById } from '../store.ts'
import { addressesOf } from './addresses.ts'
import { signOnExpired, untrustedMessage } from './errors.ts'
import { newId } from './issue-response.ts'
import { statusCode } from './names.ts'
import type { LogoutRequest } from './read-message.ts'
import { type Received, receiveMessage } from './receive.ts'
import { redirectAddress } from './redirect-binding.ts'
import { signed, unsigned } from './sign-xml.ts'
import { samlKeys } from './signing-key.ts'
import {
  deleteParticipants,
  findSamlApp,
  type Participant,
  participantsOf,
  type SamlApp,
  sessionsNamed,
} from './store-saml.ts'
import { type Status, success, writeLogoutRequest, writeLogoutResponse } from './write-message.ts'

/** A logout on its way through the apps of a session (saml-profiles §4.4). */
export type LogoutDetails = {
  /** The app that began and waits for an answer; null when the person signed out here. */
  initiator: { appId: string; requestId: string; relayState: string | null } | null
  remaining: Participant[]
  /** The request that an answer is awaited for. */
  awaited: { appId: string; requestId: string } | null
  isPartial: boolean
  /** No session of the app was known by what it named: nothing ended, and it is told so. */
  isUnknown?: boolean
}

/** A logout may visit many apps, each as slow as it likes; after this the rest is not told. */
export const chainMinutes = 10

/**
 * An app says that a person signed out. It must be signed: otherwise anybody could sign anybody out. The session here
 * ends first, then each other app of it is told through the browser, then the app that began gets its answer.
 */
export async function receiveLogoutRequest(
  deps: SignOnDeps,
  input: { received: Received; relayState: string | null },
): Promise<Step> {
  const { app, message } = await receiveMessage(deps, {
    received: input.received,
    kinds: ['LogoutRequest'],
    destination: addressesOf(deps.publicUrl).logoutUrl,
    mustBeSigned: true,
  })
  const now = deps.clock.now()
  if (message.notOnOrAfter && message.notOnOrAfter <= now) throw untrustedMessage('It is too old.')
  const ended = await endSessionsOf(deps, app, message)
  const id = deps.ids.next()
  const details: LogoutDetails = {
    initiator: { appId: app.appId, requestId: message.id, relayState: input.relayState },
    remaining: ended ?? [],
    awaited: null,
    isPartial: false,
    isUnknown: ended === null,
  }
  await insertPending(deps.db, {
    id,
    protocol: 'saml_logout',
    appId: app.appId,
    details,
    createdAt: now,
    expiresAt: new Date(now.getTime() + chainMinutes * 60_000),
  })
  return await nextStep(deps, id, details)
}

/** An app says that it signed the person out, or that it could not; either way the next one is told. */
export async function receiveLogoutResponse(
  deps: SignOnDeps,
  input: { received: Received; relayState: string | null },
): Promise<Step> {
  const { app, message } = await receiveMessage(deps, {
    received: input.received,
    kinds: ['LogoutResponse'],
    destination: addressesOf(deps.publicUrl).logoutUrl,
    mustBeSigned: true,
  })
  const id = input.relayState ?? ''
  const pending = /^[0-9a-f-]{36}$/.test(id) ? await findPending(deps.db, id, deps.clock.now()) : null
  if (pending?.protocol !== 'saml_logout') throw signOnExpired()
  const details = pending.details as LogoutDetails
  const { awaited } = details
  if (awaited?.appId !== app.appId || awaited.requestId !== message.inResponseTo)
    throw untrustedMessage('It answers a question that was not asked.')
  const isPartial = details.isPartial || message.statusCode !== statusCode.success
  return await nextStep(deps, id, { ...details, awaited: null, isPartial })
}

/** The browser sets out on a chain that began here; asked again it goes on where it was. */
export async function continueChain(deps: SignOnDeps, id: string): Promise<Step> {
  const pending = await findPending(deps.db, id, deps.clock.now())
  if (pending?.protocol !== 'saml_logout') return { kind: 'go', location: '/sign-in' }
  const details = pending.details as LogoutDetails
  if (details.initiator !== null) throw signOnExpired()
  return await nextStep(deps, id, { ...details, awaited: null })
}

/** Ends the sessions in which the app was told this name; returns the other apps of them, null where there is none. */
async function endSessionsOf(deps: SignOnDeps, app: SamlApp, message: LogoutRequest): Promise<Participant[] | null> {
  const named = await sessionsNamed(deps.db, app.appId, message.nameId.value, message.sessionIndexes)
  if (named.length === 0) return null
  const others: Participant[] = []
  for (const { sessionId } of named) {
    await deps.db.transaction(async (tx) => {
      const session = await sessionById(tx, sessionId, deps.clock.now())
      for (const each of await participantsOf(tx, sessionId)) {
        const isInitiator = each.appId === app.appId
        // An app that is told without the browser is told by a job, once the session has ended.
        if (!isInitiator && (await findSamlApp(tx, each.appId))?.settings.soapLogoutUrl) continue
        if (!isInitiator) others.push(each)
        // Others hear of the end of the session by signals as well, where they take them.
        if (isInitiator || !session) await deleteParticipants(tx, sessionId, each.appId)
      }
      if (!session) return
      const { personId } = session
      await endSessionsWithin(deps, tx, {
        personId,
        id: sessionId,
        endReason: 'signed_out',
        actor: { kind: 'person', personId },
      })
    })
  }
  return others
}

async function nextStep(deps: SignOnDeps, id: string, details: LogoutDetails): Promise<Step> {
  const remaining = [...details.remaining]
  let { isPartial } = details
  for (let next = remaining.shift(); next; next = remaining.shift()) {
    const app = await findSamlApp(deps.db, next.appId)
    if (!app?.settings.slo) {
      // It takes no sign-outs: whoever began is told that not everything ended.
      isPartial = true
      continue
    }
    const requestId = newId()
    const awaited = { appId: next.appId, requestId }
    await deps.db.transaction((tx) => setPendingDetails(tx, id, { ...details, remaining, awaited, isPartial }))
    return await tellApp(deps, app, next, requestId, id)
  }
  const isFirst = await deps.db.transaction((tx) => usePending(tx, id, deps.clock.now()))
  if (!isFirst) throw signOnExpired()
  return await answerInitiator(deps, { ...details, isPartial })
}

async function tellApp(
  deps: SignOnDeps,
  app: SamlApp,
  participant: Participant,
  requestId: string,
  relayState: string,
): Promise<Step> {
  const now = deps.clock.now()
  const url = app.settings.slo?.url ?? ''
  const { key } = await samlKeys(deps)
  const request = writeLogoutRequest({
    id: requestId,
    issuer: addressesOf(deps.publicUrl).entityId,
    destination: url,
    issuedAt: now,
    nameId: { format: participant.nameIdFormat, value: participant.nameId, spNameQualifier: null },
    sessionIndex: participant.sessionIndex,
    notOnOrAfter: new Date(now.getTime() + 5 * 60_000),
  })
  if (app.settings.slo?.binding === 'redirect')
    return { kind: 'go', location: redirectAddress(url, 'SAMLRequest', unsigned(request), relayState, key) }
  return { kind: 'form', form: formOf(url, 'SAMLRequest', signed(request, key), relayState) }
}

async function answerInitiator(deps: SignOnDeps, details: LogoutDetails): Promise<Step> {
  const { initiator } = details
  if (initiator === null) return { kind: 'go', location: '/sign-in' }
  const app = await findSamlApp(deps.db, initiator.appId)
  const slo = app?.settings.slo
  if (!slo) return { kind: 'go', location: '/sign-in' }
  const url = slo.responseUrl ?? slo.url
  const { key } = await samlKeys(deps)
  const response = writeLogoutResponse({
    id: newId(),
    issuer: addressesOf(deps.publicUrl).entityId,
    destination: url,
    issuedAt: deps.clock.now(),
    inResponseTo: initiator.requestId,
    status: statusOf(details),
  })
  if (slo.binding === 'redirect')
    return { kind: 'go', location: redirectAddress(url, 'SAMLResponse', unsigned(response), initiator.relayState, key) }
  return { kind: 'form', form: formOf(url, 'SAMLResponse', signed(response, key), initiator.relayState) }
}

function statusOf({ isPartial, isUnknown }: LogoutDetails): Status {
  if (isUnknown) return { code: statusCode.requester, detail: statusCode.unknownPrincipal }
  return isPartial ? { code: statusCode.success, detail: statusCode.partialLogout } : success
}

function formOf(action: string, name: string, xml: string, relayState: string | null): SamlForm {
  const fields = [{ name, value: Buffer.from(xml).toString('base64') }]
  if (relayState !== null) fields.push({ name: 'RelayState', value: relayState })
  return { action, fields }
}
