import type { Assurance } from '../platform/http/principal.ts'
import { Secret } from '../platform/secret.ts'
import type { TestPlatform } from '../platform/testing.ts'
import type { FinishedRecovery, Proofs } from './deps.ts'

export type AssuranceMethods = Assurance['methods']

export type StandIn = Proofs & {
  enrol(personId: string): void
  lastCode(): string
  totpOf(): string
  /** Everything secret that was sent so far. */
  secrets: string[]
  finished: Map<string, FinishedRecovery>
}

/** What the desk asks of credentials, with codes that a test can know. */
export function standInProofs({ clock, ids, mail }: TestPlatform): StandIn {
  const enrolled = new Set<string>()
  const codes = new Map<string, { code: string; tries: number }>()
  const challenges = new Map<string, { personId: string; tries: number; isUsed: boolean }>()
  const secrets: string[] = []
  const finished = new Map<string, FinishedRecovery>()
  const later = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000)
  const totp = '246810'
  return {
    secrets,
    finished,
    enrol: (personId) => void enrolled.add(personId),
    lastCode: () => [...codes.values()].at(-1)?.code ?? '',
    totpOf: () => totp,
    factorsOf: async (_r, personId) => (enrolled.has(personId) ? [{ kind: 'totp', name: 'Phone' }] : []),
    async startChallenge({ personId }) {
      const challengeId = ids.next()
      challenges.set(challengeId, { personId, tries: 5, isUsed: false })
      const offer = { kind: 'totp', factorId: null, name: 'Phone', passkeyOptions: null, number: null } as const
      return { challengeId, offers: enrolled.has(personId) ? [offer] : [], expiresAt: later(5) }
    },
    async answerChallenge({ challengeId, answer }) {
      const challenge = challenges.get(challengeId)
      if (!challenge || challenge.isUsed || challenge.tries === 0) return { kind: 'ended' }
      challenge.tries -= 1
      if (answer !== totp) return { kind: 'refused', triesLeft: challenge.tries }
      challenge.isUsed = true
      return { kind: 'proven', personId: challenge.personId }
    },
    async sendProofCode(tx, { caseId, address }) {
      const code = String(100_000 + codes.size)
      codes.set(caseId, { code, tries: 5 })
      await mail.send(tx, { to: address, kind: 'proof_code', subject: 'Code', text: code })
      return { expiresAt: later(10) }
    },
    async checkProofCode({ caseId, code }) {
      const known = codes.get(caseId)
      if (!known || known.tries === 0) return { kind: 'ended' }
      known.tries -= 1
      if (known.code !== code) return { kind: 'refused', triesLeft: known.tries }
      known.tries = 0
      return { kind: 'proven' }
    },
    async issueResetLink(tx, { to }) {
      const link = `link-${ids.next()}`
      secrets.push(link)
      await mail.send(tx, { to: to.address, kind: 'reset_link', subject: 'Link', text: link })
      return { expiresAt: later(60) }
    },
    async issueTemporaryPass() {
      const pass = `pass-${ids.next()}`
      secrets.push(pass)
      return { pass: new Secret(pass), expiresAt: later(60) }
    },
    recovery: async (_r, recoveryId) => finished.get(recoveryId) ?? null,
  }
}
