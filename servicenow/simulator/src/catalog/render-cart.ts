import type { Records, Row } from '../store/records.ts'
import { cartAnswers } from './cart.ts'
import { money } from './render-item.ts'

/** A cart with what is in it, and what that costs. */
export function renderCart(records: Records, cart: Row) {
  const rows = records.find('sc_cart_item', `cart=${cart.sys_id}`)
  const subtotal = rows.reduce((sum, row) => sum + Number(row.price ?? 0) * Number(row.quantity ?? 1), 0)
  return {
    cart_id: cart.sys_id,
    subtotal: money(String(subtotal)),
    items: rows.map((row) => {
      const item = records.get('sc_cat_item', row.cat_item ?? '')
      return {
        cart_item_id: row.sys_id,
        catalog_item_id: row.cat_item,
        item_id: row.cat_item,
        item_name: item?.name ?? '',
        quantity: row.quantity ?? '1',
        price: money(row.price),
        subtotal: money(String(Number(row.price ?? 0) * Number(row.quantity ?? 1))),
        short_description: item?.short_description ?? '',
        sys_class_name: item?.sys_class_name ?? '',
        variables: cartAnswers(records, row),
      }
    }),
  }
}
