import { Failure } from '../../platform/errors.ts'
import { TryAgainAt } from '../../platform/jobs/jobs.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { signalAddresses } from './addresses.ts'
import { findStream, noteDelivery, type SignalStream } from './store-streams.ts'
import { type SecurityEvent, writeSet } from './write-set.ts'

export type PushDeps = Pick<SignOnDeps, 'db' | 'clock' | 'egress' | 'publicUrl' | 'signOnKeys'> & {
  keys: Pick<SignOnDeps['keys'], 'open'>
}

export type Delivery =
  | { kind: 'taken' }
  /** The receiver read it and will not have it; sending it again would change nothing (RFC 8935 §2.3). */
  | { kind: 'refused'; message: string }
  | { kind: 'failed'; message: string; retryAt: Date | null }

/** Pushes one event to the receiver of an app (RFC 8935) and keeps how that went. */
export async function pushSet(
  deps: PushDeps,
  stream: SignalStream,
  event: Pick<SecurityEvent, 'id' | 'subject' | 'type' | 'content'>,
): Promise<Delivery> {
  const { endpoint, audience } = stream.settings
  const keys = await deps.signOnKeys.of('oidc')
  const key = keys.find(({ algorithm, state }) => algorithm === 'RS256' && state === 'current')
  if (!key) throw new Error('there is no key to sign signals with')
  const now = deps.clock.now()
  const { issuer } = signalAddresses(deps.publicUrl)
  const authorization = authorizationOf(deps, stream)
  const delivery = await deps.egress
    .fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/secevent+jwt',
        accept: 'application/json',
        ...(authorization === null ? {} : { authorization }),
      },
      body: writeSet({ ...event, issuer, audience }, key, now),
      timeoutMs: 5000,
      bytesMax: 64 * 1024,
    })
    .then(
      (answer) => judge(answer, now),
      (cause): Delivery => {
        if (!(cause instanceof Failure)) throw cause
        return { kind: 'failed', message: cause.message, retryAt: null }
      },
    )
  await noteDelivery(deps.db, stream.id, delivery.kind === 'taken' ? null : delivery.message, now)
  return delivery
}

/** The job: throws while it is worth trying again. A stream that was switched off or removed meanwhile gets nothing. */
export async function pushDurably(
  deps: PushDeps,
  appId: string,
  event: Pick<SecurityEvent, 'id' | 'subject' | 'type' | 'content'>,
): Promise<void> {
  const stream = await findStream(deps.db, appId)
  if (!stream?.settings.enabled) return
  const delivery = await pushSet(deps, stream, event)
  if (delivery.kind !== 'failed') return
  if (delivery.retryAt) throw new TryAgainAt(delivery.retryAt, delivery.message)
  throw new Failure('unavailable', 'signal_not_taken', delivery.message)
}

const retrySecondsMax = 3600

function judge(answer: { status: number; headers: Record<string, string>; text: string }, now: Date): Delivery {
  const { status } = answer
  if (status === 202 || status === 200 || status === 204) return { kind: 'taken' }
  if (status === 400) return { kind: 'refused', message: `The receiver refused it: ${reasonIn(answer.text)}.` }
  const seconds = Number(answer.headers['retry-after'])
  const retryAt =
    Number.isFinite(seconds) && seconds > 0 ? new Date(now.getTime() + Math.min(seconds, retrySecondsMax) * 1000) : null
  return { kind: 'failed', message: `The receiver answered with status ${status}.`, retryAt }
}

/** `err` and `description` of RFC 8935 §2.4, as far as they are there; a stranger's words are cut short. */
function reasonIn(text: string): string {
  try {
    const { err, description } = JSON.parse(text) as { err?: unknown; description?: unknown }
    const words = [err, description].filter((part) => typeof part === 'string').join(', ')
    return words.replaceAll(/\p{Cc}/gu, ' ').slice(0, 200) || 'without a reason'
  } catch {
    return 'without a reason'
  }
}

export const authorizationPlace = (id: string): string => `signal_streams.sealed_authorization:${id}`

function authorizationOf(deps: PushDeps, { id, sealedAuthorization }: SignalStream): string | null {
  if (sealedAuthorization === null) return null
  return deps.keys.open('connector-secret', authorizationPlace(id), sealedAuthorization).reveal()
}
