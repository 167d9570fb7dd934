/** Addresses and ranges of addresses. Pure. */
import { BlockList, isIP } from 'node:net'

/** `::ffff:192.0.2.1` is 192.0.2.1, as a socket that takes both kinds says it. */
export function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address.trim())
  return mapped?.[1] ?? address.trim()
}

/** Whether it is one address, of either family, without a zone. */
export function isAddress(text: string): boolean {
  const plain = plainAddress(text)
  return isIP(plain) !== 0 && !plain.includes('%')
}

type Range = { address: string; bits: number; family: 'ipv4' | 'ipv6' }

/** An address, or a range in CIDR form; null for anything else. */
export function parseNetwork(text: string): Range | null {
  const [address = '', bits, ...rest] = text.trim().split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0 || address.includes('%')) return null
  const most = version === 4 ? 32 : 128
  if (bits !== undefined && !/^\d{1,3}$/.test(bits)) return null
  const length = bits === undefined ? most : Number(bits)
  return length > most ? null : { address, bits: length, family: version === 4 ? 'ipv4' : 'ipv6' }
}

/** Whether an address lies in one of the ranges; what is neither address nor range lies nowhere. */
export function isInNetworks(address: string, networks: readonly string[]): boolean {
  const plain = plainAddress(address)
  const version = isIP(plain)
  if (version === 0) return false
  const ranges = new BlockList()
  for (const network of networks) {
    const range = parseNetwork(network)
    if (range) ranges.addSubnet(range.address, range.bits, range.family)
  }
  return ranges.check(plain, version === 4 ? 'ipv4' : 'ipv6')
}
