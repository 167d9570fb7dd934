/** A new password that keeps the rules of a directory. Pure but for the randomness it is handed. */
import type { PasswordRule } from '@hallpass/contract/credentials'

/** Without those that are taken for another when read or typed: I l 1 O 0. */
const letters = 'abcdefghijkmnopqrstuvwxyz'
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '23456789'
const others = '-+=_.!?'

/** A random whole number from 0 up to, not including, the given one. */
export type Random = (below: number) => number

export function generatePassword(rules: readonly PasswordRule[], random: Random = secureRandom): string {
  const numberOf = (code: PasswordRule['code']) => rules.find((rule) => rule.code === code)?.value ?? null
  const least = Math.max(numberOf('length_min') ?? 0, 20)
  const length = Math.min(least, numberOf('length_max') ?? least)
  const kinds = [letters, capitals, digits, others]
  const all = kinds.join('')
  const pick = (from: string) => from[random(from.length)] ?? ''
  // One of each kind, so that every rule about kinds is kept; the rest from all of them.
  const characters = kinds.map(pick).concat(Array.from({ length: Math.max(0, length - kinds.length) }, () => pick(all)))
  return shuffled(characters, random).join('')
}

function shuffled(items: readonly string[], random: Random): string[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = random(last + 1)
    const kept = mixed[last] ?? ''
    mixed[last] = mixed[other] ?? ''
    mixed[other] = kept
  }
  return mixed
}

/** Without the bias of a plain remainder: numbers past the last whole multiple are drawn again. */
function secureRandom(below: number): number {
  const limit = Math.floor(0x1_0000_0000 / below) * below
  const drawn = new Uint32Array(1)
  do crypto.getRandomValues(drawn)
  while ((drawn[0] ?? 0) >= limit)
  return (drawn[0] ?? 0) % below
}
