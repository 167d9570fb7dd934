import type { Secret } from '../../platform/secret.ts'
import { callWebhook, type Webhook, type WebhookDeps } from './webhook.ts'

/** A notice, nothing to type. */
export async function sendNotice(
  deps: WebhookDeps,
  hook: Webhook,
  message: { to: Secret; text: string },
): Promise<void> {
  await callWebhook(deps, hook, { type: 'sms', to: message.to.reveal(), text: message.text })
}

/**
 * A code by text message, through the operator's webhook. Off unless one is set: numbers can be taken over, which is why
 * NIST SP 800-63B-4 §3.1.3.3 calls it restricted.
 */
export async function sendSms(
  deps: WebhookDeps,
  hook: Webhook,
  message: { to: Secret; code: string; companyName: string },
): Promise<void> {
  const text = `${message.code} is your code for ${message.companyName}. Give it to nobody.`
  await sendNotice(deps, hook, { to: message.to, text })
}
