import { XMLSerializer } from '@xmldom/xmldom'
import type { Tx } from '../../platform/database/database.ts'
import { Failure } from '../../platform/errors.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { addressesOf } from './addresses.ts'
import { malformedMessage } from './errors.ts'
import { newId } from './issue-response.ts'
import { samlp, statusCode } from './names.ts'
import { child, messageLimits, parseXml } from './parse-xml.ts'
import { type LogoutResponse, readMessage } from './read-message.ts'
import { signed } from './sign-xml.ts'
import { samlKeys } from './signing-key.ts'
import { deleteParticipant, findSamlApp, type Participant, participantsOf } from './store-saml.ts'
import { writeLogoutRequest } from './write-message.ts'

export const tellSamlAppTask = 'sso.tell-saml-app'
const attemptsMax = 8
const soap = 'http://schemas.xmlsoap.org/soap/envelope/'

/** For each app of an ended session that takes sign-outs from service to service, a job that tells it. */
export async function tellSamlApps(
  deps: { jobs: Pick<SignOnDeps['jobs'], 'enqueue'> },
  tx: Tx,
  sessionId: string,
): Promise<void> {
  for (const { appId } of await participantsOf(tx, sessionId)) await tellSamlAppOf(deps, tx, { sessionId, appId })
}

/** What the job carries: which app of which session, and as whom it was told of somebody, where that was before the session ended. */
export type TellSamlApp = Pick<Participant, 'sessionId' | 'appId'> | Participant

/**
 * One app's part in a session ends, and the session goes on. An app that takes it from service to service is told of what it
 * knew until now and of nothing later; others hear of it through the browser when the session ends.
 */
export async function tellSamlAppOf(
  deps: { jobs: Pick<SignOnDeps['jobs'], 'enqueue'> },
  tx: Tx,
  payload: TellSamlApp,
): Promise<void> {
  const app = await findSamlApp(tx, payload.appId)
  if (app?.settings.soapLogoutUrl)
    await deps.jobs.enqueue(tx, { task: tellSamlAppTask, payload, maxAttempts: attemptsMax })
}

/**
 * Signs a person out of an app without their browser, by the SOAP binding (saml-bindings §3.2): for sessions that
 * somebody else ended. Throws while the app does not say that it did, so that the job comes again; told once it is done.
 */
export async function tellSamlApp(
  deps: Pick<SignOnDeps, 'db' | 'clock' | 'egress' | 'publicUrl' | 'signOnKeys'>,
  input: TellSamlApp,
): Promise<void> {
  const { sessionId, appId } = input
  const known = 'sessionIndex' in input ? input : null
  const participant = known ?? (await participantsOf(deps.db, sessionId)).find((each) => each.appId === appId)
  const url = (await findSamlApp(deps.db, appId))?.settings.soapLogoutUrl
  if (!participant || !url) return
  const now = deps.clock.now()
  const { key } = await samlKeys(deps)
  const id = newId()
  const request = writeLogoutRequest({
    id,
    issuer: addressesOf(deps.publicUrl).entityId,
    destination: url,
    issuedAt: now,
    nameId: { format: participant.nameIdFormat, value: participant.nameId, spNameQualifier: null },
    sessionIndex: participant.sessionIndex,
    notOnOrAfter: new Date(now.getTime() + 5 * 60_000),
  })
  const answer = await deps.egress.fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      soapaction: '"http://www.oasis-open.org/committees/security"',
    },
    body: `<soap:Envelope xmlns:soap="${soap}"><soap:Body>${signed(request, key)}</soap:Body></soap:Envelope>`,
    timeoutMs: 5000,
    bytesMax: messageLimits.bytes,
  })
  if (answer.status !== 200) throw notSignedOut(`status ${answer.status}`)
  const response = responseIn(answer.text)
  if (response.inResponseTo !== id) throw notSignedOut('an answer to another question')
  if (response.statusCode !== statusCode.success) throw notSignedOut(response.statusCode)
  // Until then it stays, so that the app is told with the whole session if it could not be before.
  await deps.db.transaction((tx) => deleteParticipant(tx, participant))
}

const notSignedOut = (what: string): Failure =>
  new Failure('unavailable', 'logout_not_taken', `The app answered the sign-out with ${what}.`)

/** The answer came on the connection that we opened; whoever could forge it could have swallowed the question as well. */
function responseIn(text: string): LogoutResponse {
  const envelope = parseXml(text, messageLimits).documentElement
  const body = envelope && child(envelope, soap, 'Body')
  const response = body && child(body, samlp, 'LogoutResponse')
  if (!response) throw malformedMessage('There is no LogoutResponse in it.')
  const message = readMessage(parseXml(new XMLSerializer().serializeToString(response), messageLimits))
  if (message.kind !== 'LogoutResponse') throw malformedMessage('It is of another kind.')
  return message
}
