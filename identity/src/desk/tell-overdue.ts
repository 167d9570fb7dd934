import type { Database } from '../platform/database/database.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import { type AgentsDeps, deskAgents } from './agents.ts'
import type { DeskDeps } from './deps.ts'
import { overdueMail } from './mails.ts'
import { itself, type MoveCaseDeps, moveCase } from './move-case.ts'
import { namesOf } from './names.ts'
import { closeOfGone } from './on-person-gone.ts'
import { lockCase, newlyOverdue } from './store-cases.ts'
import type { Case } from './types.ts'

export type TellOverdueDeps = MoveCaseDeps &
  AgentsDeps & {
    db: Database
    mail: Mailer
    publicUrl: URL
    directory: Pick<DeskDeps['directory'], 'people' | 'summary'>
  }

const batch = 100

/**
 * Tells the team once of every case that is due and not settled; one mail for all that became so since the last look. Whoever
 * was gone when theirs was opened needs nothing any more.
 */
export async function tellOverdue(deps: TellOverdueDeps, now: Date): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const overdue: Case[] = []
    for (const id of await newlyOverdue(tx, now, batch)) {
      const theCase = await lockCase(tx, id)
      // Settled or told of between the look and the lock.
      if (!theCase?.dueAt || theCase.dueAt > now || theCase.overdueToldAt) continue
      const [person] = await deps.directory.people(tx, [theCase.personId])
      if (person?.state === 'gone' && (await closeOfGone(deps, tx, theCase))) continue
      overdue.push(await moveCase(deps, tx, theCase, { kind: 'overdue' }, { by: itself }))
    }
    if (overdue.length === 0) return
    const names = await namesOf(
      deps,
      tx,
      overdue.map((theCase) => theCase.personId),
    )
    const link = new URL('/desk?overdue=yes', deps.publicUrl)
    for (const agent of await deskAgents(deps, tx)) {
      // Nobody reads of a case about themselves.
      const cases = overdue
        .filter((theCase) => theCase.personId !== agent.id)
        .map(({ reference, personId, dueAt }) => ({
          reference,
          person: names(personId).displayName,
          dueAt: dueAt ?? now,
        }))
      if (agent.mail && cases.length > 0)
        await deps.mail.send(tx, overdueMail({ to: agent.mail, locale: agent.locale, cases, link }))
    }
  })
}
