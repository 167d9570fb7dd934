import type { Glide } from '../ports.ts'
import type { PasswordOutcome } from '../wire.ts'
import { askHallpass } from './ask-hallpass.ts'
import { readPerson } from './read-request.ts'

/** "Send a password link": what an agent may do. Nobody but the person sees or chooses the password. */
export function sendLink(glide: Glide, personId: string): { readonly ok: boolean; readonly message: string } {
  const person = readPerson(glide, personId)
  if (person === null) return { ok: false, message: 'This person has no user name' }
  const asked = askHallpass<PasswordOutcome>(glide, 'POST', '/desk/v1/password-resets', {
    requestId: glide.randomHex(),
    person,
    process: 'service_desk',
    challengeId: null,
  })
  if (!asked.ok) return { ok: false, message: asked.problem }
  return { ok: asked.answer.status !== 'failure', message: asked.answer.message }
}
