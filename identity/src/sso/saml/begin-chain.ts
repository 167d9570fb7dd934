import type { SsoDeps } from '../deps.ts'
import { insertPending } from '../sign-on/store-pending.ts'
import { chainMinutes, type LogoutDetails } from './log-out.ts'
import { findSamlApp, type Participant, participantsOf } from './store-saml.ts'

/**
 * Whoever signs out here is sent through the apps of that session that can only be told by the browser (saml-profiles
 * §4.4), one after the other, and ends at our sign-in. Answers where that begins; null when there is no such app.
 * To be called before the session ends.
 */
export async function beginChain(
  deps: Pick<SsoDeps, 'db' | 'ids' | 'clock'>,
  sessionId: string,
): Promise<string | null> {
  return await deps.db.transaction(async (tx) => {
    const remaining: Participant[] = []
    for (const participant of await participantsOf(tx, sessionId)) {
      const app = await findSamlApp(tx, participant.appId)
      if (!app?.settings.slo || app.settings.soapLogoutUrl) continue
      remaining.push(participant)
    }
    const [first] = remaining
    if (!first) return null
    const id = deps.ids.next()
    const now = deps.clock.now()
    const details: LogoutDetails = { initiator: null, remaining, awaited: null, isPartial: false }
    const expiresAt = new Date(now.getTime() + chainMinutes * 60_000)
    await insertPending(tx, { id, protocol: 'saml_logout', appId: first.appId, details, createdAt: now, expiresAt })
    return `/saml/sign-out/${id}`
  })
}
