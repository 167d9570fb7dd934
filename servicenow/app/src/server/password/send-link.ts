import type { Glide } from '../ports.ts'
import type { PasswordOutcome } from '../wire.ts'
import { languageOf, wordsFor } from '../words.ts'
import { askHallpass } from './ask-hallpass.ts'
import { askForLink, isElsewhere } from './elsewhere.ts'
import { readPerson } from './read-request.ts'

/**
 * "Send a password link": what an agent may do, who reads the answer in their own language. Nobody but the person sees or
 * chooses the password.
 */
export function sendLink(
  glide: Glide,
  personId: string,
  agentId: string,
): { readonly ok: boolean; readonly message: string } {
  const person = readPerson(glide, personId)
  const words = wordsFor(glide, agentId)
  if (person === null) return { ok: false, message: words('no_user_name') }
  if (isElsewhere(glide)) {
    const isLeft = askForLink(glide, 'reset', glide.randomHex(), person)
    return { ok: isLeft, message: words(isLeft ? 'agents_link_coming' : 'try_later') }
  }
  const asked = askHallpass<PasswordOutcome>(glide, 'POST', '/desk/v1/password-resets', {
    requestId: glide.randomHex(),
    person: { ...person, language: languageOf(glide, agentId) },
    process: 'service_desk',
    challengeId: null,
  })
  if (!asked.ok) return { ok: false, message: asked.problem }
  return { ok: asked.answer.status !== 'failure', message: asked.answer.message }
}
