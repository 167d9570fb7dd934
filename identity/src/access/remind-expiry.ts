import type { Tx } from '../platform/database/database.ts'
import type { AccessDeps } from './deps.ts'
import { sweepBatch } from './expire-grants.ts'
import { expiryReminder } from './expiry-reminder.ts'
import { findRoles } from './store-roles.ts'
import { lockGrantsToRemind, markReminded } from './store-sweeps.ts'

type Deps = Pick<AccessDeps, 'db' | 'mail' | 'directory' | 'publicUrl'>

/**
 * Sweep: tells people that a role of theirs ends soon, once per end; an extension makes a new end. People without an
 * address or who are not active are passed over. Returns how many mails were queued.
 */
export async function remindExpiry(deps: Deps, now: Date): Promise<number> {
  for (let total = 0; ; ) {
    const { read, sent } = await deps.db.transaction((tx) => remindBatch(deps, tx, now))
    total += sent
    if (read < sweepBatch) return total
  }
}

async function remindBatch(deps: Deps, tx: Tx, now: Date): Promise<{ read: number; sent: number }> {
  const grants = await lockGrantsToRemind(tx, now, sweepBatch)
  if (grants.length === 0) return { read: 0, sent: 0 }
  await markReminded(
    tx,
    grants.map((grant) => grant.id),
    now,
  )

  const people = new Map(
    (
      await deps.directory.people(
        tx,
        grants.map((grant) => grant.personId),
      )
    ).map((person) => [person.id, person]),
  )
  const roles = new Map(
    (
      await findRoles(
        tx,
        grants.map((grant) => grant.roleId),
      )
    ).map((role) => [role.id, role]),
  )
  let sent = 0
  for (const grant of grants) {
    const person = people.get(grant.personId)
    const role = roles.get(grant.roleId)
    if (!role || person?.state !== 'active' || person.mail === null || !isAhead(grant.endsAt, now)) continue
    await deps.mail.send(
      tx,
      expiryReminder({ to: person.mail, person, role, endsAt: grant.endsAt, publicUrl: deps.publicUrl }),
    )
    sent++
  }
  return { read: grants.length, sent }
}

/** A service that was down past the end has nothing left to remind of. */
function isAhead(endsAt: Date | null, now: Date): endsAt is Date {
  return endsAt !== null && endsAt.getTime() > now.getTime()
}
