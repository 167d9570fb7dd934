import type { SsoDeps } from './deps.ts'
import { type EndSessionsDeps, endSessions } from './end-sessions.ts'

export type OnResetDisputedDeps = EndSessionsDeps &
  Pick<SsoDeps, 'access' | 'directory' | 'publicUrl' | 'company' | 'mail'>

/**
 * A person said that a new password was not their doing. Their sessions are refused already and are tidied up here; every
 * administrator is told, because somebody may be signed in elsewhere with that password.
 */
export async function onResetDisputed(deps: OnResetDisputedDeps, personId: string): Promise<void> {
  const { db, access, directory } = deps
  await endSessions(deps, {
    personId,
    endReason: 'password_changed',
    actor: { kind: 'system', name: 'sso.on-reset-disputed' },
  })
  const person = await directory.person(db, personId)
  if (!person) return
  const administrators = await Promise.all((await access.administrators(db)).map((id) => directory.person(db, id)))
  const page = new URL(`/admin/people/${personId}`, deps.publicUrl)
  await db.transaction(async (tx) => {
    for (const administrator of administrators) {
      if (!administrator?.mail) continue
      await deps.mail.send(tx, {
        to: administrator.mail,
        kind: 'reset_disputed',
        subject: `${person.displayName} did not change their password at ${deps.company.name}`,
        text: [
          `Hello ${administrator.displayName},`,
          `${person.displayName} (${person.login}) says that their new password was not their doing.`,
          'They are signed out here everywhere and cannot reset a password by themselves. The account in their directory is untouched: look at it, and disable it if somebody else uses it.',
          `When it is clear, "Unlock" on this page lets them recover again:\n${page.href}\n`,
        ].join('\n\n'),
      })
    }
  })
}
