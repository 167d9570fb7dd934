/** Mails about a request, queued in the transaction that gives the reason for them. */
import type { Access } from '../access/module.ts'
import type { Directory, Person } from '../directory/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import type { News } from './decide.ts'
import { type Asking, type MailFacts, textsFor, type Words } from './mail-texts.ts'
import type { Comment, Request } from './types.ts'

export type TellPeopleDeps = {
  mail: Mailer
  directory: Pick<Directory, 'people'>
  access: Pick<Access, 'role'>
  publicUrl: URL
}

const hourMs = 3_600_000

/** One mail per person asked; whoever has no address finds it in the inbox. */
export async function askApprovers(
  deps: TellPeopleDeps,
  tx: Tx,
  request: Request,
  approverIds: readonly string[],
  why: Asking,
): Promise<void> {
  if (approverIds.length === 0) return
  const facts = { ...(await factsOf(deps, tx, request)), link: new URL('/inbox', deps.publicUrl).href }
  for (const person of await deps.directory.people(tx, approverIds))
    await send(deps, tx, person, `request_${why}`, textsFor(person.locale).ask(why, facts))
}

/** Tells whoever asked, and whoever it is for, what became of the request. */
export async function tellRequester(
  deps: TellPeopleDeps,
  tx: Tx,
  request: Request,
  news: News,
  byId?: string,
): Promise<void> {
  const facts = await factsOf(deps, tx, request, byId)
  for (const person of await deps.directory.people(tx, [...new Set([request.requesterId, request.beneficiaryId])]))
    await send(deps, tx, person, `request_${news}`, textsFor(person.locale).tell(news, facts))
}

export async function tellOfComment(
  deps: TellPeopleDeps,
  tx: Tx,
  request: Request,
  comment: Comment,
  readerIds: readonly string[],
): Promise<void> {
  if (readerIds.length === 0) return
  const facts = { ...(await factsOf(deps, tx, request, comment.authorId)), text: comment.text }
  for (const person of await deps.directory.people(tx, readerIds))
    await send(deps, tx, person, 'request_comment', textsFor(person.locale).comment(comment.kind === 'question', facts))
}

async function send(deps: TellPeopleDeps, tx: Tx, to: Person, kind: string, words: Words): Promise<void> {
  if (to.mail && to.state === 'active') await deps.mail.send(tx, { to: to.mail, kind, ...words })
}

async function factsOf(deps: TellPeopleDeps, tx: Tx, request: Request, byId?: string): Promise<MailFacts> {
  const ids = [...new Set([request.requesterId, request.beneficiaryId, ...(byId ? [byId] : [])])]
  const people = await deps.directory.people(tx, ids)
  const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.displayName ?? ''
  const role = await deps.access.role(tx, request.roleId)
  const stage = request.policy.rules.stages[request.stage]
  const startedAt = request.stages[request.stage]?.startedAt
  return {
    requester: nameOf(request.requesterId),
    beneficiary: nameOf(request.beneficiaryId),
    isForOther: request.requesterId !== request.beneficiaryId,
    isExtension: request.kind === 'extend',
    role: role?.name ?? '',
    durationDays: request.durationDays,
    reason: request.reason,
    stage: stage?.name ?? '',
    denyAt: stage && startedAt ? new Date(startedAt.getTime() + stage.denyAfterHours * hourMs) : null,
    by: nameOf(byId),
    outcomeReason: request.outcomeReason ?? '',
    text: '',
    link: new URL(`/requests/${request.id}`, deps.publicUrl).href,
  }
}
