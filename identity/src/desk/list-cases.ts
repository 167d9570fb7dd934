import type { DeskQueue } from '@hallpass/contract/desk'
import { foldWords, fromCursor, toPage } from '../access/module.ts'
import type { Reader } from '../platform/database/database.ts'
import type { DeskDeps } from './deps.ts'
import { peopleIn, summarize } from './describe-case.ts'
import { directoriesIn, namesOf } from './names.ts'
import { type CaseFilter, type CasePlace, countCases, isByDue, listCases } from './store-lists.ts'
import type { Case } from './types.ts'

export type ListCasesDeps = Pick<DeskDeps, 'clock' | 'directory'>
export type ListCasesInput = Omit<CaseFilter, 'assigneeId' | 'overdueAt' | 'words'> & {
  viewerId: string
  assigned?: 'me' | 'nobody' | undefined
  assigneeId?: string | undefined
  overdue?: 'yes' | undefined
  text?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** One page of the queue, and the numbers over all that is unsettled. */
export async function showQueue(deps: ListCasesDeps, r: Reader, input: ListCasesInput): Promise<DeskQueue> {
  const { state, kind, tier, directoryId, personId, viewerId, assigned, limit = 50 } = input
  const now = deps.clock.now()
  const filter: CaseFilter = {
    ...{ state, kind, tier, directoryId, personId },
    assigneeId: assigned === 'nobody' ? null : assigned === 'me' ? viewerId : input.assigneeId,
    overdueAt: input.overdue ? now : undefined,
    words: input.text === undefined ? undefined : foldWords(input.text),
  }
  const key = fromCursor(input.cursor, ['number', 'id'])
  const after = key && { due: toDue(Number(key[0])), id: String(key[1]) }
  const found = await listCases(r, filter, { after, limit: limit + 1 })
  const page = toPage(found, limit, (theCase) => [isByDue(filter) ? toNumber(theCase) : last, theCase.id])
  const names = await namesOf(deps, r, page.rows.flatMap(peopleIn))
  const directories = await directoriesIn(deps, r, page.rows)
  return {
    items: page.rows.map((theCase) => summarize(theCase, names, directories, now)),
    next: page.next,
    counts: await countCases(r, viewerId, now),
  }
}

/** In a cursor: one that waits for the person has no due time, one that tells of a take-over comes before every time. */
const last = -1
const first = -2

const toDue = (number: number): CasePlace['due'] => (number === first ? 'first' : number === last ? 'last' : number)

function toNumber({ kind, dueAt }: Case): number {
  if (dueAt === null) return last
  return kind === 'reset_disputed' ? first : dueAt.getTime()
}
