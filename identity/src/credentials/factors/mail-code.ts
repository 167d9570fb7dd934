import { randomInt } from 'node:crypto'
import type { Directory, Person } from '../../directory/module.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Keyring } from '../../platform/crypto/keyring.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Mailer } from '../../platform/mail/mail.ts'
import { codeStreak } from '../limits.ts'
import { resetCodeMail } from '../mails.ts'
import { hashOfToken, oneTimeToken } from '../one-time-token.ts'
import { recoveryAddresses } from '../policy.ts'
import { insertProof, liveProofByLink, liveProofsOf } from '../store-resets.ts'
import { clearTries, takeTries } from '../store-tries.ts'
import type { Factor } from './factor.ts'

export type MailCodeDeps = {
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'hmac' | 'hmacMatches'>
  mail: Mailer
  directory: Pick<Directory, 'addressesOf'>
  publicUrl: URL
  companyName: string
}

/**
 * Six digits and a link, mailed to the addresses that count as independent of the password. The code is kept as an HMAC
 * with a key outside the database and bound to its own row, so a dump and all 10^6 codes match nothing, and a code moved
 * to another attempt is worth nothing. E-mail is a way to recover, never a second factor (NIST SP 800-63B-4 §3.1.3.1).
 */
export function mailCode(deps: MailCodeDeps): Factor {
  async function begin(
    tx: Tx,
    {
      attemptId,
      expiresAt,
      person,
      addresses,
    }: { attemptId: string; expiresAt: Date; person: Person; addresses: string[] },
  ): Promise<void> {
    const id = deps.ids.next()
    const code = randomInt(1_000_000).toString().padStart(6, '0')
    const { token, hash } = oneTimeToken()
    insertProof(tx, {
      id,
      attemptId,
      personId: person.id,
      kind: 'mail_code',
      codeHmac: deps.keys.hmac('proof-code', bound(id, code)),
      linkHash: hash,
      expiresAt,
    })
    const link = new URL(`/password/reset#${token.reveal()}`, deps.publicUrl)
    for (const to of addresses)
      await deps.mail.send(tx, resetCodeMail({ to, person, companyName: deps.companyName, code, link }))
  }

  return {
    kind: 'mail_code',
    async prepare(r, person, policy) {
      const addresses = recoveryAddresses(await deps.directory.addressesOf(r, person.id), policy, deps.clock.now())
      return addresses.length > 0 ? (tx, attempt) => begin(tx, { ...attempt, person, addresses }) : null
    },
    async verify(r, { attemptId, answer }) {
      const now = deps.clock.now()
      for (const proof of await liveProofsOf(r, attemptId, 'mail_code', now)) {
        const streak = codeStreak(proof.personId)
        if ((await takeTries(r, [streak], now)).kind === 'over') continue
        if (!deps.keys.hmacMatches('proof-code', bound(proof.id, answer.reveal()), proof.codeHmac)) continue
        await clearTries(r, [streak.key])
        return { personId: proof.personId }
      }
      return null
    },
    async verifyLink(r, token) {
      const proof = await liveProofByLink(r, hashOfToken(token.reveal()), deps.clock.now())
      return proof && { personId: proof.personId, attemptId: proof.attemptId }
    },
  }
}

const bound = (proofId: string, code: string): string => `${proofId}:${code}`
