import { randomInt } from 'node:crypto'
import type { Directory, Person } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import { personUnknown, tooManyTries } from './errors.ts'
import { sendPush } from './factors/push.ts'
import { sendSms } from './factors/sms.ts'
import type { WebhookDeps } from './factors/webhook.ts'
import { messageTries, resetMailTries } from './limits.ts'
import { proofCodeMail } from './mails.ts'
import type { Messages } from './offers.ts'
import { recoveryAddresses } from './policy.ts'
import { recoveryPolicyFor } from './recovery-policy-for.ts'
import { insertPrompt } from './store-challenges.ts'
import { takeTries } from './store-tries.ts'
import type { Challenge, StoredFactor } from './types.ts'

export type PromptFactorDeps = WebhookDeps & {
  db: Database
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'hmac' | 'open'>
  mail: Mailer
  messages: Messages
  directory: Pick<Directory, 'person' | 'addressesOf' | 'groupsOf'>
  companyName: string
}

export type PromptTarget = { kind: 'mail_code' } | { kind: 'factor'; factor: StoredFactor }

/** Sends what a challenge is answered with: a mailed code, a text message, a prompt on the phone. */
export async function promptFactor(
  deps: PromptFactorDeps,
  challenge: Challenge & { personId: string },
  target: PromptTarget,
  address: string,
): Promise<void> {
  const now = deps.clock.now()
  const person = await deps.directory.person(deps.db, challenge.personId)
  if (!person) throw personUnknown()
  const tries = target.kind === 'mail_code' ? resetMailTries(person.id) : messageTries(person.id)
  const taken = await takeTries(deps.db, tries, now)
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)
  if (target.kind === 'mail_code') {
    const policy = await recoveryPolicyFor(deps, deps.db, person)
    const to = recoveryAddresses(await deps.directory.addressesOf(deps.db, person.id), policy, now)
    await deps.db.transaction((tx) => mailProofCode(deps, tx, { challengeId: challenge.id, person, to }))
    return
  }
  await sendToFactor(deps, { challenge, person, factor: target.factor, address })
}

/** One code to these addresses, kept as an HMAC that is bound to its own row. */
export async function mailProofCode(
  deps: Pick<PromptFactorDeps, 'clock' | 'ids' | 'keys' | 'mail' | 'companyName'>,
  tx: Tx,
  input: { challengeId: string; person: Person; to: readonly string[] },
): Promise<void> {
  const { challengeId, person } = input
  const { id, code, codeHmac } = newCode(deps)
  await insertPrompt(tx, { id, challengeId, kind: 'mail_code', factorId: null, codeHmac, createdAt: deps.clock.now() })
  for (const to of input.to)
    await deps.mail.send(tx, proofCodeMail({ to, person, companyName: deps.companyName, code }))
}

async function sendToFactor(
  deps: PromptFactorDeps,
  input: { challenge: Challenge; person: Person; factor: StoredFactor; address: string },
): Promise<void> {
  const { challenge, person, factor, address } = input
  const createdAt = deps.clock.now()
  const kept = { challengeId: challenge.id, factorId: factor.id, createdAt }
  if (factor.kind === 'push' && deps.messages.push) {
    const id = deps.ids.next()
    await insertPrompt(deps.db, { ...kept, id, kind: 'push', codeHmac: null })
    const { expiresAt } = challenge
    await sendPush(deps, deps.messages.push, { id, personId: person.id, login: person.login, address, expiresAt })
    return
  }
  if (factor.kind !== 'sms' || !deps.messages.sms || factor.sealed === null) return
  const { id, code, codeHmac } = newCode(deps)
  await insertPrompt(deps.db, { ...kept, id, kind: 'sms', codeHmac })
  const to = deps.keys.open('factor-secret', `factors.sealed:${factor.id}`, factor.sealed)
  await sendSms(deps, deps.messages.sms, { to, code, companyName: deps.companyName })
}

function newCode(deps: Pick<PromptFactorDeps, 'ids' | 'keys'>): { id: string; code: string; codeHmac: Buffer } {
  const id = deps.ids.next()
  const code = randomInt(1_000_000).toString().padStart(6, '0')
  return { id, code, codeHmac: deps.keys.hmac('proof-code', `${id}:${code}`) }
}
