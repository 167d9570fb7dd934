import type { Actor } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import { enrolmentOver, firstAnswerWrong, passkeyKnown, promptWaiting } from './errors.ts'
import { type PasskeyDeps, verifyRegistration } from './factors/passkey.ts'
import { readPush } from './factors/push.ts'
import { totpStep } from './factors/totp.ts'
import type { WebhookDeps } from './factors/webhook.ts'
import { showFactor } from './list-factors.ts'
import type { Messages } from './offers.ts'
import { type Enrolment, takeEnrolmentTry, useEnrolment } from './store-challenges.ts'
import { factorByCredential, insertFactor, takeStep } from './store-factors.ts'
import { type TellFactorChangeDeps, tellFactorChange } from './tell-factor-change.ts'
import type { Factor, Passkey, PasskeyResponse, StoredFactor } from './types.ts'

export type AddFactorDeps = TellFactorChangeDeps &
  WebhookDeps &
  PasskeyDeps & {
    db: Database
    clock: Clock
    ids: Ids
    keys: Pick<Keyring, 'hmacMatches' | 'open' | 'seal'>
    messages: Messages
  }

export type AddFactor = {
  personId: string
  enrolmentId: string
  name: string
  code?: string | undefined
  response?: PasskeyResponse | undefined
  actor: Actor
}

/** What an enrolment turned out to be worth: what is kept of the new factor. */
type Proven = { sealed: string | null; passkey: Passkey | null; step: number | null }

/** A factor counts from its first right code or answer on. */
export async function addFactor(deps: AddFactorDeps, input: AddFactor): Promise<Factor> {
  const now = deps.clock.now()
  const enrolment = await takeEnrolmentTry(deps.db, { id: input.enrolmentId, personId: input.personId }, now)
  if (!enrolment) throw enrolmentOver()
  const id = deps.ids.next()
  const proven = await prove(deps, enrolment, input, id)
  const { personId, kind } = enrolment
  const factor: StoredFactor = {
    id,
    personId,
    kind,
    name: input.name.trim(),
    sealed: proven.sealed,
    passkey: proven.passkey,
    createdAt: now,
    lastUsedAt: null,
    restsUntil: null,
  }
  return await deps.db.transaction(async (tx) => {
    if (!(await useEnrolment(tx, enrolment.id))) throw enrolmentOver()
    await insertFactor(tx, factor)
    // The code that proves the app is used up by that.
    if (proven.step !== null) await takeStep(tx, id, proven.step, now)
    await tellFactorChange(deps, tx, { factor, change: 'added', actor: input.actor })
    return await showFactor(tx, factor)
  })
}

async function prove(deps: AddFactorDeps, enrolment: Enrolment, input: AddFactor, id: string): Promise<Proven> {
  switch (enrolment.kind) {
    case 'totp': {
      const secret = openSecret(deps, enrolment)
      const step = totpStep(secret, input.code ?? '', deps.clock.now())
      if (step === null) throw firstAnswerWrong('code')
      return { sealed: deps.keys.seal('factor-secret', `factors.sealed:${id}`, secret), passkey: null, step }
    }
    case 'passkey': {
      const passkey =
        input.response && (await verifyRegistration(deps, enrolment.challenge ?? '', input.response as PasskeyResponse))
      if (!passkey) throw firstAnswerWrong('response')
      if (await factorByCredential(deps.db, passkey.credentialId)) throw passkeyKnown()
      return { sealed: null, passkey, step: null }
    }
    case 'sms': {
      const code = (input.code ?? '').replaceAll(' ', '')
      const { codeHmac } = enrolment
      if (codeHmac === null || !deps.keys.hmacMatches('proof-code', `${enrolment.id}:${code}`, codeHmac))
        throw firstAnswerWrong('code')
      const number = openSecret(deps, enrolment)
      return { sealed: deps.keys.seal('factor-secret', `factors.sealed:${id}`, number), passkey: null, step: null }
    }
    case 'push': {
      const typed = deps.messages.push ? await readPush(deps, deps.messages.push, enrolment.id) : null
      if (typed === 'waiting') throw promptWaiting()
      if (typed !== enrolment.challenge) throw firstAnswerWrong('code')
      return { sealed: null, passkey: null, step: null }
    }
    case 'recovery_codes':
      throw enrolmentOver()
  }
}

const openSecret = (deps: AddFactorDeps, { id, sealed }: Enrolment) =>
  deps.keys.open('factor-secret', `factor_enrolments.sealed:${id}`, sealed ?? '')
