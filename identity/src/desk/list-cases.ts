import type { DeskQueue } from '@hallpass/contract/desk'
import { foldWords, fromCursor, toPage } from '../access/module.ts'
import type { Reader } from '../platform/database/database.ts'
import type { DeskDeps } from './deps.ts'
import { peopleIn, summarize } from './describe-case.ts'
import { directoriesIn, namesOf } from './names.ts'
import { type CaseFilter, countCases, isByDue, listCases } from './store-lists.ts'

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
  // `-1`: one that waits for the person, and so has no due time.
  const key = fromCursor(input.cursor, ['number', 'id'])
  const after = key && { due: key[0] === -1 ? null : Number(key[0]), id: String(key[1]) }
  const found = await listCases(r, filter, { after, limit: limit + 1 })
  const page = toPage(found, limit, (theCase) => [(isByDue(filter) && theCase.dueAt?.getTime()) || -1, theCase.id])
  const names = await namesOf(deps, r, page.rows.flatMap(peopleIn))
  const directories = await directoriesIn(deps, r, page.rows)
  return {
    items: page.rows.map((theCase) => summarize(theCase, names, directories, now)),
    next: page.next,
    counts: await countCases(r, viewerId, now),
  }
}
