import { randomBytes } from 'node:crypto'
import type { SamlForm } from '@hallpass/contract/saml'
import type { Tx } from '../../platform/database/database.ts'
import type { Principal } from '../../platform/http/principal.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { subjectOf } from '../sign-on/subjects.ts'
import { addressesOf } from './addresses.ts'
import { encryptAssertion } from './encrypt-assertion.ts'
import type { Named } from './name-person.ts'
import { context } from './names.ts'
import type { SamlDetails } from './receive-sign-on.ts'
import { signed, unsigned } from './sign-xml.ts'
import { samlKeys } from './signing-key.ts'
import { joinSession, type SamlApp } from './store-saml.ts'
import { writeAssertion } from './write-assertion.ts'
import { type Status, success, writeResponse } from './write-message.ts'

export type IssueDeps = Pick<SignOnDeps, 'clock' | 'publicUrl' | 'signOnKeys'>

/** Never longer than this, whatever an app allows (security C.18). */
const assertionMinutes = 5

/** The signed answer for an app, as the form that the browser sends there; the app is remembered for signing out. */
export async function issueResponse(
  deps: IssueDeps,
  tx: Tx,
  input: {
    app: SamlApp
    details: Pick<SamlDetails, 'acsUrl' | 'inResponseTo' | 'relayState'>
    principal: Principal
    named: Named
    authenticatedAt: Date
    isMultiFactor: boolean
    requestedClass: string | null
  },
): Promise<SamlForm> {
  const { app, details, principal } = input
  const { settings, appId } = app
  const now = deps.clock.now()
  const after = (ms: number): Date => new Date(now.getTime() + ms)
  const { entityId: issuer } = addressesOf(deps.publicUrl)
  const { personId, sessionId } = principal
  const { nameId, attributes } = input.named
  const joining = { sessionId, appId, nameId: nameId.value, nameIdFormat: nameId.format, sessionIndex: newId() }
  const joined = await joinSession(tx, joining, now)
  const assertion = writeAssertion({
    id: newId(),
    issuer,
    audience: settings.entityId,
    recipient: details.acsUrl,
    inResponseTo: details.inResponseTo,
    nameId: { ...nameId, value: joined.nameId },
    sessionIndex: joined.sessionIndex,
    authenticatedAt: input.authenticatedAt,
    contextClass: input.requestedClass ?? (input.isMultiFactor ? context.mfa : context.password),
    attributes,
    issuedAt: now,
    notBefore: after(-settings.clockSkewSeconds * 1000),
    notOnOrAfter: after(assertionMinutes * 60_000),
    sessionEndsAt: settings.sessionMinutes === null ? null : after(settings.sessionMinutes * 60_000),
  })
  const { key } = await samlKeys(deps)
  const written = settings.sign === 'response' ? unsigned(assertion) : signed(assertion, key)
  const { encryption } = settings
  const delivered = encryption ? encryptAssertion(written, encryption.certificate, encryption.keyWrap) : written
  const response = writeResponse({
    id: newId(),
    issuer,
    destination: details.acsUrl,
    issuedAt: now,
    inResponseTo: details.inResponseTo,
    status: success,
    assertion: delivered,
  })
  const xml = settings.sign === 'assertion' ? unsigned(response) : signed(response, key)
  // Whoever is told of people as a whole later on is found by this, whatever the app calls them.
  await subjectOf(tx, personId, appId)
  return formOf(details.acsUrl, xml, details.relayState)
}

/** Tells an app that nobody is signed on, and why; signed, so that nobody else can say so. */
export async function issueRefusal(
  deps: Pick<SignOnDeps, 'clock' | 'publicUrl' | 'signOnKeys'>,
  details: Pick<SamlDetails, 'acsUrl' | 'inResponseTo' | 'relayState'>,
  status: Status,
): Promise<SamlForm> {
  const { key } = await samlKeys(deps)
  const response = writeResponse({
    id: newId(),
    issuer: addressesOf(deps.publicUrl).entityId,
    destination: details.acsUrl,
    issuedAt: deps.clock.now(),
    inResponseTo: details.inResponseTo,
    status,
    assertion: '',
  })
  return formOf(details.acsUrl, signed(response, key), details.relayState)
}

function formOf(action: string, xml: string, relayState: string | null): SamlForm {
  const fields = [{ name: 'SAMLResponse', value: Buffer.from(xml).toString('base64') }]
  if (relayState !== null) fields.push({ name: 'RelayState', value: relayState })
  return { action, fields }
}

/** An XML name with 160 random bits. */
export const newId = (): string => `_${randomBytes(20).toString('hex')}`
