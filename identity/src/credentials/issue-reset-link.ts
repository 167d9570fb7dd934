import type { Actor, Audit } from '../audit/module.ts'
import type { Directory, Person } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import { outOfReach, passImpossible, passwordElsewhere, personUnknown } from './errors.ts'
import { linkMinutes } from './limits.ts'
import { resetLinkMail } from './mails.ts'
import { oneTimeToken } from './one-time-token.ts'
import { recoveryAddresses } from './policy.ts'
import { recoveryPolicyFor } from './recovery-policy-for.ts'
import { insertLink } from './store-tickets.ts'

export type IssueResetLinkDeps = {
  clock: Clock
  ids: Ids
  mail: Mailer
  audit: Pick<Audit, 'record'>
  directory: Pick<Directory, 'person' | 'addressesOf' | 'connectorOf' | 'groupsOf' | 'isProtected'>
  publicUrl: URL
  companyName: string
}

export type ResetLinkTarget = 'mail' | 'recovery' | { address: string }

/** Mails a person a one-time link to set a new password; whoever has it sent sees neither the link nor the password. */
export async function issueResetLink(
  deps: IssueResetLinkDeps,
  tx: Tx,
  input: { personId: string; caseId: string; to: ResetLinkTarget },
  actor: Actor,
): Promise<{ sentTo: string[]; expiresAt: Date }> {
  const { personId, caseId } = input
  const person = await deps.directory.person(tx, personId)
  if (!person) throw personUnknown()
  if (person.state !== 'active') throw passImpossible('not_active', 'Only an active person can be sent a link.')
  if (await deps.directory.isProtected(tx, personId)) throw outOfReach()
  const { connector } = await deps.directory.connectorOf(tx, personId)
  if (!connector.passwords) throw passwordElsewhere()
  const sentTo = await addressesFor(deps, tx, person, input.to)
  if (sentTo.length === 0)
    throw passImpossible('unknown_address', 'There is no such address of this person to send the link to.')
  const createdAt = deps.clock.now()
  const expiresAt = new Date(createdAt.getTime() + linkMinutes * 60_000)
  const { token, hash } = oneTimeToken()
  const id = deps.ids.next()
  await insertLink(tx, { id, tokenHash: hash, kind: 'reset', personId, caseId, createdAt, expiresAt })
  const link = new URL(`/password/reset#${token.reveal()}`, deps.publicUrl)
  for (const to of sentTo) await deps.mail.send(tx, resetLinkMail({ to, person, companyName: deps.companyName, link }))
  deps.audit.record(tx, { action: 'reset.link_sent', actor, subjects: { personId, caseId } })
  return { sentTo, expiresAt }
}

/** Only addresses that the directory has of this person; never one that somebody names. */
async function addressesFor(deps: IssueResetLinkDeps, tx: Tx, person: Person, to: ResetLinkTarget): Promise<string[]> {
  const addresses = await deps.directory.addressesOf(tx, person.id)
  if (to === 'mail') return addresses.filter(({ primary }) => primary).map(({ mail }) => mail)
  const usable = recoveryAddresses(addresses, await recoveryPolicyFor(deps, tx, person), deps.clock.now())
  if (to === 'recovery') return usable
  return addresses.map(({ mail }) => mail).filter((mail) => mail.toLowerCase() === to.address.toLowerCase())
}
