import type { Actor } from '../audit/module.ts'
import { oneTimeToken } from '../credentials/module.ts'
import type { SsoDeps } from './deps.ts'
import { replaceBootstrapLink } from './store-bootstrap.ts'

export type CreateBootstrapLinkDeps = Pick<SsoDeps, 'db' | 'clock' | 'ids' | 'audit' | 'publicUrl'>

const linkHours = 24

/**
 * A one-time link that makes an administrator, for whoever can read the console of the machine. Good once, for a day; a
 * new one voids those before. Only its SHA-256 is kept.
 */
export async function createBootstrapLink(
  deps: CreateBootstrapLinkDeps,
  actor: Actor,
): Promise<{ link: URL; expiresAt: Date }> {
  const createdAt = deps.clock.now()
  const expiresAt = new Date(createdAt.getTime() + linkHours * 3_600_000)
  const { token, hash } = oneTimeToken()
  await deps.db.transaction(async (tx) => {
    await replaceBootstrapLink(tx, { id: deps.ids.next(), tokenHash: hash, createdAt, expiresAt })
    deps.audit.record(tx, { action: 'bootstrap_link.made', actor, subjects: {}, after: { expiresAt } })
  })
  return { link: new URL(`/welcome#${token.reveal()}`, deps.publicUrl), expiresAt }
}
