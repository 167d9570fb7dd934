import type { Session } from '../runtime/session.ts'
import { runOperation } from '../store/operations.ts'

type OrderRequest = {
  sysparm_id: string
  sysparm_quantity?: unknown
  variables?: Record<string, unknown>
  sysparm_requested_for?: string
}
type Ordered = { requestId: string; requestNumber: string } | { refused: string } | null

/** sn_sc: ordering from a script, by the same operations as the REST API, and the little of CatItem that is asked for. */
export function catalogApi(session: Session) {
  const act = (name: string, input: unknown) => runOperation(session.records, name, input, session.who)
  const lineOf = (request: OrderRequest) => ({
    itemId: request.sysparm_id,
    quantity: String(request.sysparm_quantity ?? '1'),
    answers: Object.fromEntries(Object.entries(request.variables ?? {}).map(([name, value]) => [name, String(value)])),
  })
  class CartJS {
    orderNow(request: OrderRequest): unknown {
      const order = { requestedFor: request.sysparm_requested_for ?? '', lines: [lineOf(request)] }
      return told(act('catalog.order', order) as Ordered)
    }
    addToCart(request: OrderRequest): unknown {
      return act('cart.add', lineOf(request))
    }
    submitOrder(request: Partial<OrderRequest> = {}): unknown {
      return told(act('cart.submit', { requestedFor: request.sysparm_requested_for ?? '' }) as Ordered)
    }
  }
  class CatItem {
    readonly #id: string
    constructor(id: string) {
      this.#id = id
    }
    getID(): string {
      return this.#id
    }
    getName(): string {
      return session.records.get('sc_cat_item', this.#id)?.name ?? ''
    }
    isActive(): boolean {
      return session.records.get('sc_cat_item', this.#id)?.active === 'true'
    }
    canView(): boolean {
      return this.isActive()
    }
  }
  return { CartJS, CatItem }
}

function told(ordered: Ordered): unknown {
  if (!ordered) return null
  if ('refused' in ordered) throw new Error(ordered.refused)
  return { request_id: ordered.requestId, request_number: ordered.requestNumber }
}
