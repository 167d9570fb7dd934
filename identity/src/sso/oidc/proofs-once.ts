import type Provider from 'oidc-provider'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { hashOf } from './adapter.ts'
import { keepOnce } from './store-records.ts'

/** The provider's part, which its types leave out. `until` is in seconds since 1970. */
type ReplayDetection = { unique(clientId: string, id: string, until: number): Promise<boolean> }

/** A proof of DPoP may be of a clock that is ahead: what is kept outlasts what it is about by as much. */
const clocksDiffer = 300

/**
 * An assertion of an app, or a proof of its key, opens a door once. The library looks and then writes; two nodes that are asked
 * at one instant would both find nothing. Here whoever writes first was the first, and it is on the disk when this is answered.
 */
export function takeProofsOnce(provider: Provider, { db, clock }: Pick<SignOnDeps, 'db' | 'clock'>): void {
  const { ReplayDetection: detection } = provider as unknown as { ReplayDetection: ReplayDetection }
  detection.unique = (clientId, id, until) => {
    const seconds = until - Date.now() / 1000 + clocksDiffer
    const expiresAt = new Date(clock.now().getTime() + seconds * 1000)
    return keepOnce(db, { kind: 'ReplayDetection', idHash: hashOf(`${clientId} ${id}`), expiresAt })
  }
}
