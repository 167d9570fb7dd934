import { checkBinding } from '../check-binding.ts'
import type { Glide } from '../ports.ts'
import type { LockStateAnswer, PasswordOutcome } from '../wire.ts'
import { wordsFor } from '../words.ts'
import { askHallpass } from './ask-hallpass.ts'
import { challengeIdOf } from './challenge.ts'
import { askForLink, forgottenPage, isElsewhere } from './elsewhere.ts'
import { lockedChoices, statusChoices } from './instance-facts.ts'
import { type PasswordRequest, readRequest } from './read-request.ts'

/** What the subflows of a credential store type answer. */
export type Status = { readonly status: string; readonly message: string }

/**
 * Self-service: sets the password the person chose. Service desk: whatever password was typed or made is not even sent
 * on; the person gets a link, so that nobody else knows or chooses it.
 */
export function resetPassword(glide: Glide, requestId: string, password: string): Status {
  return withRequest(glide, requestId, (request) => {
    if (isElsewhere(glide)) return linkInstead(glide, 'reset', request)
    const body = { ...about(glide, request), ...(request.process === 'self_service' ? { newPassword: password } : {}) }
    return outcome(glide, request, askHallpass<PasswordOutcome>(glide, 'POST', '/desk/v1/password-resets', body))
  })
}

export function changePassword(glide: Glide, requestId: string, oldPassword: string, newPassword: string): Status {
  return withRequest(glide, requestId, (request) => {
    if (isElsewhere(glide)) return { status: statusChoices.failure, message: elsewhere(glide, request) }
    const body = { requestId, person: request.person, oldPassword, newPassword }
    return outcome(glide, request, askHallpass<PasswordOutcome>(glide, 'POST', '/desk/v1/password-changes', body))
  })
}

export function unlockAccount(glide: Glide, requestId: string): Status {
  return withRequest(glide, requestId, (request) => {
    if (isElsewhere(glide)) return linkInstead(glide, 'unlock', request)
    const asked = askHallpass<PasswordOutcome>(glide, 'POST', '/desk/v1/unlocks', about(glide, request))
    return outcome(glide, request, asked)
  })
}

export function lockState(glide: Glide, requestId: string): Status & { readonly locked: string } {
  const request = readRequest(glide, requestId)
  const failed = { status: statusChoices.failure, locked: lockedChoices.unknown }
  if (request === null) return { ...failed, message: '' }
  if (isElsewhere(glide)) return { ...failed, message: elsewhere(glide, request) }
  const { process: _process, ...body } = about(glide, request)
  const asked = askHallpass<LockStateAnswer>(glide, 'POST', '/desk/v1/lock-states', body)
  if (!asked.ok) return { ...failed, message: wordsFor(glide, request.person.sysId)('try_later') }
  return { status: statusChoices.success, locked: lockedChoices[asked.answer.locked], message: asked.answer.message }
}

/** "Test connection": both the token and the signature are accepted. In pull mode, that this instance is the one bound. */
export function testConnection(glide: Glide): Status {
  if (isElsewhere(glide)) {
    const binding = checkBinding(glide)
    if (binding.state === 'bound') return { status: statusChoices.success, message: '' }
    return { status: statusChoices.failure, message: binding.words }
  }
  const asked = askHallpass<unknown>(glide, 'GET', '/desk/v1/challenges/00000000-0000-7000-8000-000000000000', null)
  // There is no such challenge: whoever says so has accepted both.
  if (asked.ok || asked.status === 404) return { status: statusChoices.success, message: '' }
  return { status: statusChoices.failure, message: asked.problem }
}

/** Whatever password was typed stays behind. Pending, until Hallpass says that the person set theirs. */
function linkInstead(glide: Glide, kind: 'reset' | 'unlock', { requestId, person }: PasswordRequest): Status {
  const words = wordsFor(glide, person.sysId)
  if (askForLink(glide, kind, requestId, person))
    return { status: statusChoices.pending, message: words('link_coming') }
  return { status: statusChoices.failure, message: words('try_later') }
}

function elsewhere(glide: Glide, { person }: PasswordRequest): string {
  return wordsFor(glide, person.sysId)('elsewhere', forgottenPage(glide))
}

function about(glide: Glide, { requestId, person, process }: PasswordRequest) {
  return { requestId, person, process, challengeId: challengeIdOf(glide, requestId) }
}

function withRequest(glide: Glide, requestId: string, act: (request: PasswordRequest) => Status): Status {
  const request = readRequest(glide, requestId)
  if (request !== null) return act(request)
  return { status: statusChoices.failure, message: wordsFor(glide, '')('try_later') }
}

function outcome(
  glide: Glide,
  request: PasswordRequest,
  asked: ReturnType<typeof askHallpass<PasswordOutcome>>,
): Status {
  const words = wordsFor(glide, request.person.sysId)
  if (!asked.ok) return { status: statusChoices.failure, message: words('try_later') }
  const { status, message } = asked.answer
  if (status === 'link_sent') return { status: statusChoices.success, message: message || words('link_sent') }
  return { status: statusChoices[status], message }
}
