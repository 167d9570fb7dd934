import type { Tx } from '../../platform/database/database.ts'
import { issuerOf } from '../oidc/client-metadata.ts'
import { oidcClientById } from '../oidc/store-clients.ts'
import type { OidcParticipant } from '../oidc/store-records.ts'
import type { Participant } from '../saml/store-saml.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { appsKnowing, subjectOf } from '../sign-on/subjects.ts'
import type { EndReason } from '../types.ts'
import { type PushDeps, pushDurably } from './push-set.ts'
import { findStream } from './store-streams.ts'
import { eventType, type Subject } from './write-set.ts'

export const pushSignalTask = 'sso.push-signal'
/** Tries over about a day; then the job stays as a dead letter that administrators see. */
const attemptsMax = 12

type SignalEndDeps = Pick<SignOnDeps, 'ids' | 'clock'> & { jobs: Pick<SignOnDeps['jobs'], 'enqueue'> }
/** A session as a whole ended, or access to one app. */
type SignalReason = EndReason | 'access_ended'
type Ended = { appId: string; personId: string; sid: string | null; because: SignalReason }
/** What the job carries: who, which session of the app (null for all of them), when and why. */
export type SignalPayload = Ended & { messageId: string; endedAt: string }

/** One session ended: apps that took part in it are told of that session and no other. */
export async function signalSession(
  deps: SignalEndDeps,
  tx: Tx,
  input: { participants: readonly OidcParticipant[]; because: SignalReason },
): Promise<void> {
  for (const { clientId, personId, sid } of input.participants) {
    const client = await oidcClientById(tx, clientId)
    if (client) await enqueue(deps, tx, { appId: client.appId, personId, sid, because: input.because })
  }
}

/** The same for apps that a session signed on to by SAML; they know the session by the index in their assertion. */
export async function signalSamlSession(
  deps: SignalEndDeps,
  tx: Tx,
  { participants, ...ended }: { participants: readonly Participant[]; personId: string; because: SignalReason },
): Promise<void> {
  for (const { appId, sessionIndex } of participants) await enqueue(deps, tx, { appId, sid: sessionIndex, ...ended })
}

/** Everything of a person ended: every app that ever knew them is told. Nobody else learns of it. */
export async function signalPerson(
  deps: SignalEndDeps,
  tx: Tx,
  input: { personId: string; because: EndReason },
): Promise<void> {
  for (const appId of await appsKnowing(tx, input.personId)) await enqueue(deps, tx, { appId, sid: null, ...input })
}

async function enqueue(deps: SignalEndDeps, tx: Tx, ended: Ended): Promise<void> {
  const stream = await findStream(tx, ended.appId)
  if (!stream?.settings.enabled) return
  const payload: SignalPayload = { ...ended, messageId: deps.ids.next(), endedAt: deps.clock.now().toISOString() }
  await deps.jobs.enqueue(tx, { task: pushSignalTask, payload, maxAttempts: attemptsMax })
}

/** The job: says that sessions of a person in this app are to end (CAEP 1.0 §3.1). */
export async function pushSignal(
  deps: PushDeps & Pick<SignOnDeps, 'directory'>,
  payload: SignalPayload,
): Promise<void> {
  const stream = await findStream(deps.db, payload.appId)
  const user = stream && (await userOf(deps, stream.settings.subject, payload))
  if (!user) return
  const subject: Subject =
    payload.sid === null ? user : { format: 'complex', user, session: { format: 'opaque', id: payload.sid } }
  const { initiator, words } = reasons[payload.because]
  await pushDurably(deps, payload.appId, {
    id: payload.messageId,
    type: eventType.sessionRevoked,
    subject,
    content: {
      event_timestamp: Math.floor(new Date(payload.endedAt).getTime() / 1000),
      initiating_entity: initiator,
      reason_admin: { en: words },
    },
  })
}

async function userOf(
  deps: Pick<SignOnDeps, 'db' | 'directory' | 'publicUrl'>,
  format: 'iss_sub' | 'email',
  { personId, appId }: SignalPayload,
): Promise<Subject | null> {
  if (format === 'iss_sub') {
    const sub = await subjectOf(deps.db, personId, appId)
    return { format, iss: issuerOf(deps.publicUrl), sub }
  }
  const mail = (await deps.directory.person(deps.db, personId))?.mail
  return mail ? { format, email: mail } : null
}

const reasons: Record<SignalReason, { initiator: 'user' | 'admin' | 'policy'; words: string }> = {
  signed_out: { initiator: 'user', words: 'The person signed out.' },
  signed_in_again: { initiator: 'user', words: 'The person signed in anew.' },
  ended_by_owner: { initiator: 'user', words: 'The person ended this session from another device.' },
  ended_by_administrator: { initiator: 'admin', words: 'An administrator or the service desk ended it.' },
  password_changed: { initiator: 'policy', words: 'The password was changed.' },
  person_disabled: { initiator: 'policy', words: 'The person was disabled.' },
  access_ended: { initiator: 'policy', words: 'The person may use this app no longer.' },
}
