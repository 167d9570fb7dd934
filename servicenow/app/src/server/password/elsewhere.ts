import { addCall } from '../calls.ts'
import { checkBinding } from '../check-binding.ts'
import type { Glide, Row } from '../ports.ts'
import { properties, tables } from '../tables.ts'
import { type PasswordOutcome, type Person, toWire } from '../wire.ts'
import { wordsFor } from '../words.ts'
import { readRequest } from './read-request.ts'
import { settleRequest } from './settle-request.ts'

/**
 * Pull mode: nothing can be asked of Hallpass from here, and a password must not lie in an outbox. So none is taken:
 * Hallpass sends the person what they need, they set the password there, and Hallpass says when they have.
 */
export function isElsewhere(glide: Pick<Glide, 'property'>): boolean {
  return glide.property(properties.mode) === 'pull'
}

/** The page of Hallpass on which people who cannot sign in help themselves. */
export function forgottenPage(glide: Pick<Glide, 'property'>): string {
  return `${glide.property(properties.hallpassUrl).replace(/\/+$/, '')}/password/forgot`
}

/** Leaves in the outbox that this person wants a link; once for each request. False where nothing may leave this instance. */
export function askForLink(glide: Glide, kind: 'reset' | 'unlock', requestId: string, person: Person): boolean {
  if (checkBinding(glide).state !== 'bound') return false
  const path = kind === 'reset' ? '/desk/v1/password-resets' : '/desk/v1/unlocks'
  // Never a password, and no proof: what Hallpass sends goes to the person alone, whoever asked.
  const body = toWire({ requestId, person, process: 'service_desk', challengeId: null })
  return addCall(glide, { kind: 'password', itemId: '', subject: requestId, method: 'POST', path, body }) !== null
}

/** What Hallpass answered: a link is on its way and the request stays pending, or it is over. */
export function noteLink(glide: Glide, call: Row, body: string): void {
  const { status, message } = JSON.parse(body) as PasswordOutcome
  glide.tables.update(tables.call, call.id, { settled: 'true', message })
  if (status === 'pending') return
  settleRequest(glide, call.get('subject'), { status: status === 'failure' ? 'failure' : 'success', message })
}

/** Hallpass would not, or was never heard: nobody waits for a link that does not come. */
export function endLink(glide: Glide, call: Row): void {
  const requestId = call.get('subject')
  const message = wordsFor(glide, readRequest(glide, requestId)?.person.sysId ?? '')('try_later')
  settleRequest(glide, requestId, { status: 'failure', message })
}
