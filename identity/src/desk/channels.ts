import type { DeskUnavailable } from '@hallpass/contract/desk'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Reader } from '../platform/database/database.ts'
import type { DeskDeps } from './deps.ts'
import { dayMs, quietDays } from './limits.ts'

export type ChannelsDeps = {
  clock: Clock
  keys: Pick<Keyring, 'hmac'>
  directory: Pick<DeskDeps['directory'], 'addressesOf' | 'phonesOf'>
}

/** A way to reach a person that their directory knows. `ref` stands for it in calls; nobody types in an address or number. */
export type Channel = { ref: string; value: string; label: string; unavailable: DeskUnavailable | null }

/** Addresses of a person, and why one of them proves nothing (security B.6). */
export async function addressChannels(deps: ChannelsDeps, r: Reader, personId: string): Promise<Channel[]> {
  const now = deps.clock.now()
  return (await deps.directory.addressesOf(r, personId)).map(({ mail, changedAt, recovery }) => ({
    ref: refOf(deps, personId, mail),
    value: mail,
    label: maskedMail(mail),
    unavailable: recovery ? tooNew(changedAt, now) : 'behind_password',
  }))
}

/** Numbers of a person to call them back on. */
export async function phoneChannels(deps: ChannelsDeps, r: Reader, personId: string): Promise<Channel[]> {
  const now = deps.clock.now()
  return (await deps.directory.phonesOf(r, personId)).map((phone) => ({
    ref: refOf(deps, personId, phone.number),
    value: phone.number,
    label: maskedNumber(phone.number),
    unavailable: phone.proof ? null : whyNot(phone, now),
  }))
}

function whyNot({ shared, changedAt }: { shared: boolean; changedAt: Date | null }, now: Date): DeskUnavailable {
  if (shared) return 'shared'
  return tooNew(changedAt, now) ?? 'self_written'
}

function tooNew(changedAt: Date | null, now: Date): DeskUnavailable | null {
  const isNew = changedAt !== null && changedAt.getTime() > now.getTime() - quietDays * dayMs
  return isNew ? 'changed_lately' : null
}

function refOf({ keys }: ChannelsDeps, personId: string, value: string): string {
  return keys.hmac('proof-code', `desk-channel:${personId}:${value}`).subarray(0, 12).toString('base64url')
}

/** `molly@home.example` → `m…y@home.example`: enough to know one's own, too little to write to. */
export function maskedMail(mail: string): string {
  const at = mail.lastIndexOf('@')
  const letters = [...mail.slice(0, at)]
  const ends = letters.length > 3 ? `${letters[0]}…${letters.at(-1)}` : '…'
  return `${ends}${mail.slice(at)}`
}

export function maskedNumber(number: string): string {
  const digits = number.replace(/[^\d+]/g, '')
  return `${digits.startsWith('+') ? digits.slice(0, 3) : ''}…${digits.slice(-2)}`
}
