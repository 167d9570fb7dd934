import { createHmac } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import type { Egress } from '../../platform/egress/egress.ts'
import { Failure } from '../../platform/errors.ts'
import type { Secret } from '../../platform/secret.ts'

/** Where the operator's own service for messages or prompts is, and the key that our calls are signed with. */
export type Webhook = { url: URL; secret: Secret }

export type WebhookDeps = { egress: Pick<Egress, 'fetch'>; clock: Clock }

/**
 * One signed call: `hallpass-signature: t=<unix seconds>,v1=<hex>`, HMAC-SHA-256 over `t.body`. Only out, so that nothing
 * of ours need be reachable from there; the other side is asked again until a prompt was answered.
 */
export async function callWebhook(deps: WebhookDeps, hook: Webhook, message: object): Promise<unknown> {
  const body = JSON.stringify(message)
  const at = Math.floor(deps.clock.now().getTime() / 1000)
  const signature = createHmac('sha256', hook.secret.reveal()).update(`${at}.${body}`).digest('hex')
  const answer = await deps.egress.fetch(hook.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'hallpass-signature': `t=${at},v1=${signature}` },
    body,
    timeoutMs: 5_000,
    bytesMax: 16 * 1024,
  })
  if (answer.status < 200 || answer.status > 299) throw silent(answer.status)
  try {
    return answer.text === '' ? {} : JSON.parse(answer.text)
  } catch (cause) {
    throw silent(answer.status, cause)
  }
}

const silent = (status: number, cause?: unknown): Failure =>
  new Failure('unavailable', 'message_not_sent', 'The message could not be sent just now. Try again, or another way.', {
    cause: cause ?? new Error(`the webhook answered ${status}`),
    retryAfterSeconds: 10,
  })
