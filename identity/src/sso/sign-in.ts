import type { CheckedPassword } from '../credentials/module.ts'
import { hashOfToken } from '../credentials/module.ts'
import type { Secret } from '../platform/secret.ts'
import { type Door, type EnterDeps, type Entered, type Entering, enter, readEntering } from './enter.ts'
import { signInRefused } from './errors.ts'
import { deviceOf } from './store-devices.ts'

export type SignInDeps = EnterDeps

export type SignInInput = { login: string; password: Secret; door: Door }

export type SignedIn = Entered | Extract<CheckedPassword, { kind: 'must_change' | 'expired' }>

/** Signs in by password. Refusals are one sentence at one moment, whoever was meant and whatever was wrong. */
export async function signIn(deps: SignInDeps, { login, password, door }: SignInInput): Promise<SignedIn> {
  const { address, requestId } = door
  const entering = new Map<string, Promise<Entering>>()
  const checked = await deps.credentials.checkPassword({
    login,
    password,
    address,
    requestId,
    knownPersonId: await knownPerson(deps, door.device),
    onRight(personId) {
      const reading = readEntering(deps, personId, door)
      // Not waited for where the tries cannot be settled.
      reading.catch(() => {})
      entering.set(personId, reading)
    },
  })
  if (checked.kind === 'refused') throw signInRefused()
  if (checked.kind !== 'ok') return checked
  const { personId, epoch } = checked
  const proven = { personId, epoch, proofs: [{ method: 'password' as const, at: deps.clock.now() }] }
  return await enter(deps, proven, door, entering.get(personId))
}

async function knownPerson(deps: SignInDeps, cookie: string | undefined): Promise<string | undefined> {
  if (cookie === undefined) return undefined
  return (await deviceOf(deps.db, hashOfToken(cookie)))?.personId
}
