/** As much of DER (X.690) as Kerberos messages need. */

const lengthOf = (size: number): Buffer => {
  if (size < 0x80) return Buffer.from([size])
  const digits = Buffer.from(size.toString(16).padStart(size > 0xffff ? 6 : size > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([0x80 | digits.length]), digits])
}

const wrap = (tag: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body])

export const application = (number: number, body: Buffer): Buffer => wrap(0x60 | number, body)
export const tagged = (number: number, body: Buffer): Buffer => wrap(0xa0 | number, body)
export const sequence = (...items: Buffer[]): Buffer => wrap(0x30, Buffer.concat(items))
export const octets = (bytes: Buffer): Buffer => wrap(0x04, bytes)
export const text = (value: string): Buffer => wrap(0x1b, Buffer.from(value, 'utf8'))
/** 32 flags, none of them unused (RFC 4120 §5.2.8). */
export const flags = (value: number): Buffer => {
  const bytes = Buffer.alloc(5)
  bytes.writeUInt32BE(value, 1)
  return wrap(0x03, bytes)
}

/** Not below zero, not beyond 31 bits. */
export function integer(value: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeUInt32BE(value, 1)
  let from = 0
  while (from < 4 && bytes[from] === 0 && ((bytes[from + 1] ?? 0) & 0x80) === 0) from += 1
  return wrap(0x02, bytes.subarray(from))
}

/** KerberosTime: whole seconds in UTC (RFC 4120 §5.2.3). */
export const time = (date: Date): Buffer =>
  wrap(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`, 'ascii'))

export type Item = { tag: number; body: Buffer }

/** The items one after the other in a body. Throws for what ends early. */
export function read(bytes: Buffer): Item[] {
  const items: Item[] = []
  let at = 0
  while (at < bytes.length) {
    const tag = bytes.readUInt8(at)
    const first = bytes.readUInt8(at + 1)
    const digits = first < 0x80 ? 0 : first & 0x7f
    if (first === 0x80 || digits > 4) throw new RangeError('A length that DER does not have.')
    const size = digits === 0 ? first : bytes.readUIntBE(at + 2, digits)
    const from = at + 2 + digits
    if (from + size > bytes.length) throw new RangeError('A message that ends too early.')
    items.push({ tag, body: bytes.subarray(from, from + size) })
    at = from + size
  }
  return items
}

/** The one item in a body. */
export function one(bytes: Buffer): Item {
  const [item] = read(bytes)
  if (item === undefined) throw new RangeError('A message that lacks a part.')
  return item
}

/** The fields of a sequence by their numbers. */
export function fields(body: Buffer): Map<number, Item> {
  const inner = one(body)
  if (inner.tag !== 0x30) throw new RangeError('A part that is no sequence.')
  return new Map(read(inner.body).map(({ tag, body: value }) => [tag & 0x1f, one(value)]))
}

export const toNumber = (item: Item | undefined): number | null =>
  item === undefined || item.body.length === 0 || item.body.length > 6 ? null : item.body.readIntBE(0, item.body.length)

export function toTime(item: Item | undefined): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(item?.body.toString('ascii') ?? '')
  if (!parts) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number)
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}
