import { randomInt } from 'node:crypto'
import type { Secret } from '../../../../platform/secret.ts'
import type { Proofs } from '../../connector.ts'
import { unreachable } from '../../failures.ts'
import type { LdapConnection } from '../../ldap/connection.ts'
import { firstValue } from '../../ldap/entries.ts'
import type { LdapAddress } from '../../ldap/transport.ts'
import type { AdContext } from '../context.ts'
import { type Domain, readOwn, serverTime } from '../domain.ts'
import { waitBeforeTry } from '../lockout.ts'
import { askKdc } from './ask-kdc.ts'
import { decrypt } from './cipher.ts'
import { keyBytes, keyOfPassword } from './keys.ts'
import { type Ask, type KeyHint, nonceIn, readAnswer, request } from './messages.ts'

const preauthenticationFailed = 24
const preauthenticationRequired = 25
const clockTooFar = 37
/** More would let whoever answers keep us busy; domains use 4096. */
const iterationsMax = 100_000

type Outcome = 'yes' | 'no' | 'unknown'

/**
 * Asks Kerberos, which takes the present password only, where a bind would take the one before for an hour as well. The
 * answer counts as yes when its part for us opens with the key of this password and carries the number we sent.
 */
export function presentPassword(
  context: AdContext,
  kdcs: readonly LdapAddress[],
  timeoutMs: number,
): Proofs['isPresentPassword'] {
  return async (who, password) => {
    if (password.length === 0) return 'no'
    return await context.oneAtATime(who.key, async () => {
      const person = await context.target(who)
      if (person === null || person.disabled || person.ended || person.locked) return 'unknown'
      // A wrong one counts here as it does for a bind (security B.9).
      if (waitBeforeTry(person) !== null) return 'unknown'
      const { realm } = await context.service.read(context.domain)
      const deadline = performance.now() + timeoutMs
      for (const kdc of kdcs) {
        const left = deadline - performance.now()
        if (left <= 0) break
        const send = (message: Buffer) => askKdc(kdc, message, Math.min(left, kdc.connectTimeoutMs))
        const outcome = await exchange(send, { realm, login: person.login, now: person.now }, password).catch(
          () => null,
        )
        if (outcome !== null) return outcome
      }
      throw unreachable(kerberosSilent(kdcs))
    })
  }
}

/** Those that answer nothing; null where the domain takes no password before the present one, so that none is needed. */
export async function silentKdcs(
  connection: LdapConnection,
  { shape }: AdContext,
  domain: Domain,
  kdcs: readonly LdapAddress[],
): Promise<LdapAddress[] | null> {
  if (shape.oldPasswordMs === 0) return null
  const own = await readOwn(connection, shape, domain)
  const who = {
    realm: domain.realm,
    login: (own && firstValue(own, 'sAMAccountName')) ?? 'krbtgt',
    now: await serverTime(connection),
  }
  const answers = await Promise.all(kdcs.map((kdc) => answersKerberos(kdc, who, kdc.connectTimeoutMs)))
  return kdcs.filter((_, index) => !answers[index])
}

/** Whether this one answers at all: it is asked about the service account, with no proof, so that no try counts. */
async function answersKerberos(
  kdc: LdapAddress,
  who: { realm: string; login: string; now: Date },
  timeoutMs: number,
): Promise<boolean> {
  const ask = request({ ...who, nonce: randomInt(1, 0x7fffffff) }, null)
  return await askKdc(kdc, ask, timeoutMs).then(
    (answer) => readAnswer(answer).kind !== undefined,
    () => false,
  )
}

export const kerberosSilent = (kdcs: readonly LdapAddress[]): string =>
  `Kerberos does not answer at ${kdcs.map(({ host, port }) => `${host}:${port}`).join(', ')}. Until it does, a password that was just set elsewhere cannot be told from the one before, and opens nothing.`

/** Null when this one does not answer, so that the next may be asked: nothing was compared by then. */
async function exchange(
  send: (message: Buffer) => Promise<Buffer>,
  who: Omit<Ask, 'nonce'>,
  password: Secret,
): Promise<Outcome | null> {
  const first = { ...who, nonce: randomInt(1, 0x7fffffff) }
  const hello = await send(request(first, null)).then(readAnswer, () => null)
  if (hello === null) return null
  if (hello.kind === 'ticket' || hello.code !== preauthenticationRequired) return 'unknown'
  const hint = strongest(hello.hints)
  if (hint === null) return 'unknown'
  const key = await keyOfPassword(password.reveal(), hint.salt, {
    bytes: keyBytes[hint.encryptionType] ?? 32,
    iterations: hint.iterations,
  })
  // Their clock counts, not ours.
  let now = hello.serverTime ?? who.now
  for (let attempt = 0; attempt < 2; attempt++) {
    const ask = { ...who, now, nonce: randomInt(1, 0x7fffffff) }
    const answer = readAnswer(await send(request(ask, { encryptionType: hint.encryptionType, key })))
    if (answer.kind === 'ticket') return opens(answer, { key, encryptionType: hint.encryptionType }, ask.nonce)
    if (answer.code === preauthenticationFailed) return 'no'
    if (answer.code !== clockTooFar || answer.serverTime === null) return 'unknown'
    now = answer.serverTime
  }
  return 'unknown'
}

/** Key usage 3: the part of an answer that only whoever knows the password can read, or write. */
function opens(
  answer: { encryptionType: number; sealed: Buffer },
  proof: { encryptionType: number; key: Buffer },
  nonce: number,
): Outcome {
  if (answer.encryptionType !== proof.encryptionType) return 'unknown'
  const opened = decrypt(proof.key, 3, answer.sealed)
  return opened !== null && nonceIn(opened) === nonce ? 'yes' : 'unknown'
}

function strongest(hints: readonly KeyHint[]): KeyHint | null {
  const usable = hints.filter(
    ({ encryptionType, iterations }) => encryptionType in keyBytes && iterations > 0 && iterations <= iterationsMax,
  )
  return usable.sort((one, other) => other.encryptionType - one.encryptionType)[0] ?? null
}
