import { registerOperation } from '../store/operations.ts'
import type { Records, Row, Who } from '../store/records.ts'
import { type Order, type OrderLine, orderItems } from './order-items.ts'
import { type Answers, layoutTypes, storedAnswer, variablesOf } from './variables.ts'

/** The one cart of a person; made when it is first looked at. */
export function cartOf(records: Records, who: Who): Row {
  const found = records.find('sc_cart', `user=${who.userId}^name=DEFAULT`, { limit: 1 })[0]
  if (found) return found
  const made = records.insert('sc_cart', { user: who.userId, name: 'DEFAULT', requested_for: who.userId }, who)
  if ('aborted' in made) throw new Error(made.aborted)
  return made.row
}

/** Answers of a line in a cart are options of their own until it is ordered. */
export function addToCart(records: Records, line: OrderLine, who: Who): Row {
  const cart = cartOf(records, who)
  const price = records.get('sc_cat_item', line.itemId)?.price ?? ''
  const made = records.insert(
    'sc_cart_item',
    { cart: cart.sys_id ?? '', cat_item: line.itemId, quantity: line.quantity, price },
    who,
  )
  if ('aborted' in made) throw new Error(made.aborted)
  writeCartAnswers(records, made.row, line.answers, who)
  return cart
}

export function changeCartItem(
  records: Records,
  input: { id: string; quantity: string; answers: Answers },
  who: Who,
): boolean {
  const row = ownCartItem(records, input.id, who)
  if (!row) return false
  records.update('sc_cart_item', input.id, { quantity: input.quantity }, who)
  const kept = { ...cartAnswers(records, row), ...input.answers }
  removeAnswers(records, row, who)
  writeCartAnswers(records, row, kept, who)
  return true
}

export function removeCartItem(records: Records, id: string, who: Who): boolean {
  const row = ownCartItem(records, id, who)
  if (!row) return false
  removeAnswers(records, row, who)
  records.remove('sc_cart_item', id, who)
  return true
}

export function emptyCart(records: Records, cartId: string, who: Who): void {
  for (const row of records.find('sc_cart_item', `cart=${cartId}`)) {
    removeAnswers(records, row, who)
    records.remove('sc_cart_item', row.sys_id ?? '', who)
  }
}

/** Orders everything in the cart and empties it; null for an empty one. */
export function submitCart(records: Records, input: { requestedFor: string; specialInstructions?: string }, who: Who) {
  const cart = cartOf(records, who)
  const rows = records.find('sc_cart_item', `cart=${cart.sys_id}`)
  if (rows.length === 0) return null
  const lines = rows.map((row) => ({
    itemId: row.cat_item ?? '',
    quantity: row.quantity ?? '1',
    answers: cartAnswers(records, row),
  }))
  const order: Order = { ...input, lines, requestedFor: input.requestedFor || cart.requested_for || who.userId }
  const ordered = orderItems(records, order, who)
  emptyCart(records, cart.sys_id ?? '', who)
  return ordered
}

registerOperation('cart.add', (records, input: OrderLine, who) => addToCart(records, input, who))
registerOperation('cart.change', changeCartItem)
registerOperation('cart.remove', removeCartItem)
registerOperation('cart.empty', emptyCart)
registerOperation('cart.submit', submitCart)

function ownCartItem(records: Records, id: string, who: Who): Row | null {
  const row = records.get('sc_cart_item', id)
  return row && row.cart === cartOf(records, who).sys_id ? row : null
}

export function cartAnswers(records: Records, row: Row): Answers {
  const options = records.find('sc_item_option', `cart_item=${row.sys_id}`)
  return Object.fromEntries(
    options.map((option) => [
      records.get('item_option_new', option.item_option_new ?? '')?.name ?? '',
      option.value ?? '',
    ]),
  )
}

function writeCartAnswers(records: Records, row: Row, answers: Answers, who: Who): void {
  for (const variable of variablesOf(records, row.cat_item ?? '')) {
    if (layoutTypes.has(variable.type)) continue
    const values = {
      item_option_new: variable.row.sys_id ?? '',
      cart_item: row.sys_id ?? '',
      value: storedAnswer(variable, answers),
    }
    records.insert('sc_item_option', values, who)
  }
}

function removeAnswers(records: Records, row: Row, who: Who): void {
  for (const option of records.find('sc_item_option', `cart_item=${row.sys_id}`))
    records.remove('sc_item_option', option.sys_id ?? '', who)
}
