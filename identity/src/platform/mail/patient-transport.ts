import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { TryAgainAt } from '../jobs/jobs.ts'
import type { MailTransport } from './mail.ts'

export type Patience = {
  clock: Clock
  /** Deliveries in hand at once, fewer than a node has workers: 4. */
  atOnceMax?: number
  /** How long one more waits for its turn before it gives its worker back: 1 s. */
  turnMs?: number
  /** How long a server is left alone that could not be reached: 5 s. */
  restMs?: number
}

/**
 * Keeps a mail server that is away, or takes calls and says nothing, from holding every worker of the node: accounts and
 * leavers share them. A few mails are in hand at once, the others go back to the queue without using up a try; while the server
 * cannot be reached one mail at a time looks whether it is there again.
 */
export function patientTransport(inner: MailTransport, patience: Patience): MailTransport {
  const { clock, atOnceMax = 4, turnMs = 1000, restMs = 5000 } = patience
  const waiting = new Set<() => void>()
  let inHand = 0
  let restsUntil: number | null = null

  const hasTurn = () => inHand < (restsUntil === null ? atOnceMax : 1) && !isResting()
  const isResting = () => restsUntil !== null && clock.now().getTime() < restsUntil
  const later = () =>
    new TryAgainAt(new Date(clock.now().getTime() + restMs), 'The mail server does not answer; the mail waits for it.')

  async function turn(): Promise<void> {
    const abort = new AbortController()
    const until = wait(turnMs, 'over' as const, { signal: abort.signal }).catch(() => 'over' as const)
    while (!hasTurn()) {
      if (restsUntil !== null) break
      let wake = () => {}
      const freed = new Promise<'freed'>((done) => {
        wake = () => done('freed')
        waiting.add(wake)
      })
      const what = await Promise.race([freed, until])
      waiting.delete(wake)
      if (what === 'over') break
    }
    abort.abort()
    if (!hasTurn()) throw later()
  }

  return {
    async deliver(mail, messageId) {
      if (!hasTurn()) await turn()
      inHand += 1
      try {
        await inner.deliver(mail, messageId)
        restsUntil = null
      } catch (error) {
        restsUntil = isUnreachable(error) ? clock.now().getTime() + restMs : null
        throw error
      } finally {
        inHand -= 1
        for (const wake of waiting) wake()
      }
    },
  }
}

/** As nodemailer names faults of the connection; an answer that refuses a mail comes from a server that is there. */
const unreachable = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'ECONNREFUSED', 'ECONNRESET'])

function isUnreachable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && unreachable.has(String(error.code))
}
