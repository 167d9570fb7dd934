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
  const { facts, readers } = await look(deps, tx, request, approverIds)
  const link = new URL('/inbox', deps.publicUrl).href
  for (const person of readers)
    await send(deps, tx, person, `request_${why}`, textsFor(person.locale).ask(why, { ...facts, link }))
}

/** Tells whoever asked, and whoever it is for, what became of the request. */
export async function tellRequester(
  deps: TellPeopleDeps,
  tx: Tx,
  request: Request,
  news: News,
  byId?: string,
): Promise<void> {
  const { facts, readers } = await look(deps, tx, request, [request.requesterId, request.beneficiaryId], byId)
  for (const person of readers)
    await send(deps, tx, person, `request_${news}`, textsFor(person.locale).tell(news, facts))
}

export async function tellOfComment(
  deps: TellPeopleDeps,
  tx: Tx,
  request: Request,
  comment: Comment,
  readerIds: readonly string[],
): Promise<void> {
  const { facts, readers } = await look(deps, tx, request, readerIds, comment.authorId)
  const isQuestion = comment.kind === 'question'
  for (const person of readers)
    await send(
      deps,
      tx,
      person,
      'request_comment',
      textsFor(person.locale).comment(isQuestion, { ...facts, text: comment.text }),
    )
}

async function send(deps: TellPeopleDeps, tx: Tx, to: Person, kind: string, words: Words): Promise<void> {
  if (to.mail && to.state === 'active') await deps.mail.send(tx, { to: to.mail, kind, ...words, isUrgent: false })
}

/** Everybody a mail names or goes to, in one read. */
async function look(
  deps: TellPeopleDeps,
  tx: Tx,
  request: Request,
  readerIds: readonly string[],
  byId?: string,
): Promise<{ facts: MailFacts; readers: Person[] }> {
  const named = [request.requesterId, request.beneficiaryId, ...(byId ? [byId] : [])]
  const people = await deps.directory.people(tx, [...new Set([...named, ...readerIds])])
  const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.displayName ?? ''
  const stage = request.policy.rules.stages[request.stage]
  const startedAt = request.stages[request.stage]?.startedAt
  const facts: MailFacts = {
    requester: nameOf(request.requesterId),
    beneficiary: nameOf(request.beneficiaryId),
    isForOther: request.requesterId !== request.beneficiaryId,
    isExtension: request.kind === 'extend',
    role: await roleName(deps, tx, request.roleId),
    durationDays: request.durationDays,
    reason: request.reason,
    stage: stage?.name ?? '',
    denyAt: stage && startedAt ? new Date(startedAt.getTime() + stage.denyAfterHours * hourMs) : null,
    by: nameOf(byId),
    outcome: { code: request.outcomeCode, reason: request.outcomeReason ?? '' },
    text: '',
    link: new URL(`/requests/${request.id}`, deps.publicUrl).href,
  }
  return { facts, readers: people.filter((person) => readerIds.includes(person.id)) }
}

const roleNames = Symbol('names of roles')

/** One transaction often writes several mails about one role. */
function roleName(deps: TellPeopleDeps, tx: Tx, roleId: string): Promise<string> {
  const names = tx.memo(roleNames, () => new Map<string, Promise<string>>())
  const name = names.get(roleId) ?? deps.access.role(tx, roleId).then((role) => role?.name ?? '')
  names.set(roleId, name)
  return name
}
