/** Proof that was given and not yet used. In memory only: a page that is loaded anew asks again. */
import type { ResetTicket } from '@hallpass/contract/credentials'

let kept: ResetTicket | null = null

export function keepTicket(ticket: ResetTicket): void {
  kept = ticket
}

/** The ticket, once. */
export function takeTicket(): ResetTicket | null {
  const taken = kept
  kept = null
  return taken
}
