import type { Glide } from '../ports.ts'
import { properties } from '../tables.ts'
import type { PasswordOutcome } from '../wire.ts'
import { wordsFor } from '../words.ts'
import { askHallpass } from './ask-hallpass.ts'
import {
  answerChallenge,
  type Challenge,
  challengeIdOf,
  givenSoFar,
  lookAtChallenge,
  startChallenge,
} from './challenge.ts'
import { forgottenPage, isElsewhere } from './elsewhere.ts'
import { readPerson } from './read-request.ts'

/** What the page "Reset my password" sends: who it is comes from the session, never from the page. */
export type PageInput = {
  readonly action?: 'start' | 'answer' | 'look' | 'set'
  readonly requestId?: string
  readonly kind?: string
  readonly code?: string
  readonly newPassword?: string
}
export type PageData = {
  readonly given: number
  readonly requestId: string
  readonly state: Challenge['state'] | 'signed_out' | 'elsewhere' | 'done' | 'failed'
  readonly offers: Challenge['offers']
  readonly message: string
  readonly link: string
}

/**
 * The page for instances without the Password Reset application. Whoever is not signed in is shown the way to Hallpass'
 * own page; whoever is, proves who they are to Hallpass and sets a new password, which this instance only passes on. Where
 * the instance cannot reach Hallpass, everybody is shown the way.
 */
export function ownPassword(glide: Glide, personId: string, input: PageInput): PageData {
  const link = `${glide.property(properties.hallpassUrl).replace(/\/+$/, '')}/password`
  const requestId = /^[0-9a-f]{32}$/.test(input.requestId ?? '') ? String(input.requestId) : glide.randomHex()
  const person = readPerson(glide, personId)
  const data = { requestId, offers: [], given: 0, message: '', link }
  if (person === null || person.userName === 'guest') return { ...data, state: 'signed_out' }
  const words = wordsFor(glide, personId)
  if (isElsewhere(glide)) {
    const page = forgottenPage(glide)
    return { ...data, state: 'elsewhere', message: words('elsewhere', page), link: page }
  }
  const shown = (challenge: Challenge): PageData => ({
    ...data,
    ...challenge,
    message: challenge.state === 'unavailable' ? words('try_later') : '',
  })
  if (!isOwn(glide, requestId, personId)) return { ...data, state: 'failed', message: words('challenge_ended') }
  if (input.action === 'answer') {
    const code = String(input.code ?? '').trim()
    const before = givenSoFar(glide, requestId)
    const answered = answerChallenge(glide, requestId, String(input.kind ?? ''), code)
    if (answered.state !== 'waiting') return shown(answered)
    // Nothing typed has a code or a prompt sent: to whom, only Hallpass knows.
    const news = code === '' ? 'proof_sent' : answered.given > before ? 'one_more' : 'code_wrong'
    return { ...shown(answered), message: words(news) }
  }
  if (input.action === 'look') return shown(lookAtChallenge(glide, requestId))
  if (input.action !== 'set') return shown(startChallenge(glide, requestId, person))

  const asked = askHallpass<PasswordOutcome>(glide, 'POST', '/desk/v1/password-resets', {
    requestId,
    person,
    process: 'self_service',
    challengeId: challengeIdOf(glide, requestId),
    newPassword: String(input.newPassword ?? ''),
  })
  if (!asked.ok) return { ...data, state: 'failed', message: words('try_later') }
  const isDone = asked.answer.status !== 'failure'
  return {
    ...data,
    state: isDone ? 'done' : 'proven',
    message: asked.answer.message || words(isDone ? 'reset_done' : 'try_later'),
  }
}

/** A request begun by one person is no use to another. */
function isOwn(glide: Glide, requestId: string, personId: string): boolean {
  const rows = glide.tables.find('x_hlps_access_challenge', [['request_id', requestId]])
  return rows.every((row) => row.get('person') === personId)
}
