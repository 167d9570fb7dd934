import { randomInt } from 'node:crypto'
import { callWebhook, type Webhook, type WebhookDeps } from './webhook.ts'

/** Two digits on this screen, to be typed on the phone: approving out of habit is not enough. */
export function newPushNumber(): string {
  return randomInt(10, 100).toString()
}

/** Asks the person's phone, through the operator's webhook, which numbers it was shown. */
export async function sendPush(
  deps: WebhookDeps,
  hook: Webhook,
  prompt: { id: string; personId: string; login: string; address: string; expiresAt: Date },
): Promise<void> {
  const { id, personId, login, address, expiresAt } = prompt
  await callWebhook(deps, hook, {
    type: 'prompt',
    id,
    person: { id: personId, login },
    address,
    expiresAt: expiresAt.toISOString(),
  })
}

/** What the person typed on the phone: the number, `waiting`, or null when they said no. */
export async function readPush(deps: WebhookDeps, hook: Webhook, id: string): Promise<string | 'waiting' | null> {
  const answer = (await callWebhook(deps, hook, { type: 'answer', id })) as { state?: unknown; number?: unknown }
  if (answer.state === 'waiting') return 'waiting'
  return answer.state === 'answered' && typeof answer.number === 'string' ? answer.number : null
}
