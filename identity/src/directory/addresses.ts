import type { Reader } from '../platform/database/database.ts'
import { addressesOf, phonesOf } from './store/people.ts'
import type { DirectoryRow } from './store/tables.ts'
import type { Address, Phone } from './types.ts'

type Home = Pick<DirectoryRow, 'sync' | 'kind'>

/** How long an address or a number must be the same before it proves anything (security B.6). */
const settledMs = 7 * 24 * 3_600_000

/**
 * The mailboxes of a person, and which of them may prove who they are when the password is forgotten (security B.6): not
 * one whose domain (or a domain above it) opens with this very password, and not one that two people have. Unless an
 * administrator said which domains those are, the domain of the primary address is taken for one; where an administrator
 * said that people write addresses themselves, none proves anything.
 */
export async function addressesFor(r: Reader, personId: string, home: Home | Promise<Home | null>): Promise<Address[]> {
  // Side by side: which there are does not depend on what the directory says of them.
  const [rows, directory] = await Promise.all([addressesOf(r, personId), home])
  if (directory === null) return []
  const named = directory.sync.ownMailDomains.map((domain) => domain.toLowerCase())
  const usual = directory.kind === 'built-in' ? [] : rows.filter((row) => row.primary).map((row) => domainOf(row.mail))
  const own = named.length > 0 ? named : usual
  const isIndependent = directory.sync.proofs?.mail ?? true
  return rows.map(({ shared, ...address }) => ({
    ...address,
    recovery: isIndependent && !shared && !isWithin(address.mail, own),
  }))
}

/**
 * The numbers of a person. One proves something only where an administrator declared that people cannot write it
 * themselves (many directories let them), nobody else has it, and it has been the same for seven days.
 */
export async function phonesFor(r: Reader, personId: string, directory: Home, now: Date): Promise<Phone[]> {
  const isIndependent = directory.kind === 'built-in' || (directory.sync.proofs?.phone ?? false)
  return (await phonesOf(r, personId)).map((phone) => ({
    ...phone,
    proof: isIndependent && !phone.shared && isSettled(phone.changedAt, now),
  }))
}

const isSettled = (changedAt: Date | null, now: Date) =>
  changedAt === null || now.getTime() - changedAt.getTime() >= settledMs

const domainOf = (mail: string): string => mail.slice(mail.lastIndexOf('@') + 1).toLowerCase()

function isWithin(mail: string, domains: readonly string[]): boolean {
  return domains.some((own) => domainOf(mail) === own || domainOf(mail).endsWith(`.${own}`))
}
