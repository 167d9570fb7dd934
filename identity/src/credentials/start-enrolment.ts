import { randomInt } from 'node:crypto'
import type { Directory, Person } from '../directory/module.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import { Secret } from '../platform/secret.ts'
import { kindImpossible, personUnknown, tooManyTries } from './errors.ts'
import { type PasskeyDeps, type PasskeyJson, registrationOptions } from './factors/passkey.ts'
import { newPushNumber, sendPush } from './factors/push.ts'
import { sendSms } from './factors/sms.ts'
import { newTotp } from './factors/totp.ts'
import type { Webhook, WebhookDeps } from './factors/webhook.ts'
import { enrolmentMinutes, messageTries } from './limits.ts'
import { factorKinds } from './list-factors.ts'
import type { Messages } from './offers.ts'
import { type Enrolment, insertEnrolment } from './store-challenges.ts'
import { factorsOfPerson } from './store-factors.ts'
import { takeTries } from './store-tries.ts'
import type { FactorKind } from './types.ts'

export type StartEnrolmentDeps = WebhookDeps &
  PasskeyDeps & {
    db: Database
    ids: Ids
    keys: Pick<Keyring, 'hmac' | 'seal'>
    messages: Messages
    directory: Pick<Directory, 'person'>
  }

type Begun<T> = T & { enrolmentId: string; expiresAt: Date }

/** Begins an authenticator app: its secret is shown this once, and sealed until its first code came. */
export async function startTotp(
  deps: StartEnrolmentDeps,
  personId: string,
): Promise<Begun<{ secret: string; uri: string; qr: string }>> {
  const person = await enrollee(deps, personId, 'totp')
  const { secret, uri, qr } = newTotp({ companyName: deps.companyName, login: person.login })
  const begun = await keep(deps, personId, 'totp', (id) => ({
    sealed: deps.keys.seal('factor-secret', `factor_enrolments.sealed:${id}`, secret),
  }))
  return { ...begun, secret: secret.reveal(), uri, qr }
}

export async function startPasskey(
  deps: StartEnrolmentDeps,
  personId: string,
): Promise<Begun<{ options: PasskeyJson }>> {
  const person = await enrollee(deps, personId, 'passkey')
  const existing = (await factorsOfPerson(deps.db, personId)).flatMap(({ passkey }) => passkey ?? [])
  const { options, challenge } = await registrationOptions(deps, person, existing)
  return { ...(await keep(deps, personId, 'passkey', () => ({ challenge }))), options }
}

/** Sends a code to the number, so that nobody enters somebody else's. */
export async function startSms(deps: StartEnrolmentDeps, personId: string, number: string): Promise<Begun<object>> {
  await enrollee(deps, personId, 'sms')
  await limit(deps, personId)
  const code = randomInt(1_000_000).toString().padStart(6, '0')
  const begun = await keep(deps, personId, 'sms', (id) => ({
    sealed: deps.keys.seal('factor-secret', `factor_enrolments.sealed:${id}`, new Secret(number)),
    codeHmac: deps.keys.hmac('proof-code', `${id}:${code}`),
  }))
  await sendSms(deps, deps.messages.sms as Webhook, { to: new Secret(number), code, companyName: deps.companyName })
  return begun
}

/** Sends a first prompt: the person shows that they have the phone. */
export async function startPush(
  deps: StartEnrolmentDeps,
  personId: string,
  address: string,
): Promise<Begun<{ number: string }>> {
  const person = await enrollee(deps, personId, 'push')
  await limit(deps, personId)
  const number = newPushNumber()
  const begun = await keep(deps, personId, 'push', () => ({ challenge: number }))
  const { enrolmentId: id, expiresAt } = begun
  await sendPush(deps, deps.messages.push as Webhook, { id, personId, login: person.login, address, expiresAt })
  return { ...begun, number }
}

async function enrollee(deps: StartEnrolmentDeps, personId: string, wanted: FactorKind): Promise<Person> {
  const reason = factorKinds(deps).find(({ kind }) => kind === wanted)?.reason ?? null
  if (reason !== null) throw kindImpossible(reason)
  const person = await deps.directory.person(deps.db, personId)
  if (!person) throw personUnknown()
  return person
}

async function limit(deps: StartEnrolmentDeps, personId: string): Promise<void> {
  const now = deps.clock.now()
  const taken = await takeTries(deps.db, messageTries(personId), now)
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)
}

async function keep(
  deps: StartEnrolmentDeps,
  personId: string,
  kind: FactorKind,
  parts: (id: string) => Partial<Pick<Enrolment, 'sealed' | 'challenge' | 'codeHmac'>>,
): Promise<{ enrolmentId: string; expiresAt: Date }> {
  const id = deps.ids.next()
  const createdAt = deps.clock.now()
  const expiresAt = new Date(createdAt.getTime() + enrolmentMinutes * 60_000)
  const nothing = { sealed: null, challenge: null, codeHmac: null }
  await deps.db.transaction((tx) =>
    insertEnrolment(tx, { id, personId, kind, createdAt, expiresAt, ...nothing, ...parts(id) }),
  )
  return { enrolmentId: id, expiresAt }
}
