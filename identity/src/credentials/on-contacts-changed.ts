import type { Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import { Failure } from '../platform/errors.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import { Secret } from '../platform/secret.ts'
import { sendNotice } from './factors/sms.ts'
import type { WebhookDeps } from './factors/webhook.ts'
import { contactsChangedMail, contactsChangedText } from './mails.ts'
import type { Messages } from './offers.ts'

export type OnContactsChangedDeps = WebhookDeps & {
  clock: Clock
  jobs: Pick<Jobs, 'enqueue'>
  mail: Mailer
  messages: Messages
  audit: Pick<Audit, 'record'>
  directory: Pick<Directory, 'person' | 'addressesOf' | 'formerContactsOf'>
  companyName: string
}

export const tellFormerNumbersTask = 'credentials.tell-former-numbers'

/**
 * Somebody's address or number was changed in their directory: many directories let people, and so whoever has their
 * password, do that. It is told to every address that was known before, those that are gone included, while the new ones
 * prove nothing yet (security B.6).
 */
export async function onContactsChanged(
  deps: OnContactsChangedDeps,
  tx: Tx,
  event: { personId: string; at: string },
): Promise<void> {
  const { personId } = event
  const at = new Date(event.at)
  const person = await deps.directory.person(tx, personId)
  if (person?.state !== 'active') return
  const former = await deps.directory.formerContactsOf(tx, personId, at)
  const known = (await deps.directory.addressesOf(tx, personId)).filter(
    ({ changedAt }) => changedAt === null || changedAt < at,
  )
  const mails = former.flatMap(({ kind, contact }) => (kind === 'mail' ? contact : []))
  const told = [...new Set([...known.map(({ mail }) => mail), ...mails])]
  for (const to of told) await deps.mail.send(tx, contactsChangedMail({ to, person, companyName: deps.companyName }))
  const hasNumber = former.some(({ kind }) => kind === 'phone')
  if (hasNumber && deps.messages.sms !== null)
    await deps.jobs.enqueue(tx, { task: tellFormerNumbersTask, payload: { personId, at: event.at }, maxAttempts: 5 })
  deps.audit.record(tx, {
    action: 'contacts.change_told',
    actor: { kind: 'system', name: 'credentials.on-contacts-changed' },
    subjects: { personId },
    after: { mails: told.length },
  })
}

/** Runs in a job: a text message to each number that is gone, where the operator has a service for them. */
export async function tellFormerNumbers(
  deps: Pick<OnContactsChangedDeps, 'directory' | 'messages' | 'companyName' | 'egress' | 'clock'> & {
    db: Parameters<Directory['person']>[0]
  },
  event: { personId: string; at: string },
): Promise<void> {
  const { sms } = deps.messages
  const person = await deps.directory.person(deps.db, event.personId)
  if (sms === null || !person) return
  const text = contactsChangedText(person, deps.companyName)
  for (const { kind, contact } of await deps.directory.formerContactsOf(deps.db, event.personId, new Date(event.at))) {
    if (kind !== 'phone') continue
    await sendNotice(deps, sms, { to: new Secret(contact), text }).catch((error: unknown) => {
      // A number that no longer takes messages must not keep the others from being told.
      if (!(error instanceof Failure) || error.kind === 'unavailable') throw error
    })
  }
}
