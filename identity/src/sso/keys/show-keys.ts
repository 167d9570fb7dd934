import type { SignOnKey } from '@hallpass/contract/sign-on-keys'
import type { Actor } from '../../audit/module.ts'
import { type Principal, requireRecent } from '../../platform/http/principal.ts'
import { pemOf } from '../saml/encrypt-assertion.ts'
import { fingerprintOf } from '../saml/show-saml.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import type { KeyUse } from './store-keys.ts'

/** The keys as administrators see them: never the private part. */
export async function showKeys(deps: Pick<SignOnDeps, 'signOnKeys'>): Promise<{ items: SignOnKey[] }> {
  const rows = await deps.signOnKeys.list()
  return {
    items: rows.map((row) => ({
      id: row.id,
      use: row.use,
      algorithm: row.algorithm,
      state: row.state,
      createdAt: row.created_at.toISOString(),
      stateSince: row.state_since.toISOString(),
      expiresAt: row.expires_at?.toISOString() ?? null,
      certificate: row.certificate && pemOf(row.certificate),
      certificateSha256: row.certificate && fingerprintOf(row.certificate),
    })),
  }
}

/** Puts the next keys in service. Apps that read our metadata or key set follow by themselves; others are told by people. */
export async function rotateKeys(
  deps: Pick<SignOnDeps, 'db' | 'clock' | 'audit' | 'signOnKeys'>,
  input: { use: KeyUse; principal: Principal; actor: Actor },
): Promise<{ items: SignOnKey[] }> {
  requireRecent(input.principal, deps.clock.now(), 900)
  await deps.db.transaction(async (tx) => {
    await deps.signOnKeys.rotate(tx, input.use)
    const { actor } = input
    deps.audit.record(tx, { action: 'sign_on_keys.rotated', actor, subjects: {}, after: { use: input.use } })
  })
  return await showKeys(deps)
}
