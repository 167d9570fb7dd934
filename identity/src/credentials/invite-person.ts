import type { Actor, Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import { inviteImpossible, personUnknown } from './errors.ts'
import { inviteHours } from './limits.ts'
import { inviteMail } from './mails.ts'
import { oneTimeToken } from './one-time-token.ts'
import { insertLink, voidInvitesOf } from './store-tickets.ts'

export type InvitePersonDeps = {
  clock: Clock
  ids: Ids
  mail: Mailer
  audit: Pick<Audit, 'record'>
  directory: Pick<Directory, 'person' | 'connectorOf'>
  publicUrl: URL
  companyName: string
}

/**
 * Mails a person of the built-in directory a one-time link to choose their first password. Nobody else sees the link,
 * not the administrator either. A new one replaces those before. People who have a password use "forgot password".
 */
export async function invitePerson(
  deps: InvitePersonDeps,
  tx: Tx,
  input: { personId: string; actor: Actor },
): Promise<{ expiresAt: Date }> {
  const { personId } = input
  const person = await deps.directory.person(tx, personId)
  if (!person) throw personUnknown()
  if (person.state !== 'active')
    throw inviteImpossible('not_active', 'Only an active person can be invited. Enable them first.')
  if (person.mail === null)
    throw inviteImpossible('no_mail', 'There is no mail address to send the link to. Add one first.')
  const { connector, ref, directory } = await deps.directory.connectorOf(tx, personId)
  if (directory.kind !== 'built-in' || !connector.passwords)
    throw inviteImpossible(
      'kept_elsewhere',
      `People of ${directory.name} get their first password where that directory is kept.`,
    )
  if ((await connector.passwords.state(ref)).present)
    throw inviteImpossible(
      'has_password',
      'This person has a password already. "Forgot password" on the sign-in page gives a new one.',
    )

  const createdAt = deps.clock.now()
  const expiresAt = new Date(createdAt.getTime() + inviteHours * 3_600_000)
  const { token, hash } = oneTimeToken()
  await voidInvitesOf(tx, personId, createdAt)
  await insertLink(tx, { id: deps.ids.next(), tokenHash: hash, kind: 'invite', personId, createdAt, expiresAt })
  const link = new URL(`/password/invite#${token.reveal()}`, deps.publicUrl)
  const { companyName } = deps
  await deps.mail.send(tx, inviteMail({ to: person.mail, person, companyName, login: person.login, link }))
  deps.audit.record(tx, { action: 'person.invited', actor: input.actor, subjects: { personId } })
  return { expiresAt }
}
