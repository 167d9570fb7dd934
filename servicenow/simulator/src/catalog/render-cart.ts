import type { Records, Row } from '../store/records.ts'
import { cartAnswers } from './cart.ts'
import { money } from './render-item.ts'

/** What was just put into a cart or changed in it, with everything else there: one list. */
export function renderCart(records: Records, cart: Row) {
  const lines = linesOf(records, cart)
  return { cart_id: cart.sys_id, subtotal: money(String(total(lines))), items: lines.map(({ shown }) => shown) }
}

/** The cart as a whole: its lines by how often their price recurs, `none` for once, and what they cost. */
export function renderWholeCart(records: Records, cart: Row) {
  const lines = linesOf(records, cart)
  const frequencies = [...new Set(lines.map(({ frequency }) => frequency))]
  const groups = frequencies.map((frequency) => {
    const own = lines.filter((line) => line.frequency === frequency)
    const group = { ...sums(own, frequency), frequency_label: frequency || null, items: own.map(({ shown }) => shown) }
    return [frequency || 'none', group]
  })
  return { cart_id: cart.sys_id, ...sums(lines, ''), ...Object.fromEntries(groups) }
}

type Line = ReturnType<typeof linesOf>[number]

function sums(lines: readonly Line[], frequency: string) {
  const recurring = lines.reduce((sum, line) => sum + line.recurring, 0)
  return {
    subtotal_price: money(String(total(lines))),
    subtotal_recurring_frequency: frequency,
    subtotal_recurring_price: money(String(recurring)),
    show_subtotal_price: 'true',
    subtotal_title: 'Subtotal',
    total_title: 'Total',
  }
}

function total(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.price, 0)
}

function linesOf(records: Records, cart: Row) {
  return records.find('sc_cart_item', `cart=${cart.sys_id}`).map((row) => {
    const item = records.get('sc_cat_item', row.cat_item ?? '')
    const quantity = Number(row.quantity ?? 1)
    const price = Number(row.price ?? 0) * quantity
    const recurring = Number(item?.recurring_price ?? 0) * quantity
    const frequency = item?.recurring_frequency ?? ''
    return { price, recurring, frequency, shown: renderLine(records, row, item, { price, recurring }) }
  })
}

function renderLine(records: Records, row: Row, item: Row | null, { price, recurring }: Record<string, number>) {
  const [once, again] = [money(row.price || '0'), money(item?.recurring_price || '0')]
  return {
    sys_id: row.sys_id,
    cart_item_id: row.sys_id,
    catalog_item_id: row.cat_item,
    item_id: row.cat_item,
    name: item?.name ?? '',
    item_name: item?.name ?? '',
    short_description: item?.short_description ?? '',
    sys_class_name: item?.sys_class_name ?? '',
    picture: item?.picture ?? '',
    quantity: row.quantity ?? '1',
    price: once,
    localized_price: once,
    show_price: item?.omit_price !== 'true',
    subtotal: price,
    subtotal_price: money(String(price)),
    recurring_frequency: item?.recurring_frequency || null,
    recurring_price: again,
    localized_recurring_price: again,
    recurring_subtotal: recurring,
    recurring_subtotal_price: money(String(recurring)),
    created_by: row.sys_created_by ?? '',
    created_on: row.sys_created_on ?? '',
    updated_by: row.sys_updated_by ?? '',
    updated_on: row.sys_updated_on ?? '',
    variables: cartAnswers(records, row),
  }
}
