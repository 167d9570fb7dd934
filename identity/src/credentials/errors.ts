/** The failures of credentials. Before proof they say nothing that depends on who was meant. */
import { Failure } from '../platform/errors.ts'

export const tooManyTries = (retryAt: Date, now: Date): Failure =>
  new Failure('rate_limited', 'too_many_tries', 'That was a lot of tries. Wait a little, then try again.', {
    retryAfterSeconds: Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / 1000)),
  })

export const codeWrong = (): Failure =>
  new Failure(
    'unauthenticated',
    'code_wrong',
    'This code is not right, or no longer valid. Check it, or ask for a new one.',
    {
      fields: [{ field: 'code', message: 'is not right, or no longer valid' }],
    },
  )

export const linkInvalid = (): Failure =>
  new Failure('unauthenticated', 'link_invalid', 'This link was used or is no longer valid. Ask for a new one.')

export const ticketInvalid = (): Failure =>
  new Failure('unauthenticated', 'ticket_invalid', 'This page has waited too long or was used already. Start again.')

export const writeUnderway = (): Failure =>
  new Failure(
    'conflict',
    'write_underway',
    'This write may still be on its way. Wait a minute, look in the directory again, and then say what happened.',
  )

export const ticketBusy = (): Failure =>
  new Failure('conflict', 'password_underway', 'The new password is still being set. Wait a moment, then try again.', {
    retryAfterSeconds: 5,
  })

export const passwordElsewhere = (): Failure =>
  new Failure(
    'conflict',
    'password_elsewhere',
    'The password of this account cannot be set from here. Ask the service desk how it is changed.',
  )

export const passwordUnchanged = (cause: unknown): Failure =>
  saidOfPaused(cause) ??
  new Failure(
    'unavailable',
    'password_unchanged',
    'The directory did not take the new password just now; the old one still holds. Try again in a moment.',
    { cause, retryAfterSeconds: 5 },
  )

export const passwordUnknown = (cause: unknown): Failure =>
  new Failure(
    'unavailable',
    'password_unknown',
    'The directory did not answer, so it is not known yet whether the new password holds. Wait a minute, then sign in with it; if that fails, start again.',
    { cause, retryAfterSeconds: 60 },
  )

export const directorySilent = (cause: unknown): Failure =>
  saidOfPaused(cause) ??
  new Failure('unavailable', 'directory_silent', 'The directory does not answer just now. Try again in a moment.', {
    cause,
    retryAfterSeconds: 5,
  })

/** Waiting a moment does not help where an administrator paused the directory; that is said as it is. */
const saidOfPaused = (cause: unknown): Failure | null =>
  cause instanceof Failure && cause.code === 'directory_paused' ? cause : null

export const currentWrong = (): Failure =>
  new Failure('invalid', 'current_password_wrong', 'The current password is not right.', {
    fields: [{ field: 'oldPassword', message: 'is not your current password' }],
  })

export const personUnknown = (): Failure => new Failure('not_found', 'person_not_found', 'There is no such person.')

export const beyondDesk = (): Failure =>
  new Failure(
    'forbidden',
    'beyond_desk',
    'Only an administrator may do this for an administrator, auditor or desk agent.',
  )

export const ownUnlock = (): Failure =>
  new Failure(
    'forbidden',
    'own_unlock',
    'Nobody unlocks themselves. Use "Forgot or locked", or ask another administrator.',
  )

/** `because` tells pages in other languages which of the reasons it is. */
export const inviteImpossible = (
  because: 'not_active' | 'no_mail' | 'kept_elsewhere' | 'has_password',
  message: string,
): Failure => new Failure('conflict', 'invite_impossible', message, { extra: { because } })

export const policyChanged = (): Failure =>
  new Failure('conflict', 'changed_meanwhile', 'Somebody changed this meanwhile. Reload, then make your change again.')

export const directoryUnknown = (): Failure =>
  new Failure('not_found', 'directory_not_found', 'There is no such directory.')

export const groupUnknown = (): Failure => new Failure('not_found', 'group_not_found', 'There is no such group.')

export const groupPolicyUnknown = (): Failure =>
  new Failure('not_found', 'policy_not_found', 'This group has no recovery rules of its own.')

export const kindImpossible = (reason: string): Failure => new Failure('conflict', 'factor_not_offered', reason)

export const enrolmentOver = (): Failure =>
  new Failure('conflict', 'enrolment_over', 'This has waited too long or was finished already. Begin again.')

export const firstAnswerWrong = (field: 'code' | 'response'): Failure =>
  new Failure(
    'invalid',
    'first_answer_wrong',
    field === 'code'
      ? 'This code is not right. Check the time on your phone, or wait for the next code.'
      : 'The passkey could not be checked. Try again with it on this page.',
    { fields: [{ field, message: 'does not fit' }] },
  )

export const passkeyKnown = (): Failure =>
  new Failure('conflict', 'passkey_known', 'This passkey was added already. Use another one.')

export const promptWaiting = (): Failure =>
  new Failure('conflict', 'prompt_waiting', 'Type the number from this screen on your phone first.')

export const factorUnknown = (): Failure =>
  new Failure('not_found', 'factor_not_found', 'You have no such factor any more.')

export const proofImpossible = (until: Date | null): Failure =>
  new Failure(
    'conflict',
    'more_proof_impossible',
    until === null
      ? 'This account asks for one more proof, and there is none set up that can give it. Call the service desk.'
      : 'This account asks for one more proof, and what you have just recovered a password. Wait, or call the service desk.',
    { extra: until === null ? {} : { until: until.toISOString() } },
  )

export const outOfReach = (): Failure =>
  new Failure(
    'conflict',
    'out_of_reach',
    'This account is looked after in its own directory alone. Ask its administrators.',
  )

export const passImpossible = (because: 'not_active' | 'unknown_address', message: string): Failure =>
  new Failure('conflict', 'pass_impossible', message, { extra: { because } })
