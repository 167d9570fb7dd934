import type { Send } from './call.ts'
import { ServiceNowFailure, unexpected } from './failures.ts'
import type { Row } from './query.ts'
import { readAnswer } from './read-answer.ts'
import type { Table } from './table.ts'
import { fromServiceNowTime } from './times.ts'

export type Order = {
  itemSysId: string
  /** Whom it is for; whoever orders when left out. */
  requestedFor?: string
  quantity?: number
  variables: Readonly<Record<string, string>>
}

export type Ordered = { requestSysId: string; number: string }

/** An answer on the form of an item, and when it was last written; null where the instance gives no time. */
export type Answered = { value: string; changedAt: Date | null }

/** The Service Catalog API (`/api/sn_sc`): items are ordered through it and never inserted, else their flow starts without variables. */
export type Catalog = {
  orderNow(order: Order): Promise<Ordered>
  /** The answers given on the form of an item, by the name of the question; for several items in one call. */
  answersOf(itemSysIds: readonly string[]): Promise<Map<string, Record<string, Answered>>>
}

export function createCatalog({ send, table, now }: { send: Send; table: Table; now: () => Date }): Catalog {
  return {
    async orderNow({ itemSysId, requestedFor, quantity = 1, variables }) {
      if (!/^[0-9a-f]{32}$/.test(itemSysId))
        throw new ServiceNowFailure('unsafe_value', 'This is no sys_id of an item.')
      const body = JSON.stringify({
        sysparm_quantity: quantity,
        ...(requestedFor === undefined ? {} : { sysparm_requested_for: requestedFor }),
        variables,
      })
      const path = `/api/sn_sc/servicecatalog/items/${itemSysId}/order_now`
      const answer = await send({ method: 'POST', path, body, subject: 'order_now' })
      const { result } = (readAnswer(answer, 'order_now', now()) ?? {}) as { result?: Record<string, unknown> }
      const requestSysId = result?.request_id ?? result?.sys_id
      const number = result?.request_number ?? result?.number
      if (typeof requestSysId !== 'string' || typeof number !== 'string') throw unexpected('order_now')
      return { requestSysId, number }
    },

    async answersOf(itemSysIds) {
      const found = new Map<string, Record<string, Answered>>(itemSysIds.map((id) => [id, {}]))
      if (itemSysIds.length === 0) return found
      const rows = await table.list('sc_item_option_mtom', {
        where: [{ field: 'request_item', op: 'IN', value: itemSysIds }],
        fields: [
          'request_item',
          'sys_updated_on',
          'sc_item_option.item_option_new.name',
          'sc_item_option.value',
          'sc_item_option.sys_updated_on',
        ],
      })
      for (const row of rows) {
        const name = row['sc_item_option.item_option_new.name'] ?? ''
        const answers = found.get(row.request_item ?? '')
        if (!answers || name === '') continue
        answers[name] = { value: row['sc_item_option.value'] ?? '', changedAt: lastChange(row) }
      }
      return found
    },
  }
}

/** Of the answer itself, or of the row that says which answer it is: either can be exchanged. */
function lastChange(row: Row): Date | null {
  const times = [row.sys_updated_on, row['sc_item_option.sys_updated_on']].map((text) => fromServiceNowTime(text ?? ''))
  return times.reduce((latest, at) => (at && (!latest || at > latest) ? at : latest), null)
}
