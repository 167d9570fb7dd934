import { personOnWire } from './person-on-wire.ts'
import type { Glide, Row } from './ports.ts'
import { isOfItsRole } from './row-of-role.ts'
import { tables } from './tables.ts'
import type { Person, Ticket } from './wire.ts'
import { type Words, wordsFor } from './words.ts'

/** One requested item of "App access", as the person ordered it. */
export type Order = {
  readonly item: Row
  readonly ritm: Ticket
  readonly request: Ticket
  readonly requestedFor: Person
  readonly openedBy: Person
  /** As the list of this instance has them: not to be believed where somebody decides by it. */
  readonly apps: readonly {
    readonly id: string
    readonly roleId: string
    readonly name: string
    readonly syncedAt: string
  }[]
  /** False where a row that was chosen names another role than its own. */
  readonly isOfItsRoles: boolean
  readonly durationDays: number | null
  readonly reason: string
  /** In the language of whoever it is for. */
  readonly words: Words
}

export function readOrder(glide: Glide, itemId: string): Order | null {
  const item = glide.tables.get(tables.item, itemId)
  if (item === null) return null
  const variables = readVariables(glide, itemId)
  const chosen = (variables.get('apps') ?? '')
    .split(',')
    .map((id) => glide.tables.get(tables.app, id.trim()))
    .filter((row) => row !== null)
  const days = Number(variables.get('duration_days') ?? '')
  return {
    item,
    ritm: { sysId: itemId, number: item.get('number') },
    request: { sysId: item.get('request'), number: item.get('request.number') },
    requestedFor: personOf(glide, item.get('requested_for') || (variables.get('requested_for') ?? '')),
    openedBy: personOf(glide, item.get('opened_by')),
    apps: chosen.map((row) => ({
      id: row.id,
      roleId: row.get('role_id'),
      name: row.get('name'),
      syncedAt: row.get('synced_at'),
    })),
    isOfItsRoles: chosen.every(isOfItsRole),
    durationDays: Number.isInteger(days) && days > 0 ? days : null,
    reason: variables.get('reason') ?? '',
    words: wordsFor(glide, item.get('requested_for')),
  }
}

/**
 * Whether the item still wants to be worked on; a person may have cancelled or closed it meanwhile. How cancelling shows
 * differs by release (state, stage, active), so any of them will do.
 */
export function isOpen(item: Pick<Row, 'get'>): boolean {
  const isClosed = ['3', '4', '7'].includes(item.get('state')) || ['false', '0'].includes(item.get('active'))
  return !isClosed && !/^request[ _]cancell?ed$/i.test(item.get('stage'))
}

function readVariables(glide: Glide, itemId: string): Map<string, string> {
  const rows = glide.tables.find('sc_item_option_mtom', [['request_item', itemId]])
  return new Map(rows.map((row) => [row.get('sc_item_option.item_option_new.name'), row.get('sc_item_option.value')]))
}

function personOf(glide: Glide, id: string): Person {
  return personOnWire(glide, id, glide.tables.get(tables.person, id))
}
