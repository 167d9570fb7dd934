/** How Active Directory writes times, identifiers and bits. Pure. */
import type { Entry } from 'ldapts'

/** 100 ns steps between 1 January 1601, where its times begin, and 1970. */
const epochSteps = 116_444_736_000_000_000n
/** What stands for "never" beside 0. */
const neverSteps = 0x7fff_ffff_ffff_ffffn

/** A time, or null for 0 and for never. */
export function fromFileTime(text: string | null): Date | null {
  if (text === null || !/^\d{1,19}$/.test(text)) return null
  const steps = BigInt(text)
  if (steps === 0n || steps >= neverSteps) return null
  return new Date(Number((steps - epochSteps) / 10_000n))
}

export function toFileTime(date: Date): string {
  return String(BigInt(date.getTime()) * 10_000n + epochSteps)
}

/** A duration in seconds: kept as a negative number of steps, 0 and the lowest number standing for none. */
export function fromInterval(text: string | null): number | null {
  if (text === null || !/^-\d{1,19}$/.test(text)) return null
  const steps = -BigInt(text)
  return steps === 0n || steps >= neverSteps ? null : Number(steps / 10_000_000n)
}

/** Values as bytes, of an attribute that was asked for as bytes. */
export function bytesOf(entry: Entry, attribute: string): Buffer[] {
  const value = entry[attribute]
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return values.filter((one): one is Buffer => Buffer.isBuffer(one) && one.length > 0)
}

/** The first three parts of a GUID are little-endian ([MS-DTYP] 2.3.4.2). */
export function guidOf(bytes: Buffer): string {
  const hex = (from: number, to: number) => bytes.subarray(from, to).toString('hex')
  const swapped = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).reverse().toString('hex')
  return [swapped(0, 4), swapped(4, 6), swapped(6, 8), hex(8, 10), hex(10, 16)].join('-')
}

const guid = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i

/** Null for what is no GUID. */
export function guidBytes(text: string): Buffer | null {
  const parts = guid.exec(text)
  if (!parts) return null
  const swapped = (hex: string | undefined) => Buffer.from(hex ?? '', 'hex').reverse()
  const rest = Buffer.from(`${parts[4]}${parts[5]}`, 'hex')
  return Buffer.concat([swapped(parts[1]), swapped(parts[2]), swapped(parts[3]), rest])
}

/** The name by which an entry is addressed wherever it was moved ([MS-ADTS] 3.1.1.3.1.2.4); null for no GUID. */
export function guidDn(key: string): string | null {
  const bytes = guidBytes(key)
  return bytes === null ? null : `<GUID=${bytes.toString('hex')}>`
}

/** S-1-5-21-… ([MS-DTYP] 2.4.2.2). */
export function sidOf(bytes: Buffer): string {
  const authority = bytes.readUIntBE(2, 6)
  const parts = Array.from({ length: bytes[1] ?? 0 }, (_, index) => bytes.readUInt32LE(8 + index * 4))
  return ['S', bytes[0], authority, ...parts].join('-')
}

export function sidBytes(sid: string): Buffer {
  const [revision = 1, authority = 0, ...parts] = sid.split('-').slice(1).map(Number)
  const bytes = Buffer.alloc(8 + parts.length * 4)
  bytes[0] = revision
  bytes[1] = parts.length
  bytes.writeUIntBE(authority, 2, 6)
  for (const [index, part] of parts.entries()) bytes.writeUInt32LE(part, 8 + index * 4)
  return bytes
}

export const ridOf = (sid: string): number => Number(sid.slice(sid.lastIndexOf('-') + 1))

/** Bits of userAccountControl and of its computed sister ([MS-ADTS] 2.2.16). */
export const control = {
  disabled: 0x2,
  locked: 0x10,
  passwordNotRequired: 0x20,
  trust: 0x800,
  workstation: 0x1000,
  server: 0x2000,
  neverExpires: 0x10000,
  passwordExpired: 0x800000,
} as const

/** sAMAccountType of an ordinary account; machines, trusts and groups have others. */
export const ordinaryAccount = '805306368'
