import { hashOfToken, oneTimeToken } from '../credentials/module.ts'
import { Secret } from '../platform/secret.ts'
import type { SsoDeps } from './deps.ts'
import { signInRefused } from './errors.ts'
import { type StartSessionDeps, startSession } from './start-session.ts'
import { endSessions } from './store.ts'
import { personOfDevice, rememberDevice } from './store-devices.ts'

export type SignInDeps = StartSessionDeps & Pick<SsoDeps, 'db' | 'credentials'>

export type SignInInput = {
  login: string
  password: Secret
  address: string
  requestId: string
  userAgent: string
  /** Cookie of a device that somebody signed in from before. */
  device: string | undefined
  /** The session this browser has now, if any; signing in ends it. */
  before: { personId: string; sessionId: string } | undefined
}

export type SignedIn =
  | { kind: 'signed_in'; cookie: Secret; device: Secret }
  | { kind: 'must_change' | 'expired'; ticket: Secret; expiresAt: Date }

/** Signs in by password. Refusals are one sentence at one moment, whoever was meant and whatever was wrong. */
export async function signIn(deps: SignInDeps, input: SignInInput): Promise<SignedIn> {
  const { login, password, address, requestId } = input
  const checked = await deps.credentials.checkPassword({
    login,
    password,
    address,
    requestId,
    knownPersonId: await knownPerson(deps, input.device),
  })
  if (checked.kind === 'refused') throw signInRefused()
  if (checked.kind !== 'ok') return { kind: checked.kind, ticket: checked.ticket, expiresAt: checked.expiresAt }

  const { personId, epoch } = checked
  return await deps.db.transaction(async (tx) => {
    const now = deps.clock.now()
    if (input.before) {
      const { personId: previous, sessionId } = input.before
      await endSessions(tx, { personId: previous, id: sessionId }, 'signed_in_again', now)
    }
    const { cookie } = await startSession(deps, tx, {
      personId,
      epoch,
      methods: ['password'],
      address,
      userAgent: input.userAgent,
      actor: { kind: 'person', personId, address, requestId },
    })
    return { kind: 'signed_in', cookie, device: await deviceFor(deps, tx, input.device, personId) }
  })
}

async function knownPerson(deps: SignInDeps, cookie: string | undefined): Promise<string | undefined> {
  if (cookie === undefined) return undefined
  return (await personOfDevice(deps.db, hashOfToken(cookie))) ?? undefined
}

/** The device keeps its cookie for the same person; for another one it gets a new cookie. */
async function deviceFor(
  deps: SignInDeps,
  tx: Parameters<typeof rememberDevice>[0],
  cookie: string | undefined,
  personId: string,
): Promise<Secret> {
  const now = deps.clock.now()
  if (cookie !== undefined && (await personOfDevice(tx, hashOfToken(cookie))) === personId) {
    await rememberDevice(tx, hashOfToken(cookie), personId, now)
    return new Secret(cookie)
  }
  const { token, hash } = oneTimeToken()
  await rememberDevice(tx, hash, personId, now)
  return token
}
