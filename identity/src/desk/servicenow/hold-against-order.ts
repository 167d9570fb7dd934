/** What an item must still say, as it was ordered, before any approval is looked at: pure rules over what was read back. */
import type { Match } from './match-person.ts'
import { isUser, type ReadOrder } from './read-orders.ts'
import type { Order, Settings } from './types.ts'

/**
 * The form of the app has an answer to each of these questions, so that one which is gone was taken away: "for how long"
 * would then mean "for ever", and "for whom" whoever the item names by now. Items of a customer's own need not ask them.
 */
const ourQuestions = { requested_for: 'whom it is for', duration_days: 'for how long it is' } as const

/** Null where nothing is missing; else words for whoever ordered. */
export function missingAnswer({ catalogItem }: Pick<Settings, 'catalogItem'>, { variables }: ReadOrder): string | null {
  const isAnswered = (name: string) => (variables[name] ?? '').trim() !== ''
  if (catalogItem === null && !isAnswered('apps')) return null
  const missing = Object.entries(ourQuestions).flatMap(([name, words]) => (isAnswered(name) ? [] : [words]))
  return missing.length === 0 ? null : `This item no longer says ${missing.join(' and ')}. It has to be ordered again.`
}

/** Whatever was approved, it does not count for this order (security C.14). `opener`: null for a program. */
export function obstacleOf(order: Order, read: ReadOrder, opener: Match | null): string | null {
  return personChanged(order, read) ?? ordererUnclear(read, opener)
}

/** Whom it is for was chosen when it was ordered; somebody else afterwards is another order. */
function personChanged({ toldRequestedFor }: Order, read: ReadOrder): string | null {
  const chosen = read.variables.requested_for ?? ''
  const isOther = (sysId: string | null) => sysId !== null && sysId !== '' && sysId !== read.requestedFor
  if (!isOther(toldRequestedFor) && !isOther(chosen)) return null
  return 'The person this item is for was changed after it was ordered.'
}

/** Nobody approves what they ordered, so it must be certain who did (promise 1). Programs order for others. */
function ordererUnclear({ users, openedBy, creator }: ReadOrder, match: Match | null): string | null {
  const opener = users.get(openedBy)
  if (!opener) return 'Who ordered this item cannot be found in ServiceNow.'
  if (!isUser(opener, creator.userName) && !creator.isProgram)
    return creator.userName === ''
      ? `This item says that ${opener.userName} ordered it, and was made by nobody that can be seen.`
      : `This item says that ${opener.userName} ordered it, and was made by ${creator.userName}.`
  if (opener.isProgram || match?.kind === 'one') return null
  return match?.kind === 'several'
    ? `Hallpass knows several people like ${opener.userName}, who ordered this item.`
    : `Hallpass knows nobody like ${opener.userName}, who ordered this item.`
}
